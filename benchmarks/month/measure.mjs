/**
 * Measures `tongchou settle`, `sign` and `verify` on 100,000 workers and writes results.md and the overview.
 * Every program runs in a process of its own. The packages have to be built.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { writeOverview } from "../overview.mjs";
import { monthPeriod, writeMonth } from "./write-month.mjs";

const workers = 100_000;
const layout = { units: 200, workersPerUnit: workers / 200 };
const aims = { settleOverReading: 6, settleMebibytes: 400, verifyOverSettle: 1 };

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tongchou-month-"));
const inFolder = (name) => join(folder, name);
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  writeMonth(inFolder("units"), layout);
  writeMonth(inFolder("one"), { units: 1, workersPerUnit: workers });
  const many = manyUnits();
  const one = oneUnit();
  const text = await format([head(), ...sections(many, one)].join("\n\n"), { parser: "markdown" });
  writeFileSync(here("results.md"), text);
  await writeOverview();
}

/** Reading is short, so it is measured before and after settling. */
function manyUnits() {
  const read = (way) => usageOf([here("reading.mjs"), way, inFolder("units")]);
  const before = { papaparse: read("papaparse"), reading: read("readMonth") };
  const settle = tongchou(["settle", "--in", inFolder("units"), ...monthOptions("settled")]);
  const after = { papaparse: read("papaparse"), reading: read("readMonth") };
  return {
    papaparse: bestOf([before.papaparse, after.papaparse]),
    reading: bestOf([before.reading, after.reading]),
    settle,
  };
}

function oneUnit() {
  tongchou(["keygen", "--out", inFolder("keys")]);
  const settle = tongchou(["settle", "--in", inFolder("one"), ...monthOptions("one-settled")]);
  const [statement] = filesIn("one-settled/statements", ".json");
  const keys = { secret: inFolder("keys/private.pem"), open: inFolder("keys/public.pem") };
  const sign = tongchou(["sign", statement, "--key", keys.secret, "--out", inFolder("signed")]);
  const [bundle] = filesIn("signed", ".json");
  const verify = tongchou(["verify", bundle, "--public-key", keys.open]);
  return { settle, sign, verify, bundleMebibytes: statSync(bundle).size / 2 ** 20 };
}

function monthOptions(out) {
  return ["--period", monthPeriod, "--out", inFolder(out), "--replace"];
}

function filesIn(path, ending) {
  const names = readdirSync(inFolder(path)).filter((name) => name.endsWith(ending));
  return names.map((name) => join(inFolder(path), name));
}

function tongchou(args) {
  return usageOf([here("../../packages/cli/bin/tongchou.mjs"), ...args]);
}

/** What a program took: `seconds` on the processor, and at most so many `mebibytes` of resident memory. */
function usageOf(args) {
  const usageFile = inFolder("usage.json");
  const options = {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, TONGCHOU_USAGE_FILE: usageFile },
  };
  const run = spawnSync(process.execPath, ["--import", here("tell-usage.mjs"), ...args], options);
  if (run.status !== 0) throw new Error(`${args.join(" ")}: ${run.stderr}`);
  return JSON.parse(readFileSync(usageFile, "utf8"));
}

function bestOf(usages) {
  return {
    seconds: Math.min(...usages.map(({ seconds }) => seconds)),
    mebibytes: Math.max(...usages.map(({ mebibytes }) => mebibytes)),
  };
}

function head() {
  const { model = "unknown" } = cpus()[0] ?? {};
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${model}, ${gibibytes} GiB, Node ${process.versions.node}`;
  return [
    "# A month of 100,000 workers",
    `\`npm run bench month\` on ${machine}, ${new Date().toISOString().slice(0, 10)}.`,
    `A month as CSV: rosters, the list of approved direct hires, and one pay sheet. Half of the people are hired directly, half supplied by two agencies. Every program runs in a process of its own; times are times on the processor, of reading the best of two, and memory is the most that was resident. Compare ratios: times differ from machine to machine.`,
  ].join("\n\n");
}

function sections(many, one) {
  const { units, workersPerUnit } = layout;
  return [
    "## Aims",
    table(
      ["", "aim", "found", ""],
      [
        aim(
          `time of \`tongchou settle\`, in times of reading the same CSV alone`,
          aims.settleOverReading,
          many.settle.seconds / many.reading.seconds,
        ),
        aim("resident memory of `tongchou settle`, MiB", aims.settleMebibytes, many.settle.mebibytes),
        aim(
          "time of `tongchou verify` on a signed bundle of 100,000 lines, in times of settling that unit",
          aims.verifyOverSettle,
          one.verify.seconds / one.settle.seconds,
        ),
      ],
    ),
    `## ${units} units of ${workersPerUnit}`,
    usages([
      ["the CSV, parsed by papaparse and nothing else", many.papaparse],
      ["the CSV, read as `tongchou settle` reads it", many.reading],
      ["`tongchou settle`: statements as JSON and xlsx, with proof", many.settle],
    ]),
    "## One unit of 100,000",
    usages([
      ["`tongchou settle`", one.settle],
      ["`tongchou sign`", one.sign],
      [`\`tongchou verify\` of the bundle of ${one.bundleMebibytes.toFixed(0)} MiB`, one.verify],
    ]),
  ];
}

function aim(what, most, found) {
  return [what, `at most ${most}`, found.toFixed(2), found <= most ? "reached" : "missed"];
}

function usages(rows) {
  const cells = rows.map(([what, { seconds, mebibytes }]) => [
    what,
    seconds.toFixed(1),
    mebibytes.toFixed(0),
  ]);
  return table(["", "seconds", "MiB"], cells);
}

function table(header, rows) {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
