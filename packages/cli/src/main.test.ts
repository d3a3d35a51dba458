import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CFB, utils, write } from "@e965/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { recordedTerminal } from "./__fixtures__/terminal.js";
import { run } from "./main.js";

const data = fileURLToPath(new URL("../../../examples/sample-month/data", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "tongchou-cli-"));
const month = ["--in", data, "--period", "2024-03"];

async function tell(
  args: readonly string[],
  input: readonly string[] = [],
  environment: Record<string, string> = {},
) {
  const terminal = recordedTerminal(input, environment);
  const code = await run(args, terminal);
  return { code, out: terminal.out(), error: terminal.error() };
}

/** A copy of the sample month in which files can be changed. */
function copyOfMonth(name: string): string {
  const folder = join(scratch, name);
  cpSync(data, folder, { recursive: true });
  return folder;
}

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
    [["month", ...month, "--out", "x", "--nonsense"], "--nonsense"],
    [["nonsense"], "nonsense"],
    [["month", "--in", data, "--out", "x"], "--period"],
    [["month", "--in", data, "--period"], "--period"],
    [["verify"], "file"],
    [["check", "--in", data, "--period", "2024-13"], "2024-13"],
    [["check", ...month, "--known-on", "yesterday"], "yesterday"],
    [["check", ...month, "--case1-insurance", "neither"], "neither"],
    [["check", ...month, "--lang", "fr"], "fr"],
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

describe("inputs that cannot be read", () => {
  it.each([
    ["a folder that is not there", () => join(scratch, "nowhere"), "does not exist"],
    ["a folder without units.json", () => mkdtempSync(join(scratch, "empty-")), "units.json"],
    [
      "units.json that is no JSON",
      () => {
        const folder = copyOfMonth("no-json");
        writeFileSync(join(folder, "units.json"), "{");
        return folder;
      },
      "is no valid JSON",
    ],
    [
      "units.json in another encoding",
      () => {
        const folder = copyOfMonth("no-utf8");
        writeFileSync(join(folder, "units.json"), Buffer.from([0xb5, 0xa5, 0xce, 0xbb]));
        return folder;
      },
      "is no text in UTF-8",
    ],
  ])("%s: exit code 3, nothing written", async (_, folder, part) => {
    const out = join(scratch, "never");
    const { code, error } = await tell(["month", "--in", folder(), "--period", "2024-03", "--out", out]);
    expect(code).toBe(3);
    expect(error).toContain(part);
    expect(error).not.toMatch(/\n\s+at /);
    expect(existsSync(out)).toBe(false);
  });

  it("a file that cannot be read ends the month with its name: nobody on it may be left out", async () => {
    const folder = copyOfMonth("dangling");
    symlinkSync(join(scratch, "nowhere.xlsx"), join(folder, "roster-U07.xlsx"));
    const { code, error } = await tell(["check", "--in", folder, "--period", "2024-03"]);
    expect(code).toBe(3);
    expect(error).toContain("roster-U07.xlsx does not exist");
  });

  it("names every problem of a pack of facts", async () => {
    const pack = join(scratch, "pack.json");
    writeFileSync(
      pack,
      JSON.stringify({ id: "ours", version: "1", facts: { "cn.nothing": [], "cn.si.rounding": [{}] } }),
    );
    const { code, error } = await tell(["check", ...month, "--facts", pack]);
    expect(code).toBe(3);
    expect(error).toContain("cn.nothing");
    expect(error).toContain("/facts/cn.si.rounding/0/source");
  });
});

describe("bad files among good ones", () => {
  it("are reported, and the month goes on with the rest", async () => {
    const folder = copyOfMonth("bad-files");
    writeFileSync(
      join(folder, "roster-U06.xlsx"),
      readFileSync(join(data, "roster-U06.xlsx")).subarray(0, 5000),
    );
    writeFileSync(join(folder, "notes.csv"), "购物清单,数量\n苹果,3\n");
    writeFileSync(join(folder, "empty.xlsx"), "");
    writeFileSync(join(folder, "~$roster-U01.xlsx"), "x");
    const out = join(scratch, "bad-files-out");
    const { code, out: printed } = await tell([
      "month",
      "--in",
      folder,
      "--period",
      "2024-03",
      "--out",
      out,
      "--json",
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ totals: { settled: 481 - 44 } });
    const issues = JSON.parse(readFileSync(join(out, "issues.json"), "utf8")) as {
      code: string;
      place?: { file: string };
    }[];
    const files = new Map(issues.map(({ code: found, place }) => [place?.file, found]));
    expect(files.get("roster-U06.xlsx")).toMatch(/^zip-/);
    expect(files.get("notes.csv")).toBe("file-not-recognised");
    expect(files.get("empty.xlsx")).toBe("file-empty");
    expect(files.get("~$roster-U01.xlsx")).toBe("file-lock");
  });

  it.each([
    ["behind a password", "a.xlsx", protectedFile(), "workbook-encrypted", "error"],
    [
      "of bytes that are no text",
      "a.csv",
      Uint8Array.of(0x41, 0xff, 0xff, 0x0a),
      "text-undecodable",
      "error",
    ],
    ["with an empty sheet", "a.xlsx", sheetFile([]), "file-not-recognised", "warning"],
    [
      "without a header",
      "a.xlsx",
      sheetFile([
        ["甲", 1],
        ["乙", 2],
      ]),
      "file-not-recognised",
      "warning",
    ],
    ["whose sheet breaks off", "a.xlsx", brokenFile(), "xml-damaged", "error"],
    [
      "that lacks a column of its form",
      "a.xlsx",
      sheetFile([["姓名", "用工形式", "经费来源", "是否愿意平移"]]),
      "file-incomplete",
      "error",
    ],
  ] as const)("a file %s is named with its reason", async (_, name, bytes, code, severity) => {
    const folder = copyOfMonth(`bad-${code}-${bytes.length}`);
    writeFileSync(join(folder, name), bytes);
    const { out } = await tell(["check", "--in", folder, "--period", "2024-03", "--json"]);
    const issues = JSON.parse(out) as { code: string; severity: string; place?: { file: string } }[];
    const ofFile = issues.filter(({ place }) => place?.file === name);
    expect(ofFile.map((issue) => [issue.code, issue.severity])).toEqual([[code, severity]]);
    expect(issues.some(({ place }) => place?.file === "roster-U01.xlsx")).toBe(true);
  });

  it("a unit that does not fit is left out by itself", async () => {
    const folder = copyOfMonth("bad-unit");
    const units = JSON.parse(readFileSync(join(folder, "units.json"), "utf8")) as Record<string, unknown>[];
    writeFileSync(
      join(folder, "units.json"),
      JSON.stringify([...units.slice(0, 5), { ...units[5], nature: "公司" }]),
    );
    const { code, out } = await tell(["check", "--in", folder, "--period", "2024-03", "--json"]);
    const issues = JSON.parse(out) as { code: string; path?: string }[];
    expect(code).toBe(1);
    expect(issues.filter((issue) => issue.code === "schema-invalid").map((issue) => issue.path)).toEqual([
      "/5/nature",
    ]);
  });
});

