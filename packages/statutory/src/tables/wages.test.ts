import { describe, expect, it } from "vitest";
import { inPercent, inYuan, number, rowsOf, type VersionRow } from "../__fixtures__/version-rows.js";
import { jiangxiWageFacts, jiujiangWageFacts, wageFacts } from "./wages.js";

const notice2008 = "劳社部发〔2008〕3号";
const notice2025 = "人社部发〔2025〕2号";
const leave = "职工带薪年休假条例（国务院令第514号）第三条";

const national: readonly VersionRow[] = [
  ["cn.wage.paid-days", "2008-01-01", null, null, number(21.75), "confirmed", `${notice2008}；${notice2025}`],
  ["cn.wage.hours-per-day", "2008-01-01", null, null, number(8), "confirmed", notice2008],
  ["cn.wage.working-days", "2008-01-01", "2024-12-31", null, number(20.83), "confirmed", notice2008],
  ["cn.wage.working-days", "2025-01-01", null, null, number(20.67), "confirmed", notice2025],
  ["cn.wage.working-days-quarter", "2025-01-01", null, null, number(62), "confirmed", notice2025],
  [
    "cn.wage.working-days-year",
    "2008-01-01",
    "2024-12-31",
    null,
    number(250),
    "confirmed",
    `${notice2008}；${notice2025}`,
  ],
  ["cn.wage.working-days-year", "2025-01-01", null, null, number(248), "confirmed", notice2025],
  ["cn.wage.public-holidays", "2014-01-01", "2024-12-31", null, number(11), "confirmed", notice2025],
  [
    "cn.wage.public-holidays",
    "2025-01-01",
    null,
    null,
    number(13),
    "confirmed",
    `国务院令第795号；${notice2025}`,
  ],
  ["cn.wage.overtime.weekday", "1995-01-01", null, null, inPercent(150), "confirmed", "劳动法 第四十四条"],
  ["cn.wage.overtime.rest-day", "1995-01-01", null, null, inPercent(200), "confirmed", "劳动法 第四十四条"],
  ["cn.wage.overtime.holiday", "1995-01-01", null, null, inPercent(300), "confirmed", "劳动法 第四十四条"],
  ["cn.wage.overtime.hours-per-day", "1995-01-01", null, null, number(1), "confirmed", "劳动法 第四十一条"],
  [
    "cn.wage.overtime.hours-per-day-special",
    "1995-01-01",
    null,
    null,
    number(3),
    "confirmed",
    "劳动法 第四十一条",
  ],
  [
    "cn.wage.overtime.hours-per-month",
    "1995-01-01",
    null,
    null,
    number(36),
    "confirmed",
    "劳动法 第四十一条",
  ],
  ["cn.wage.record-years", "1995-01-01", null, null, number(2), "confirmed", "劳部发〔1994〕489号 第六条"],
  [
    "cn.deduction.damage-share",
    "1995-01-01",
    null,
    null,
    inPercent(20),
    "confirmed",
    "工资支付暂行规定 第十六条",
  ],
  ["cn.leave.qualifying-months", "2008-09-18", null, null, number(12), "confirmed", "人社部令第1号 第三条"],
  ["cn.leave.days-from-1-year", "2008-01-01", null, null, number(5), "confirmed", leave],
  ["cn.leave.days-from-10-years", "2008-01-01", null, null, number(10), "confirmed", leave],
  ["cn.leave.days-from-20-years", "2008-01-01", null, null, number(15), "confirmed", leave],
  ["cn.leave.unused", "2008-09-18", null, null, inPercent(300), "confirmed", "人社部令第1号 第十条"],
  ["cn.part-time.hours-per-day", "2008-01-01", null, null, number(4), "confirmed", "劳动合同法 第六十八条"],
  ["cn.part-time.hours-per-week", "2008-01-01", null, null, number(24), "confirmed", "劳动合同法 第六十八条"],
  ["cn.part-time.pay-cycle-days", "2008-01-01", null, null, number(15), "confirmed", "劳动合同法 第七十二条"],
];

