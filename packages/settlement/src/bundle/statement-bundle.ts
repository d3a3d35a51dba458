import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../canonical-json.js";
import { digestOf } from "../statement/digest.js";
import type { SettlementStatement } from "../statement/statement.js";
import { merkleRoot, merkleTree } from "./merkle-tree.js";
import type { SignatureAlgorithm, StatementSigner } from "./signature.js";
import { hashOfLeaf, leafOf, partSeals } from "./statement-seals.js";

/** Name and version of the bundle's form. */
export const bundleSchemaName = "tongchou/statement-bundle@1";

/** Name and version of the form of what is signed. */
export const bundleHeadSchemaName = "tongchou/bundle-head@1";

/** What is signed: whose statement it is, and the hashes that everything in it hangs on. */
export interface BundleHead {
  readonly schema: typeof bundleHeadSchemaName;
  readonly statementId: string;
  readonly period: string;
  readonly unit: { readonly id: string; readonly name: string; readonly creditCode: string };
  /** Number of lines, and the root of the Merkle tree over them (RFC 6962, SHA-256), in hexadecimal. */
  readonly lines: { readonly count: number; readonly root: string };
  /** SHA-256 over the canonical JSON of the bundle's `parts`, in hexadecimal. */
  readonly parts: string;
}

/** A signature over {@link signedBytes}, its value in hexadecimal. */
export interface BundleSignature {
  readonly algorithm: SignatureAlgorithm;
  readonly keyId: string;
  readonly value: string;
}

/**
 * A statement that anyone can check: the statement, the hashes of its lines and of its other parts, and
 * signatures over what these hang on. Its file is its canonical JSON (RFC 8785), to the byte.
 */
export interface StatementBundle {
  readonly schema: typeof bundleSchemaName;
  readonly head: BundleHead;
  readonly signatures: readonly BundleSignature[];
  /** 32 bytes in hexadecimal that the salts of the lines come from; not part of any line's proof. */
  readonly blinding: string;
  /** Hashes of the leaves of the tree, in hexadecimal. */
  readonly leaves: readonly string[];
  /** Seals of what is not a line, by JSON pointer into the statement, in hexadecimal. */
  readonly parts: Readonly<Record<string, string>>;
  readonly statement: SettlementStatement;
}

/** What a statement is bundled with. */
export interface BundleOptions {
  readonly signers: readonly StatementSigner[];
  /**
   * A secret of the issuer, 16 bytes or more. The salts of a statement's lines are derived from it, so that
   * whoever is given one line cannot guess another one and try its hash.
   */
  readonly blindingKey: Uint8Array;
}

/**
 * Bundles a statement and signs it. The same statement, keys and blinding key give the same bytes, as far as
 * the signers do.
 *
 * @throws RangeError without a signer, or for a blinding key that is too short
 * @example
 * const month = {
 *   statementId: "S-1",
 *   period: period("2024-03"),
 *   unit: { id: "U1", name: "某单位", creditCode: "", division: "360403" },
 *   law: { on: plainDate("2024-03-31") },
 *   baselineLaw: { on: plainDate("2023-12-31") },
 *   settings: { case1Insurance: "forward", floatDaysMax: 3 } as const,
 *   agencies: [], contracts: [], workers: [], excluded: [],
 *   previousBalanceFen: fen(500),
 *   receivedFen: fen(0),
 * };
 * const statement = settleUnit(month, createFacts(jiujiangPacks));
 * if (!statement.ok) throw new Error("the month cannot be settled");
 * const signers = [createSigner("Ed25519", new Uint8Array(32).fill(1))];
 * const blindingKey = new Uint8Array(32).fill(2);
 * const bundle = await bundleStatement(statement.value, { signers, blindingKey });
 * [bundle.head.lines.count, bundle.signatures.length]; // => [0, 1]
 */
export async function bundleStatement(
  statement: SettlementStatement,
  { signers, blindingKey }: BundleOptions,
): Promise<StatementBundle> {
  if (signers.length === 0) throw new RangeError("a bundle needs a signer");
  if (blindingKey.length < 16) throw new RangeError("a blinding key has 16 bytes or more");
  const blinding = hmac(sha256, blindingKey, utf8ToBytes(`${bundleSchemaName} ${statement.digest}`));
  const leaves = statement.lines.map((_, index) => hashOfLeaf(leafOf(statement, index, blinding)));
  const parts = partSeals(statement, blinding);
  const head = headOf(statement, bytesToHex(merkleRoot(merkleTree(leaves))), parts);
  return {
    schema: bundleSchemaName,
    head,
    signatures: await Promise.all(signers.map((signer) => signatureBy(signer, head))),
    blinding: bytesToHex(blinding),
    leaves: leaves.map(bytesToHex),
    parts,
    statement,
  };
}

/**
 * The bytes that a signature is over: the canonical JSON of the head with the name of algorithm and key.
 *
 * @example
 * const head = {
 *   schema: bundleHeadSchemaName, statementId: "S", period: "2024-03", parts: "",
 *   unit: { id: "U", name: "", creditCode: "" }, lines: { count: 0, root: "" },
 * };
 * const bytes = signedBytes(head, { algorithm: "SM2", keyId: "k" });
 * JSON.parse(new TextDecoder().decode(bytes)); // => { algorithm: "SM2", head, keyId: "k" }
 */
export function signedBytes(
  head: BundleHead,
  { algorithm, keyId }: Pick<BundleSignature, "algorithm" | "keyId">,
): Uint8Array {
  return utf8ToBytes(canonicalJson({ algorithm, head, keyId }));
}

function headOf(
  { input, lines }: SettlementStatement,
  root: string,
  parts: StatementBundle["parts"],
): BundleHead {
  const { id, name, creditCode } = input.unit;
  return {
    schema: bundleHeadSchemaName,
    statementId: input.statementId,
    period: input.period,
    unit: { id, name, creditCode },
    lines: { count: lines.length, root },
    parts: digestOf(parts),
  };
}

async function signatureBy(signer: StatementSigner, head: BundleHead): Promise<BundleSignature> {
  const { algorithm, keyId } = signer;
  const value = await signer.sign(signedBytes(head, { algorithm, keyId }));
  return { algorithm, keyId, value: bytesToHex(value) };
}
