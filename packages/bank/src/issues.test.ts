import { describe, expect, it } from "vitest";
import { cardIssues } from "./cards/issues.js";
import { channelIssues } from "./channels/issues.js";
import { cryptoIssues } from "./crypto/issues.js";
import { iso20022Issues } from "./iso20022/issues.js";
import { iso8583Issues } from "./iso8583/issues.js";
import { bankIssues } from "./issues.js";
import { outcomeIssues } from "./outcome-issues.js";
import { kitIssues } from "./testing/issues.js";
import { xmlIssues } from "./xml/issues.js";

const catalogues = [
  bankIssues,
  cardIssues,
  channelIssues,
  cryptoIssues,
  iso20022Issues,
  iso8583Issues,
  kitIssues,
  outcomeIssues,
  xmlIssues,
];
const definitions = catalogues.flatMap((catalogue) => Object.entries(catalogue));

describe("the catalogues of issues", () => {
  it.each(definitions)("%s is said whole in both languages", (_, { zh, en }) => {
    const placeholders = (text: string): ReadonlySet<string> =>
      new Set(Array.from(text.matchAll(/\{(\w+?)(?:Zh|En)?\}/g), (match) => match[1] ?? ""));
    expect(placeholders(zh)).toEqual(placeholders(en));
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
  });

  it("give no code twice", () => {
    const codes = definitions.map(([code]) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});
