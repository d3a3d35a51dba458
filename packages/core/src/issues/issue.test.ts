import { describe, expect, it } from "vitest";
import { createIssue, formatPlace, placeIssues, type IssueCatalogue } from "./issue.js";

const catalogue: IssueCatalogue<"plain" | "rich"> = {
  plain: { severity: "error", zh: "“{found}”有误", en: '"{found}" is wrong, {found}' },
  rich: {
    severity: "needs-decision",
    clause: "P2-3.6",
    zh: "请决定",
    en: "Decide",
    options: [{ code: "yes", zh: "是", en: "yes" }],
  },
};

describe("createIssue", () => {
  it("fills every placeholder and leaves out what is not given", () => {
    expect(createIssue(catalogue, "plain", { found: 7 })).toEqual({
      code: "plain",
      severity: "error",
      message: { zh: "“7”有误", en: '"7" is wrong, 7' },
    });
  });

  it("takes clause and options from the catalogue, place and subject from the context", () => {
    const context = { place: { file: "a.xlsx" }, path: "/a", subject: { unitId: "U01" } };
    expect(createIssue(catalogue, "rich", {}, context)).toEqual({
      code: "rich",
      severity: "needs-decision",
      message: { zh: "请决定", en: "Decide" },
      clause: "P2-3.6",
      options: [{ code: "yes", zh: "是", en: "yes" }],
      ...context,
    });
  });

  it("lets the context overrule severity and clause", () => {
    expect(createIssue(catalogue, "rich", {}, { severity: "info", clause: "P2-1" })).toMatchObject({
      severity: "info",
      clause: "P2-1",
    });
  });

  it("does not read a value as a pattern", () => {
    expect(createIssue(catalogue, "plain", { found: "$& {found}" }).message.zh).toBe("“$& {found}”有误");
  });

  it("throws when a placeholder has no value", () => {
    expect(() => createIssue(catalogue, "plain")).toThrow(RangeError);
  });
});

describe("placeIssues", () => {
  const issue = createIssue(catalogue, "plain", { found: 1 }, { subject: { unitId: "U01" } });

  it("adds a place, and a subject to what the issue has of one", () => {
    const placed = placeIssues([issue], { place: { file: "a.xlsx", row: 3 }, subject: { workerId: "W1" } });
    expect(placed).toEqual([
      { ...issue, place: { file: "a.xlsx", row: 3 }, subject: { unitId: "U01", workerId: "W1" } },
    ]);
  });

  it("leaves an issue as it is when there is nothing to add", () => {
    expect(placeIssues([issue], {})).toEqual([issue]);
  });
});

describe("formatPlace", () => {
  it.each([
    [{ file: "a.csv" }, "zh", "a.csv"],
    [{ file: "a.csv", row: 4 }, "en", "a.csv › row 4"],
    [{ file: "a.xlsx", sheet: "表1", row: 4, column: "F" }, "zh", "a.xlsx › 表1 › 第4行F列"],
    [
      { file: "a.xlsx", sheet: "表1", row: 4, column: "F", header: "证件号码" },
      "zh",
      "a.xlsx › 表1 › 第4行F列（证件号码）",
    ],
    [
      { file: "a.xlsx", row: 4, column: "F", header: "证件号码" },
      "en",
      "a.xlsx › row 4, column F (证件号码)",
    ],
    [{ file: "a.xlsx", column: "F" }, "en", "a.xlsx › column F"],
  ] as const)("writes %j in %s as %s", (place, language, text) => {
    expect(formatPlace(place, language)).toBe(text);
  });
});
