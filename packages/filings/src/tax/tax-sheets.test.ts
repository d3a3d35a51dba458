import { type DeclarationRecord, fen, plainDate, zeroFen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { codesOf, textsOf, valueOf } from "../__fixtures__/read-cells.js";
import { womanNumber } from "../__fixtures__/roster-file.js";
import {
  createPersonnelSheet,
  createWageSheet,
  personnelProfile,
  readRows,
  readWorkbook,
  type SheetContent,
  wageProfile,
  type Workbook,
  writeWorkbook,
} from "../index.js";

const record: DeclarationRecord = {
  employeeNumber: "W00001",
  name: "张三",
  documentKind: "resident-identity-card",
  documentNumber: womanNumber(1),
  incomeFen: fen(524050),
  exemptIncomeFen: zeroFen,
  pensionFen: fen(30688),
  medicalFen: fen(7672),
  unemploymentFen: fen(1918),
  housingFundFen: fen(19180),
  taxFen: fen(123),
};

async function reopen(sheet: SheetContent, format: "xlsx" | "xls"): Promise<Workbook> {
  return valueOf(await readWorkbook(valueOf(await writeWorkbook([sheet], { format })), { fileName: "报税" }));
}

const filled = (row: object | undefined): object =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== undefined));

// The headers as the client's template prints them.
const wageHeaders =
  "工号|*姓名|*证件类型|*证件号码|本期收入|本期免税收入|基本养老保险费|基本医疗保险费|失业保险费|住房公积金|累计子女教育|累计继续教育|" +
  "累计住房贷款利息|累计住房租金|累计赡养老人|累计3岁以下婴幼儿照护|累计个人养老金|企业(职业)年金|商业健康保险|税延养老保险|公务交通费用|" +
  "通讯费用|律师办案费用|西藏附加减除费用|其他|准予扣除的捐赠额|减免税额|协定减免|备注";
const personnelHeaders =
  "工号|*姓名|*证件类型|*证件号码|*国籍(地区)|*性别|*出生日期|是否高级专家|*任职受雇从业类型|其他情况说明|入职年度就业情形|手机号码|" +
  "任职受雇从业日期|离职日期|是否离职后补发工资|实际补发工资的月份|是否残疾|是否烈属|是否孤老|残疾证件类型|残疾证号|烈属证号|是否扣除减除费用|" +
  "个人投资额|个人投资比例(%)|备注|中文名|涉税事由|出生国家(地区)|首次入境时间|预计离境时间|其他证件类型|其他证件号码|户籍所在地（省）|" +
  "户籍所在地（市）|户籍所在地（区县）|户籍所在地（详细地址）|经常居住地（省）|经常居住地（市）|经常居住地（区县）|经常居住地（详细地址）|" +
  "联系地址（省）|联系地址（市）|联系地址（区县）|联系地址（详细地址）|电子邮箱|学历|开户银行|银行账号|开户行省份|职务";

