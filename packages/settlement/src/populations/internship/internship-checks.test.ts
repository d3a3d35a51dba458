import { fen, plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { facts } from "../../__fixtures__/unit-month.js";
import { internshipIssues, internShareIssues, type HostStaff, type Internship } from "./internship-checks.js";

const internship: Internship = {
  workerId: "S1",
  birth: plainDate("2007-03-01"),
  firstYear: false,
  from: plainDate("2024-03-01"),
  to: plainDate("2024-08-31"),
  agreementOn: plainDate("2024-03-01"),
  consentOn: plainDate("2024-02-20"),
  insured: true,
  throughIntermediary: false,
  fees: [],
};

describe("internshipIssues", () => {
  it.each<readonly [string, Partial<Internship>, readonly string[]]>([
    ["six months from sixteen on", {}, []],
    ["a student the day before sixteen", { birth: plainDate("2008-03-02") }, ["intern-under-age"]],
    ["a student of sixteen on the day", { birth: plainDate("2008-03-01") }, []],
    ["a student of the first year", { firstYear: true }, ["intern-first-year"]],
    ["six months and a day", { to: plainDate("2024-09-01") }, ["intern-term-long"]],
    ["no agreement", { agreementOn: undefined }, ["intern-agreement-missing"]],
    ["an agreement a day late", { agreementOn: plainDate("2024-03-02") }, ["intern-agreement-missing"]],
    ["no consent", { consentOn: undefined }, ["intern-consent-missing"]],
    ["an intermediary", { throughIntermediary: true }, ["intern-through-intermediary"]],
    ["no insurance", { insured: false }, ["intern-insurance-missing"]],
    [
      "a deposit and a management fee",
      {
        fees: [
          { kind: "押金", amountFen: fen(20_000) },
          { kind: "管理费", amountFen: fen(5000) },
        ],
      },
      ["intern-fee-charged", "intern-fee-charged"],
    ],
    [
      "everything at once",
      { firstYear: true, agreementOn: undefined, consentOn: undefined, insured: false },
      ["intern-first-year", "intern-agreement-missing", "intern-consent-missing", "intern-insurance-missing"],
    ],
    [
      "a time before the rule, which is checked for the rest all the same",
      { from: plainDate("2021-03-01"), to: plainDate("2021-08-31"), throughIntermediary: true },
      [
        "fact-unknown",
        "fact-unknown",
        "intern-agreement-missing",
        "intern-consent-missing",
        "intern-through-intermediary",
      ],
    ],
  ])("of %s", (_, differences, codes) => {
    const issues = internshipIssues({ ...internship, ...differences }, facts);
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });

  it("is about the student", () => {
    const [issue] = internshipIssues({ ...internship, firstYear: true }, facts);
    expect(issue?.subject).toEqual({ workerId: "S1" });
  });
});

describe("internShareIssues", () => {
  const posts = (staff: number, interns: number): HostStaff["posts"] => [{ post: "护理", staff, interns }];
  it.each<readonly [string, HostStaff, readonly string[]]>([
    ["a tenth and a fifth", { staff: 100, interns: 10, posts: posts(20, 4) }, []],
    ["one above a tenth", { staff: 109, interns: 11, posts: posts(60, 11) }, ["全部在岗职工 109 人"]],
    ["one above a fifth of a post", { staff: 200, interns: 5, posts: posts(24, 5) }, ["岗位“护理” 24 人"]],
    [
      "both, and a post without staff",
      { staff: 9, interns: 1, posts: [...posts(4, 1), { post: "收费", staff: 0, interns: 1 }] },
      ["全部在岗职工 9 人", "岗位“护理” 4 人", "岗位“收费” 0 人"],
    ],
  ])("of %s", (_, host, beginnings) => {
    const issues = internShareIssues(host, { on: plainDate("2024-03-31") }, facts);
    expect(issues.map(({ code }) => code)).toEqual(beginnings.map(() => "intern-share-exceeded"));
    for (const [index, beginning] of beginnings.entries()) {
      expect(issues[index]?.message.zh.startsWith(beginning)).toBe(true);
    }
  });

  it("is not known before the rule", () => {
    const host = { staff: 1, interns: 1, posts: [] };
    const issues = internShareIssues(host, { on: plainDate("2021-12-30") }, facts);
    expect(issues.map(({ code }) => code)).toEqual(["fact-unknown", "fact-unknown"]);
  });
});
