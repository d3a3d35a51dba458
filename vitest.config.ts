import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const packages = ["core", "statutory", "settlement", "filings", "bank", "cli"];

function sourceOf(path: string): string {
  return fileURLToPath(new URL("packages/", import.meta.url)) + path;
}

export default defineConfig({
  resolve: {
    // Tests run on the sources; the built output has tests of its own in tests/built.
    alias: packages.flatMap((name) => [
      { find: new RegExp(`^@tongchou/${name}$`), replacement: sourceOf(`${name}/src/index.ts`) },
      {
        find: new RegExp(`^@tongchou/${name}/([a-z0-9-]+)$`),
        replacement: sourceOf(`${name}/src/$1/index.ts`),
      },
    ]),
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "examples/*/src/**/*.test.ts", "tests/**/*.test.ts"],
    testTimeout: 60_000,
  },
});