describe("createWageSheet", () => {
  it("has the client's 29 headers in the first row of a sheet of the client's name", async () => {
    const { sheet } = createWageSheet([record]);
    expect(sheet.name).toBe("正常工资薪金收入");
    const texts = textsOf(await reopen(sheet, "xlsx"));
    expect(Array.from({ length: 29 }, (_, index) => texts[`1:${index + 1}`])).toEqual(wageHeaders.split("|"));
    expect(texts["1:30"]).toBeUndefined();
  });

  it("writes numbers of people as text, amounts with two decimals, and leaves running totals empty", async () => {
    const workbook = await reopen(createWageSheet([record]).sheet, "xlsx");
    const row = Object.entries(textsOf(workbook)).filter(([key]) => key.startsWith("2:"));
    expect(row).toEqual([
      ["2:1", "W00001"],
      ["2:2", "张三"],
      ["2:3", "居民身份证"],
      ["2:4", womanNumber(1)],
      ["2:5", "5240.50"],
      ["2:7", "306.88"],
      ["2:8", "76.72"],
      ["2:9", "19.18"],
      ["2:10", "191.80"],
    ]);
  });

  it("fills noughts for somebody without pay, and nothing else", async () => {
    const none = {
      incomeFen: zeroFen,
      pensionFen: zeroFen,
      medicalFen: zeroFen,
      unemploymentFen: zeroFen,
      housingFundFen: zeroFen,
    };
    const workbook = await reopen(createWageSheet([{ ...record, ...none }]).sheet, "xlsx");
    const amounts = Object.entries(textsOf(workbook)).filter(([key]) => /^2:([5-9]|\d\d)$/.test(key));
    expect(amounts).toEqual([
      ["2:5", "0.00"],
      ["2:7", "0.00"],
      ["2:8", "0.00"],
      ["2:9", "0.00"],
      ["2:10", "0.00"],
    ]);
  });

  it.each(["xlsx", "xls"] as const)("is read back to the same amounts from %s", async (format) => {
    const exempt = { ...record, exemptIncomeFen: fen(10001), employeeNumber: undefined };
    const reading = readRows(await reopen(createWageSheet([record, exempt]).sheet, format), wageProfile);
    expect(reading.rows.map(filled)).toEqual([
      {
        employeeNumber: "W00001",
        name: "张三",
        documentKind: "居民身份证",
        documentNumber: womanNumber(1),
        incomeFen: 524050,
        pensionFen: 30688,
        medicalFen: 7672,
        unemploymentFen: 1918,
        housingFundFen: 19180,
      },
      {
        name: "张三",
        documentKind: "居民身份证",
        documentNumber: womanNumber(1),
        incomeFen: 524050,
        exemptIncomeFen: 10001,
        pensionFen: 30688,
        medicalFen: 7672,
        unemploymentFen: 1918,
        housingFundFen: 19180,
      },
    ]);
    expect(reading.issues).toEqual([]);
  });

  it.each([
    ["hong-kong-macau-taiwan-residence-permit", "810000190001010018", "港澳居民居住证"],
    ["hong-kong-macau-taiwan-residence-permit", "830000190001010011", "台湾居民居住证"],
    ["foreign-permanent-resident-card", "936840190001010015", "外国人永久居留身份证"],
    ["外国护照", "E12345678", "外国护照"],
  ])("calls the document %s %s by the client's word %s", async (documentKind, documentNumber, word) => {
    const { sheet } = createWageSheet([{ ...record, documentKind, documentNumber }]);
    expect(textsOf(await reopen(sheet, "xlsx"))).toMatchObject({ "2:3": word, "2:4": documentNumber });
  });

  it("holds out a person whose document the client does not know", () => {
    const result = createWageSheet([record, { ...record, documentKind: "军官证" }]);
    expect([...result.sheet.rows]).toHaveLength(1);
    expect(result.heldOut).toHaveLength(1);
    expect(result.issues).toMatchObject([{ code: "tax-document-unknown", path: "/1/documentKind" }]);
  });
});

describe("createPersonnelSheet", () => {
  it("has the client's 51 headers in the first row", async () => {
    const texts = textsOf(await reopen(createPersonnelSheet([record]).sheet, "xlsx"));
    expect(Array.from({ length: 51 }, (_, index) => texts[`1:${index + 1}`])).toEqual(
      personnelHeaders.split("|"),
    );
    expect(texts["1:52"]).toBeUndefined();
  });

  it.each(["xlsx", "xls"] as const)(
    "is read back to the same person from %s, sex and birth out of the number",
    async (format) => {
      const person = {
        ...record,
        mobile: "13800001234",
        hiredOn: "2019-04-01",
        leftOn: plainDate("2024-03-31"),
      };
      const { sheet, issues } = createPersonnelSheet([person]);
      const reading = readRows(await reopen(sheet, format), personnelProfile);
      expect(filled(reading.rows[0])).toEqual({
        employeeNumber: "W00001",
        name: "张三",
        documentKind: "居民身份证",
        documentNumber: womanNumber(1),
        nationality: "中国",
        sex: "female",
        birth: "1989-02-01",
        employmentKind: "雇员",
        mobile: "13800001234",
        hiredOn: "2019-04-01",
        leftOn: "2024-03-31",
      });
      expect([issues, codesOf(reading)]).toEqual([[], []]);
    },
  );

  it("says which columns the client asks for and nobody knows", () => {
    const person = { ...record, documentKind: "外国护照", documentNumber: "E12345678" };
    expect(createPersonnelSheet([person]).issues.map(({ code, path }) => [code, path])).toEqual([
      ["tax-field-missing", "/0/nationality"],
      ["tax-field-missing", "/0/sex"],
      ["tax-field-missing", "/0/birth"],
    ]);
  });
});
