import { fen, type HousingFundRecord, period, ratePpm } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { codesOf, textsOf, valueOf } from "../__fixtures__/read-cells.js";
import { womanNumber } from "../__fixtures__/roster-file.js";
import {
  createHousingFundSheets,
  fundBackPayment,
  fundBaseChangeChengdu,
  fundDecreaseShanghai,
  fundIncreaseShanghai,
  fundOpeningChengdu,
  fundRemittance,
  fundResumptionChengdu,
  fundSuspensionChengdu,
  type HousingFundRow,
  type ProfileOf,
  readHousingFundList,
  readWorkbook,
  type SheetContent,
  type Workbook,
  writeWorkbook,
} from "../index.js";

async function reopen(sheet: SheetContent, format: "xlsx" | "xls" | "csv" = "xlsx"): Promise<Workbook> {
  return valueOf(await readWorkbook(valueOf(await writeWorkbook([sheet], { format })), { fileName: "清册" }));
}

const person = {
  name: "张三",
  documentKind: "resident-identity-card",
  documentNumber: womanNumber(1),
  accountNumber: "0010001",
} as const;
const march = period("2024-03");

const opening: HousingFundRecord = {
  ...person,
  kind: "opening",
  accountNumber: undefined,
  month: march,
  baseFen: fen(350000),
  personClass: "urban",
  mobile: "13800001234",
  monthlyFen: fen(35000),
  rate: ratePpm(50_000),
};
const suspension: HousingFundRecord = {
  ...person,
  kind: "suspension",
  month: march,
  reason: "transfer",
  monthlyFen: fen(35000),
};
const resumption: HousingFundRecord = {
  ...person,
  kind: "resumption",
  month: march,
  baseFen: fen(350000),
  reason: "sealed-by-mistake",
};
const baseChange: HousingFundRecord = {
  ...person,
  kind: "base-change",
  month: march,
  oldBaseFen: fen(300000),
  baseFen: fen(350050),
};
// 3500 yuan at 5 % are 175 yuan on each side, 350 together.
const remittance: HousingFundRecord = {
  ...person,
  kind: "remittance",
  month: march,
  baseFen: fen(350000),
  employerRate: ratePpm(50_000),
  employeeRate: ratePpm(50_000),
  employerFen: fen(17500),
  employeeFen: fen(17500),
};
const backPayment: HousingFundRecord = {
  ...person,
  kind: "back-payment",
  month: period("2023-12"),
  lastMonth: period("2024-02"),
  baseFen: fen(350000),
  employerFen: fen(52500),
  employeeFen: fen(52500),
};

interface Case {
  readonly profile: ProfileOf<HousingFundRow>;
  readonly record: HousingFundRecord;
  readonly header: string;
  /** The cells that are filled, by header. */
  readonly cells: Readonly<Record<string, string>>;
  /** What is read back: the values of the cells, in fen. */
  readonly row: Partial<HousingFundRow>;
}

const number = womanNumber(1);

