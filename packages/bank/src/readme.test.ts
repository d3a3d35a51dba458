import { readFileSync } from "node:fs";
import * as core from "@tongchou/core";
import { fen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { exampleBank } from "./__fixtures__/example-bank.js";
import { batchOf, paymentOf, textOf } from "./__fixtures__/payments.js";
import { encodeAccepted } from "./encoding.js";
import * as bank from "./index.js";
import { fieldTraits } from "./profiles/field.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The fenced blocks of a language, in order. */
function blocks(language: string): readonly string[] {
  return Array.from(
    readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs")),
    (match) => match[1] ?? "",
  );
}

describe("README", () => {
  it("has ten lines that run", async () => {
    const [code = ""] = blocks("js");
    const exports = { ...core, ...bank };
    const body = code.replace(/^import .*$/gm, "").replace(/^console\.log\((.*)\);.*$/m, "return [$1];");
    const construct = (async () => Promise.resolve()).constructor as FunctionConstructor;
    const run = construct(...Object.keys(exports), body) as (...values: unknown[]) => Promise<unknown>;
    expect(await run(...Object.values(exports))).toEqual([0, { count: 1, amountFen: 350_000 }]);
    expect(code).toContain("// 0 { count: 1, amountFen: 350000 }");
  });

  const payments = [
    paymentOf({ amountFen: fen(432_100) }),
    paymentOf({
      reference: "R2",
      payeeName: "李東",
      payeeAccount: "6299990000000000013",
      payeeBankName: "示例银行浔阳支行",
      amountFen: fen(6),
      purpose: "severance",
    }),
  ];
  const [profile] = blocks("json").map((block) => bank.parseProfile(JSON.parse(block)));

  it("has a profile that is read as it stands", () => {
    expect(profile).toEqual({ ok: true, value: exampleBank, issues: [] });
  });

  it("shows the file that the profile writes", () => {
    const [file] = bank.encodeBatch(exampleBank, batchOf(payments)).files;
    expect(file?.name).toBe("DF20240315_B240315-01.txt");
    expect(readme).toContain("`DF20240315_B240315-01.txt`");
    expect(textOf(file, "gbk").replaceAll("\r\n", "\n")).toBe(blocks("text")[0]);
  });

  it("shows an answer that the profile reads", () => {
    const content = encodeAccepted(blocks("text")[1] ?? "", "gbk");
    const result = bank.decodeResult(exampleBank, { name: "answer.txt", content });
    const files = bank.encodeBatch(exampleBank, batchOf(payments)).files;
    const { rows } = bank.reconcile(files, result.ok ? [result.value] : []);
    expect(rows.map(({ kind }) => kind)).toEqual(["paid", "rejected"]);
    expect(result.ok && result.value.outcomes[1]?.reason).toBe("name-mismatch");
  });

  it.each(Object.keys(fieldTraits))("names the column %s", (kind) => {
    expect(readme).toContain(`\`${kind}\``);
  });
});
