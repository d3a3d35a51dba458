import { readFileSync } from "node:fs";
import { compileFunction } from "node:vm";
import * as core from "@tongchou/core";
import { expect, it } from "vitest";
import * as iso20022 from "./index.js";

it("does what its guide shows", async () => {
  const guide = readFileSync(new URL("../../../../docs/bank/iso20022.md", import.meta.url), "utf8");
  const code = /```ts\n([^]*?)```/.exec(guide)?.[1] ?? "";
  const script = code.replace(/^import .*\n/gm, "");
  const shown = /^\/\/ (.*)$/m.exec(code)?.[1];
  const printed: string[] = [];
  const scope = {
    ...core,
    ...iso20022,
    console: { log: (...values: unknown[]) => printed.push(values.join(" ")) },
  };
  const run = compileFunction(`return (async () => {${script}})();`, Object.keys(scope)) as (
    ...values: unknown[]
  ) => Promise<void>;
  await run(...Object.values(scope));
  expect(printed).toEqual([shown]);
});
