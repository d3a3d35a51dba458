import { parsed, type Issue, type Parsed } from "@tongchou/core";
import { verifyStatement, type Verification } from "../statement/verify.js";
import { sealIssues } from "./check-seals.js";
import { checkSignatures, type SignatureCheck } from "./check-signatures.js";
import { readBundle } from "./read-bundle.js";
import type { StatementVerifier } from "./signature.js";

/** What a bundle is checked with. */
export interface BundleCheck {
  /** Keys that must have signed; without any, signatures stay unchecked. */
  readonly verifiers?: readonly StatementVerifier[] | undefined;
  /** For a correction: the parsed statements it goes back to. */
  readonly earlier?: readonly unknown[] | undefined;
}

/**
 * What checking a bundle found. It is sound when there is no issue and its statement is sound; whether
 * somebody answers for it, its signatures say.
 */
export interface BundleVerification {
  readonly isSound: boolean;
  readonly signatures: readonly SignatureCheck[];
  /** What does not fit its seal or its signature, by place. */
  readonly issues: readonly Issue[];
  /** The statement reckoned again; pointers of its differences go into the bundle's `statement`. */
  readonly statement: Verification;
}

/**
 * Checks a bundle: that its file is canonical JSON, the signatures, the tree over its lines and the seals of
 * its other parts, and the statement in it as {@link verifyStatement} does.
 *
 * @param bytes the file; a byte that was changed is named by the issues, by a difference, or by its offset
 * @returns the verification, its issues `signature-invalid`, `signature-missing` and `sealed-changed`; or
 *   `not-canonical` with the offset for a file of another form, `schema-invalid` for what has not the form of a
 *   bundle, and the issues of {@link verifyStatement} for a statement that cannot be reckoned
 * @example
 * const found = await verifyBundle(new Uint8Array([0x7b, 0x20, 0x7d]));
 * found.issues.map(({ code }) => code).includes("not-canonical"); // => true
 */
export async function verifyBundle(
  bytes: Uint8Array,
  { verifiers = [], earlier = [] }: BundleCheck = {},
): Promise<Parsed<BundleVerification>> {
  const read = readBundle(bytes);
  if (!read.ok) return read;
  const bundle = read.value;
  const statement = verifyStatement(bundle.statement, earlier);
  if (!statement.ok) {
    const inside = statement.issues.map((issue) => ({ ...issue, path: `/statement${issue.path ?? ""}` }));
    return { ok: false, issues: inside };
  }
  const { checks, issues } = await checkSignatures(bundle, verifiers);
  const found = [...issues, ...sealIssues(bundle, statement.value.recomputed)];
  return parsed({
    isSound: found.length === 0 && statement.value.isSound,
    signatures: checks,
    issues: found,
    statement: statement.value,
  });
}
