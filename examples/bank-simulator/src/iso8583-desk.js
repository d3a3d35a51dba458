// @ts-check
/** @import { OutcomeStatus } from "@tongchou/bank" */
/** @import { IsoMessage } from "@tongchou/bank/iso8583" */
/** @import { Bank } from "./bank.js" */
/** @import { FaultList } from "./faults.js" */
import { answerType } from "@tongchou/bank/iso8583";
import { fen } from "@tongchou/core";
import { setTimeout as sleep } from "node:timers/promises";

/** What an answer says of a payment (field 39). While the bank has not paid yet, nobody can tell. */
const codes = /** @type {const} */ ({
  paid: "00",
  rejected: "14",
  returned: "00",
  processing: "68",
  unknown: "68",
  unconfirmed: "A2",
});

/** Fields that an answer gives back as they came. */
const echoed = [2, 3, 4, 7, 11, 12, 13, 32, 33, 37, 41, 42, 49, 70];

/**
 * The bank on ISO 8583: single payments (0200), their confirmations (0220), account verification (0100) and
 * messages about the line (0820). A payment's key is its moment and number, fields 7 and 11: sent again it is
 * not booked again.
 *
 * Faults: `lose-request`, `lose-answer`, `slow`, `delay`, `hide`, `reject`, `refuse-duplicate` as elsewhere; `duplicate`
 * answers twice, `swap` gives this answer only after the next one.
 *
 * @param {{ bank: Bank, faults: FaultList, log: (code: string, batchNumber: string) => void }} options
 * @returns {(request: IsoMessage) => Promise<readonly IsoMessage[]>}
 */
export function createIso8583Desk({ bank, faults, log }) {
  /** @type {IsoMessage[]} */
  let held = [];

  /** @param {IsoMessage} request @returns {string | undefined} */
  const codeFor = (request) => {
    switch (request.type) {
      case "0100":
      case "0820":
        return "00";
      case "0200":
        return pay(request);
      case "0220":
        return stateCode(originalKey(textOf(request, 90)));
      default:
        return undefined;
    }
  };

  /** @param {IsoMessage} request */
  const pay = (request) => {
    const amount = request.fields[4];
    const batchNumber = keyOf(textOf(request, 7), textOf(request, 11));
    const account = textOf(request, 2);
    if (typeof amount !== "number" || account === "") return "30";
    const payment = { reference: batchNumber, payeeName: "", payeeAccount: account, amountFen: fen(amount) };
    const content = Buffer.from(JSON.stringify([account, amount]));
    const { kind } = bank.submit({ batchNumber, content, payments: [payment] });
    log(kind, batchNumber);
    return kind === "duplicate" || kind === "refused" ? "94" : stateCode(batchNumber);
  };

  /** @param {string} batchNumber */
  const stateCode = (batchNumber) => {
    /** @type {OutcomeStatus | undefined} */
    const status = bank.find(batchNumber)?.rows[0]?.status;
    return status === undefined ? "25" : codes[status];
  };

  return async (request) => {
    if (request.type === "0200" && faults.take("lose-request") !== undefined) return [];
    const code = codeFor(request);
    if (code === undefined || faults.take("lose-answer") !== undefined) return [];
    await sleep(faults.take("slow")?.milliseconds ?? 0, undefined, { ref: false });
    const answer = answerTo(request, code);
    if (faults.take("swap") !== undefined) {
      held.push(answer);
      return [];
    }
    const answers = [answer, ...(faults.take("duplicate") === undefined ? [] : [answer]), ...held];
    held = [];
    return answers;
  };
}

/** @param {IsoMessage} request @param {string} code @returns {IsoMessage} */
function answerTo(request, code) {
  const fields = Object.fromEntries(
    Object.entries(request.fields).filter(([number]) => echoed.includes(Number(number))),
  );
  const header = request.header === undefined ? {} : { header: request.header };
  return { ...header, type: answerType(request.type), fields: { ...fields, 39: code } };
}

/** @param {IsoMessage} message @param {number} field */
function textOf({ fields }, field) {
  const value = fields[field];
  return typeof value === "string" ? value : "";
}

/** @param {string} transmission @param {string} trace */
function keyOf(transmission, trace) {
  return `ISO-${transmission}-${trace}`;
}

/**
 * The key of the message that field 90 names: type 4, number 6, moment 10.
 *
 * @param {string} originalData
 */
function originalKey(originalData) {
  return keyOf(originalData.slice(10, 20), originalData.slice(4, 10));
}
