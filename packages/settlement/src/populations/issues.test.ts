import { readdirSync, readFileSync } from "node:fs";
import type { IssueDefinition } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { populationIssues } from "./issues.js";

const folder = new URL("./", import.meta.url);
const code = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && path !== "issues.ts")
  .map((path) => readFileSync(new URL(path, folder), "utf8").replace(/\/\*[\s\S]*?\*\//g, ""))
  .join("\n");

const catalogue: readonly (readonly [string, IssueDefinition])[] = Object.entries(populationIssues);

/** Placeholders of a message; those given in one language each count as one. */
function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+?)(?:Zh|En)?\}/g)].map((match) => match[1] ?? "").toSorted();
}

describe("populationIssues", () => {
  it.each(catalogue)("%s says the same in both languages", (_, { zh, en }) => {
    expect(placeholders(zh)).toEqual(placeholders(en));
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(catalogue)("%s is raised somewhere", (name) => {
    expect(code).toContain(`"${name}"`);
  });

  it.each(catalogue)("%s has a choice exactly when it needs a decision", (_, { severity, options = [] }) => {
    expect(options.length > 1).toBe(severity === "needs-decision");
  });
});
