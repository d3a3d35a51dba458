/** Puts benchmarks/README.md together from the results of every comparison; nothing in it is written by hand. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";

export async function writeOverview() {
  const here = new URL("./", import.meta.url);
  const read = (path) => readFileSync(new URL(path, here), "utf8");
  const parts = readdirSync(here)
    .toSorted()
    .filter((name) => existsSync(new URL(`${name}/results.md`, here)))
    .map((name) => {
      const results = read(`${name}/results.md`).replaceAll(/^#/gm, "##");
      return `${results}\n\n[How it is measured](${name}/README.md)`;
    });
  const head = "# Benchmarks\n\nWritten by the runs that are named below, not by hand.";
  const text = await format([head, ...parts].join("\n\n"), { parser: "markdown" });
  writeFileSync(new URL("README.md", here), text);
}
