// @ts-check
/** @import { Parsed } from "@tongchou/core" */
import { createIssue, failed, parsed } from "@tongchou/core";
import { createHash } from "node:crypto";
import { xunchengIssues } from "./issues.js";

/** `HASH|`, 64 hexadecimal digits, a carriage return and a line feed. */
const lineBytes = 5 + 64 + 2;

/**
 * Puts the bank's last line behind a file: the SHA-256 of all bytes before it.
 *
 * @param {Uint8Array} bytes
 * @returns {Uint8Array}
 */
export function withHash(bytes) {
  return Buffer.concat([bytes, Buffer.from(`HASH|${hashOf(bytes)}\r\n`)]);
}

/**
 * Takes the last line off again, if it is right.
 *
 * @param {Uint8Array} bytes
 * @param {string} file its name, for the issues
 * @returns {Parsed<Uint8Array>} what stands before the line, or `xuncheng-hash-missing`, `xuncheng-hash-wrong`
 */
export function withoutHash(bytes, file) {
  const content = bytes.subarray(0, Math.max(0, bytes.length - lineBytes));
  const line = Buffer.from(bytes.subarray(content.length)).toString("latin1");
  const found = /^HASH\|([0-9a-f]{64})\r\n$/.exec(line)?.[1];
  const context = { place: { file } };
  if (found === undefined) return failed(createIssue(xunchengIssues, "xuncheng-hash-missing", {}, context));
  if (found !== hashOf(content))
    return failed(createIssue(xunchengIssues, "xuncheng-hash-wrong", {}, context));
  return parsed(content);
}

/** @param {Uint8Array} bytes */
function hashOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
