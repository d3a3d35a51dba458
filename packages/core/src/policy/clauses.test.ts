import { describe, expect, it } from "vitest";
import { ambiguities } from "../migration/ambiguities.js";
import { clauseOf, clauses } from "./clauses.js";

describe("clauses", () => {
  it.each(clauses)("$id is said in both languages and stands in its section", ({ id, section, zh, en }) => {
    expect(id).toMatch(/^P[12]-\d(\.\d){0,2}[a-c]?$/);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    // The first number of the id is the section's: P2-3.2.1 stands in 三(二)1.
    expect(section.startsWith("一二三四五六七".charAt(Number(id.charAt(3)) - 1))).toBe(true);
  });

  it("has every id once, in order", () => {
    const ids = clauses.map((clause) => clause.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted());
  });

  it("has the clauses that the readings of ambiguities cite", () => {
    for (const ambiguity of ambiguities) {
      expect(ambiguity.clauses.length).toBeGreaterThan(0);
      for (const id of ambiguity.clauses) expect(clauseOf(id).id).toBe(id);
    }
  });
});

describe("clauseOf", () => {
  it("throws for a clause that the policy does not have", () => {
    expect(() => clauseOf("P3-1")).toThrow(RangeError);
  });
});
