import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const packages = ["core", "statutory", "settlement", "filings", "bank", "cli"];

export default defineConfig({
  resolve: {
    // Tests run on the sources; the built output has tests of its own in tests/built.
    alias: packages.map((name) => ({
      find: `@tongchou/${name}`,
      replacement: fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url)),
    })),
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "examples/*/src/**/*.test.ts", "tests/**/*.test.ts"],
    testTimeout: 60_000,
  },
});
