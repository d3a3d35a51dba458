import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copySampleMonth, sampleData, sampleMonth, tell } from "./__fixtures__/sample-month.js";

const scratch = mkdtempSync(join(tmpdir(), "tongchou-cli-"));

describe("help", () => {
  it.each([
    [["--help"], {}, ["Usage: tongchou", "month", "Exit codes"]],
    [["--help", "--lang", "zh"], {}, ["用法：", "命令：", "退出码"]],
    [["--help"], { LANG: "zh_CN.UTF-8" }, ["用法："]],
    [["--help"], { LANG: "zh_CN.UTF-8", TONGCHOU_LANG: "en" }, ["Usage:"]],
    [["month", "--help"], {}, ["--in <folder>", "Examples:", "tongchou month --in"]],
    [["verify", "--help", "--lang=zh"], {}, ["结算单 JSON 文件", "示例："]],
    [["help", "calc"], {}, ["wage-withholding", "retirement"]],
  ])("answers %j", async (args, environment, parts) => {
    const { code, out, error } = await tell(args, [], environment);
    expect([code, error]).toEqual([0, ""]);
    for (const part of parts) expect(out).toContain(part);
  });

  it("is shown where no command is given, and nothing was done", async () => {
    const { code } = await tell([]);
    expect(code).toBe(2);
  });
});

describe("command lines that cannot be understood", () => {
  it.each([
    [["month", ...sampleMonth, "--out", "x", "--nonsense"], "--nonsense"],
    [["nonsense"], "nonsense"],
    [["month", "--in", sampleData, "--out", "x"], "--period"],
    [["month", "--in", sampleData, "--period"], "--period"],
    [["verify"], "file"],
    [["check", "--in", sampleData, "--period", "2024-13"], "2024-13"],
    [["check", ...sampleMonth, "--known-on", "yesterday"], "yesterday"],
    [["check", ...sampleMonth, "--case1-insurance", "neither"], "neither"],
    [["check", ...sampleMonth, "--lang", "fr"], "fr"],
  ])("%j ends with 2, one message and no stack", async (args, named) => {
    const { code, out, error } = await tell(args);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toContain(named);
    expect(error).not.toMatch(/\n\s+at /);
  });

  it("says it in Chinese when asked to", async () => {
    const { error } = await tell(["verify", "--nonsense", "--lang", "zh"]);
    expect(error).toContain("没有选项 --nonsense");
  });
});

