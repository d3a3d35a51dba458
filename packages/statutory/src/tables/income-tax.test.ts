import { describe, expect, it } from "vitest";
import { inPercent, inYuan, number, ppm, rowsOf, type VersionRow } from "../__fixtures__/version-rows.js";
import { incomeTaxFacts } from "./income-tax.js";

/** Rows of upper limit, rate in per cent and quick deduction as the tables print them, in yuan. */
function table(rows: readonly (readonly [number | null, number, number])[]): unknown {
  return {
    brackets: rows.map(([upTo, rate, quick]) => ({
      upToFen: upTo === null ? null : upTo * 100,
      rate: ppm(rate),
      quickFen: quick * 100,
    })),
  };
}

const annual = table([
  [36000, 3, 0],
  [144000, 10, 2520],
  [300000, 20, 16920],
  [420000, 25, 31920],
  [660000, 30, 52920],
  [960000, 35, 85920],
  [null, 45, 181920],
]);

const monthly = table([
  [3000, 3, 0],
  [12000, 10, 210],
  [25000, 20, 1410],
  [35000, 25, 2660],
  [55000, 30, 4410],
  [80000, 35, 7160],
  [null, 45, 15160],
]);

const labour = table([
  [20000, 20, 0],
  [50000, 30, 2000],
  [null, 40, 7000],
]);

const expense = { thresholdFen: 400000, fixedFen: 80000, rateAbove: ppm(20) };
const toTheFen = { mode: "half-up", unitFen: 1 };
const since2018 = "国发〔2018〕41号；国发〔2023〕13号";
const raised = "国发〔2023〕13号";
const relief = "财政部 税务总局公告2023年第32号";
const earlierRelief = "财政部 税务总局公告2019年第94号、2021年第42号";
const pension = "财政部 税务总局公告2024年第21号";
const law61 = "国家税务总局公告2018年第61号";

