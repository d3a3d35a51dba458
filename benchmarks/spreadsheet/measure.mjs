/**
 * Compares readers of xlsx files and writes results.md. The packages have to be built; the peers that the
 * repository does not depend on are installed into a folder for temporary files.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { format } from "prettier";
import { paySheetXml, writeBlanksWorkbook, writePayWorkbook, writeTraitsWorkbook } from "./workbook-file.mjs";

const peers = { exceljs: "4.4.0", xml2js: "0.6.2" };
const rounds = 3;
const rowCounts = [50_000, 200_000];
const blanksMebibytes = 600;

const folder = mkdtempSync(join(tmpdir(), "tongchou-benchmark-"));
installPeers();

const sections = [];
for (const rows of rowCounts) sections.push(compareWorkbook(rows));
sections.push(compareXml(rowCounts[0]), compareTraits(), compareBlanks());

const { model = "unknown" } = cpus()[0] ?? {};
const machine = `${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
const versions = Object.entries({ ...peers, ...ownVersions() }).map((entry) => entry.join(" "));
const head = [
  "# Readers of xlsx files, side by side",
  `\`node benchmarks/spreadsheet/measure.mjs\` on ${machine}, ${new Date().toISOString().slice(0, 10)}; ${versions.join(", ")}.`,
  `Each reader runs in a process of its own, the readers in turn, ${rounds} rounds; medians. Peak memory is that of the whole process. Compare ratios: seconds differ from machine to machine. The peers have the options that cost least: they do not say which numbers are dates, filings does.`,
];
const text = [...head, ...sections].join("\n\n");
writeFileSync(new URL("results.md", import.meta.url), await format(text, { parser: "markdown" }));
rmSync(folder, { recursive: true });

function installPeers() {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: peers }));
  const install = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (install.status !== 0) throw new Error("the peers could not be installed");
}

/** Versions of the libraries that filings depends on, from their manifests. */
function ownVersions() {
  const manifest = (name) =>
    JSON.parse(
      readFileSync(new URL(`../../packages/filings/node_modules/${name}/package.json`, import.meta.url)),
    );
  return Object.fromEntries(["@e965/xlsx", "saxes"].map((name) => [name, manifest(name).version]));
}

function compareWorkbook(rows) {
  const path = join(folder, `${rows}.xlsx`);
  writePayWorkbook(path, rows);
  const size = (statSync(path).size / 2 ** 20).toFixed(1);
  const results = runInTurn(["filings", "@e965/xlsx", "exceljs"], "rows", path);
  requireEqual(results);
  return `## ${rows.toLocaleString("en")} rows of 20 columns (${size} MiB)\n\n${costTable(results)}`;
}

function compareXml(rows) {
  const path = join(folder, `${rows}.xml`);
  writeFileSync(path, [...paySheetXml(rows)].join(""));
  const results = runInTurn(["saxes", "xml2js"], "cells", path);
  requireEqual(results);
  return `## The XML of the sheet of ${rows.toLocaleString("en")} rows alone\n\n${costTable(results)}`;
}

function compareTraits() {
  const path = join(folder, "traits.xlsx");
  writeTraitsWorkbook(path);
  const yes = (flag) => (flag ? "yes" : "no");
  const lines = ["filings", "@e965/xlsx", "exceljs"].map((reader) => {
    const { stored, hiddenRow, hiddenColumn, merges } = runReader(reader, "traits", path).found;
    return [reader, stored, yes(hiddenRow), yes(hiddenColumn), yes(merges > 0)];
  });
  const header = [
    "reader",
    "`360499198902013029` stored as a number",
    "hidden row",
    "hidden column",
    "merged cells",
  ];
  return `## What a reader tells of a sheet\n\n${table(header, lines)}`;
}

function compareBlanks() {
  const path = join(folder, "blanks.xlsx");
  writeBlanksWorkbook(path, blanksMebibytes);
  const size = (statSync(path).size / 2 ** 20).toFixed(1);
  const lines = ["filings", "@e965/xlsx", "exceljs"].map((reader) => {
    const { found, peakMebibytes } = runReader(reader, "rows", path);
    return [reader, found.outcome, peakMebibytes.toFixed(0)];
  });
  const title = `## A file of ${size} MiB whose sheet inflates to ${blanksMebibytes} MiB of blanks`;
  return `${title}\n\n${table(["reader", "outcome", "peak memory, MiB"], lines)}`;
}

/** Runs every reader once a round, so that a slow moment of the machine falls on all of them. */
function runInTurn(readers, question, path) {
  const runs = new Map(readers.map((reader) => [reader, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const reader of readers) runs.get(reader).push(runReader(reader, question, path));
  }
  return [...runs].map(([reader, ofReader]) => ({
    reader,
    found: ofReader[0].found,
    milliseconds: median(ofReader.map((run) => run.milliseconds)),
    peakMebibytes: median(ofReader.map((run) => run.peakMebibytes)),
  }));
}

function runReader(reader, question, path) {
  const script = fileURLToPath(new URL("readers.mjs", import.meta.url));
  const run = spawnSync(process.execPath, [script, reader, question, path], {
    encoding: "utf8",
    env: { ...process.env, PEERS: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (run.status !== 0) throw new Error(`${reader} failed on ${path}`);
  return JSON.parse(run.stdout);
}

function requireEqual(results) {
  const [first, ...others] = results;
  const other = others.find(({ found }) => !isDeepStrictEqual(found, first.found));
  if (other !== undefined) throw new Error(`${other.reader} does not find what ${first.reader} finds`);
}

function costTable(results) {
  const [first] = results;
  const lines = results.map(({ reader, milliseconds, peakMebibytes }) => [
    reader,
    (milliseconds / 1000).toFixed(1),
    (milliseconds / first.milliseconds).toFixed(2),
    peakMebibytes.toFixed(0),
    (peakMebibytes / first.peakMebibytes).toFixed(2),
  ]);
  return table(["reader", "time, s", "ratio", "peak memory, MiB", "ratio"], lines);
}

function table(header, lines) {
  return [header, header.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
