import { type BonusDeclaration, fen, type LabourDeclaration, zeroFen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { codesOf, textsOf, valueOf } from "../__fixtures__/read-cells.js";
import { womanNumber } from "../__fixtures__/roster-file.js";
import {
  bonusProfile,
  createBonusSheet,
  createLabourSheet,
  labourProfile,
  readRows,
  readWorkbook,
  type SheetContent,
  type Workbook,
  writeWorkbook,
} from "../index.js";

async function reopen(sheet: SheetContent, format: "xls" | "xlsx"): Promise<Workbook> {
  return valueOf(await readWorkbook(valueOf(await writeWorkbook([sheet], { format })), { fileName: "报税" }));
}

const filled = (row: object | undefined): object =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== undefined));

const person = {
  employeeNumber: "W00001",
  name: "张三",
  documentKind: "resident-identity-card",
  documentNumber: womanNumber(1),
};
const bonus: BonusDeclaration = { ...person, bonusFen: fen(3600000), exemptIncomeFen: zeroFen };
const labour: LabourDeclaration = {
  ...person,
  incomeItem: "student-intern",
  incomeFen: fen(200000),
  exemptIncomeFen: zeroFen,
  deductibleTaxesFen: fen(1234),
};

// The headers as the client's templates print them.
const bonusHeaders =
  "工号|*姓名|*证件类型|*证件号码|*全年一次性奖金额|免税收入|其他|准予扣除的捐赠额|减免税额|协定减免|备注";
const labourHeaders =
  "工号|*姓名|*证件类型|*证件号码|*所得项目|*收入|免税收入|商业健康保险|税延养老保险|其他|允许扣除的税费|减免税额|协定减免|备注";

describe.each([
  ["createBonusSheet", createBonusSheet([bonus]).sheet, bonusHeaders, "全年一次性奖金收入"],
  ["createLabourSheet", createLabourSheet([labour]).sheet, labourHeaders, "劳务报酬所得"],
])("%s", (_, sheet, headers, name) => {
  it("has the client's headers in the first row of a sheet of the client's name", async () => {
    const texts = textsOf(await reopen(sheet, "xlsx"));
    const first = Object.entries(texts).filter(([key]) => key.startsWith("1:"));
    expect([sheet.name, first.map(([, text]) => text)]).toEqual([name, headers.split("|")]);
  });
});

describe("createBonusSheet", () => {
  it.each(["xlsx", "xls"] as const)("is read back to the same amounts from %s", async (format) => {
    const reading = readRows(await reopen(createBonusSheet([bonus]).sheet, format), bonusProfile);
    expect(reading.rows.map(filled)).toEqual([
      {
        employeeNumber: "W00001",
        name: "张三",
        documentKind: "居民身份证",
        documentNumber: womanNumber(1),
        bonusFen: 3600000,
      },
    ]);
    expect(reading.issues).toEqual([]);
  });

  it("writes none of the bonuses of a person with two, and everybody else's", () => {
    const other = { ...bonus, documentNumber: womanNumber(2) };
    const { sheet, heldOut, issues } = createBonusSheet([bonus, other, { ...bonus, bonusFen: fen(1) }]);
    expect([...sheet.rows].map((row) => row[3])).toEqual([womanNumber(2)]);
    expect(heldOut.map(({ bonusFen }) => bonusFen)).toEqual([3600000, 1]);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["tax-person-repeated", "/0/documentNumber"],
      ["tax-person-repeated", "/2/documentNumber"],
    ]);
  });

  it("reads a template whose columns moved and got others beside them, and refuses one without the bonus", async () => {
    const csv = (header: string): Uint8Array =>
      new TextEncoder().encode(`${header}\n36000,张三,居民身份证,新,${womanNumber(1)}\n`);
    const moved = await readWorkbook(csv("全年一次性奖金额,姓名,证照类型,新列,证照号码"), {
      fileName: "a.csv",
    });
    expect(readRows(valueOf(moved), bonusProfile).rows[0]?.bonusFen).toBe(3600000);
    const renamed = await readWorkbook(csv("年终奖,姓名,证照类型,新列,证照号码"), { fileName: "b.csv" });
    const refused = readRows(valueOf(renamed), bonusProfile);
    expect([refused.rows, codesOf(refused)]).toEqual([[], ["column-missing"]]);
    expect(refused.issues[0]?.place).toMatchObject({ file: "b.csv", row: 1 });
  });
});

describe("createLabourSheet", () => {
  it.each([
    ["general", "一般劳务报酬所得"],
    ["student-intern", "其他连续劳务报酬(实习学生)"],
    ["insurance-agent", "保险营销员"],
    ["securities-broker", "证券经纪人"],
  ] as const)("calls %s by the client's word, and reads it back", async (incomeItem, word) => {
    const workbook = await reopen(createLabourSheet([{ ...labour, incomeItem }]).sheet, "xlsx");
    expect(textsOf(workbook)["2:5"]).toBe(word);
    const reading = readRows(workbook, labourProfile);
    expect(reading.rows.map(filled)).toEqual([
      {
        employeeNumber: "W00001",
        name: "张三",
        documentKind: "居民身份证",
        documentNumber: womanNumber(1),
        incomeItem,
        incomeFen: 200000,
        deductibleTaxesFen: 1234,
      },
    ]);
    expect(reading.issues).toEqual([]);
  });
});
