import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What each package may import from; the arrows of ARCHITECTURE.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  statutory: ["core"],
  settlement: ["core", "statutory"],
  filings: ["core"],
  bank: ["core"],
  cli: ["core", "statutory", "settlement", "filings", "bank"],
};

/** Longest source file allowed; tables are listed apart because they are data. These numbers only go down. */
const linesMax = 400;
const tables = new Set([
  "packages/core/src/issues/migration-issues.ts",
  "packages/core/src/migration/ambiguities.ts",
  "packages/core/src/policy/clauses.ts",
  "packages/statutory/src/fact-definitions.ts",
]);
const columnsMax = 110;
const withInputAndOutput = /^packages\/(cli\/|bank\/src\/iso8583-tcp\/)/;

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources = listFiles(join(root, "packages"))
  .filter((path) => path.endsWith(".ts") && !path.includes("/dist/") && path.includes("/src/"))
  .map((path): Source => {
    const text = readFileSync(path, "utf8");
    const imports = [...text.matchAll(/^(?:import|export|\}).*\bfrom "([^"]+)"/gm)].map(
      (match) => match[1] ?? "",
    );
    return { path: relative(root, path), text, imports };
  });

describe("direction of imports", () => {
  it("sees the sources", () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it.each(Object.keys(mayImport))("%s imports only from the packages before it", (name) => {
    const allowed = mayImport[name] ?? [];
    const broken = sources
      .filter((source) => source.path.startsWith(`packages/${name}/`))
      .flatMap((source) =>
        source.imports
          .filter((specifier) => specifier.startsWith("@tongchou/"))
          .filter((specifier) => !allowed.includes(specifier.split("/")[1] ?? ""))
          .map((specifier) => `${source.path} imports ${specifier}`),
      );
    expect(broken).toEqual([]);
  });

  it("declares every package it imports from", () => {
    const broken = sources.flatMap((source) => {
      const folder = source.path.split("/").slice(0, 2).join("/");
      const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
        dependencies?: Record<string, string>;
        name: string;
      };
      const declared = new Set(Object.keys(manifest.dependencies ?? {}));
      return source.imports
        .filter((specifier) => !specifier.startsWith(".") && !specifier.startsWith("node:"))
        .map((specifier) =>
          specifier
            .split("/")
            .slice(0, specifier.startsWith("@") ? 2 : 1)
            .join("/"),
        )
        .filter((name) => !declared.has(name) && !isOfTests(source.path))
        .map((name) => `${source.path} imports ${name}`);
    });
    expect(broken).toEqual([]);
  });

  it("has no cycle between files", () => {
    const graph = new Map(sources.map((source) => [source.path, localImports(source)]));
    expect(findCycle(graph)).toEqual([]);
  });

  it("keeps input and output out of the pure packages", () => {
    const broken = sources
      .filter((source) => !withInputAndOutput.test(source.path) && !source.path.endsWith(".test.ts"))
      .filter((source) => source.imports.some((specifier) => specifier.startsWith("node:")))
      .map((source) => source.path);
    expect(broken).toEqual([]);
  });
});

describe("size and shape of sources", () => {
  it("keeps every file under its limit", () => {
    const long = sources
      .filter((source) => !tables.has(source.path))
      .map((source) => `${source.path} ${source.text.split("\n").length - 1}`)
      .filter((line) => Number(line.split(" ")[1]) > linesMax);
    expect(long).toEqual([]);
  });

  it("keeps lines of code narrow", () => {
    const wide = sources.flatMap((source) =>
      source.text.split("\n").flatMap((line, index) => {
        const isText = /["'`].{20,}["'`]/.test(line) || /^import |^export \{/.test(line);
        return displayWidth(line) > columnsMax && !isText ? [`${source.path}:${index + 1}`] : [];
      }),
    );
    expect(wide).toEqual([]);
  });

  it("names things, not drawers", () => {
    const drawers = sources.filter((source) =>
      /\/(utils?|common|misc|helpers?|types)(\.ts|\/)/.test(source.path),
    );
    expect(drawers.map((source) => source.path)).toEqual([]);
  });

  it("exports by name", () => {
    expect(sources.filter((source) => /^export \*/m.test(source.text)).map((source) => source.path)).toEqual(
      [],
    );
  });
});

/** Tests and their fixtures may use what only the workspace depends on. */
function isOfTests(path: string): boolean {
  return path.endsWith(".test.ts") || path.includes("/__fixtures__/");
}

function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name !== "node_modules")
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? listFiles(path) : [path]));
}

function localImports(source: Source): readonly string[] {
  const typeOnly = [...source.text.matchAll(/import type [^;]*from "([^"]+)"/g)].map((match) => match[1]);
  return source.imports
    .filter((specifier) => specifier.startsWith(".") && !typeOnly.includes(specifier))
    .map((specifier) => {
      const path = resolve(root, dirname(source.path), specifier).replace(/\.js$/, ".ts");
      return relative(root, path);
    });
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...trail, node]);
      if (cycle.length > 0) return cycle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

function displayWidth(line: string): number {
  return Array.from(line).length;
}
