import { createIssue, type Issue } from "@tongchou/core";
import { hexToBytes } from "@noble/hashes/utils.js";
import { bundleIssues } from "./issues.js";
import type { SignatureAlgorithm, StatementVerifier } from "./signature.js";
import { signedBytes, type BundleHead, type BundleSignature } from "./statement-bundle.js";

/** What became of one signature; `unchecked` where nobody gave its key. */
export interface SignatureCheck {
  readonly algorithm: SignatureAlgorithm;
  readonly keyId: string;
  readonly outcome: "valid" | "invalid" | "unchecked";
}

/** A signed document. */
export interface SignedHead {
  readonly head: BundleHead;
  readonly signatures: readonly BundleSignature[];
}

/**
 * Tests the signatures over a head.
 *
 * @returns each signature's outcome; `signature-invalid` for each that does not fit, `signature-missing` for
 *   each verifier whose key signed nothing
 */
export async function checkSignatures(
  { head, signatures }: SignedHead,
  verifiers: readonly StatementVerifier[],
): Promise<{ readonly checks: readonly SignatureCheck[]; readonly issues: readonly Issue[] }> {
  const checks = await Promise.all(
    signatures.map(async ({ algorithm, keyId, value }): Promise<SignatureCheck> => {
      const verifier = verifiers.find((one) => one.keyId === keyId && one.algorithm === algorithm);
      if (verifier === undefined) return { algorithm, keyId, outcome: "unchecked" };
      const isValid = await verifier.verify(signedBytes(head, { algorithm, keyId }), hexToBytes(value));
      return { algorithm, keyId, outcome: isValid ? "valid" : "invalid" };
    }),
  );
  const invalid = checks.flatMap(({ outcome, keyId: key }, index) => {
    const context = { path: `/signatures/${index}` };
    return outcome === "invalid" ? [createIssue(bundleIssues, "signature-invalid", { key }, context)] : [];
  });
  const missing = verifiers
    .filter(({ keyId }) => !checks.some((check) => check.keyId === keyId && check.outcome !== "unchecked"))
    .map(({ keyId: key }) =>
      createIssue(bundleIssues, "signature-missing", { key }, { path: "/signatures" }),
    );
  return { checks, issues: [...invalid, ...missing] };
}