/** Standards of the three classes a month and an hour, in yuan, as the lists print them. */
const standards = (...classes: readonly (readonly [number, number])[]): unknown => ({
  classes: Object.fromEntries(
    classes.map(([month, hour], index) => [
      String(index + 1),
      { monthlyFen: month * 100, hourlyFen: Math.round(hour * 100) },
    ]),
  ),
});
const list2018 = standards([1680, 16.8], [1580, 15.8], [1470, 14.7]);
const list2021 = standards([1850, 18.5], [1730, 17.3], [1610, 16.1]);
const list2024 = standards([2000, 20], [1870, 18.7], [1740, 17.4]);
const mohrss = "人社部公布的各地最低工资标准（截至2024-04-01）；未查到文号";

/** The day of publication of a statistic is not known: it counts from the end of the year after. */
const average = (id: VersionRow[0], year: number, yuan: number): VersionRow => [
  id,
  `${year}-01-01`,
  `${year}-12-31`,
  `${year + 1}-12-31`,
  inYuan(yuan),
  "secondary",
  `${year}年统计数据（转载）`,
];

const jiangxi: readonly VersionRow[] = [
  [
    "cn.36.minimum-wage",
    "2018-01-01",
    "2021-03-31",
    null,
    list2018,
    "secondary",
    "江西省政府办公厅通知（2017年12月）",
  ],
  [
    "cn.36.minimum-wage",
    "2021-04-01",
    "2024-03-31",
    null,
    list2021,
    "confirmed",
    "江西省政府关于调整最低工资标准的通知（2021）",
  ],
  ["cn.36.minimum-wage", "2024-04-01", "2024-12-31", null, list2024, "unverified", mohrss],
  average("cn.36.average-wage.non-private", 2019, 73725),
  average("cn.36.average-wage.non-private", 2022, 88375),
  average("cn.36.average-wage.non-private", 2023, 92794),
  average("cn.36.average-wage.employed", 2019, 76131),
  average("cn.36.average-wage.private", 2020, 48864),
  average("cn.36.average-wage.private", 2021, 52667),
  average("cn.36.average-wage.private", 2023, 55201),
];

const second = ["360402", "360403", "360491", "360492"];
const third = [
  ..."360404 360423 360424 360425 360426 360428 360429 360430 360481 360482 360483 360493".split(" "),
];
const classes = {
  classOf: Object.fromEntries([
    ...second.map((code) => [code, "2"] as const),
    ...third.map((code) => [code, "3"] as const),
  ]),
};
const monthly = "由2024年度公积金基数上限23378元反推";

const jiujiang: readonly VersionRow[] = [
  [
    "cn.3604.minimum-wage.class",
    "2018-01-01",
    "2024-03-31",
    null,
    classes,
    "confirmed",
    "江西省最低工资通知（2017年12月、2021年）附表",
  ],
  [
    "cn.3604.minimum-wage.class",
    "2024-04-01",
    "2024-12-31",
    null,
    classes,
    "secondary",
    "江西省最低工资标准（2024年）",
  ],
  average("cn.3604.average-wage.private", 2019, 49522),
  average("cn.3604.average-wage.private", 2020, 48381),
  [
    "cn.3604.average-wage.monthly",
    "2023-01-01",
    "2023-12-31",
    "2024-07-01",
    inYuan(7792.67),
    "unverified",
    monthly,
  ],
];

describe.each([
  ["wageFacts", wageFacts, national],
  ["jiangxiWageFacts", jiangxiWageFacts, jiangxi],
  ["jiujiangWageFacts", jiujiangWageFacts, jiujiang],
] as const)("%s", (_, facts, rows) => {
  it.each(rows)("%s from %s to %s", (...row) => {
    expect(rowsOf(facts)).toContainEqual(row);
  });

  it("holds nothing else", () => {
    expect(rowsOf(facts)).toHaveLength(rows.length);
  });
});
