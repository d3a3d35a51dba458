import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseFault } from "./faults.js";
import { run } from "./run.js";

let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "bank-simulator-"));
});

afterAll(() => rmSync(home, { recursive: true }));

describe("parseFault", () => {
  it("reads a kind with its numbers", () => {
    const expected = { kind: "return", times: 3, minutes: 4320, milliseconds: 1000, row: 2 };
    expect(parseFault("return:row=2,minutes=4320,times=3")).toEqual(expected);
  });

  it.each(["explode", "slow:seconds=1", "return:row=x", "delay:minutes=12345678", ""])(
    "has no fault %j",
    (text) => expect(parseFault(text)).toBeUndefined(),
  );
});

describe("the command line", () => {
  async function runWith(...args: readonly string[]) {
    let out = "";
    let error = "";
    const code = await run(args, {
      writeOut: (text) => void (out += text),
      writeError: (text) => void (error += text),
      signal: AbortSignal.abort(),
    });
    return { code, out, error };
  }

  it.each(["en", "zh"])("explains itself in %s", async (language) => {
    const { code, out } = await runWith("--help", "--lang", language);
    expect(code).toBe(0);
    for (const name of [
      "--port",
      "--tcp-port",
      "--folder",
      "--store",
      "--profile",
      "--fault",
      "--seed",
      "--lang",
    ])
      expect(out).toContain(name);
  });

  it("starts, says where it listens, and ends when told", async () => {
    const { code, out } = await runWith(
      "--port",
      "0",
      "--tcp-port",
      "0",
      "--store",
      join(home, "other.jsonl"),
    );
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^listening on http:\/\/127\.0\.0\.1:\d+\nlistening on tcp:\S+ \(ISO 8583\)\nclosed\n$/,
      ),
    ]);
  });

  it.each([
    ["an unknown option", ["--foo"], 2],
    ["a port that is none", ["--port", "x"], 2],
    ["a fault that is none", ["--fault", "explode"], 2],
    ["a language that is not there", ["--lang", "fr"], 2],
    ["a profile that cannot be read", ["--profile", "no-such-file.json"], 3],
  ])("answers %s with one line", async (_, args, code) => {
    const result = await runWith(...args);
    expect([result.code, result.out]).toEqual([code, ""]);
    expect(result.error).toMatch(/^[^\n]+\n$/);
  });
});
