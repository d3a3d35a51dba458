import { utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  contracts,
  lineOf,
  manyKinds,
  monthOf,
  statementOf,
  suppliedBy,
} from "../__fixtures__/unit-month.js";
import { canonicalJson } from "../canonical-json.js";
import { createLineProver, proofOfLine, verifyLineProof, type LineProof } from "./line-proof.js";
import { createSigner, createVerifier, publicKeyOf } from "./signature.js";
import { bundleStatement, type StatementBundle } from "./statement-bundle.js";

const key = new Uint8Array(32).fill(1);
const options = { signers: [createSigner("SM2", key)], blindingKey: new Uint8Array(16).fill(3) };
const verifiers = [createVerifier("SM2", publicKeyOf("SM2", key))];
const everybody = statementOf(manyKinds);

let bundle: StatementBundle;
let proof: LineProof;
beforeAll(async () => {
  bundle = await bundleStatement(everybody, options);
  const found = proofOfLine(bundle, "W06");
  if (found === undefined) throw new Error("W06 is not on the statement");
  proof = found;
});

async function codesOf(document: unknown): Promise<readonly string[]> {
  const found = await verifyLineProof(utf8ToBytes(canonicalJson(document)), verifiers);
  expect(found.ok && found.value.isSound).toBe(
    found.issues.length === 0 && found.ok && found.value.issues.length === 0,
  );
  return (found.ok ? found.value.issues : found.issues).map(({ code }) => code);
}

const otherHex = (text: string): string => `${text.startsWith("0") ? "1" : "0"}${text.slice(1)}`;

describe("proofOfLine", () => {
  it("proves every line of a statement to somebody who has the public key", async () => {
    const prove = createLineProver(bundle);
    for (const [index, { workerId }] of everybody.lines.entries()) {
      const one = prove(workerId);
      expect(one?.index).toBe(index);
      expect(one).toEqual(proofOfLine(bundle, workerId));
      expect(await codesOf(one)).toEqual([]);
    }
  });

  it("proves the only line of a statement", async () => {
    const alone = await bundleStatement(statementOf(monthOf([lineOf("W1")])), options);
    expect(proofOfLine(alone, "W1")?.path).toEqual([]);
    expect(await codesOf(proofOfLine(alone, "W1"))).toEqual([]);
  });

  it("has none for somebody who is not on the statement", () => {
    expect(proofOfLine(bundle, "W99")).toBeUndefined();
  });

  it("holds the worker's own data and nobody else's", () => {
    const text = canonicalJson(proof);
    expect(text).toContain('"workerId":"W06"');
    const others = everybody.lines.filter(({ workerId }) => workerId !== "W06");
    expect(others.filter(({ workerId }) => text.includes(`"${workerId}"`))).toEqual([]);
    const members = new Set(Object.keys(proof));
    expect(members).toEqual(new Set(["schema", "head", "signatures", "index", "leaf", "path"]));
    expect(text).not.toContain(bundle.blinding);
  });

  it("hides the other lines: two that are alike but for their worker have hashes of nothing in common", async () => {
    const { perHead } = contracts;
    const twins = monthOf([suppliedBy(perHead, "W1"), suppliedBy(perHead, "W2")], [perHead]);
    const [first, second] = await Promise.all(
      [3, 4].map((byte) =>
        bundleStatement(statementOf(twins), { ...options, blindingKey: new Uint8Array(16).fill(byte) }),
      ),
    );
    // Somebody who knows W2's whole line still lacks the salt that its hash was made with.
    expect(first?.leaves[1]).not.toBe(second?.leaves[1]);
    const proofs = [first, second].map((one) => one && proofOfLine(one, "W1"));
    expect(proofs[0]?.path).not.toEqual(proofs[1]?.path);
  });
});

