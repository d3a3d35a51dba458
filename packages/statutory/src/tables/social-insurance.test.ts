import { describe, expect, it } from "vitest";
import { inPercent, number, ppm, rowsOf, type VersionRow } from "../__fixtures__/version-rows.js";
import { jiangxiInsuranceFacts, jiujiangInsuranceFacts, nationalInsuranceFacts } from "./social-insurance.js";

const list = (...percents: readonly number[]): unknown => ({ rates: percents.map(ppm) });
const pair = (employer: number, employee: number): unknown => ({
  employer: ppm(employer),
  employee: ppm(employee),
});
const range = (min: number, max: number): unknown => ({ min: ppm(min), max: ppm(max) });
const bounds = (average: number, lower: number, upper: number): unknown => ({
  averageFen: average * 100,
  lowerFen: lower * 100,
  upperFen: upper * 100,
});
const toTheFen = { mode: "half-up", unitFen: 1 };
const toTheYuan = { mode: "half-up", unitFen: 100 };
const order71 = "人社部发〔2015〕71号";
const notice2023 = "江西省2023年缴费基数联合通知（九江发布）";
const pension = "国办发〔2019〕13号；赣府厅字〔2019〕27号；赣人社发〔2019〕21号";

const national: readonly VersionRow[] = [
  ["cn.si.rounding", "2019-01-01", null, null, toTheFen, "unverified", "经办系统通行做法"],
  ["cn.si.registration-days", "2011-07-01", null, null, number(30), "confirmed", "社会保险法 第五十八条"],
  ["cn.si.undeclared-share", "2011-07-01", null, null, inPercent(110), "confirmed", "社会保险法 第六十二条"],
  ["cn.si.late-fee-daily", "2011-07-01", null, null, inPercent(0.05), "confirmed", "社会保险法 第八十六条"],
  ["cn.si.late-fine", "2011-07-01", null, null, range(100, 300), "confirmed", "社会保险法 第八十六条"],
  [
    "cn.unemployment.statutory-rate",
    "1999-01-22",
    null,
    null,
    pair(2, 1),
    "confirmed",
    "失业保险条例 第六条",
  ],
  [
    "cn.unemployment.total-rate",
    "2025-01-01",
    "2025-12-31",
    null,
    inPercent(1),
    "confirmed",
    "人社部发〔2024〕40号 第一条",
  ],
  [
    "cn.work-injury.class-rates",
    "2015-10-01",
    null,
    null,
    list(0.2, 0.4, 0.7, 0.9, 1.1, 1.3, 1.6, 1.9),
    "secondary",
    order71,
  ],
  ["cn.work-injury.floating.class-1", "2015-10-01", null, null, list(100, 120, 150), "secondary", order71],
  [
    "cn.work-injury.floating.other",
    "2015-10-01",
    null,
    null,
    list(50, 80, 100, 120, 150),
    "secondary",
    order71,
  ],
  [
    "cn.housing-fund.rate",
    "2016-01-01",
    null,
    null,
    range(5, 12),
    "secondary",
    "住房公积金管理条例 第十八条；九江市2016年通知",
  ],
  [
    "cn.housing-fund.registration-days",
    "2019-03-24",
    null,
    null,
    number(30),
    "confirmed",
    "住房公积金管理条例 第十五条",
  ],
  [
    "cn.housing-fund.remittance-days",
    "2019-03-24",
    null,
    null,
    number(5),
    "confirmed",
    "住房公积金管理条例 第十九条",
  ],
];