const rows: readonly VersionRow[] = [
  [
    "cn.iit.comprehensive.annual",
    "2019-01-01",
    null,
    "2018-08-31",
    annual,
    "confirmed",
    `个人所得税法（2018修正）第三条、附表一；${law61} 预扣率表一`,
  ],
  ["cn.iit.comprehensive.monthly", "2019-01-01", null, null, monthly, "secondary", "财税〔2018〕164号 附件"],
  ["cn.iit.labour.expense", "2019-01-01", null, null, expense, "secondary", `${law61} 第八条`],
  ["cn.iit.labour.withholding", "2019-01-01", null, null, labour, "secondary", `${law61} 预扣率表二`],
  [
    "cn.iit.basic-deduction.monthly",
    "2019-01-01",
    null,
    "2018-08-31",
    inYuan(5000),
    "confirmed",
    "个人所得税法 第六条第一款第一项",
  ],
  [
    "cn.iit.basic-deduction.annual",
    "2019-01-01",
    null,
    "2018-08-31",
    inYuan(60000),
    "confirmed",
    "个人所得税法 第六条第一款第一项",
  ],
  [
    "cn.iit.first-wage-of-year",
    "2020-07-01",
    null,
    null,
    number(1),
    "secondary",
    "国家税务总局公告2020年第13号 第一条",
  ],
  [
    "cn.iit.sixty-thousand.ceiling",
    "2021-01-01",
    null,
    null,
    inYuan(60000),
    "secondary",
    "国家税务总局公告2020年第19号",
  ],
  [
    "cn.iit.intern.income-share",
    "2020-07-01",
    null,
    null,
    inPercent(80),
    "secondary",
    "国家税务总局公告2020年第13号 第二条；个人所得税法 第六条第二款",
  ],
  [
    "cn.iit.platform-worker.expense",
    "2025-10-01",
    null,
    null,
    inPercent(20),
    "confirmed",
    "国家税务总局公告2025年第16号 第一条",
  ],
  [
    "cn.iit.bonus.separate",
    "2019-01-01",
    "2027-12-31",
    null,
    number(1),
    "secondary",
    "财税〔2018〕164号 第一条；财政部 税务总局公告2023年第30号",
  ],
  [
    "cn.iit.severance.exempt-multiple",
    "2019-01-01",
    null,
    null,
    number(3),
    "confirmed",
    "财税〔2018〕164号 第五条第一项",
  ],
  [
    "cn.iit.settlement-relief.income",
    "2019-01-01",
    "2023-12-31",
    null,
    inYuan(120000),
    "unverified",
    earlierRelief,
  ],
  ["cn.iit.settlement-relief.income", "2024-01-01", "2027-12-31", null, inYuan(120000), "secondary", relief],
  [
    "cn.iit.settlement-relief.top-up",
    "2019-01-01",
    "2023-12-31",
    null,
    inYuan(400),
    "unverified",
    earlierRelief,
  ],
  ["cn.iit.settlement-relief.top-up", "2024-01-01", "2027-12-31", null, inYuan(400), "secondary", relief],
  [
    "cn.iit.settlement.opens-month",
    "2019-01-01",
    null,
    null,
    number(3),
    "confirmed",
    "个人所得税法 第十一条",
  ],
  [
    "cn.iit.settlement.closes-month",
    "2019-01-01",
    null,
    null,
    number(6),
    "confirmed",
    "个人所得税法 第十一条",
  ],
  ["cn.iit.commission", "2019-01-01", null, null, inPercent(2), "confirmed", "个人所得税法 第十七条"],
  ["cn.iit.filing-day", "2019-01-01", null, null, number(15), "confirmed", "个人所得税法 第十四条"],
  ["cn.iit.rounding", "2019-01-01", null, null, toTheFen, "unverified", "申报软件通行做法"],
  ["cn.iit.additional.children", "2019-01-01", null, null, inYuan(1000), "confirmed", since2018],
  [
    "cn.iit.additional.children",
    "2023-01-01",
    null,
    "2023-08-28",
    inYuan(2000),
    "confirmed",
    `${raised} 第二条`,
  ],
  [
    "cn.iit.additional.infants",
    "2022-01-01",
    null,
    null,
    inYuan(1000),
    "confirmed",
    "国发〔2022〕8号；国发〔2023〕13号",
  ],
  [
    "cn.iit.additional.infants",
    "2023-01-01",
    null,
    "2023-08-28",
    inYuan(2000),
    "confirmed",
    `${raised} 第一条`,
  ],
  ["cn.iit.additional.elderly", "2019-01-01", null, null, inYuan(2000), "confirmed", since2018],
  [
    "cn.iit.additional.elderly",
    "2023-01-01",
    null,
    "2023-08-28",
    inYuan(3000),
    "confirmed",
    `${raised} 第三条`,
  ],
  ["cn.iit.additional.elderly-share", "2019-01-01", null, null, inYuan(1000), "confirmed", since2018],
  [
    "cn.iit.additional.elderly-share",
    "2023-01-01",
    null,
    "2023-08-28",
    inYuan(1500),
    "confirmed",
    `${raised} 第三条`,
  ],
  [
    "cn.iit.additional.education-monthly",
    "2019-01-01",
    null,
    null,
    inYuan(400),
    "secondary",
    "国发〔2018〕41号 第八条",
  ],
  [
    "cn.iit.additional.education-months",
    "2019-01-01",
    null,
    null,
    number(48),
    "secondary",
    "国发〔2018〕41号 第八条",
  ],
  [
    "cn.iit.additional.education-certificate",
    "2019-01-01",
    null,
    null,
    inYuan(3600),
    "secondary",
    "国发〔2018〕41号 第八条",
  ],
  ["cn.iit.additional.home-loan", "2019-01-01", null, null, inYuan(1000), "unverified", "国发〔2018〕41号"],
  ["cn.iit.personal-pension", "2024-12-15", null, null, inYuan(12000), "secondary", pension],
  ["cn.iit.personal-pension.draw-rate", "2024-12-15", null, null, inPercent(3), "secondary", pension],
];

describe("incomeTaxFacts", () => {
  it.each(rows)("%s from %s to %s", (...row) => {
    expect(rowsOf(incomeTaxFacts)).toContainEqual(row);
  });

  it("holds nothing else", () => {
    expect(rowsOf(incomeTaxFacts)).toHaveLength(rows.length);
  });
});
