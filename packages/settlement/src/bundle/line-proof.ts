import { createIssue, parsed, type Issue, type Parsed } from "@tongchou/core";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import { bundleIssues } from "./issues.js";
import { checkSignatures, type SignatureCheck } from "./check-signatures.js";
import { merklePath, merkleTree, rootOfPath } from "./merkle-tree.js";
import {
  hashSchema,
  headSchema,
  readCanonicalFile,
  signaturesSchema,
  type UncheckedBundle,
} from "./read-bundle.js";
import type { StatementVerifier } from "./signature.js";
import type { BundleHead, BundleSignature } from "./statement-bundle.js";
import { hashOfLeaf, leafOf, type LineLeaf, type PlainStatement } from "./statement-seals.js";

/** Name and version of the proof's form. */
export const lineProofSchemaName = "tongchou/line-proof@1";

/**
 * One worker's line with the proof that it stands in a signed statement. It holds nobody else's data: the
 * hashes of other lines are salted, so they cannot be guessed.
 */
export interface LineProof {
  readonly schema: typeof lineProofSchemaName;
  readonly head: BundleHead;
  readonly signatures: readonly BundleSignature[];
  /** Place of the line among the statement's, from 0. */
  readonly index: number;
  /** The worker's input and line as the statement has them, and the salt of their hash. */
  readonly leaf: LineLeaf;
  /** Hashes beside the way up to the root, the lowest first, in hexadecimal. */
  readonly path: readonly string[];
}

/** Makes proofs out of one bundle. */
export type LineProver = (workerId: string) => LineProof | undefined;

/**
 * Prepares a bundle for the proofs of many of its lines; the tree is built once.
 *
 * @returns what makes a worker's proof, undefined for somebody who is not on the statement
 * @example
 * const month = {
 *   statementId: "S-1",
 *   period: period("2024-03"),
 *   unit: { id: "U1", name: "某单位", creditCode: "", division: "360403" },
 *   law: { on: plainDate("2024-03-31") },
 *   baselineLaw: { on: plainDate("2023-12-31") },
 *   settings: { case1Insurance: "forward", floatDaysMax: 3 } as const,
 *   agencies: [], contracts: [], workers: [], excluded: [],
 *   previousBalanceFen: fen(0),
 *   receivedFen: fen(0),
 * };
 * const statement = settleUnit(month, createFacts(jiujiangPacks));
 * if (!statement.ok) throw new Error("the month cannot be settled");
 * const signers = [createSigner("SM2", new Uint8Array(32).fill(1))];
 * const blindingKey = new Uint8Array(32).fill(2);
 * const bundle = await bundleStatement(statement.value, { signers, blindingKey });
 * createLineProver(bundle)("W1"); // => undefined
 */
export function createLineProver(bundle: UncheckedBundle): LineProver {
  const { head, signatures, leaves, statement } = bundle;
  const blinding = hexToBytes(bundle.blinding);
  const tree = merkleTree(leaves.map(hexToBytes));
  const places = new Map(leaves.map((_, index) => [workerAt(statement, index), index]));
  return (workerId) => {
    const index = places.get(workerId);
    if (index === undefined) return undefined;
    const leaf = leafOf(statement, index, blinding);
    const path = merklePath(tree, index).map(bytesToHex);
    return { schema: lineProofSchemaName, head, signatures, index, leaf, path };
  };
}

function workerAt({ lines }: PlainStatement, index: number): unknown {
  const line: unknown = Array.isArray(lines) ? lines[index] : undefined;
  return typeof line === "object" && line !== null && "workerId" in line ? line.workerId : undefined;
}

/**
 * The proof of one worker's line.
 *
 * @param bundle one just made, or read by {@link readBundle}
 * @returns undefined for somebody who is not on the statement
 * @example
 * const month = {
 *   statementId: "S-1",
 *   period: period("2024-03"),
 *   unit: { id: "U1", name: "某单位", creditCode: "", division: "360403" },
 *   law: { on: plainDate("2024-03-31") },
 *   baselineLaw: { on: plainDate("2023-12-31") },
 *   settings: { case1Insurance: "forward", floatDaysMax: 3 } as const,
 *   agencies: [], contracts: [], workers: [], excluded: [],
 *   previousBalanceFen: fen(0),
 *   receivedFen: fen(0),
 * };
 * const statement = settleUnit(month, createFacts(jiujiangPacks));
 * if (!statement.ok) throw new Error("the month cannot be settled");
 * const signers = [createSigner("SM2", new Uint8Array(32).fill(1))];
 * const blindingKey = new Uint8Array(32).fill(2);
 * const bundle = await bundleStatement(statement.value, { signers, blindingKey });
 * proofOfLine(bundle, "W1"); // => undefined
 */
export function proofOfLine(bundle: UncheckedBundle, workerId: string): LineProof | undefined {
  return createLineProver(bundle)(workerId);
}

/** What checking a proof found. */
export interface LineProofVerification {
  /** True when the line stands in the statement that the head is of. Who says so, the signatures tell. */
  readonly isSound: boolean;
  readonly head: BundleHead;
  readonly index: number;
  readonly leaf: LineLeaf;
  readonly signatures: readonly SignatureCheck[];
  readonly issues: readonly Issue[];
}

const proofSchema: z.ZodType<LineProof, unknown> = z.strictObject({
  schema: z.literal(lineProofSchemaName),
  head: headSchema,
  signatures: signaturesSchema,
  index: z.int().min(0),
  leaf: z.strictObject({ input: z.looseObject({}), line: z.looseObject({}), salt: hashSchema }),
  path: z.array(hashSchema),
});

/**
 * Checks that a line belongs to a signed statement, from the proof alone.
 *
 * @param bytes the proof's file
 * @param verifiers keys that must have signed; without any, signatures stay unchecked
 * @returns the verification, its issues `signature-invalid`, `signature-missing` and `line-not-in-statement`;
 *   or `not-canonical` with the offset for a file of another form, `schema-invalid` for what has not the form
 *   of a proof
 * @example
 * (await verifyLineProof(new Uint8Array([0x7b, 0x7d]))).ok; // => false
 */
export async function verifyLineProof(
  bytes: Uint8Array,
  verifiers: readonly StatementVerifier[] = [],
): Promise<Parsed<LineProofVerification>> {
  const read = readCanonicalFile(bytes, proofSchema);
  if (!read.ok) return read;
  const { head, index, leaf, path } = read.value;
  const place = { leaf: hashOfLeaf(leaf), index, size: head.lines.count, path: path.map(hexToBytes) };
  const root = rootOfPath(place);
  const belongs = root !== undefined && bytesToHex(root) === head.lines.root;
  const unfit = belongs ? [] : [createIssue(bundleIssues, "line-not-in-statement", {}, { path: "/leaf" })];
  const { checks, issues } = await checkSignatures(read.value, verifiers);
  const found = [...issues, ...unfit];
  return parsed({ isSound: found.length === 0, head, index, leaf, signatures: checks, issues: found });
}