describe("outputs", () => {
  it("do not change what is there, unless asked to, and leave nothing half written", async () => {
    const out = join(scratch, "guarded");
    mkdirSync(out);
    writeFileSync(join(out, "own.txt"), "mine");
    const refused = await tell(["settle", ...month, "--out", out]);
    expect([refused.code, readdirSync(out)]).toEqual([4, ["own.txt"]]);
    expect(refused.error).toContain("--replace");
    const replaced = await tell(["settle", ...month, "--out", out, "--replace"]);
    expect([replaced.code, readdirSync(out)]).toEqual([0, ["statements"]]);
    const again = await tell(["settle", ...month, "--out", out, "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ outcome: "unchanged" });
    expect(readdirSync(scratch).filter((name) => name.includes(".partial-"))).toEqual([]);
  });

  it("that cannot be written end with 4", async () => {
    const file = join(scratch, "a-file");
    writeFileSync(file, "x");
    const { code, error } = await tell(["settle", ...month, "--out", join(file, "below")]);
    expect(code).toBe(4);
    expect(error).toContain("cannot be written");
  });
});

describe("the commands one after the other", () => {
  const settled = join(scratch, "settled");
  const bank = join(scratch, "bank");
  beforeAll(async () => {
    expect((await tell(["settle", ...month, "--out", settled])).code).toBe(0);
    expect(
      (await tell(["pay", ...month, "--statements", join(settled, "statements"), "--out", bank])).code,
    ).toBe(0);
  });

  it("check lists every problem in words and as JSON, and says by its exit code that there are errors", async () => {
    const text = await tell(["check", ...month]);
    const json = await tell(["check", ...month, "--json"]);
    expect([text.code, json.code]).toEqual([1, 1]);
    expect(text.out).toContain("roster-U01.xlsx › 信息汇总表 › row 58, column F (证件号码)");
    expect((JSON.parse(json.out) as unknown[]).length).toBeGreaterThan(100);
  });

  it("plan shows one unit with masked names", async () => {
    const { code, out } = await tell(["plan", ...month, "--unit", "U06"]);
    expect(code).toBe(0);
    expect(out).toContain("1P interim hosting");
    expect(out).not.toContain("U01");
    expect(out).toMatch(/U06 {2,}W\d+ {2,}\S\*/);
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
      const { code, out, error } = await tell(["verify", join(data, name)]);
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
      ...month,
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

function sheetFile(rows: readonly (readonly unknown[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "Sheet1");
  return new Uint8Array(write(book, { bookType: "xlsx", type: "array" }) as ArrayBuffer);
}

const archives = CFB as {
  read(bytes: Uint8Array, options: { type: "array" }): unknown;
  write(file: unknown, options: { type: "array"; fileType?: "zip" }): Iterable<number>;
  utils: { cfb_new(): unknown; cfb_add(file: unknown, name: string, content: Uint8Array): void };
};

/** A workbook as Office encrypts it: an OLE container with a stream EncryptedPackage (MS-OFFCRYPTO, 2.3.4). */
function protectedFile(): Uint8Array {
  const file = archives.utils.cfb_new();
  for (const name of ["EncryptionInfo", "EncryptedPackage"]) {
    archives.utils.cfb_add(file, name, new Uint8Array(600));
  }
  return Uint8Array.from(archives.write(file, { type: "array" }));
}

/** A workbook whose sheet ends in its first row. */
function brokenFile(): Uint8Array {
  const file = archives.read(sheetFile([["姓名"]]), { type: "array" });
  const xml = new TextEncoder().encode('<worksheet><sheetData><row r="1"');
  archives.utils.cfb_add(file, "/xl/worksheets/sheet1.xml", xml);
  return Uint8Array.from(archives.write(file, { type: "array", fileType: "zip" }));
}

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
