import { period } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { valueOf } from "../../__fixtures__/read-cells.js";
import { womanNumber } from "../../__fixtures__/roster-file.js";
import { type CalculationImport, importCalculation, readWorkbook } from "../../index.js";

// The headers as the client exports them since 2022.
const headers = (
  "工号|姓名|证件类型|证件号码|税款所属期起|税款所属期止|所得项目|本期收入|本期费用|本期免税收入|本期基本养老保险费|本期基本医疗保险费|" +
  "本期失业保险费|本期住房公积金|本期企业(职业)年金|本期商业健康保险费|本期税延养老保险费|本期其他扣除(其他)|累计收入额|累计免税收入|" +
  "累计减除费用|累计专项扣除|累计子女教育支出扣除|累计赡养老人支出扣除|累计继续教育支出扣除|累计住房贷款利息支出扣除|累计住房租金支出扣除|" +
  "累计3岁以下婴幼儿照护|累计个人养老金|累计其他扣除|累计准予扣除的捐赠|累计应纳税所得额|税率|速算扣除数|累计应纳税额|累计减免税额|" +
  "累计应扣缴税额|累计已预缴税额|累计应补(退)税额|备注"
).split("|");

type Cells = Readonly<Record<string, string>>;

// Third month of the year: 30,000 − 15,000 − 3,000 − 3,000 = 9,000, at 3 % 270, of which 180 were withheld.
const cells: Cells = {
  工号: "W1",
  姓名: "张三",
  证件类型: "居民身份证",
  证件号码: womanNumber(1),
  税款所属期起: "2024-03-01",
  税款所属期止: "2024-03-31",
  所得项目: "正常工资薪金",
  本期收入: "10000.00",
  本期基本养老保险费: "800.00",
  本期基本医疗保险费: "150.00",
  本期失业保险费: "50.00",
  累计收入额: "30000.00",
  累计减除费用: "15000.00",
  累计专项扣除: "3000.00",
  累计赡养老人支出扣除: "3000.00",
  累计应纳税所得额: "9000.00",
  税率: "3%",
  速算扣除数: "0",
  累计应纳税额: "270.00",
  累计应扣缴税额: "270.00",
  累计已预缴税额: "180.00",
  "累计应补(退)税额": "90.00",
};

async function imported(rows: readonly Cells[], columns = headers): Promise<CalculationImport> {
  const lines = rows.map((row) => columns.map((header) => row[header] ?? "").join(","));
  const bytes = new TextEncoder().encode(`${[columns.join(","), ...lines].join("\n")}\n`);
  const workbook = valueOf(await readWorkbook(bytes, { fileName: "202403_税款计算.csv" }));
  return importCalculation([workbook], { period: period("2024-03") });
}

const placesOf = ({ issues }: CalculationImport): readonly unknown[] =>
  issues.map(({ code, place }) => [code, place?.row, place?.header]);

describe("importCalculation", () => {
  it("takes the month, the year and the tax of a person", async () => {
    const { records, issues } = await imported([cells]);
    expect(records).toMatchObject([
      {
        employeeNumber: "W1",
        period: "2024-03",
        month: { incomeFen: 1000000, exemptFen: 0, specialFen: 100000 },
        year: {
          incomeFen: 3000000,
          basicDeductionFen: 1500000,
          specialFen: 300000,
          additionalFen: 300000,
          otherFen: 0,
          withheldFen: 18000,
        },
        bracket: { rate: 30000, quickFen: 0 },
        taxFen: 9000,
      },
    ]);
    expect(issues).toEqual([]);
  });

  it("reads columns in any order, under the names of other years, with others among them", async () => {
    const { 证件号码: number = "", 累计赡养老人支出扣除: elderly = "", ...rest } = cells;
    const older = { ...rest, 证照号码: number, 累计赡养老人: elderly, 新列: "1" };
    const { records } = await imported([older], Object.keys(older).toReversed());
    expect(records).toMatchObject([{ taxFen: 9000, year: { additionalFen: 300000 } }]);
  });

  it("refuses a sheet without the balance", async () => {
    const found = await imported([cells], headers.with(38, "应补税额（新）"));
    expect(found.records).toEqual([]);
    expect(found.issues).toMatchObject([{ code: "column-missing", place: { row: 1 } }]);
  });

  it("counts a balance below nought as nought: nothing is paid back during the year", async () => {
    const paidBack = { ...cells, 累计已预缴税额: "300.00", "累计应补(退)税额": "-30.00" };
    const { records, issues } = await imported([paidBack]);
    expect([records[0]?.taxFen, issues]).toEqual([0, []]);
  });

  it.each([
    ["apart from the other deductions", { 累计个人养老金: "1000", 累计其他扣除: "" }],
    ["among them", { 累计个人养老金: "1000", 累计其他扣除: "1000" }],
  ])("counts a personal pension once that stands %s", async (_, pension) => {
    // 8,000 at 3 % is 240, less 180.
    const year = { 累计应纳税所得额: "8000", 累计应纳税额: "240", "累计应补(退)税额": "60" };
    const { records, issues } = await imported([{ ...cells, ...pension, ...year }]);
    expect([records[0]?.year.otherFen, issues]).toEqual([100000, []]);
  });

  it("names rows of another month, of other income and of a person twice, and takes the others", async () => {
    const twice = { ...cells, 证件号码: womanNumber(2) };
    const found = await imported([
      { ...cells, 税款所属期起: "2024-02-01", 税款所属期止: "2024-02-29", 证件号码: womanNumber(3) },
      { ...cells, 所得项目: "劳务报酬所得" },
      twice,
      { ...twice, 姓名: "李四" },
      cells,
    ]);
    expect(placesOf(found)).toEqual([
      ["tax-period-differs", 2, "税款所属期起"],
      ["tax-period-differs", 2, "税款所属期止"],
      ["tax-income-item-other", 3, "所得项目"],
      ["tax-person-repeated", 4, "证件号码"],
      ["tax-person-repeated", 5, "证件号码"],
    ]);
    expect(found.records).toHaveLength(1);
    expect(found.counts).toMatchObject({ rows: 5, imported: 1, heldOut: 4 });
  });

  it("names figures that do not add up and amounts that cannot be read, each at its cell", async () => {
    const found = await imported([
      { ...cells, 累计应纳税所得额: "9000.01" },
      { ...cells, 证件号码: womanNumber(2), "累计应补(退)税额": "89.99" },
      { ...cells, 证件号码: womanNumber(3), 本期收入: "一万" },
      { ...cells, 姓名: "合计", 证件号码: "", 工号: "", "累计应补(退)税额": "1.00" },
    ]);
    expect(placesOf(found)).toEqual(
      expect.arrayContaining([
        ["tax-row-sum-differs", 2, "累计应纳税所得额"],
        ["tax-row-sum-differs", 3, "累计应补(退)税额"],
        ["money-not-a-number", 4, "本期收入"],
        ["total-differs", 5, "累计应补(退)税额"],
      ]),
    );
    expect(found.records).toHaveLength(2);
  });
});
