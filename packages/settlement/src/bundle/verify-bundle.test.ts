import { bytesToUtf8, utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  contracts,
  facts,
  lineOf,
  manyKinds,
  monthOf,
  statementOf,
  suppliedBy,
  yuan,
} from "../__fixtures__/unit-month.js";
import { canonicalJson } from "../canonical-json.js";
import { correctStatement } from "../correction/correct-statement.js";
import { digestOf } from "../statement/digest.js";
import { createSigner, createVerifier, publicKeyOf, type StatementSigner } from "./signature.js";
import { bundleStatement, type StatementBundle } from "./statement-bundle.js";
import { verifyBundle, type BundleVerification } from "./verify-bundle.js";

const keys = { Ed25519: new Uint8Array(32).fill(1), SM2: new Uint8Array(32).fill(2) } as const;
const blindingKey = new Uint8Array(32).fill(3);
const signers = [createSigner("Ed25519", keys.Ed25519), createSigner("SM2", keys.SM2)];
const verifiers = [
  createVerifier("Ed25519", publicKeyOf("Ed25519", keys.Ed25519)),
  createVerifier("SM2", publicKeyOf("SM2", keys.SM2)),
];
const kept = new Set(["W01", "W02", "W03", "W04", "W06", "W07", "W10"]);
const { perHead, tiered, rate } = contracts;
const sound = statementOf({
  ...manyKinds,
  contracts: [perHead, tiered, rate],
  workers: manyKinds.workers.filter(({ workerId }) => kept.has(workerId)),
});
const small = statementOf(monthOf([lineOf("W1"), suppliedBy(perHead, "W2")], [perHead]));

let bundle: StatementBundle;
beforeAll(async () => {
  bundle = await bundleStatement(sound, { signers, blindingKey });
});

const fileOf = (document: unknown): Uint8Array => utf8ToBytes(canonicalJson(document));

async function check(bytes: Uint8Array): Promise<BundleVerification | undefined> {
  const found = await verifyBundle(bytes, { verifiers });
  return found.ok ? found.value : undefined;
}

/** The places that a check names, all of them: pointers, offsets in messages, pointers of differences. */
async function placesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const found = await verifyBundle(bytes, { verifiers });
  const issues = found.ok ? found.value.issues : found.issues;
  const ofIssues = issues.map(({ code, message, path }) =>
    code === "not-canonical" ? (/\d+/.exec(message.en)?.[0] ?? "") : (path ?? ""),
  );
  if (!found.ok) return ofIssues;
  return [...ofIssues, ...found.value.statement.differences.map(({ pointer }) => `/statement${pointer}`)];
}

/** The bundle with one place changed. */
function changed(path: readonly (string | number)[], to: (value: unknown) => unknown): unknown {
  const copy: unknown = JSON.parse(canonicalJson(bundle));
  let parent = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  parent[last] = to(parent[last]);
  return copy;
}

const otherHex = (value: unknown): string =>
  `${String(value).startsWith("0") ? "1" : "0"}${String(value).slice(1)}`;

