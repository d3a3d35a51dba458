import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ambiguities } from "@tongchou/core";
import { describe, expect, it } from "vitest";

const docs = fileURLToPath(new URL("../docs", import.meta.url));
const text = readFileSync(join(docs, "corner-cases.md"), "utf8");
const rows = [...text.matchAll(/^\| (.+?) +\| \[[^\]]+\]\((\S+)\) +\| (.+?) +\|$/gm)].map(
  ([, name = "", path = "", title = ""]) => ({ name, path, title }),
);

describe("docs/corner-cases.md", () => {
  it("has a row for every line of its tables", () => {
    const lines = text.split("\n").filter((line) => line.startsWith("|"));
    // Two tables, each with a head and a line under it.
    expect(rows).toHaveLength(lines.length - 4);
  });

  it.each(rows)("names a test that is there: $name", ({ path, title }) => {
    expect(readFileSync(join(docs, path), "utf8")).toContain(`"${title}"`);
  });

  it("has every reading once", () => {
    const readings = rows.map(({ name }) => name).filter((name) => /^N\d+$/.test(name));
    expect(readings).toEqual(ambiguities.map(({ id }) => id));
  });
});
