import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtInProfiles, encodeText } from "@tongchou/bank";
import { describe, expect, it } from "vitest";
import { tell } from "../__fixtures__/sample-month.js";

const scratch = mkdtempSync(join(tmpdir(), "tongchou-banks-"));

function fileOf(name: string, line: string): string {
  const path = join(scratch, name);
  const bytes = encodeText(`${line}\r\n`, "gbk");
  writeFileSync(path, bytes.ok ? bytes.value : "");
  return path;
}

describe("tongchou banks", () => {
  it.each(["en", "zh"])("lists every built-in format in %s", async (language) => {
    const { code, out, error } = await tell(["banks", "--lang", language]);
    expect([code, error]).toEqual([0, ""]);
    for (const { id } of builtInProfiles) expect(out).toContain(id);
  });

  it("says units, limits and sources to programs", async () => {
    const { out } = await tell(["banks", "--json"]);
    const found = JSON.parse(out) as readonly { readonly id: string }[];
    expect(found.find(({ id }) => id === "chinapay.batch@1")).toMatchObject({
      amountUnit: "fen",
      encoding: "gbk",
      rowsPerFile: 1000,
      provenance: { verifiedBy: null },
    });
  });
});

describe("--bank-profile", () => {
  const line = "0000001|6299990000000000005|张三|0.05|工资|R1|";
  const files = ["--sent", fileOf("sent-01.txt", line), "--result", fileOf("result.txt", `${line}成功||`)];

  it("takes the id of a built-in format", async () => {
    const { code, out } = await tell(["reconcile", ...files, "--bank-profile", "ccb.payroll@1", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ totals: { paid: { count: 1, amountFen: 5 } } });
  });

  it("takes what is no id for a file", async () => {
    const { code, error } = await tell(["reconcile", ...files, "--bank-profile", "ccb.payroll@2"]);
    expect(code).toBe(3);
    expect(error).toContain("ccb.payroll@2");
  });
});