describe("verifyBundle", () => {
  it("finds a bundle sound that both keys signed", async () => {
    expect(await check(fileOf(bundle))).toMatchObject({
      isSound: true,
      issues: [],
      signatures: [
        { algorithm: "Ed25519", outcome: "valid" },
        { algorithm: "SM2", outcome: "valid" },
      ],
      statement: { isSound: true, statementId: "S-2024-03-U1" },
    });
  });

  it("finds a bundle of nobody sound", async () => {
    const none = await bundleStatement(statementOf(monthOf([])), { signers, blindingKey });
    expect(none.head.lines.count).toBe(0);
    expect((await check(fileOf(none)))?.isSound).toBe(true);
  });

  it("finds the bundle of a correction sound together with the statement that it corrects", async () => {
    const raised = monthOf([lineOf("W1", { pay: [{ kind: "basic", amountFen: yuan(4100) }] })]);
    const issued = statementOf(monthOf([lineOf("W1")]));
    const outcome = correctStatement(issued, raised, facts);
    if (!outcome.ok || outcome.value.kind === "unchanged") throw new Error("no correction");
    const bytes = fileOf(await bundleStatement(outcome.value.statement, { signers, blindingKey }));
    const found = await verifyBundle(bytes, { verifiers, earlier: [issued] });
    expect(found.ok && found.value.isSound).toBe(true);
    const alone = await verifyBundle(bytes, { verifiers });
    expect(alone.issues.map(({ code, path }) => [code, path])).toEqual([
      ["earlier-statement-missing", "/statement"],
    ]);
  });

  it("leaves signatures unchecked where no key is given, and finds the rest sound", async () => {
    const found = await verifyBundle(fileOf(bundle));
    const outcomes = found.ok ? found.value.signatures.map(({ outcome }) => outcome) : [];
    expect([found.ok && found.value.isSound, outcomes]).toEqual([true, ["unchecked", "unchecked"]]);
  });

  it("misses the signature of a key that did not sign", async () => {
    const stranger = createVerifier("SM2", publicKeyOf("SM2", new Uint8Array(32).fill(9)));
    const found = await verifyBundle(fileOf(bundle), { verifiers: [stranger] });
    expect(found.ok && found.value.isSound).toBe(false);
    expect(found.ok && found.value.issues.map(({ code }) => code)).toEqual(["signature-missing"]);
  });

  it("does not take a signature for one by the other algorithm", async () => {
    const [first] = bundle.signatures;
    const found = await verifyBundle(fileOf({ ...bundle, signatures: [{ ...first, algorithm: "SM2" }] }), {
      verifiers: verifiers.slice(0, 1),
    });
    expect(found.ok && found.value.issues.map(({ code }) => code)).toEqual(["signature-missing"]);
  });

  it("finds a statement unsound whose guarantee does not hold, though every seal fits", async () => {
    const broken = await bundleStatement(statementOf(manyKinds), { signers, blindingKey });
    const found = await check(fileOf(broken));
    expect([found?.isSound, found?.issues]).toEqual([false, []]);
  });

  it("takes the signature of a module that answers later", async () => {
    const module: StatementSigner = {
      algorithm: "SM2",
      keyId: "slot-7",
      sign: async (bytes) => {
        await new Promise((done) => setTimeout(done, 1));
        return createSigner("SM2", keys.SM2).sign(bytes);
      },
    };
    const signed = await bundleStatement(small, { signers: [module], blindingKey });
    const known = { ...createVerifier("SM2", publicKeyOf("SM2", keys.SM2)), keyId: "slot-7" };
    const found = await verifyBundle(fileOf(signed), { verifiers: [known] });
    expect(found.ok && found.value.isSound).toBe(true);
  });

  it.each([
    [
      "a result of a line",
      ["statement", "lines", 2, "grossFen"],
      (v: unknown) => Number(v) + 1,
      "/statement/lines/2",
    ],
    [
      "an amount that a line is from",
      ["statement", "input", "workers", 4, "incomeBeforeFen"],
      (v: unknown) => Number(v) + 100,
      "/statement/input/workers/4",
    ],
    [
      "a name that nothing follows from",
      ["statement", "input", "workers", 0, "name"],
      () => "另一人",
      "/statement/input/workers/0",
    ],
    ["a total", ["statement", "totals", "netFen"], (v: unknown) => Number(v) - 1, "/statement/totals"],
    ["the unit", ["statement", "input", "unit", "name"], () => "别的单位", "/statement/input/unit"],
    [
      "the source of a fact",
      ["statement", "input", "facts", 0, "version"],
      () => "x",
      "/statement/input/facts",
    ],
    ["the statement's digest", ["statement", "digest"], otherHex, "/statement/digest"],
    ["the root", ["head", "lines", "root"], otherHex, "/head/lines/root"],
    ["the number of lines", ["head", "lines", "count"], () => 8, "/head/lines/count"],
    ["the seal of the parts", ["head", "parts"], otherHex, "/head/parts"],
    ["the unit's name in the head", ["head", "unit", "name"], () => "别的单位", "/head/unit/name"],
    ["the month in the head", ["head", "period"], () => "2024-04", "/head/period"],
    ["a leaf", ["leaves", 3], otherHex, "/leaves/3"],
    ["the seal of a part", ["parts", "/fees"], otherHex, "/parts/~1fees"],
    ["the blinding", ["blinding"], otherHex, "/blinding"],
    ["a signature", ["signatures", 1, "value"], otherHex, "/signatures/1"],
    ["a signature's key", ["signatures", 0, "keyId"], () => "k", "/signatures"],
    ["a leaf by one more", ["leaves"], (v: unknown) => [...(v as string[]), "0".repeat(64)], "/leaves/7"],
  ] as const)("names the place where %s was changed", async (_, path, to, place) => {
    const bytes = fileOf(changed(path, to));
    expect((await check(bytes))?.isSound).toBe(false);
    expect(await placesOf(bytes)).toContain(place);
  });

  it("finds a line changed together with everything that can be made to fit without the key", async () => {
    const lines = sound.lines.with(0, { ...sound.lines[0], netFen: 1 } as (typeof sound.lines)[0]);
    const { digest: _, ...body } = { ...sound, lines };
    const forged = await bundleStatement({ ...body, digest: digestOf(body) }, { signers, blindingKey });
    const found = await check(fileOf({ ...forged, signatures: bundle.signatures }));
    expect(found?.signatures.map(({ outcome }) => outcome)).toEqual(["invalid", "invalid"]);
  });

  it.each([
    ["an empty file", ""],
    ["no JSON", "{"],
    ["another document", "{}"],
    ["a list", "[]"],
    ["a statement without its bundle", canonicalJson(sound)],
  ])("answers %s with issues", async (_, text) => {
    const found = await verifyBundle(utf8ToBytes(text));
    expect([found.ok, found.issues.length > 0]).toEqual([false, true]);
  });

  it("names the byte at which a file was saved anew", async () => {
    const pretty = utf8ToBytes(JSON.stringify(bundle, undefined, 1));
    expect(await placesOf(pretty)).toEqual(["1"]);
    expect(await placesOf(utf8ToBytes(`${canonicalJson(bundle)}\n`))).toEqual([
      String(fileOf(bundle).length),
    ]);
  });
});

