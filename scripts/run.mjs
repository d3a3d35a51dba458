/**
 * The one entry of every npm script: sets the machine up, builds what is stale, and runs the job. It needs nothing
 * but Node and npm; pnpm is brought by tools/pnpm.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === "win32";
const [job = "help", ...rest] = process.argv.slice(2);

/** The packages in the order in which they depend on each other. */
const packages = ["core", "statutory", "settlement", "filings", "bank", "cli"];

const sample = { data: "examples/sample-month/data", period: "2024-03", out: "out/2024-03" };

const jobs = {
  start() {
    setUp();
    build({ declarations: false });
    const month = ["month", "--in", sample.data, "--period", sample.period, "--out", sample.out, "--replace"];
    run("node", ["packages/cli/bin/tongchou.mjs", ...month, ...rest]);
  },
  build() {
    setUp();
    build({ declarations: true });
  },
  check() {
    setUp();
    const vitest = () => tool("vitest", ["run", "--silent=passed-only", ...rest]);
    steps([...sourceSteps(), ["unit tests", vitest]]);
  },
  test() {
    setUp();
    steps([
      ["build", () => build({ declarations: true })],
      ...sourceSteps(),
      ["tests", () => tool("vitest", ["run", "--silent=passed-only", ...rest])],
      ["generated documents", () => run("node", ["scripts/write-docs.mjs", "--check"])],
      ["packages", () => run("node", ["scripts/check-packages.mjs"])],
    ]);
  },
  docs() {
    setUp();
    build({ declarations: false });
    run("node", ["scripts/write-docs.mjs"]);
  },
  bench() {
    setUp();
    build({ declarations: false });
    const wanted = rest.length > 0 ? rest : ["settlement", "bank", "month"];
    for (const name of wanted) run("node", [`benchmarks/${name}/measure.mjs`]);
  },
  help() {
    console.log("usage: npm start | npm test | npm run check | npm run build | npm run docs | npm run bench");
  },
};

const chosen = jobs[job];
if (chosen === undefined) {
  jobs.help();
  process.exit(2);
}
chosen();

function sourceSteps() {
  return [
    ["format", () => tool("prettier", ["--check", "--log-level", "warn", "."])],
    ["lint", () => tool("eslint", ["."])],
    ["types", () => tool("tsc", ["-p", "tsconfig.json"])],
    ...packages.map((name) => [
      `types of ${name} alone`,
      () => tool("tsc", ["-p", `packages/${name}/tsconfig.build.json`]),
    ]),
    ["types of the sockets of bank", () => tool("tsc", ["-p", "packages/bank/tsconfig.node.json"])],
  ];
}

/** Runs steps one after the other and says how long each took; the first that fails ends the run. */
function steps(list) {
  for (const [title, step] of list) {
    const begin = Date.now();
    step();
    console.log(`✓ ${title} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  }
}

/** Installs what package manifests and lock file ask for, once for each state of them. */
function setUp() {
  const manifests = [
    "package.json",
    ...packages.map((name) => `packages/${name}/package.json`),
    ...exampleManifests(),
  ];
  const stamp = hashFiles(["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests]) + process.version;
  const stampFile = join(root, "node_modules", ".setup-stamp");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const pnpm = join(root, "tools/pnpm/node_modules/pnpm/bin/pnpm.cjs");
  if (!existsSync(pnpm)) {
    run(isWindows ? "npm.cmd" : "npm", [
      "ci",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      "--prefix",
      "tools/pnpm",
    ]);
  }
  run("node", [pnpm, "install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"]);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

function exampleManifests() {
  return readdirSync(join(root, "examples"))
    .map((name) => `examples/${name}/package.json`)
    .filter((path) => existsSync(join(root, path)));
}

/** Builds the packages whose sources changed since their last build, and those that depend on them. */
function build({ declarations }) {
  let stamp = hashFiles(["tsup.config.ts", "tsconfig.base.json", "pnpm-lock.yaml"]);
  for (const name of packages) {
    const folder = join("packages", name);
    const sources = listFiles(join(folder, "src")).filter((path) => !path.endsWith(".test.ts"));
    const settings = ["package.json", "tsup.config.ts"].map((file) => join(folder, file));
    stamp = hashText(stamp + hashFiles([...sources, ...settings]));
    const stampFile = join(root, folder, "dist", ".build-stamp");
    const built = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
    if (built === `${stamp} declarations` || (!declarations && built === stamp)) continue;
    console.log(`building ${name}${declarations ? " with declarations" : ""}`);
    rmSync(join(root, folder, "dist"), { recursive: true, force: true });
    tool("tsup", ["--silent"], { cwd: folder, env: { TONGCHOU_DTS: declarations ? "1" : "0" } });
    writeFileSync(stampFile, declarations ? `${stamp} declarations` : stamp);
  }
}

function tool(name, args, options = {}) {
  const bin = join(root, "node_modules", ".bin", isWindows ? `${name}.cmd` : name);
  run(bin, args, options);
}

/** Runs a program in the repository; a failure ends this one with the same code. */
function run(command, args, { cwd = ".", env = {} } = {}) {
  const result = spawnSync(command === "node" ? process.execPath : command, args, {
    cwd: join(root, cwd),
    stdio: "inherit",
    shell: isWindows && command !== "node",
    env: { ...process.env, ...env },
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    if (cwd !== ".") rmSync(join(root, cwd, "dist", ".build-stamp"), { force: true });
    process.exit(result.status ?? 1);
  }
}

function listFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .toSorted();
}

function hashFiles(paths) {
  const hash = createHash("sha256");
  for (const path of paths)
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

function hashText(text) {
  return createHash("sha256").update(text).digest("hex");
}