// Headers and codes as the template of each place has them.
const cases: readonly Case[] = [
  {
    profile: fundOpeningChengdu,
    record: opening,
    header:
      "序号|职工姓名|证件种类|证件号码|缴存基数（元）|初次缴存时间|人员身份|个人联系电话|个人固定电话|个人邮箱",
    cells: {
      职工姓名: "张三",
      证件种类: "1",
      证件号码: number,
      "缴存基数（元）": "3500.00",
      初次缴存时间: "202403",
      人员身份: "1",
      个人联系电话: "13800001234",
    },
    row: {
      name: "张三",
      documentKind: "resident-identity-card",
      documentNumber: number,
      baseFen: fen(350000),
      month: march,
      personClass: "urban",
      mobile: "13800001234",
    },
  },
  {
    profile: fundRemittance,
    record: remittance,
    header:
      "序号|个人账号|姓名|证件号码|缴存基数|单位比例|个人比例|单位月缴存额|个人月缴存额|合计|汇缴年月|备注",
    cells: {
      个人账号: "0010001",
      姓名: "张三",
      证件号码: number,
      缴存基数: "3500.00",
      单位比例: "5%",
      个人比例: "5%",
      单位月缴存额: "175.00",
      个人月缴存额: "175.00",
      合计: "350.00",
      汇缴年月: "202403",
    },
    row: {
      accountNumber: "0010001",
      name: "张三",
      documentNumber: number,
      baseFen: fen(350000),
      employerRate: ratePpm(50_000),
      employeeRate: ratePpm(50_000),
      employerFen: fen(17500),
      employeeFen: fen(17500),
      monthlyFen: fen(35000),
      month: march,
    },
  },
  {
    profile: fundIncreaseShanghai,
    record: opening,
    header: "序号|变更类型|姓名|身份证号|公积金账号|每月应缴额|工资收入|缴存比例",
    cells: {
      变更类型: "增加",
      姓名: "张三",
      身份证号: number,
      每月应缴额: "350.00",
      工资收入: "3500.00",
      缴存比例: "5%",
    },
    row: {
      change: "increase",
      name: "张三",
      documentNumber: number,
      monthlyFen: fen(35000),
      baseFen: fen(350000),
      rate: ratePpm(50_000),
    },
  },
  {
    profile: fundDecreaseShanghai,
    record: suspension,
    header: "序号|变更类型|公积金账号|姓名|摘要|每月应缴额",
    cells: { 变更类型: "减少", 公积金账号: "0010001", 姓名: "张三", 每月应缴额: "350.00" },
    row: { change: "decrease", accountNumber: "0010001", name: "张三", monthlyFen: fen(35000) },
  },
  {
    profile: fundSuspensionChengdu,
    record: suspension,
    header: "序号|个人客户号|职工姓名|生效时间|封存原因",
    cells: { 个人客户号: "0010001", 职工姓名: "张三", 生效时间: "202403", 封存原因: "3" },
    row: { accountNumber: "0010001", name: "张三", month: march, suspensionReason: "transfer" },
  },
  {
    profile: fundResumptionChengdu,
    record: resumption,
    header: "序号|个人客户号|职工姓名|执行时间|启封后缴存基数|启封原因",
    cells: {
      个人客户号: "0010001",
      职工姓名: "张三",
      执行时间: "202403",
      启封后缴存基数: "3500.00",
      启封原因: "2",
    },
    row: {
      accountNumber: "0010001",
      name: "张三",
      month: march,
      baseFen: fen(350000),
      resumptionReason: "sealed-by-mistake",
    },
  },
  {
    profile: fundBaseChangeChengdu,
    record: baseChange,
    header: "序号|个人客户号|职工姓名|缴存基数调整前|缴存基数调整后|执行时间|备注",
    cells: {
      个人客户号: "0010001",
      职工姓名: "张三",
      缴存基数调整前: "3000.00",
      缴存基数调整后: "3500.50",
      执行时间: "202403",
    },
    row: {
      accountNumber: "0010001",
      name: "张三",
      oldBaseFen: fen(300000),
      baseFen: fen(350050),
      month: march,
    },
  },
  {
    profile: fundBackPayment,
    record: backPayment,
    header:
      "序号|个人账号|姓名|证件号码|缴存基数|补缴起始年月|补缴终止年月|单位补缴额|个人补缴额|补缴合计|备注",
    cells: {
      个人账号: "0010001",
      姓名: "张三",
      证件号码: number,
      缴存基数: "3500.00",
      补缴起始年月: "202312",
      补缴终止年月: "202402",
      单位补缴额: "525.00",
      个人补缴额: "525.00",
      补缴合计: "1050.00",
    },
    row: {
      accountNumber: "0010001",
      name: "张三",
      documentNumber: number,
      baseFen: fen(350000),
      month: period("2023-12"),
      lastMonth: period("2024-02"),
      employerFen: fen(52500),
      employeeFen: fen(52500),
      monthlyFen: fen(105000),
    },
  },
];

