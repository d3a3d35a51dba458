import { describe, expect, it } from "vitest";
import { bankIssues } from "./issues.js";

describe("bankIssues", () => {
  it.each(Object.entries(bankIssues))("%s is said whole in both languages", (_, { zh, en }) => {
    const placeholders = (text: string): ReadonlySet<string> =>
      new Set(Array.from(text.matchAll(/\{(\w+?)(?:Zh|En)?\}/g), (match) => match[1] ?? ""));
    expect(placeholders(zh)).toEqual(placeholders(en));
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
  });
});
