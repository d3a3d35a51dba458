import { describe, expect, it } from "vitest";
import { outcomeIssues } from "../outcome-issues.js";
import { kitIssues } from "./issues.js";

describe("kitIssues and outcomeIssues", () => {
  it.each(Object.entries({ ...kitIssues, ...outcomeIssues }))(
    "%s says in both languages the same values",
    (_, { zh, en }) => {
      const placeholders = (text: string): ReadonlySet<string> =>
        new Set(Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? ""));
      const shared = new Set([...placeholders(zh)].filter((name) => placeholders(en).has(name)));
      expect(shared).toEqual(placeholders(en));
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
    },
  );
});