describe("outputs", () => {
  it("do not change what is there, unless asked to, and leave nothing half written", async () => {
    const out = join(scratch, "guarded");
    mkdirSync(join(out, "statements"), { recursive: true });
    writeFileSync(join(out, "statements", "S-1.json"), "{}");
    const refused = await tell(["settle", ...sampleMonth, "--out", out]);
    expect([refused.code, readdirSync(join(out, "statements"))]).toEqual([4, ["S-1.json"]]);
    expect(refused.error).toContain("--replace");
    const replaced = await tell(["settle", ...sampleMonth, "--out", out, "--replace"]);
    expect([replaced.code, readdirSync(out)]).toEqual([0, ["statements"]]);
    expect(readdirSync(join(out, "statements"))).not.toContain("S-1.json");
    const again = await tell(["settle", ...sampleMonth, "--out", out, "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ outcome: "unchanged" });
    expect(readdirSync(scratch).filter((name) => name.includes(".partial-"))).toEqual([]);
  });

  it("never take the place of a folder that holds anything else, such as the month's own files", async () => {
    const folder = copySampleMonth(join(scratch, "own-files"));
    const names = readdirSync(folder);
    const settle = ["settle", "--in", folder, "--period", "2024-03", "--out", folder];
    for (const args of [settle, [...settle, "--replace"]]) {
      const { code, error } = await tell(args);
      expect([code, readdirSync(folder)]).toEqual([4, names]);
      expect(error).toContain("was left alone");
    }
  });

  it("that cannot be written end with 4", async () => {
    const file = join(scratch, "a-file");
    writeFileSync(file, "x");
    const { code, error } = await tell(["settle", ...sampleMonth, "--out", join(file, "below")]);
    expect(code).toBe(4);
    expect(error).toContain("cannot be written");
  });
});

describe("the commands one after the other", () => {
  const settled = join(scratch, "settled");
  const bank = join(scratch, "bank");
  beforeAll(async () => {
    expect((await tell(["settle", ...sampleMonth, "--out", settled])).code).toBe(0);
    expect(
      (await tell(["pay", ...sampleMonth, "--statements", join(settled, "statements"), "--out", bank])).code,
    ).toBe(0);
  });

  it("check lists every problem in words and as JSON, and says by its exit code that there are errors", async () => {
    const text = await tell(["check", ...sampleMonth]);
    const json = await tell(["check", ...sampleMonth, "--json"]);
    expect([text.code, json.code]).toEqual([1, 1]);
    expect(text.out).toContain("roster-U01.xlsx › 信息汇总表 › row 58, column F (证件号码)");
    expect((JSON.parse(json.out) as unknown[]).length).toBeGreaterThan(100);
  });

  it("plan shows one unit with masked names", async () => {
    const { code, out } = await tell(["plan", ...sampleMonth, "--unit", "U06"]);
    expect(code).toBe(0);
    expect(out).toContain("1P interim hosting");
    expect(out).not.toContain("U01");
    expect(out).toMatch(/U06 {2,}W\d+ {2,}\S\*/);
    const unknown = await tell(["plan", ...sampleMonth, "--unit", "U99", "--quiet"]);
    expect([unknown.code, unknown.out, unknown.error]).toEqual([3, "", "units.json has no unit U99.\n"]);
  });

  it("verify passes what settle wrote", async () => {
    const files = readdirSync(join(settled, "statements")).filter((name) => name.endsWith(".json"));
    const { code, out } = await tell(["verify", ...files.map((name) => join(settled, "statements", name))]);
    expect(code).toBe(0);
    expect(out.match(/^✓/gm)).toHaveLength(6);
  });

  it("verify finds a net pay that was changed by a fen and names it", async () => {
    const text = readFileSync(join(settled, "statements", "S-2024-03-U02.json"), "utf8");
    const changed = join(scratch, "changed.json");
    writeFileSync(
      changed,
      text.replace(/"netFen":(\d+)/, (_, net: string) => `"netFen":${Number(net) + 1}`),
    );
    const { code, out } = await tell(["verify", changed]);
    expect(code).toBe(1);
    expect(out).toMatch(/\/lines\/0\/netFen: says \d+, recomputed \d+/);
    expect(out).toContain("The digest does not fit");
  });

  it.each([["units.json"], ["roster-U01.xlsx"]])(
    "verify says of %s that it is no statement",
    async (name) => {
      const { code, out, error } = await tell(["verify", join(sampleData, name)]);
      expect(code).toBeGreaterThan(0);
      expect(out + error).not.toMatch(/\n\s+at /);
    },
  );

  it("pay refuses a statement that fails verification", async () => {
    const folder = mkdtempSync(join(scratch, "tampered-"));
    const text = readFileSync(join(settled, "statements", "S-2024-03-U02.json"), "utf8");
    writeFileSync(join(folder, "S-2024-03-U02.json"), text.replace(/"amountFen":4/, '"amountFen":5'));
    const { code, error } = await tell([
      "pay",
      ...sampleMonth,
      "--statements",
      folder,
      "--out",
      join(scratch, "no-bank"),
    ]);
    expect(code).toBe(1);
    expect(error).toContain("S-2024-03-U02.json fails verification");
    expect(existsSync(join(scratch, "no-bank"))).toBe(false);
  });

  it("explain tells how a tax came about", async () => {
    const statement = join(settled, "statements", "S-2024-03-U01.json");
    const { code, out } = await tell(["explain", statement, "--worker", "W00004", "--item", "tax"]);
    expect(code).toBe(0);
    expect(out).toContain("income tax = max(0, max(0, ");
    expect(out).toContain("公告2018年第61号");
    const unknown = await tell(["explain", statement, "--worker", "W99999"]);
    expect([unknown.code, unknown.error]).toEqual([3, "The statement has no worker W99999.\n"]);
  });

  it("reconcile accounts for every payment: paid, rejected, missing, with another amount, unexpected", async () => {
    const name = readdirSync(join(bank, "bank")).find((file) => file.includes("U06")) ?? "";
    const sent = join(bank, "bank", name);
    const details = new TextDecoder("gb18030")
      .decode(readFileSync(sent))
      .split("\r\n")
      .filter((line) => line.startsWith("D|"))
      .map((line) => line.split("|"));
    const answers = details.slice(1).map((cells, index) => {
      const [reference, account, payee, amount] = [cells[2], cells[3], cells[4], Number(cells[7])];
      if (index === 0)
        return { reference, account, payee, amount, status: "REJECTED", reason: "ACCOUNT_CLOSED" };
      if (index === 1) return { reference, account, payee, amount: amount - 1, status: "PAID", reason: "" };
      return { reference, account, payee, amount, status: "PAID", reason: "" };
    });
    const stranger = {
      reference: "X".repeat(20),
      account: "6299990000000000005",
      payee: "张三",
      amount: 100,
      status: "PAID",
      reason: "",
    };
    const result = join(scratch, "result.txt");
    writeFileSync(result, encodeGb18030(resultText(name.replace(".txt", ""), [...answers, stranger])));
    const { code, out } = await tell(["reconcile", "--sent", sent, "--result", result, "--json"]);
    const found = JSON.parse(out) as { sent: { count: number }; totals: Record<string, { count: number }> };
    const counts = Object.fromEntries(
      Object.entries(found.totals).map(([kind, total]) => [kind, total.count]),
    );
    expect(code).toBe(1);
    expect(found.sent.count).toBe(23);
    expect(counts).toMatchObject({ missing: 1, rejected: 1, "amount-differs": 1, paid: 20, unexpected: 1 });
    expect(out).not.toContain(details[0]?.[4]);
  });
});

interface Answer {
  readonly reference: string | undefined;
  readonly account: string | undefined;
  readonly payee: string | undefined;
  readonly amount: number;
  readonly status: string;
  readonly reason: string;
}

function resultText(batchNumber: string, answers: readonly Answer[]): string {
  const total = answers.reduce((sum, answer) => sum + answer.amount, 0);
  const lines = answers.map(({ reference, account, payee, amount, status, reason }, index) =>
    ["D", index + 1, reference, account, payee, amount, status, reason].join("|"),
  );
  return [`H|${batchNumber}|${answers.length}|${total}`, ...lines, `T|${answers.length}|${total}`, ""].join(
    "\r\n",
  );
}

/** Encodes by searching the decoder's table, so that no encoder of ours is needed. */
function encodeGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]))),
  );
}