const filled = (row: object | undefined): object =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== undefined));

describe.each(cases.map((one) => [one.profile.id, one] as const))("createHousingFundSheets, %s", (_, one) => {
  const { profile, record, header, cells, row } = one;

  it("writes the template's headers and codes, and months as six digits", async () => {
    const result = createHousingFundSheets(profile, [record]);
    expect([codesOf(result), result.heldOut, result.sheets.length]).toEqual([[], [], 1]);
    const texts = textsOf(await reopen(result.sheets[0] ?? { name: "", columns: [], rows: [] }));
    const headers = header.split("|");
    expect(headers.map((__, index) => texts[`1:${index + 1}`])).toEqual(headers);
    expect(texts[`1:${headers.length + 1}`]).toBeUndefined();
    const written = headers.flatMap((name, index) => {
      const text = texts[`2:${index + 1}`];
      return text === undefined ? [] : [[name, text]];
    });
    expect(Object.fromEntries(written)).toEqual({ 序号: "1", ...cells });
  });

  it.each(["xlsx", "xls", "csv"] as const)("is read back from %s to what was written", async (format) => {
    const [sheet] = createHousingFundSheets(profile, [record]).sheets;
    const reading = readHousingFundList(
      await reopen(sheet ?? { name: "", columns: [], rows: [] }, format),
      profile,
    );
    expect(reading.entries.map(({ values }) => filled(values))).toEqual([{ serial: 1, ...row }]);
    expect([codesOf(reading), reading.heldOut]).toEqual([[], []]);
  });
});

describe("createHousingFundSheets", () => {
  const two = { ...suspension, documentNumber: womanNumber(2), accountNumber: "0010002" };

  it("splits a list that is longer than a file may be, and numbers each part from 1", () => {
    const three = { ...two, documentNumber: womanNumber(3), accountNumber: "0010003" };
    const profile = { ...fundSuspensionChengdu, rowsPerFile: 2 };
    const { sheets } = createHousingFundSheets(profile, [suspension, two, three]);
    expect(sheets.map(({ rows }) => [...rows].map((row) => row.slice(0, 2)))).toEqual([
      [
        [1, "0010001"],
        [2, "0010002"],
      ],
      [[1, "0010003"]],
    ]);
  });

  it("holds out who lacks what the list asks for, and lets the rest through", () => {
    const without = { ...suspension, accountNumber: undefined };
    const result = createHousingFundSheets(fundSuspensionChengdu, [without, two]);
    expect(result.heldOut).toEqual([without]);
    expect(result.issues.map(({ code, path }) => [code, path])).toEqual([
      ["declaration-field-missing", "/0/accountNumber"],
    ]);
    expect(result.sheets.flatMap(({ rows }) => [...rows])).toEqual([[1, "0010002", "张三", "202403", "3"]]);
  });

  it("holds out who has a document or a reason for which the list has no code", () => {
    const permit = {
      ...opening,
      documentKind: "hong-kong-macau-taiwan-residence-permit",
      documentNumber: "810000190001010018",
    } as const;
    const [first] = createHousingFundSheets(fundOpeningChengdu, [permit]).issues;
    expect([first?.code, first?.path]).toEqual(["declaration-word-unknown", "/0/documentKind"]);
  });

  it("holds out a number that fails its check, and a second record of one person and month", () => {
    const wrong = {
      ...two,
      documentNumber: `${womanNumber(2).slice(0, 17)}${womanNumber(2).endsWith("1") ? 2 : 1}`,
    };
    const result = createHousingFundSheets(fundSuspensionChengdu, [suspension, wrong, suspension]);
    expect(result.issues.map(({ path }) => path)).toEqual(["/1/documentNumber", "/2"]);
    expect(result.issues[1]?.code).toBe("declaration-repeated");
    expect(result.heldOut).toHaveLength(2);
  });
});
