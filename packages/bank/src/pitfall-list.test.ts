import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

describe("the list of pitfalls", () => {
  it("has a test for each of the 32, whose title carries its number", () => {
    const folder = new URL(".", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".test.ts"),
    );
    const numbers = files.flatMap((path) =>
      titlesOf(readFileSync(new URL(path, folder), "utf8")).flatMap(numbersOf),
    );
    const missing = Array.from({ length: 32 }, (_, index) => index + 1).filter(
      (number) => !numbers.includes(number),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ["a title", 'it("splits (pitfall 11)", () => {', [11]],
    ["two of a title", '])("reads %s (pitfalls 6 and 8)", () => {', [6, 8]],
    ["the row of a table", 'it.each([\n  ["lost (pitfall 4)", 1],', [4]],
    ["a comment", '  // it("pitfall 11")\n  it("splits", () => {', []],
    ["a value", 'const text = "pitfall 11";', []],
  ])("counts %s", (_, source, numbers) => {
    expect(titlesOf(source).flatMap(numbersOf)).toEqual(numbers);
  });
});

/** The first text behind a bracket: the title of a test, or of a row of its table. Comments have none. */
function titlesOf(source: string): readonly string[] {
  const code = source.replaceAll(/^\s*(?:\/\/|\/\*|\*).*$/gm, "");
  return Array.from(code.matchAll(/[([]\s*"((?:[^"\\\n]|\\.)*)"/g), ([, title = ""]) => title);
}

function numbersOf(title: string): readonly number[] {
  const named = title.match(/pitfalls? \d+(?:(?:, | and )\d+)*/g) ?? [];
  return named.flatMap((text) => (text.match(/\d+/g) ?? []).map(Number));
}