describe("verifyLineProof", () => {
  it("tells whose line of which statement it is", async () => {
    const found = await verifyLineProof(utf8ToBytes(canonicalJson(proof)), verifiers);
    expect(found.ok && found.value).toMatchObject({
      isSound: true,
      index: 5,
      head: { statementId: "S-2024-03-U1", period: "2024-03", lines: { count: 17 } },
      leaf: { line: { workerId: "W06", grossFen: 2_100_000 } },
      signatures: [{ algorithm: "SM2", outcome: "valid" }],
    });
  });

  it("finds a line in its statement without a key, and says that nobody checked the signature", async () => {
    const found = await verifyLineProof(utf8ToBytes(canonicalJson(proof)));
    expect(found.ok && found.value).toMatchObject({ isSound: true, signatures: [{ outcome: "unchecked" }] });
  });

  const line = "line-not-in-statement";
  const tampered: readonly (readonly [string, () => unknown, readonly string[]])[] = [
    [
      "an amount of the line",
      () => ({ ...proof, leaf: { ...proof.leaf, line: { ...(proof.leaf.line as object), netFen: 1 } } }),
      [line],
    ],
    [
      "the name",
      () => ({ ...proof, leaf: { ...proof.leaf, input: { ...(proof.leaf.input as object), name: "李四" } } }),
      [line],
    ],
    [
      "a member more",
      () => ({ ...proof, leaf: { ...proof.leaf, line: { ...(proof.leaf.line as object), more: 1 } } }),
      [line],
    ],
    ["the salt", () => ({ ...proof, leaf: { ...proof.leaf, salt: otherHex(proof.leaf.salt) } }), [line]],
    ["the index", () => ({ ...proof, index: 4 }), [line]],
    ["an index beyond the tree", () => ({ ...proof, index: 17 }), [line]],
    [
      "a hash of the path",
      () => ({ ...proof, path: proof.path.with(2, otherHex(proof.path[2] ?? "")) }),
      [line],
    ],
    ["a shorter path", () => ({ ...proof, path: proof.path.slice(0, -1) }), [line]],
    ["a longer path", () => ({ ...proof, path: [...proof.path, proof.path[0]] }), [line]],
    [
      "the size of the tree",
      () => ({ ...proof, head: { ...proof.head, lines: { ...proof.head.lines, count: 18 } } }),
      ["signature-invalid"],
    ],
    [
      "the root",
      () => ({
        ...proof,
        head: { ...proof.head, lines: { ...proof.head.lines, root: otherHex(proof.head.lines.root) } },
      }),
      ["signature-invalid", line],
    ],
    ["the month", () => ({ ...proof, head: { ...proof.head, period: "2024-04" } }), ["signature-invalid"]],
    [
      "the unit",
      () => ({ ...proof, head: { ...proof.head, unit: { ...proof.head.unit, name: "别的单位" } } }),
      ["signature-invalid"],
    ],
    [
      "the signature",
      () => ({
        ...proof,
        signatures: proof.signatures.map((one) => ({ ...one, value: otherHex(one.value) })),
      }),
      ["signature-invalid"],
    ],
    [
      "the key's name",
      () => ({ ...proof, signatures: proof.signatures.map((one) => ({ ...one, keyId: "k" })) }),
      ["signature-missing"],
    ],
    ["another worker's line", () => ({ ...proof, leaf: proofOfLine(bundle, "W05")?.leaf }), [line]],
  ];
  it.each(tampered)("finds %s changed", async (_, document, codes) => {
    expect(await codesOf(document())).toEqual(codes);
  });

  it("finds any byte of a proof changed", async () => {
    const bytes = utf8ToBytes(canonicalJson(proof));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (place, bit) => {
        const file = Uint8Array.from(bytes);
        file[place] = (file[place] ?? 0) ^ (1 << bit);
        const found = await verifyLineProof(file, verifiers);
        expect(found.ok && found.value.isSound).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("answers a line that is nested deeper than anything can be hashed", async () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const text = canonicalJson(proof).replace('"netFen":', `"more":${deep},"netFen":`);
    const found = await verifyLineProof(utf8ToBytes(text), verifiers);
    expect(found.issues.map(({ code }) => code)).toEqual(["not-canonical"]);
  });

  it.each(["", "{}", "[]", "null", '{"schema":"tongchou/line-proof@1"}'])(
    "answers %j with issues",
    async (text) => {
      const found = await verifyLineProof(utf8ToBytes(text), verifiers);
      expect([found.ok, found.issues.length > 0]).toEqual([false, true]);
    },
  );
});
