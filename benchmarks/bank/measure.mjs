/**
 * Runs every topic of this folder, or those that are named, and writes results.md and the overview. The
 * packages have to be built. A topic that is not run keeps its part of the results.
 *
 * usage: node measure.mjs [topic ...]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { format } from "prettier";
import { writeOverview } from "../overview.mjs";

const here = new URL("./", import.meta.url);
const results = new URL("results.md", here);
const wanted = process.argv.slice(2);

const topics = [];
for (const name of readdirSync(here).toSorted()) {
  const isTopic = name.endsWith(".mjs") && name !== "measure.mjs";
  if (!isTopic || !/^export (?:async )?function run\(/m.test(readFileSync(new URL(name, here), "utf8")))
    continue;
  const { run, title } = await import(new URL(name, here).href);
  topics.push({ id: name.replace(/\.mjs$/, ""), run, title });
}

const before = existsSync(results) ? readFileSync(results, "utf8") : "";
const sections = [head()];
for (const { id, run, title } of topics) {
  const isWanted = wanted.length === 0 || wanted.includes(id);
  const body = isWanted ? `${measuredOn()}\n\n${await run()}` : bodyBefore(title);
  if (body !== undefined) sections.push(`## ${title}\n\n${body}`);
}
writeFileSync(results, await format(sections.join("\n\n"), { parser: "markdown" }));
await writeOverview();

function head() {
  return "# Bank messages and files, side by side\n\nCompare ratios: times differ from machine to machine.";
}

function measuredOn() {
  const { model = "unknown" } = cpus()[0] ?? {};
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${cpus().length} × ${model}, ${gibibytes} GiB, Node ${process.versions.node}, ${day}.`;
}

function bodyBefore(title) {
  const part = before.split(/^## /m).find((section) => section.startsWith(`${title}\n`));
  return part?.slice(title.length).trim();
}
