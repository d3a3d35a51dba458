import { describe, expect, it } from "vitest";
import { bankIssues } from "../issues.js";
import { cardIssues } from "./issues.js";

describe("cardIssues", () => {
  it.each(Object.entries(cardIssues))("%s is said whole in both languages", (code, { zh, en }) => {
    const placeholders = (text: string): ReadonlySet<string> =>
      new Set(Array.from(text.matchAll(/\{(\w+?)(?:Zh|En)?\}/g), (match) => match[1] ?? ""));
    expect(placeholders(zh)).toEqual(placeholders(en));
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
    expect(Object.keys(bankIssues)).not.toContain(code);
  });
});
