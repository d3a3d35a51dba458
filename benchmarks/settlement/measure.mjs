/**
 * Compares ways of settling a month and writes results.md and the overview. The packages have to be built;
 * publicodes, which the repository does not depend on, is installed into a folder for temporary files.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Decimal } from "decimal.js";
import { format } from "prettier";
import { writeOverview } from "../overview.mjs";
import { answersOf, createContestants } from "./contestants.mjs";
import { timeExplanations } from "./explained-line.mjs";
import { loadPackages } from "./packages.mjs";
import { randomWorkers, someWorkers } from "./workers.mjs";

const publicodesVersion = "1.10.3";
const sizes = [10_000, 100_000, 1_000_000, 5_000_000];
const rounds = 9;
/** Workers that the slow contestants settle in a round, and workers whose answers are compared beforehand. */
const timed = { "decimal.js": 5000, publicodes: 150 };
const compared = { "bare loop": 200_000, "decimal.js": 20_000, publicodes: 1000 };

const Engine = await loadPublicodes();
const packages = await loadPackages();
const contestants = createContestants(packages, { Decimal, Engine });
const pool = randomWorkers(packages.settlement, sizes.at(-1));
const fast = ["settleBatch", "bare loop"];
const slow = ["decimal.js", "publicodes"];

for (const [name, count] of Object.entries(compared)) requireSameAnswers(name, count);
const best = measure();
const explained = timeExplanations(packages);
const memory = sizes.map(memoryOf);

const sections = [head(), perWorker(), targets(), explanations(), memories()];
const text = await format(sections.join("\n\n"), { parser: "markdown" });
writeFileSync(new URL("results.md", import.meta.url), text);
await writeOverview();

async function loadPublicodes() {
  const folder = mkdtempSync(join(tmpdir(), "tongchou-benchmark-"));
  const dependencies = { publicodes: publicodesVersion };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  const options = { cwd: folder, stdio: "inherit", shell: process.platform === "win32" };
  const install = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], options);
  if (install.status !== 0) throw new Error("publicodes could not be installed");
  const path = join(folder, "node_modules/publicodes/dist/index.js");
  const engine = await import(pathToFileURL(path).href);
  rmSync(folder, { recursive: true });
  return engine.default;
}

function requireSameAnswers(name, count) {
  const workers = someWorkers(pool, 0, count);
  const ours = answersOf(contestants.settleBatch, workers);
  const theirs = answersOf(contestants[name], workers);
  const other = theirs.findIndex((answer, row) => answer !== ours[row]);
  if (other !== -1)
    throw new Error(`worker ${other}, ${name}: ${theirs[other]}; settleBatch: ${ours[other]}`);
}

/** Nanoseconds a worker, by contestant and number of workers: best of all rounds, the contestants in turn. */
function measure() {
  const found = new Map();
  let at = 0;
  const time = (name, size) => {
    const count = timed[name] ?? size;
    if (at + count > sizes.at(-1)) at = 0;
    const workers = someWorkers(pool, at, count);
    at += count;
    const key = `${name} ${size}`;
    found.set(key, Math.min(found.get(key) ?? Infinity, timeOf(contestants[name], workers)));
  };
  for (const name of [...fast, ...slow]) for (let run = 0; run < 3; run += 1) time(name, 100_000);
  found.clear();
  for (let round = 0; round < rounds; round += 1) {
    for (const size of sizes) {
      // Small sizes are run more often, or a slow moment of the machine would weigh more with the large ones.
      const runs = Math.min(20, sizes.at(-1) / size);
      for (let run = 0; run < runs; run += 1) for (const name of fast) time(name, size);
    }
    for (const name of slow) time(name, 0);
  }
  return found;
}

/** Time on the processor, in nanoseconds a worker, of settling workers nobody has touched for a while. */
function timeOf(settle, workers) {
  let total = 0;
  const begin = process.cpuUsage();
  settle(workers, ({ netFen }, _, count) => {
    let sum = 0.5;
    for (let at = 0; at < count; at += 1) sum += netFen[at];
    total += sum;
  });
  const { user, system } = process.cpuUsage(begin);
  if (!(total > 0)) throw new Error("nothing was settled");
  return ((user + system) * 1000) / workers.grossFen.length;
}

/** Memory is measured in a process of its own, where nothing else was allocated. */
function memoryOf(count) {
  const script = fileURLToPath(new URL("memory.mjs", import.meta.url));
  const run = spawnSync(process.execPath, ["--expose-gc", script, String(count)], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`memory of ${count} workers: ${run.stderr}`);
  return { count, ...JSON.parse(run.stdout) };
}

function nanoseconds(name, size = 0) {
  return best.get(`${name} ${slow.includes(name) ? 0 : size}`);
}

