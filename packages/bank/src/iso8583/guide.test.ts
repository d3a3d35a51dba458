import { readFileSync } from "node:fs";
import * as core from "@tongchou/core";
import { describe, expect, it } from "vitest";
import * as iso8583 from "./index.js";

const guide = readFileSync(new URL("../../../../docs/bank/iso8583.md", import.meta.url), "utf8");
const blocks = Array.from(guide.matchAll(/```ts\n(.*?)```/gs), (match) => match[1] ?? "");

describe("docs/bank/iso8583.md", () => {
  it("has examples that run, and a changed dialect that reads what it writes", () => {
    const [payment = "", change = ""] = blocks;
    const body = `${payment}\n${change}`.replace(/^import .*$/gm, "").replace(": Dialect =", " =");
    const names = { ...core, ...iso8583 };
    const construct = (() => undefined).constructor as FunctionConstructor;
    const run = construct(...Object.keys(names), `${body}; return { bytes, outcome, acquirer };`) as (
      ...values: unknown[]
    ) => {
      bytes: core.Parsed<Uint8Array>;
      outcome: core.Parsed<{ status: string }>;
      acquirer: iso8583.Dialect;
    };
    const { bytes, outcome, acquirer } = run(...Object.values(names));
    expect(bytes.issues).toEqual([]);
    expect(outcome.ok && outcome.value.status).toBe("unconfirmed");
    expect(iso8583.checkDialect(acquirer)).toEqual([]);
  });

  it("names every dialect, content and encoding", () => {
    const words =
      "iso1987Ascii iso1993 unionPayPos unionPayInterInstitution anp xn tlv gb18030 bcd-right hex";
    for (const word of words.split(" ")) expect(guide).toContain(`\`${word}\``);
  });
});
