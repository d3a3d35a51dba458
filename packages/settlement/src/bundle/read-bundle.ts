import { createIssue, parseWithSchema, type Parsed } from "@tongchou/core";
import { bytesToUtf8 } from "@noble/hashes/utils.js";
import { z } from "zod";
import { bundleIssues } from "./issues.js";
import { firstNonCanonicalByte } from "./canonical-form.js";
import {
  bundleHeadSchemaName,
  bundleSchemaName,
  type BundleHead,
  type BundleSignature,
  type StatementBundle,
} from "./statement-bundle.js";
import type { PlainStatement } from "./statement-seals.js";

/** Hexadecimal in small letters only: another form would be another file of the same sense. */
function hexSchema(bytes: number): z.ZodType<string, unknown> {
  return z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
}

export const hashSchema: z.ZodType<string, unknown> = hexSchema(32);

export const headSchema: z.ZodType<BundleHead, unknown> = z.strictObject({
  schema: z.literal(bundleHeadSchemaName),
  statementId: z.string(),
  period: z.string(),
  unit: z.strictObject({ id: z.string(), name: z.string(), creditCode: z.string() }),
  lines: z.strictObject({ count: z.int().min(0), root: hashSchema }),
  parts: hashSchema,
});

export const signaturesSchema: z.ZodType<readonly BundleSignature[], unknown> = z
  .array(
    z.strictObject({
      algorithm: z.enum(["Ed25519", "SM2"]),
      keyId: z.string(),
      value: hexSchema(64),
    }),
  )
  .min(1);

/** A bundle as its file has it: what it says of its statement is still to be checked. */
export interface UncheckedBundle extends Omit<StatementBundle, "statement"> {
  readonly statement: PlainStatement;
}

const bundleSchema: z.ZodType<UncheckedBundle, unknown> = z.strictObject({
  schema: z.literal(bundleSchemaName),
  head: headSchema,
  signatures: signaturesSchema,
  blinding: hashSchema,
  leaves: z.array(hashSchema),
  parts: z.record(z.string(), hashSchema),
  statement: z.looseObject({ input: z.looseObject({}) }),
});

/**
 * Reads a bundle's file without checking it; {@link verifyBundle} does.
 *
 * @returns the bundle; or `not-canonical` for a file of another form, and `schema-invalid` for each part that
 *   does not have its own
 * @example
 * readBundle(new Uint8Array([0x7b, 0x7d])).ok; // => false
 */
export function readBundle(bytes: Uint8Array): Parsed<UncheckedBundle> {
  return readCanonicalFile(bytes, bundleSchema);
}

/**
 * Reads a file whose form is canonical JSON.
 *
 * @returns the document; or `not-canonical` for a file of another form, and `schema-invalid` for each part
 *   that does not have its own
 */
export function readCanonicalFile<Document>(
  bytes: Uint8Array,
  schema: z.ZodType<Document, unknown>,
): Parsed<Document> {
  const offset = firstNonCanonicalByte(bytes);
  const found = offset === undefined ? [] : [createIssue(bundleIssues, "not-canonical", { offset })];
  let json: unknown;
  try {
    json = JSON.parse(bytesToUtf8(bytes));
  } catch {
    return { ok: false, issues: found };
  }
  const document = parseWithSchema(schema, json);
  // A file in another form is not the one that was signed, whatever it says.
  if (document.ok && offset === undefined) return document;
  return { ok: false, issues: [...found, ...document.issues] };
}
