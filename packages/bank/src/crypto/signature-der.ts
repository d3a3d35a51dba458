import { concatBytes } from "@noble/hashes/utils.js";
import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import { cryptoIssues } from "./issues.js";

const numberBytes = 32;
const sequenceTag = 0x30;
const integerTag = 0x02;

/**
 * Writes a signature as banks' certificates have it: a DER sequence of the integers r and s (GM/T 0009-2012,
 * section 7.3), 8 to 72 bytes.
 *
 * @param signature 64 bytes, r and s
 * @throws RangeError for another length
 * @example
 * signatureToDer(new Uint8Array(64).fill(1)).length; // => 70
 */
export function signatureToDer(signature: Uint8Array): Uint8Array {
  if (signature.length !== 2 * numberBytes) throw new RangeError("a signature has 64 bytes, r and s");
  const body = concatBytes(
    integerOf(signature.subarray(0, numberBytes)),
    integerOf(signature.subarray(numberBytes)),
  );
  return Uint8Array.of(sequenceTag, body.length, ...body);
}

/**
 * Reads a signature in DER. Only the one form that DER allows is read, so that what was read writes the same.
 *
 * @returns 64 bytes, r and s; or `signature-form`
 * @example
 * const signature = new Uint8Array(64).fill(255);
 * signatureFromDer(signatureToDer(signature)); // => { ok: true, value: signature, issues: [] }
 */
export function signatureFromDer(der: Uint8Array): Parsed<Uint8Array> {
  const body = der.subarray(2);
  const r = der[0] === sequenceTag && der[1] === body.length ? readInteger(body) : undefined;
  const s = r === undefined ? undefined : readInteger(body.subarray(r.encodedLength));
  if (r === undefined || s === undefined || r.encodedLength + s.encodedLength !== body.length)
    return failed(createIssue(cryptoIssues, "signature-form", { found: der.length }));
  return parsed(concatBytes(r.value, s.value));
}

/** Positive and as short as it can be: no leading noughts but one before a byte above 7f. */
function integerOf(value: Uint8Array): Uint8Array {
  const start = value.findIndex((byte) => byte !== 0);
  const digits = value.subarray(start === -1 ? value.length - 1 : start);
  const sign = (digits[0] ?? 0) > 0x7f ? [0] : [];
  return Uint8Array.of(integerTag, sign.length + digits.length, ...sign, ...digits);
}

interface ReadInteger {
  readonly value: Uint8Array;
  readonly encodedLength: number;
}

function readInteger(bytes: Uint8Array): ReadInteger | undefined {
  const [tag, length = 0, first = 0, second = 0] = bytes;
  const digits = bytes.subarray(2, 2 + length);
  if (tag !== integerTag || length === 0 || digits.length !== length || first > 0x7f) return undefined;
  if (first === 0 && length > 1 && second <= 0x7f) return undefined;
  const significant = first === 0 ? digits.subarray(1) : digits;
  if (significant.length > numberBytes) return undefined;
  const value = new Uint8Array(numberBytes);
  value.set(significant, numberBytes - significant.length);
  return { value, encodedLength: 2 + length };
}
