import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clauseOf } from "../policy/clauses.js";
import { coreIssues } from "./catalogue.js";
import { createIssue, type IssueDefinition } from "./issue.js";

const sources = new URL("../", import.meta.url);
const code = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .filter((path) => !/issues[/\\](catalogue|.*-issues)\.ts$/.test(path))
  .map((path) => readFileSync(new URL(path, sources), "utf8").replace(/\/\*[\s\S]*?\*\//g, ""))
  .join("\n");

const catalogue: readonly (readonly [string, IssueDefinition])[] = Object.entries(coreIssues);

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").toSorted();
}

/** Placeholders that are given in one language each. */
function withoutLanguage(names: readonly string[]): readonly string[] {
  return names.map((name) => name.replace(/(Zh|En)$/, "")).toSorted();
}

describe("coreIssues", () => {
  it.each(catalogue)("%s says the same in both languages", (_, { zh, en }) => {
    expect(withoutLanguage(placeholders(zh))).toEqual(withoutLanguage(placeholders(en)));
    expect(placeholders(zh).filter((name) => name.endsWith("En"))).toEqual([]);
    expect(placeholders(en).filter((name) => name.endsWith("Zh"))).toEqual([]);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(en.trim()).not.toBe("");
  });

  it.each(catalogue)("%s is raised somewhere", (name) => {
    expect(code).toContain(`"${name}"`);
  });

  it.each(catalogue)("%s has a choice exactly when it needs a decision", (_, { severity, options = [] }) => {
    if (severity !== "needs-decision") {
      expect(options).toEqual([]);
      return;
    }
    expect(options.length).toBeGreaterThan(1);
    expect(new Set(options.map((option) => option.code)).size).toBe(options.length);
    for (const option of options) {
      expect(option.zh).toMatch(/\p{Script=Han}/u);
      expect(option.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("cites clauses that the policy has", () => {
    const cited = catalogue.flatMap(([, { clause }]) => (clause === undefined ? [] : [clause]));
    expect(cited.length).toBeGreaterThan(10);
    for (const clause of cited) expect(() => clauseOf(clause)).not.toThrow();
  });

  it("keeps its codes in the order of the alphabet within each part, so that one is found at a glance", () => {
    for (const part of ["identifier-issues", "migration-issues"]) {
      const text = readFileSync(new URL(`issues/${part}.ts`, sources), "utf8");
      const codes = [...text.matchAll(/^ {2}"?([a-z][a-z0-9-]*)"?: \{$/gm)].map((match) => match[1] ?? "");
      expect(codes.length).toBeGreaterThan(10);
      expect(codes).toEqual(codes.toSorted());
    }
  });

  it("has options for an issue whose severity was raised by the caller as well", () => {
    const issue = createIssue(coreIssues, "out-of-scope", { row: "9c" }, { severity: "warning" });
    expect(issue).toMatchObject({ severity: "warning", options: [{ code: "report" }, { code: "remove" }] });
  });
});
