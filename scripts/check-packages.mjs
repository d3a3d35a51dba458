/**
 * Checks the packages as a user gets them: packs each one, lets publint and are-the-types-wrong judge the tarball,
 * installs the tarballs into an empty project, and runs them as ES modules and as CommonJS on every Node version
 * that is supported, and with them the examples of an HR system and of a bank's plugin. The sample month has to
 * come out byte for byte the same on all of them.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = ["core", "statutory", "settlement", "filings", "bank", "cli"];
const work = join(root, "out", "packages");
const data = join(root, "examples/sample-month/data");
const pnpm = join(root, "tools/pnpm/node_modules/pnpm/bin/pnpm.cjs");

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

const tarballs = packages.map((name) => pack(name));
for (const tarball of tarballs) {
  bin("publint", ["run", "--strict", tarball]);
  // Rooms of a package are found by its exports, which the resolution of Node 10 does not know.
  bin("attw", ["--quiet", "--profile", "node16", tarball]);
}
console.log(`${tarballs.length} packages pass publint and are-the-types-wrong`);

const project = createProject();
const digests = new Map();
for (const { version, node } of nodeVersions()) {
  execFileSync(node, [join(project, "esm.mjs")], { cwd: project, stdio: "inherit" });
  execFileSync(node, [join(project, "cjs.cjs")], { cwd: project, stdio: "inherit" });
  execFileSync(node, [join(project, "hr-system/src/main.js"), "--in", data], {
    cwd: project,
    stdio: ["ignore", "ignore", "inherit"],
  });
  execFileSync(node, [join(project, "bank-plugin/src/check.js")], {
    cwd: project,
    stdio: ["ignore", "ignore", "inherit"],
  });
  digests.set(version, monthDigest(node, version));
  console.log(`Node ${version}: ES modules, CommonJS, the examples and the sample month`);
}
if (new Set(digests.values()).size !== 1) {
  console.error("the sample month differs between Node versions:", Object.fromEntries(digests));
  process.exit(1);
}

function pack(name) {
  const output = execFileSync(process.execPath, [pnpm, "pack", "--pack-destination", work], {
    cwd: join(root, "packages", name),
    encoding: "utf8",
  });
  const tarball = output.trim().split("\n").at(-1);
  return tarball.startsWith("/") ? tarball : join(work, tarball);
}

function bin(name, args) {
  const result = spawnSync(join(root, "node_modules/.bin", name), args, { cwd: root, encoding: "utf8" });
  if (result.status === 0) return;
  process.stderr.write(`${name} ${args.join(" ")}\n${result.stdout}${result.stderr}`);
  process.exit(1);
}

/** A project of the unpacked tarballs and the examples; what they depend on is linked from the workspace. */
function createProject() {
  const folder = join(work, "project");
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "@tongchou"), { recursive: true });
  for (const [index, name] of packages.entries()) {
    const target = join(modules, "@tongchou", name);
    mkdirSync(target);
    execFileSync("tar", ["-xzf", tarballs[index], "-C", target, "--strip-components=1"]);
    const manifest = JSON.parse(readFileSync(join(target, "package.json"), "utf8"));
    for (const dependency of Object.keys(manifest.dependencies ?? {})) {
      if (!dependency.startsWith("@tongchou/")) link(name, dependency, modules);
    }
  }
  writeFileSync(join(folder, "package.json"), '{ "name": "project", "private": true }\n');
  writeFileSync(
    join(folder, "esm.mjs"),
    consumer((name, path) => `import * as ${name} from "${path}";`),
  );
  writeFileSync(
    join(folder, "cjs.cjs"),
    consumer((name, path) => `const ${name} = require("${path}");`),
  );
  for (const example of ["hr-system", "bank-plugin"]) {
    for (const part of ["package.json", "src"]) {
      cpSync(join(root, "examples", example, part), join(folder, example, part), { recursive: true });
    }
  }
  return folder;
}

function link(name, dependency, modules) {
  const target = join(modules, dependency);
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(root, "packages", name, "node_modules", dependency), target);
}

/** A program that loads every package and every room of one, and reckons something whose result is known. */
function consumer(load) {
  const entries = packages.flatMap((name) => {
    const { exports } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
    return Object.keys(exports)
      .filter((path) => path !== "./package.json")
      .map((path) => ({
        name: [name, ...(path.match(/\w+/g) ?? [])].join("_"),
        path: `@tongchou/${name}${path.slice(1)}`,
      }));
  });
  const loads = entries.map(({ name, path }) => load(name, path)).join("\n");
  return `${loads}
const all = { ${entries.map(({ name }) => name).join(", ")} };
for (const [name, module] of Object.entries(all)) {
  if (Object.keys(module).length === 0) throw new Error(name + " exports nothing");
}
if (core.formatYuan(core.fen(12345)) !== "123.45") throw new Error("core");
const facts = statutory.createFacts(statutory.jiujiangPacks);
const fee = settlement.withholdLabourFee(core.fen(3000000), core.plainDate("2024-03-01"), facts);
if (!fee.ok || fee.value.taxFen !== 520000) throw new Error("settlement");
`;
}

function nodeVersions() {
  const running = { version: process.versions.node, node: process.execPath };
  if (process.platform !== "linux" || process.arch !== "x64") {
    console.log("other Node versions are brought for Linux on x64 only; the running one is tested");
    return [running];
  }
  const matrix = join(root, "tools/matrix");
  if (!existsSync(join(matrix, "node_modules"))) {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: matrix,
      stdio: "inherit",
    });
  }
  const brought = readdirSync(join(matrix, "node_modules"))
    .filter((name) => name.startsWith("node-"))
    .map((name) => join(matrix, "node_modules", name, "bin", "node"));
  return brought.map((node) => ({
    version: execFileSync(node, ["-p", "process.versions.node"], { encoding: "utf8" }).trim(),
    node,
  }));
}

/** SHA-256 over every file of the sample month, made by the packed command. */
function monthDigest(node, version) {
  const out = join(work, `month-${version}`);
  const command = join(project, "node_modules/@tongchou/cli/bin/tongchou.mjs");
  const args = [command, "month", "--in", data, "--period", "2024-03", "--out", out, "--quiet", "--json"];
  execFileSync(node, args, { cwd: project, stdio: ["ignore", "ignore", "inherit"] });
  const hash = createHash("sha256");
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).toSorted();
  for (const path of paths)
    hash.update(path.slice(out.length)).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}
