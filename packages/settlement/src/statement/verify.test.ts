import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contracts,
  manyKinds,
  monthOf,
  statementOf,
  suppliedBy,
  lineOf,
  yuan,
} from "../__fixtures__/unit-month.js";
import { digestOf } from "./digest.js";
import { verifyStatement, type Verification } from "./verify.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A sound month: lines paid, held, carried and deducted from, under fees with and without tax. */
const kept = new Set(["W01", "W02", "W03", "W04", "W06", "W07", "W10"]);
const { perHead, tiered, rate } = contracts;
const sound = statementOf({
  ...manyKinds,
  contracts: [perHead, tiered, rate],
  workers: manyKinds.workers.filter(({ workerId }) => kept.has(workerId)),
});
const text = JSON.stringify(sound);
const read = (): { [key: string]: Json } => JSON.parse(text) as { [key: string]: Json };

/** Where every leaf of a document stands. */
function leavesOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

function valueAt(root: Json, path: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const key of path) value = (value as { [key: string]: Json } | undefined)?.[key];
  return value;
}

/** Puts a value in a place of a document; `undefined` takes the place away. */
function put(root: Json, path: readonly string[], to: Json | undefined): void {
  const parent = valueAt(root, path.slice(0, -1));
  const last = path.at(-1) ?? "";
  if (typeof parent !== "object" || parent === null) return;
  if (to !== undefined) (parent as { [key: string]: Json })[last] = to;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
}

/** The document with one place changed. */
function changed(path: readonly string[], to: Json | undefined): { [key: string]: Json } {
  const copy = read();
  put(copy, path, to);
  return copy;
}

/** The document with a digest that fits it. */
function resealed(document: { [key: string]: Json }): { [key: string]: Json } {
  const { digest: _, ...body } = document;
  return { ...body, digest: digestOf(body) };
}

function verification(document: unknown): Verification | undefined {
  const result = verifyStatement(document);
  return result.ok ? result.value : undefined;
}

const leaves = leavesOf(read());
const results = leaves.filter(([head]) => head !== "input" && head !== "digest" && head !== "schema");
const inputs = leaves.filter((path) => path[0] === "input" && Number.isInteger(valueAt(read(), path)));

/**
 * Inputs that one more may leave without effect on this month: a millionth of a rate that rounding takes
 * away, tax withheld where none is due, a wage whose contributions round alike, what lies outside the bounds,
 * steps, classes and brackets that the month has, and what is only carried along.
 */
const mayChangeNothing = new RegExp(
  [
    "housingFundRate$",
    "ppm$",
    "rate$",
    "taxWithheldBeforeFen$",
    String.raw`baseline\.contributionWageFen$`,
    String.raw`tiers\.`,
    String.raw`brackets\.`,
    String.raw`class-rates\.`,
    String.raw`ceiling\.`,
    "(lower|upper|average)Fen$",
    "floatDaysMax$",
  ].join("|"),
);

/** Another value of the same kind: one more, a text longer, the other truth. */
function other(value: Json | undefined): Json {
  if (typeof value === "number") return value + 1;
  if (typeof value === "string") return `${value}x`;
  return typeof value === "boolean" ? !value : 0;
}

describe("verifyStatement", () => {
  it("finds a sound statement sound", () => {
    const found = verification(read());
    expect(found).toMatchObject({ isSound: true, digestMatches: true, differences: [] });
    expect(found?.recomputed).toEqual(sound);
  });

  it("finds a statement unsound whose guarantee does not hold, though every fen follows", () => {
    const found = verification(JSON.parse(JSON.stringify(statementOf(manyKinds))));
    expect(found).toMatchObject({ isSound: false, digestMatches: true, differences: [] });
  });

  it("walks over every value of the statement", () => {
    const numbers = results.filter((path) => Number.isInteger(valueAt(read(), path)));
    expect([results.length > 400, numbers.length > 300, inputs.length > 100]).toEqual([true, true, true]);
  });

  it("finds any result changed: by its digest, and by recomputing it once the digest was made to fit", () => {
    for (const path of results) {
      const value = valueAt(read(), path);
      const document = changed(path, other(value));
      expect(verification(document)?.digestMatches).toBe(false);
      const found = verification(resealed(document));
      expect([found?.digestMatches, found?.isSound]).toEqual([true, false]);
      const pointer = `/${path.join("/")}`;
      const difference = { pointer, found: JSON.stringify(other(value)), recomputed: JSON.stringify(value) };
      expect(found?.differences).toEqual([difference]);
    }
  });

  it("finds any result taken away though the digest was made to fit", () => {
    for (const path of results) {
      expect(verification(resealed(changed(path, undefined)))?.isSound).toBe(false);
    }
  });

  it("finds any number of the input changed by one, wherever that changes a result", () => {
    const unseen = inputs.filter((path) => {
      const document = changed(path, (valueAt(read(), path) as number) + 1);
      const bySeal = verification(document);
      expect(bySeal === undefined || !bySeal.digestMatches).toBe(true);
      // An input that no longer reads or settles is found as well.
      const found = verification(resealed(document));
      if (found === undefined || found.differences.length > 0) return false;
      // Within a clamp, a bracket or a rounding nothing follows from it: it is another sound statement.
      expect(found.isSound).toBe(true);
      return true;
    });
    expect(unseen.map((path) => path.join(".")).filter((path) => !mayChangeNothing.test(path))).toEqual([]);
  });

  it.each([
    ["input", "workers", "0", "pay", "0", "amountFen"],
    ["input", "workers", "4", "incomeBeforeFen"],
    ["input", "workers", "4", "taxWithheldBeforeFen"],
    ["input", "workers", "0", "contributionWageFen"],
    ["input", "workers", "3", "otherDeductions", "0", "amountFen"],
    ["input", "workers", "0", "baseline", "grossFen"],
    ["input", "contracts", "0", "feeTerms", "monthlyFen"],
    ["input", "previousBalanceFen"],
    ["input", "receivedFen"],
  ])("finds a fen more at %s/%s/%s/%s/%s/%s", (...path) => {
    const place = path.filter((key) => key !== undefined);
    const document = resealed(changed(place, (valueAt(read(), place) as number) + 1));
    expect(verification(document)?.differences.length).toBeGreaterThan(0);
  });

  it("finds a change that changes no result by its digest", () => {
    const found = verification(changed(["input", "workers", "0", "name"], "另一人"));
    expect(found).toMatchObject({ isSound: false, digestMatches: false, differences: [] });
  });

  it("names the place, what stands there and what should", () => {
    const document = changed(["lines", "0", "netFen"], "much");
    expect(verification(document)?.differences).toEqual([
      { pointer: "/lines/0/netFen", found: '"much"', recomputed: String(sound.lines[0]?.netFen) },
    ]);
  });

  it.each([
    ["a member more at the top", ["extra"]],
    ["a member more in the input", ["input", "extra"]],
    ["a member more in a line of the input", ["input", "workers", "0", "extra"]],
    ["a member more in a result", ["totals", "extra"]],
    ["a member of an inherited name", ["totals", "toString"]],
  ])("finds %s though the digest was made to fit", (_, path) => {
    const found = verification(resealed(changed(path, { any: 1 })));
    expect(found?.isSound).toBe(false);
    expect(found?.differences.map(({ pointer }) => pointer)).toEqual([`/${path.join("/")}`]);
  });

  it("finds a member named __proto__", () => {
    const smuggled = text.replace('"totals":{', '"totals":{"__proto__":{},');
    const document = resealed(JSON.parse(smuggled) as { [key: string]: Json });
    expect(verification(document)?.differences.map(({ pointer }) => pointer)).toEqual(["/totals/__proto__"]);
  });
});

