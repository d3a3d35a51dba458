import { type Issue, parsed, type Parsed } from "@tongchou/core";
import type { BankAdapter, PaymentOutcome, ResultFile } from "../adapter.js";
import { encodeParts } from "../channels/encode-parts.js";
import type { PartResult } from "../channel.js";
import type { AccountEntry } from "./account-entry.js";
import { bookedBatch, type BookedBatch, entryOutcomes } from "./account-outcomes.js";
import { CamtReader } from "./camt-reader.js";
import { orderRules } from "./order-rules.js";
import type { Iso20022Options } from "./options.js";
import { Pain002Reader } from "./pain002-reader.js";

/** What a message says of a batch: payments that it names, and batches that it does not take apart. */
export interface Iso20022Result extends PartResult {
  /** See {@link resolveBatches}. */
  readonly batches: readonly BookedBatch[];
}

/** An adapter for messages of ISO 20022. */
export interface Iso20022Adapter extends BankAdapter {
  decode(file: ResultFile): Promise<Parsed<Iso20022Result>>;
}

/**
 * Makes the adapter of a bank that takes pain.001 and answers with pain.002 and camt.052, .053 or .054.
 *
 * The batch needs its payer and its `submittedAt`. Results are read as they come, whichever message it is.
 *
 * @throws RangeError when an option is one that no message can hold, such as a code that is too long
 * @example
 * createIso20022Adapter({ version: "pain.001.001.03" }).id; // => "iso20022.pain001v03@1"
 */
export function createIso20022Adapter(options: Iso20022Options): Iso20022Adapter {
  const rules = orderRules(options);
  const short = options.version.slice(-2);
  return {
    id: options.id ?? `iso20022.pain001v${short}@1`,
    name: options.name ?? {
      zh: `ISO 20022 付款指令（${options.version}）`,
      en: `ISO 20022 ${options.version}`,
    },
    provenance: options.provenance ?? {
      source: "the public schemas and code sets of ISO 20022; no bank's own guideline",
      verifiedBy: null,
      verifiedOn: null,
    },
    limits: { ...options.limits, encodings: ["utf-8"] },
    encode: (batch) => Promise.resolve().then(() => encodeParts(rules, batch)),
    decode: async (file) => {
      const reader = new ResultReader(file.name, options);
      const { content } = file;
      if (content instanceof Uint8Array) reader.write(content);
      else for await (const chunk of content) reader.write(chunk);
      return reader.end();
    },
  };
}

/** Reads a message by both readers until it says which of them it is for. */
class ResultReader {
  readonly #camt: CamtReader;
  readonly #pain002: Pain002Reader;
  readonly #outcomes: PaymentOutcome[] = [];
  readonly #batches: BookedBatch[] = [];
  readonly #file: string;

  constructor(file: string, options: Iso20022Options) {
    const { currency, reasons, statuses } = options;
    this.#file = file;
    this.#camt = new CamtReader({ file, currency, reasons });
    this.#pain002 = new Pain002Reader({ file, currency, reasons, statuses });
  }

  write(chunk: Uint8Array): void {
    this.#pain002.write(chunk);
    this.#keep(this.#camt.write(chunk));
  }

  end(): Parsed<Iso20022Result> {
    const status = this.#pain002.end();
    if (status.ok) return parsed({ ...status.value, batches: [] }, status.issues);
    const { entries, summary } = this.#camt.end();
    this.#keep(entries);
    if (!summary.ok) return isOther(summary.issues) && !isOther(status.issues) ? status : summary;
    const [only, ...others] = this.#batches;
    const batchNumber = others.length === 0 ? only?.batchNumber : undefined;
    const value = { file: this.#file, batchNumber, outcomes: this.#outcomes, batches: this.#batches };
    return parsed(value, summary.issues);
  }

  #keep(entries: readonly AccountEntry[]): void {
    for (const entry of entries) {
      this.#outcomes.push(...entryOutcomes(entry));
      const batch = bookedBatch(entry);
      if (batch !== undefined) this.#batches.push(batch);
    }
  }
}

function isOther(issues: readonly Issue[]): boolean {
  return issues.some(({ code }) => code === "iso20022-message-unsupported");
}
