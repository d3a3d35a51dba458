import { createIssue, failed, type Issue, parsed, type Parsed } from "@tongchou/core";
import type { FrameLength } from "./dialect.js";
import { iso8583Issues } from "./issues.js";

/** How messages stand one after another on a line. */
export interface FrameOptions {
  readonly frame: FrameLength;
  /** Bytes of the longest message that is taken; a longer one is refused before it is read. */
  readonly messageBytesMax: number;
  /** What becomes of a message of no bytes, by which some networks keep a line open. Default: `refuse`. */
  readonly emptyFrames?: "refuse" | "ignore" | undefined;
}

/** What a stretch of a line completed: the messages, and an issue after which the line cannot be read on. */
export interface FrameProgress {
  readonly messages: readonly Uint8Array[];
  readonly issues: readonly Issue[];
}

/** Cuts a line into messages, in whatever pieces it comes. */
export interface FrameReader {
  push(chunk: Uint8Array): FrameProgress;
}

const lengthBytes: Readonly<Record<FrameLength, number>> = { "binary-2": 2, "ascii-4": 4 };
const lengthMax: Readonly<Record<FrameLength, number>> = { "binary-2": 65_535, "ascii-4": 9999 };

/**
 * Makes a reader of a line. It keeps no more than one message.
 *
 * After `iso8583-message-length` it gives the same issue for ever: where the next message begins is lost.
 *
 * @example
 * const reader = createFrameReader({ frame: "binary-2", messageBytesMax: 1024 });
 * reader.push(Uint8Array.of(0, 2, 8)).messages.length; // => 0
 * reader.push(Uint8Array.of(0, 0, 1, 9)).messages;
 * // => [Uint8Array.of(8, 0), Uint8Array.of(9)]
 */
export function createFrameReader(options: FrameOptions): FrameReader {
  const { frame, messageBytesMax, emptyFrames = "refuse" } = options;
  const head = lengthBytes[frame];
  const allowed = Math.min(messageBytesMax, lengthMax[frame]);
  let rest = new Uint8Array(0);
  let passed = 0;
  let broken: Issue | undefined;
  return {
    push(chunk) {
      if (broken !== undefined) return { messages: [], issues: [broken] };
      const bytes = joined(rest, chunk);
      const messages: Uint8Array[] = [];
      let at = 0;
      while (bytes.length - at >= head) {
        const length = readLength(bytes, at, frame);
        const isEmpty = length === 0 && emptyFrames === "ignore";
        if (length === undefined || (length < 1 && !isEmpty) || length > allowed) {
          const values = { offset: passed + at, found: length ?? "—", allowed };
          broken = createIssue(iso8583Issues, "iso8583-message-length", values);
          return { messages, issues: [broken] };
        }
        if (bytes.length - at < head + length) break;
        if (!isEmpty) messages.push(new Uint8Array(bytes.subarray(at + head, at + head + length)));
        at += head + length;
      }
      passed += at;
      rest = new Uint8Array(bytes.subarray(at));
      return { messages, issues: [] };
    },
  };
}

/**
 * Puts the length in front of a message.
 *
 * @returns the bytes, or `iso8583-message-length` for a message that is empty or longer than can be said
 * @example
 * frameMessage(Uint8Array.of(8, 0), "ascii-4").value; // => Uint8Array.of(0x30, 0x30, 0x30, 0x32, 8, 0)
 */
export function frameMessage(message: Uint8Array, frame: FrameLength): Parsed<Uint8Array> {
  const { length } = message;
  if (length < 1 || length > lengthMax[frame]) {
    const values = { offset: 0, found: length, allowed: lengthMax[frame] };
    return failed(createIssue(iso8583Issues, "iso8583-message-length", values));
  }
  const head =
    frame === "binary-2"
      ? [length >> 8, length & 255]
      : Array.from(String(length).padStart(4, "0"), (digit) => 0x30 + Number(digit));
  return parsed(joined(Uint8Array.from(head), message));
}

function readLength(bytes: Uint8Array, at: number, frame: FrameLength): number | undefined {
  if (frame === "binary-2") return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  let length = 0;
  for (let index = at; index < at + 4; index += 1) {
    const digit = (bytes[index] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    length = length * 10 + digit;
  }
  return length;
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(left.length + right.length);
  bytes.set(left);
  bytes.set(right, left.length);
  return bytes;
}
