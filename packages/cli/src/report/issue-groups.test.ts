import type { Issue } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { issueGroups } from "./issue-groups.js";

function rowIssue(row: number): Issue {
  return {
    code: "bank-card-empty",
    severity: "error",
    message: { zh: "没有账号。", en: "There is no account." },
    place: { file: "roster.xlsx", row },
  };
}

function rows(count: number): readonly Issue[] {
  return Array.from({ length: count }, (_, index) => rowIssue(index + 1));
}

describe("issueGroups", () => {
  it("tells up to three issues of a kind one by one", () => {
    const [text] = issueGroups({ language: "en" }, rows(3));
    expect(text?.match(/There is no account/g)).toHaveLength(3);
    expect(text).toContain("roster.xlsx › row 2\n");
  });

  it.each([
    ["en", "  • 4 places: There is no account.\n      roster.xlsx: rows 1, 2, 3, 4\n"],
    ["zh", "  • 4 处：没有账号。\n      roster.xlsx：第1、2、3、4行\n"],
  ] as const)("tells more of a kind as one message with all their rows, in %s", (language, text) => {
    expect(issueGroups({ language }, rows(4))).toEqual([text]);
  });

  it("names the part of a JSON file that an issue is about", () => {
    const issue = { ...rowIssue(1), place: { file: "agencies.json" }, path: "/contracts/2/feeTerms" };
    expect(issueGroups({ language: "en" }, [issue])[0]).toContain("agencies.json › /contracts/2/feeTerms\n");
  });

  it("takes its time in step with the number of issues", () => {
    expect(issueGroups({ language: "en" }, rows(200_000))[0]).toContain("199999, 200000\n");
  });
});
