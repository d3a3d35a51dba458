// @ts-check
/** @import { Bank, PartState } from "./bank.js" */
/** @import { FaultList } from "./faults.js" */
/** @import { PaymentFormat } from "./payment-format.js" */
import { seededNumbers } from "./faults.js";

/**
 * What comes back to whoever asked: bytes, or nothing where the answer is lost.
 *
 * @typedef {object} Reply
 * @property {Uint8Array | undefined} content
 * @property {number} delayMilliseconds
 * @property {number} copies how often a file is handed out
 */

/**
 * @typedef {object} FrontDesk
 * @property {(name: string, content: Uint8Array) => Reply} submit
 * @property {(batchNumber: string) => Reply} query
 */

/**
 * Takes files and questions for the bank, whichever way they come, and spoils the answers as asked.
 *
 * A submission is answered with one line: `ACCEPTED|number`, `DUPLICATE|number` or `REFUSED|number|code`. A query
 * is answered with a result file, or with `NOT-FOUND|number`.
 *
 * @param {{ bank: Bank, faults: FaultList, format: PaymentFormat, seed: number, log: (code: string, number: string) => void }} options
 * @returns {FrontDesk}
 */
export function createFrontDesk({ bank, faults, format, seed, log }) {
  const random = seededNumbers(seed);

  /** @param {Uint8Array} content @returns {Reply} */
  const reply = (content) => {
    const isLost = faults.take("lose-answer") !== undefined;
    // At least three bytes are lost: without its last line end alone a file is still whole.
    const isCut = !isLost && faults.take("truncate") !== undefined;
    const delayMilliseconds = faults.take("slow")?.milliseconds ?? 0;
    if (isLost) return { content: undefined, delayMilliseconds, copies: 0 };
    return {
      content: isCut ? content.subarray(0, random(Math.max(1, content.length - 2))) : content,
      delayMilliseconds,
      copies: 1,
    };
  };

  return {
    submit(name, content) {
      if (faults.take("lose-request") !== undefined) {
        log("request-lost", "");
        return { content: undefined, delayMilliseconds: 0, copies: 0 };
      }
      const part = format.read(name, content);
      if (!part.ok) {
        log("refused", "");
        return reply(line("REFUSED", "", part.issues[0]?.code ?? "format"));
      }
      const { kind, batchNumber } = bank.submit({ ...part, content });
      log(kind, batchNumber);
      if (kind === "refused") return reply(line("REFUSED", batchNumber, "content-differs"));
      return reply(line(kind === "duplicate" ? "DUPLICATE" : "ACCEPTED", batchNumber));
    },
    query(batchNumber) {
      const other = faults.take("swap") === undefined ? undefined : bank.findOther(batchNumber);
      const part = other ?? bank.find(batchNumber);
      log(part === undefined ? "not-found" : "found", batchNumber);
      if (part === undefined) return reply(line("NOT-FOUND", batchNumber));
      const isDoubled = faults.take("duplicate") !== undefined;
      return { ...reply(format.write(isDoubled ? doubled(part) : part)), copies: isDoubled ? 2 : 1 };
    },
  };
}

/** @param {readonly string[]} cells */
function line(...cells) {
  return Buffer.from(`${cells.join("|")}\r\n`);
}

/** @param {PartState} part @returns {PartState} */
function doubled({ batchNumber, rows }) {
  return { batchNumber, rows: rows.flatMap((row) => [row, row]) };
}
