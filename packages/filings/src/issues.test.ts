import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coreIssues } from "@tongchou/core";
import { filingIssues } from "./issues.js";

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].toSorted((a, b) =>
    a < b ? -1 : 1,
  );

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

describe("filingIssues", () => {
  it.each(Object.entries(filingIssues))("says %s in both languages with the same values", (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z"{]/);
    expect(placeholders(zh)).toEqual(placeholders(en));
  });

  it("has codes of plain words, none of which core has too", () => {
    const codes = Object.keys(filingIssues);
    expect(codes.filter((code) => code in coreIssues)).toEqual([]);
    expect(codes.every((code) => /^[a-z]+(-[a-z0-9]+)+$/.test(code))).toBe(true);
  });

  it("has every code in the README", () => {
    expect(Object.keys(filingIssues).filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
  });

  it("offers at least two ways out of every decision", () => {
    const decisions = Object.values(filingIssues).filter(({ severity }) => severity === "needs-decision");
    expect(decisions.length).toBeGreaterThan(0);
    for (const { options } of decisions) expect(options?.length).toBeGreaterThan(1);
  });
});
