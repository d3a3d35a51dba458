import { type PayoutRecord, sumFen } from "@tongchou/core";
import type { PaymentFile } from "../adapter.js";
import type { OutcomeStatus } from "../outcome.js";
import type { Totals } from "../codec/totals.js";
import { joinBytes } from "../reading/file-lines.js";
import { kitBatch, kitPayments, type Specimen } from "./specimen.js";

/** A part that was sent, and the results of the bank that the kit has written to it. */
export interface AnsweredPart {
  readonly file: PaymentFile;
  /** A result that says these words of the part's payments, in order. */
  write(words: readonly string[], off?: Partial<Totals>): Uint8Array | undefined;
}

/**
 * Sends ordinary payments and prepares results to them.
 *
 * @returns nothing where the adapter wrote no file; another check reports that
 */
export async function answeredPart({ adapter, samples }: Specimen): Promise<AnsweredPart | undefined> {
  const { files } = await adapter.encode(kitBatch(samples, kitPayments(samples, 3)));
  const [file] = files;
  if (file === undefined) return undefined;
  return {
    file,
    write(words, off = {}) {
      const { count = 0, amountFen = sumFen([]) } = off;
      const rows = words.flatMap((statusText, index) => {
        const payment = file.payments[index];
        return payment === undefined ? [] : [{ payment, statusText }];
      });
      return samples.answer?.write({
        batchNumber: file.batchNumber,
        rows,
        totals: {
          count: rows.length + count,
          amountFen: sumFen([
            ...rows.map(({ payment }: { payment: PayoutRecord }) => payment.amountFen),
            amountFen,
          ]),
        },
      });
    },
  };
}

/** The first of the bank's words that means this. */
export function wordFor({ samples }: Specimen, status: OutcomeStatus): string | undefined {
  return Object.entries(samples.statuses ?? {}).find(([, { outcome }]) => outcome === status)?.[0];
}

/** Results that the adapter has to be able to read: the samples, and one that the kit has written. */
export async function readableResults(specimen: Specimen): Promise<readonly Uint8Array[]> {
  const given = specimen.samples.results?.map(({ content }) => content) ?? [];
  const part = await answeredPart(specimen);
  const words = Object.keys(specimen.samples.statuses ?? {}).slice(0, 3);
  const written = words.length === 0 ? undefined : part?.write(words);
  return written === undefined ? given : [...given, written];
}

/** Bytes that are no answer of any bank. */
export function junkInputs(): readonly Uint8Array[] {
  const texts = [
    "",
    "\n",
    "|",
    "\u0000",
    "__proto__|constructor|toString",
    "{}",
    "[]",
    "null",
    "<a/>",
    "9".repeat(5_000),
  ];
  const deep = ["<a>", "{", '{"a":', "[", "(", '<!ENTITY a "&b;">'].map((text) => text.repeat(3_000));
  const bytes = [[0xff], [0xfe, 0xff], [0x81], [0xef, 0xbb, 0xbf], [0x84, 0x31, 0x95, 0x33]];
  const random = randomNumbers(20_240_315);
  return [
    ...[...texts, ...deep].map((text) => new TextEncoder().encode(text)),
    ...bytes.map((each) => Uint8Array.from(each)),
    ...Array.from({ length: 20 }, (_, index) => Uint8Array.from({ length: index * 7 }, () => random(256))),
  ];
}

/** Damaged copies, by seeds that never change: nothing here depends on chance. */
export function damagedCopies(sources: readonly Uint8Array[]): readonly Uint8Array[] {
  const random = randomNumbers(20_240_316);
  return sources.flatMap((source) => Array.from({ length: 60 }, () => damaged(source, random)));
}

/** Beginnings of a file, each cut somewhere else. */
export function truncations(bytes: Uint8Array): readonly Uint8Array[] {
  const step = Math.max(1, Math.floor(bytes.length / 100));
  return Array.from({ length: Math.floor(bytes.length / step) }, (_, index) =>
    bytes.subarray(0, index * step),
  );
}

/** A copy with bits flipped, bytes taken out, put in, or a piece said twice. */
function damaged(source: Uint8Array, random: (below: number) => number): Uint8Array {
  const at = random(Math.max(1, source.length));
  const size = random(12);
  switch (random(4)) {
    case 0:
      return source.map((byte, index) => (index === at ? byte ^ (1 << random(8)) : byte));
    case 1:
      return joinBytes([source.subarray(0, at), source.subarray(at + size)]);
    case 2:
      return joinBytes([source.subarray(0, at), Uint8Array.of(random(256)), source.subarray(at)]);
    default:
      return joinBytes([source.subarray(0, at + size), source.subarray(at)]);
  }
}

/** Numbers by the generator of Park and Miller (1988): the same from the same seed on every machine. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
