import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

describe("the list of pitfalls", () => {
  it("has a test for each of the 32, whose title carries its number", () => {
    const folder = new URL(".", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".test.ts"),
    );
    const numbers = files.flatMap((path) => {
      const titles =
        readFileSync(new URL(path, folder), "utf8").match(/pitfalls? \d+(?:(?:, | and )\d+)*/g) ?? [];
      return titles.flatMap((title) => (title.match(/\d+/g) ?? []).map(Number));
    });
    const missing = Array.from({ length: 32 }, (_, index) => index + 1).filter(
      (number) => !numbers.includes(number),
    );
    expect(missing).toEqual([]);
  });
});
