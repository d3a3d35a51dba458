import { createIssue, type Issue } from "@tongchou/core";
import {
  verifyBundle,
  verifyLineProof,
  verifyStatement,
  type LineProofVerification,
  type SignatureCheck,
  type StatementVerifier,
  type Verification,
} from "@tongchou/settlement";
import { cliIssues } from "../issues.js";
import type { EarlierStatements } from "./earlier-statements.js";
import type { IssuedFile } from "./issued-file.js";

/** What checking a file found. */
export interface CheckedFile {
  readonly file: string;
  readonly kind: IssuedFile["kind"];
  readonly isSound: boolean;
  /** None for a statement, which carries none. */
  readonly signatures: readonly SignatureCheck[];
  readonly issues: readonly Issue[];
  /** The statement reckoned again, where it could be. */
  readonly statement?: Verification | undefined;
  readonly proof?: LineProofVerification | undefined;
}

/** What files are checked with. */
export interface CheckTools {
  /** Keys that must have signed. */
  readonly verifiers: readonly StatementVerifier[];
  readonly earlier: EarlierStatements;
}

/** Checks a statement, a bundle or a line's proof. */
export async function checkIssued(
  issued: IssuedFile,
  { verifiers, earlier }: CheckTools,
): Promise<CheckedFile> {
  const { file, kind } = issued;
  const nothing = { file, kind, isSound: false, signatures: [] };
  if (issued.kind === "line-proof") {
    const found = await verifyLineProof(issued.bytes, verifiers);
    if (!found.ok) return { ...nothing, issues: found.issues };
    const { isSound, signatures, issues } = found.value;
    return { file, kind, isSound, signatures, issues, proof: found.value };
  }
  const before = await earlier(issued.statement);
  if (issued.kind === "bundle") {
    const found = await verifyBundle(issued.bytes, { verifiers, earlier: before });
    if (!found.ok) return { ...nothing, issues: found.issues };
    const { isSound, signatures, issues, statement } = found.value;
    return { file, kind, isSound, signatures, issues, statement };
  }
  const found = verifyStatement(issued.statement, before);
  const unsigned = verifiers.map(({ keyId: key }) => createIssue(cliIssues, "statement-unsigned", { key }));
  const issues = [...found.issues, ...unsigned];
  if (!found.ok) return { ...nothing, issues };
  const isSound = found.value.isSound && unsigned.length === 0;
  return { file, kind, isSound, signatures: [], issues, statement: found.value };
}