describe("verifyStatement on documents that are no statement", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 1],
    ["a text", "结算单"],
    ["a list", []],
    ["an empty object", {}],
    ["another schema", { ...read(), schema: "tongchou/settlement-statement@2" }],
    ["no input", { schema: "tongchou/settlement-statement@1", digest: "" }],
    ["an input that is no object", { ...read(), input: 1 }],
  ])("answers %s with an issue", (_, document) => {
    const result = verifyStatement(document);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual(["statement-unreadable"]);
  });

  it("says where the input does not have its form, in all places at once", () => {
    const document = changed(["input", "workers", "0", "monthsAtAgent"], 13);
    const facts = (document["input"] as { facts: { facts: { [key: string]: Json } }[] }).facts;
    if (facts[0] !== undefined) facts[0].facts["cn.iit.rounding"] = 1;
    const result = verifyStatement(document);
    expect(result.issues.map((issue) => issue.path)).toEqual([
      "/input/workers/0/monthsAtAgent",
      "/input/facts/0/facts/cn.iit.rounding",
    ]);
  });

  it.each([
    ["facts that are missing", ["input", "facts"], []],
    ["facts of another form", ["input", "facts"], { id: "x" }],
    ["no facts", ["input", "facts"], undefined],
    ["a year without law", ["input", "law", "on"], "1999-12-31"],
    ["a day that is none", ["input", "law", "on"], "2024-02-30"],
    [
      "amounts beyond the safe range",
      ["input", "workers", "0", "pay", "0", "amountFen"],
      Number.MAX_SAFE_INTEGER,
    ],
    ["a contract that is gone", ["input", "contracts"], []],
  ] as const)("answers %s with issues", (_, path, to) => {
    const result = verifyStatement(changed(path, to as Json | undefined));
    expect(result.ok).toBe(false);
    expect(result.issues.length).toBeGreaterThan(0);
  });

  it("answers a document nested too deep", () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    const document: unknown = JSON.parse(text.replace('"remarks":[', `"remarks":[${deep},`));
    expect(verifyStatement(document).ok).toBe(false);
  });

  const anyJunk = fc.oneof(
    fc.constantFrom<Json | undefined>(
      undefined,
      null,
      -1,
      0.5,
      1e300,
      Number.MAX_SAFE_INTEGER,
      "",
      "x",
      true,
      [],
      {},
    ),
    fc.constantFrom<Json>("__proto__", "constructor", [[]], [null], { __proto__: null, kind: "worker" }),
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  );
  const places = [
    ...new Set(leaves.flatMap((path) => path.map((_, depth) => path.slice(0, depth + 1).join("\n")))),
  ];

  it("never throws, whatever stands in whatever place", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), anyJunk), { minLength: 1, maxLength: 3 }),
        (changes) => {
          const document = read();
          for (const [path, junk] of changes) put(document, path.split("\n"), junk);
          for (const candidate of [document, resealed(document)]) {
            const result = verifyStatement(candidate);
            expect(result.ok || result.issues.length > 0).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("never throws on any JSON at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(verifyStatement(value).ok).toBe(false);
        expect(verifyStatement({ ...read(), input: value }).ok).toBe(false);
      }),
    );
  });
});

describe("verifyStatement on members that a month had too much", () => {
  it("finds a statement sound whose unit was given with more than a statement has", () => {
    const month = monthOf([lineOf("W1"), suppliedBy(perHead, "W2")], [perHead], {
      previousBalanceFen: yuan(1),
    });
    const given = { ...month, unit: { ...month.unit, nature: "fully-funded" }, note: "x" };
    expect(verification(JSON.parse(JSON.stringify(statementOf(given))))?.isSound).toBe(true);
  });
});
