import { readFileSync } from "node:fs";
import * as core from "@tongchou/core";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as bank from "../index.js";
import * as crypto from "../crypto/index.js";
import * as channels from "./index.js";

const scope: Readonly<Record<string, unknown>> = { ...core, ...bank, ...crypto, ...channels };

/** Runs the first example of a guide: each `expression; // => value` is a claim. */
async function runGuide(name: string): Promise<number> {
  const guide = readFileSync(new URL(`../../../../docs/bank/${name}`, import.meta.url), "utf8");
  const code = /```ts\n(.*?)```/s.exec(guide)?.[1] ?? "";
  const claims = code.replace(/^import .*$/gm, "").replace(/^(.*); \/\/ => (.*)$/gm, "check($1, $2);");
  const options = { compilerOptions: { target: ts.ScriptTarget.ES2023 } };
  const body = ts.transpileModule(claims, options).outputText;
  const construct = (async () => Promise.resolve()).constructor as FunctionConstructor;
  const run = construct("check", ...Object.keys(scope), body) as (...values: unknown[]) => Promise<void>;
  let count = 0;
  const check = (found: unknown, claimed: unknown): void => {
    count += 1;
    expect(found).toEqual(claimed);
  };
  await run(check, ...Object.values(scope));
  return count;
}

describe("the guides", () => {
  it.each([
    ["crypto.md", 2],
    ["channels.md", 2],
  ])("%s has an example that runs", async (name, claims) => {
    expect(await runGuide(name)).toBe(claims);
  });

  it("channels.md names every channel", () => {
    const guide = readFileSync(new URL("../../../../docs/bank/channels.md", import.meta.url), "utf8");
    for (const name of Object.keys(channels).filter((each) => each.endsWith("Channel")))
      expect(guide).toContain(`\`${name}\``);
  });
});
