/**
 * Reads a month's folder, by the reader of `tongchou settle` or by the parser of CSV below it alone, and says
 * how many records there are.
 *
 * usage: node reading.mjs readMonth|papaparse <folder>
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { loadPackages } from "../settlement/packages.mjs";
import { monthPeriod } from "./write-month.mjs";

const [way, folder] = process.argv.slice(2);
const readers = { readMonth: readWhole, papaparse: parseOnly };
console.log(await readers[way]());

async function readWhole() {
  const { readMonth } = await import("../../packages/cli/dist/index.js");
  const { core } = await loadPackages();
  const period = core.period(monthPeriod);
  const { files } = await readMonth(folder, { period, asOf: core.lastDayOf(period) });
  return files.pay.length;
}

function parseOnly() {
  const Papa = createRequire(new URL("../../packages/filings/package.json", import.meta.url))("papaparse");
  const records = readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => Papa.parse(readFileSync(join(folder, name), "utf8")).data.length);
  return records.reduce((sum, count) => sum + count, 0);
}
