import { createIssue, failed, type Parsed } from "@tongchou/core";
import type { Iso8583Codec } from "../codec.js";
import { bytesOfUnits } from "../fields/field-codec.js";
import { iso8583Issues } from "../issues.js";
import type { IsoMessage } from "../message.js";
import type { MacAlgorithm } from "./mac-algorithm.js";

/**
 * Writes a message with its authentication code, which covers the message type and all fields before it.
 *
 * Networks whose code covers chosen fields only make it themselves and put it in the field.
 *
 * @param message without the field of the code
 * @returns the bytes, or the issues of `Iso8583Codec.encode`
 * @throws RangeError where the dialect has no field for the code
 * @example
 * import { createCodec, createDesCipher, createHexMac, unionPayPos } from "@tongchou/bank/iso8583";
 * const codec = createCodec(unionPayPos);
 * const algorithm = createHexMac(createDesCipher(new Uint8Array(16).fill(1)));
 * const header = { tpdu: "6000030000", application: "603100310100" };
 * const message = { header, type: "0820", fields: { 11: "000452" } };
 * const bytes = await encodeWithMac(codec, message, algorithm);
 * (await decodeWithMac(codec, bytes.value, algorithm)).ok; // => true
 */
export async function encodeWithMac(
  codec: Iso8583Codec,
  message: IsoMessage,
  algorithm: MacAlgorithm,
): Promise<Parsed<Uint8Array>> {
  const { field, size, wireBytes } = macPlace(codec);
  const withMac = (mac: Uint8Array): Parsed<Uint8Array> =>
    codec.encode({ ...message, fields: { ...message.fields, [field]: mac } });
  const draft = withMac(new Uint8Array(size));
  if (!draft.ok) return draft;
  const covered = draft.value.subarray(codec.headerBytes, draft.value.length - wireBytes);
  return withMac(await algorithm.mac(covered));
}

/**
 * Reads a message whose authentication code has to be right.
 *
 * @returns the message, or the issues of `Iso8583Codec.decode`, `iso8583-field-missing` for a message without
 *   a code, `iso8583-mac-wrong`
 * @throws RangeError where the dialect has no field for the code
 */
export async function decodeWithMac(
  codec: Iso8583Codec,
  bytes: Uint8Array,
  algorithm: MacAlgorithm,
): Promise<Parsed<IsoMessage>> {
  const { field, wireBytes } = macPlace(codec);
  const message = codec.decode(bytes);
  if (!message.ok) return message;
  const path = `/fields/${field}`;
  const found = message.value.fields[field];
  if (!(found instanceof Uint8Array)) {
    return failed(createIssue(iso8583Issues, "iso8583-field-missing", { field }, { path }));
  }
  const expected = await algorithm.mac(bytes.subarray(codec.headerBytes, bytes.length - wireBytes));
  if (isSame(found, expected)) return message;
  return failed(createIssue(iso8583Issues, "iso8583-mac-wrong", { field }, { path }));
}

function macPlace({ dialect }: Iso8583Codec): {
  readonly field: number;
  readonly size: number;
  readonly wireBytes: number;
} {
  const definition = dialect.macField === undefined ? undefined : dialect.fields[dialect.macField];
  if (dialect.macField === undefined || definition?.length.kind !== "fixed") {
    throw new RangeError(`${dialect.id} has no field for an authentication code`);
  }
  const { size } = definition.length;
  return { field: dialect.macField, size, wireBytes: bytesOfUnits(definition, size) };
}

/** Compares in a time that does not depend on where the bytes differ. */
function isSame(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0);
  return difference === 0;
}