function head() {
  const { model = "unknown" } = cpus()[0] ?? {};
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const versions = [`publicodes ${publicodesVersion}`, `decimal.js ${versionOf("decimal.js")}`];
  return [
    "# A month from gross to net, side by side",
    `\`npm run bench\` on ${cpus().length} × ${model}, ${gibibytes} GiB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}; ${versions.join(", ")}.`,
    `March 2024 in Jiujiang: contribution base, both sides of five insurances, housing fund, cumulative tax, net pay, employer's cost and fee of the same random workers. Before anything was measured, the answers of all were the same to the fen, for ${Object.entries(
      compared,
    )
      .map(([name, count]) => `${count.toLocaleString("en")} workers with ${name}`)
      .join(
        ", ",
      )}. Times are times on the processor, the contestants in turn, the best of ${rounds} rounds, each with workers that were not touched for a while. Compare ratios: times differ from machine to machine.`,
  ].join("\n\n");
}

function versionOf(name) {
  const path = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")).version;
}

function perWorker() {
  const rows = sizes.map((size) => {
    const ours = nanoseconds("settleBatch", size);
    const bare = nanoseconds("bare loop", size);
    return [size.toLocaleString("en"), ours.toFixed(1), bare.toFixed(1), (ours / bare).toFixed(2)];
  });
  const fewer = slow.map((name) => {
    const theirs = nanoseconds(name);
    const ratio = theirs / nanoseconds("settleBatch", 1_000_000);
    return [
      name,
      timed[name].toLocaleString("en"),
      theirs.toFixed(0),
      Math.round(ratio).toLocaleString("en"),
    ];
  });
  return [
    "## Nanoseconds a worker",
    table(["workers", "settleBatch", "bare loop", "ratio"], rows),
    "The slow ones settle fewer workers; their time a worker does not depend on how many, so it is set against that of `settleBatch` on a million.",
    table(["", "workers", "nanoseconds a worker", "times settleBatch"], fewer),
  ].join("\n\n");
}

function targets() {
  const ours = sizes.map((size) => nanoseconds("settleBatch", size));
  const million = nanoseconds("settleBatch", 1_000_000);
  const overBare = Math.max(
    ...sizes.map((size) => nanoseconds("settleBatch", size) / nanoseconds("bare loop", size)),
  );
  const spread = (Math.max(...ours) / Math.min(...ours) - 1) * 100;
  const { inStatement, settled, netExplained, allExplained, items } = explained;
  const growth = memory.at(-1).beyond - memory[0].beyond;
  const rows = [
    atLeast("times as fast as decimal.js", 300, nanoseconds("decimal.js") / million),
    atLeast("times as fast as publicodes", 20_000, nanoseconds("publicodes") / million),
    atMost("time of the bare loop, at the worst size", 1.5, overBare),
    atMost(
      `a line of a statement with all ${items} figures explained, in such lines`,
      10,
      (inStatement + allExplained) / inStatement,
    ),
    atMost("`settleLine` with the net pay explained, in such lines", 10, (settled + netExplained) / settled),
    atMost(
      `\`settleLine\` with all ${items} figures explained, in such lines`,
      10,
      (settled + allExplained) / settled,
    ),
    atMost("spread of the time a worker over the sizes, %", 15, spread),
    atMost("memory that 5,000,000 workers take beyond 10,000, columns left out, MiB", 8, growth),
  ];
  return `## Aims\n\n${table(["", "aim", "found", ""], rows)}`;
}

function atLeast(what, aim, found) {
  return [
    what,
    `at least ${aim.toLocaleString("en")}`,
    Math.round(found).toLocaleString("en"),
    found >= aim ? "reached" : "missed",
  ];
}

function atMost(what, aim, found) {
  return [what, `at most ${aim}`, found.toFixed(2), found <= aim ? "reached" : "missed"];
}

function explanations() {
  const { inStatement, settled, netExplained, allExplained, items } = explained;
  const rows = [
    ["settled from gross to net by `settleLine`", settled],
    ["settled in a statement of 500, with costs, proof and digest", inStatement],
    ["its net pay explained", netExplained],
    [`all its ${items} figures explained`, allExplained],
  ];
  const cells = rows.map(([what, time]) => [what, time.toFixed(2)]);
  return `## Microseconds for one line\n\n${table(["", "µs"], cells)}`;
}

function memories() {
  const rows = memory.map(({ count, columns, beyond }) => [
    count.toLocaleString("en"),
    columns.toFixed(1),
    beyond.toFixed(1),
  ]);
  return `## Memory in MiB\n\n${table(["workers", "their columns", "beyond them"], rows)}`;
}

function table(header, rows) {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
