import { describe, expect, it } from "vitest";
import { readFactPack } from "./read-pack.js";

const version = {
  value: { rate: 20_000 },
  effectiveFrom: "2024-01-01",
  effectiveTo: null,
  announcedOn: null,
  source: "a notice",
  confidence: "confirmed",
};
const id = "cn.iit.commission";

/** A pack with one fact. */
const pack = (versions: unknown, fact: string = id): unknown => ({
  id: "ours",
  version: "1",
  facts: { [fact]: versions },
});
/** A pack with one version of a fact of another shape. */
const valued = (fact: string, value: unknown): unknown => pack([{ ...version, value }], fact);

const bracket = { upToFen: null, rate: 30_000, quickFen: 0 };
const low = { upToFen: 100, rate: 30_000, quickFen: 0 };

describe("readFactPack", () => {
  it("reads a pack with dates, source, confidence and note", () => {
    const json = pack([{ ...version, effectiveTo: "2024-12-31", announcedOn: "2024-02-01", note: "a note" }]);
    expect(readFactPack(json)).toEqual({ ok: true, value: json, issues: [] });
  });

  it("reads an empty pack", () => {
    expect(readFactPack({ id: "ours", version: "1", facts: {} }).ok).toBe(true);
  });

  it.each([
    ["no object", null, "schema-invalid", "/"],
    ["a list", [], "schema-invalid", "/"],
    ["no id", { version: "1", facts: {} }, "schema-invalid", "/id"],
    ["an empty id", { id: "", version: "1", facts: {} }, "schema-invalid", "/id"],
    ["no facts", { id: "ours", version: "1" }, "schema-invalid", "/facts"],
    ["a member that is not known", { id: "ours", version: "1", facts: {}, extra: 1 }, "schema-invalid", "/"],
    ["a fact that is not known", pack([], "cn.none"), "fact-id-unknown", "/facts/cn.none"],
    ["a fact of a name with a slash", pack([], "a/b~c"), "fact-id-unknown", "/facts/a~1b~0c"],
    ["a fact of an inherited name", pack([], "toString"), "fact-id-unknown", "/facts/toString"],
    ["versions that are no list", pack({}), "schema-invalid", `/facts/${id}`],
    ["a version that is no object", pack([1]), "schema-invalid", `/facts/${id}/0`],
    [
      "a day the calendar does not have",
      pack([{ ...version, effectiveFrom: "2024-02-30" }]),
      "schema-invalid",
      `/facts/${id}/0/effectiveFrom`,
    ],
    [
      "an end that is left out",
      pack([{ ...version, effectiveTo: undefined }]),
      "schema-invalid",
      `/facts/${id}/0/effectiveTo`,
    ],
    ["no source", pack([{ ...version, source: "" }]), "schema-invalid", `/facts/${id}/0/source`],
    [
      "a confidence that is not known",
      pack([{ ...version, confidence: "sure" }]),
      "schema-invalid",
      `/facts/${id}/0/confidence`,
    ],
    [
      "an end before the beginning",
      pack([version, { ...version, effectiveTo: "2023-12-31" }]),
      "fact-dates-reversed",
      `/facts/${id}/1`,
    ],
    [
      "a value of another shape",
      pack([{ ...version, value: { fen: 1 } }]),
      "schema-invalid",
      `/facts/${id}/0/value/rate`,
    ],
    [
      "a rate that is no whole number of millionths",
      valued(id, { rate: 0.5 }),
      "schema-invalid",
      `/facts/${id}/0/value/rate`,
    ],
    ["a negative rate", valued(id, { rate: -1 }), "schema-invalid", `/facts/${id}/0/value/rate`],
    [
      "a negative amount",
      valued("cn.iit.personal-pension", { fen: -1 }),
      "schema-invalid",
      "/facts/cn.iit.personal-pension/0/value/fen",
    ],
    [
      "bounds in the wrong order",
      valued("cn.36.si.base-bounds", { lowerFen: 2, upperFen: 1 }),
      "schema-invalid",
      "/facts/cn.36.si.base-bounds/0/value",
    ],
    [
      "a range of rates in the wrong order",
      valued("cn.housing-fund.rate", { min: 2, max: 1 }),
      "schema-invalid",
      "/facts/cn.housing-fund.rate/0/value",
    ],
    [
      "a range of amounts in the wrong order",
      valued("cn.dispatch.fine", { minFen: 2, maxFen: 1 }),
      "schema-invalid",
      "/facts/cn.dispatch.fine/0/value",
    ],
    [
      "a rounding to nothing",
      valued("cn.si.rounding", { mode: "half-up", unitFen: 0 }),
      "schema-invalid",
      "/facts/cn.si.rounding/0/value/unitFen",
    ],
    [
      "a rounding that is not known",
      valued("cn.si.rounding", { mode: "nearest", unitFen: 1 }),
      "schema-invalid",
      "/facts/cn.si.rounding/0/value/mode",
    ],
    [
      "a tax table without brackets",
      valued("cn.iit.labour.withholding", { brackets: [] }),
      "schema-invalid",
      "/facts/cn.iit.labour.withholding/0/value/brackets",
    ],
    [
      "a tax table with an end",
      valued("cn.iit.labour.withholding", { brackets: [low] }),
      "schema-invalid",
      "/facts/cn.iit.labour.withholding/0/value/brackets",
    ],
    [
      "a tax table with an open bracket in the middle",
      valued("cn.iit.labour.withholding", { brackets: [bracket, bracket] }),
      "schema-invalid",
      "/facts/cn.iit.labour.withholding/0/value/brackets",
    ],
    [
      "a tax table that does not rise",
      valued("cn.iit.labour.withholding", { brackets: [low, low, bracket] }),
      "schema-invalid",
      "/facts/cn.iit.labour.withholding/0/value/brackets",
    ],
  ])("refuses %s", (_, json, code, path) => {
    const read = readFactPack(json);
    expect(read.ok).toBe(false);
    expect(read.issues.map((issue) => [issue.code, issue.path === "" ? "/" : issue.path])).toContainEqual([
      code,
      path,
    ]);
  });

  it("says the whole path in the message", () => {
    const read = readFactPack(pack([{ ...version, source: "" }]));
    expect(read.issues[0]?.message.en).toContain(`/facts/${id}/0/source`);
  });

  it("reports every problem of every fact at once", () => {
    const read = readFactPack({
      id: "ours",
      version: "1",
      facts: {
        "cn.none": [],
        [id]: [
          { ...version, effectiveFrom: "never", source: "" },
          { ...version, effectiveTo: "2020-01-01" },
        ],
        "cn.iit.filing-day": [{ ...version, effectiveTo: "2020-01-01", value: { count: 1 } }],
      },
    });
    expect(read.issues.map((issue) => issue.path)).toEqual([
      "/facts/cn.none",
      `/facts/${id}/0/effectiveFrom`,
      `/facts/${id}/0/source`,
      "/facts/cn.iit.filing-day/0",
    ]);
  });

  it("does not let a pack reach the prototype", () => {
    const json: unknown = JSON.parse('{"id":"ours","version":"1","facts":{"__proto__":[{"value":1}]}}');
    const read = readFactPack(json);
    expect(read.ok && Object.keys(read.value.facts)).not.toContain("__proto__");
    expect(({} as Record<string, unknown>)["value"]).toBeUndefined();
  });
});