describe("any changed byte of a bundle", () => {
  /** A bundle of two lines and one signature. */
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = fileOf(await bundleStatement(small, { signers: signers.slice(0, 1), blindingKey }));
  });
  const one = { verifiers: verifiers.slice(0, 1) };

  async function isFound(file: Uint8Array): Promise<boolean> {
    const found = await verifyBundle(file, one);
    if (!found.ok)
      return found.issues.every(({ path, code }) => code === "not-canonical" || path !== undefined);
    const { isSound, issues, statement } = found.value;
    return !isSound && issues.length + statement.differences.length > 0;
  }

  it("is found and named in every name and every value of a small bundle", async () => {
    const tokens = [...bytesToUtf8(bytes).matchAll(/"(?:[^"\\]|\\.)*"|-?\d+|true|false|null/g)];
    const lengthBefore = (index: number): number => utf8ToBytes(bytesToUtf8(bytes).slice(0, index)).length;
    const missed: string[] = [];
    for (const [count, { 0: token, index }] of tokens.entries()) {
      const place = lengthBefore(index) + (count % utf8ToBytes(token).length);
      const file = Uint8Array.from(bytes);
      file[place] = (file[place] ?? 0) ^ (1 << (count % 8));
      if (!(await isFound(file))) missed.push(`${place}: ${token}`);
    }
    expect([tokens.length > 300, missed]).toEqual([true, []]);
  });

  it("is found and named whatever it becomes, and so is a byte more or less", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat(2), async (at, byte, way) => {
        const place = at % bytes.length;
        fc.pre(bytes[place] !== byte);
        const rest = bytes.subarray(way === 0 ? place + 1 : way === 1 ? place : place + 1);
        const file = Uint8Array.of(...bytes.subarray(0, place), ...(way === 2 ? [] : [byte]), ...rest);
        expect(await isFound(file)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("bundleStatement", () => {
  it("gives the same bytes for the same statement and keys", async () => {
    const again = await bundleStatement(sound, { signers, blindingKey });
    expect(canonicalJson(again)).toBe(canonicalJson(bundle));
  });

  it("salts the lines by the blinding key, and the lines of each statement otherwise", async () => {
    const other = await bundleStatement(sound, { signers, blindingKey: new Uint8Array(32).fill(4) });
    const next = await bundleStatement(small, { signers, blindingKey });
    const leaves = [bundle, other, next].flatMap((one) => [one.blinding, ...one.leaves]);
    expect(new Set(leaves).size).toBe(leaves.length);
  });

  it("throws without a signer, and for a short blinding key", async () => {
    await expect(bundleStatement(small, { signers: [], blindingKey })).rejects.toThrow(RangeError);
    const short = { signers, blindingKey: new Uint8Array(15) };
    await expect(bundleStatement(small, short)).rejects.toThrow(RangeError);
  });
});