/** The day of the notices of 2019 to 2022 and 2024 is not known: they count from the end of their year. */
const jiangxi: readonly VersionRow[] = [
  [
    "cn.36.si.base-bounds",
    "2019-01-01",
    "2019-12-31",
    "2019-12-31",
    bounds(4736, 2842, 14208),
    "secondary",
    "赣人社字〔2019〕187号",
  ],
  [
    "cn.36.si.base-bounds",
    "2020-01-01",
    "2020-12-31",
    "2020-12-31",
    bounds(5293, 3176, 15879),
    "unverified",
    "未查到文号",
  ],
  [
    "cn.36.si.base-bounds",
    "2021-01-01",
    "2021-12-31",
    "2021-12-31",
    bounds(5548, 3176, 16644),
    "secondary",
    "2021年缴费基数公告（转载）",
  ],
  [
    "cn.36.si.base-bounds",
    "2022-01-01",
    "2022-12-31",
    "2022-12-31",
    bounds(5738, 3443, 17214),
    "unverified",
    "未查到文号",
  ],
  [
    "cn.36.si.base-bounds",
    "2023-01-01",
    "2023-12-31",
    "2023-08-21",
    bounds(6098, 3659, 18294),
    "confirmed",
    notice2023,
  ],
  [
    "cn.36.si.base-bounds",
    "2024-01-01",
    "2024-12-31",
    "2024-12-31",
    bounds(6397, 3838, 19191),
    "unverified",
    "第三方数据集，未查到文号",
  ],
  ["cn.36.si.base-share", "2023-01-01", "2023-12-31", "2023-08-21", range(60, 300), "confirmed", notice2023],
  [
    "cn.36.si.flexible-worker.rounding",
    "2023-01-01",
    "2023-12-31",
    "2023-08-21",
    toTheYuan,
    "confirmed",
    notice2023,
  ],
  ["cn.36.si.collection-day", "2020-11-01", null, null, number(25), "confirmed", "江西省2020-10-30联合公告"],
  ["cn.36.pension.rate", "2019-05-01", null, null, pair(16, 8), "secondary", pension],
  [
    "cn.36.unemployment.rate",
    "2023-05-01",
    "2024-12-31",
    null,
    pair(0.5, 0.5),
    "confirmed",
    "赣人社发〔2023〕6号 第一条",
  ],
  [
    "cn.36.unemployment.rate",
    "2025-01-01",
    "2025-12-31",
    null,
    pair(0.5, 0.5),
    "secondary",
    "人社部发〔2024〕40号 第一条",
  ],
  [
    "cn.36.work-injury.cut-18-months",
    "2023-05-01",
    "2024-12-31",
    null,
    inPercent(20),
    "confirmed",
    "赣人社发〔2023〕6号 第二条",
  ],
  [
    "cn.36.work-injury.cut-24-months",
    "2023-05-01",
    "2024-12-31",
    null,
    inPercent(50),
    "confirmed",
    "赣人社发〔2023〕6号 第二条",
  ],
];

const jiujiang: readonly VersionRow[] = [
  [
    "cn.3604.medical.rate",
    "2019-01-01",
    null,
    null,
    pair(8, 2),
    "unverified",
    "九江医保（转载网页，无日期）",
  ],
  [
    "cn.3604.housing-fund.base-bounds",
    "2024-07-01",
    "2025-06-30",
    null,
    { lowerFen: 187000, upperFen: 2337800 },
    "unverified",
    "第三方数据集",
  ],
  [
    "cn.3604.housing-fund.rounding",
    "2016-01-01",
    null,
    null,
    toTheYuan,
    "unverified",
    "九江市2016年公积金缴存上下限通知",
  ],
];

describe.each([
  ["nationalInsuranceFacts", nationalInsuranceFacts, national],
  ["jiangxiInsuranceFacts", jiangxiInsuranceFacts, jiangxi],
  ["jiujiangInsuranceFacts", jiujiangInsuranceFacts, jiujiang],
] as const)("%s", (_, facts, rows) => {
  it.each(rows)("%s from %s to %s", (...row) => {
    expect(rowsOf(facts)).toContainEqual(row);
  });

  it("holds nothing else", () => {
    expect(rowsOf(facts)).toHaveLength(rows.length);
  });
});

describe("jiangxiInsuranceFacts of 2023", () => {
  it("has bounds of 60 and 300 % of the average, half-up to the yuan, as the notice reckons them", () => {
    // 6,098 × 60 % = 3,658.8; 6,098 × 300 % = 18,294.
    expect(Math.round(6098 * 0.6)).toBe(3659);
    expect(6098 * 3).toBe(18294);
  });
});
