import { describe, expect, it } from "vitest";
import { inPercent, inYuan, number, ppm, rowsOf, type VersionRow } from "../__fixtures__/version-rows.js";
import { jiangxiPopulationFacts, populationFacts } from "./populations.js";

const order724 = "保障农民工工资支付条例（国务院令第724号）";
const fines = `${order724} 第五十四至五十七条`;
const deposit = "工程建设领域农民工工资保证金规定（人社部发〔2021〕65号）";
const interns = "职业学校学生实习管理规定（教职成〔2021〕4号）";
const subsidyFunds = "就业补助资金管理办法（财社〔2017〕164号）";
const notice124 = "人社部发〔2019〕124号";
const relief = "国家以工代赈管理办法（国家发展改革委令第57号）";
const fine = (min: number, max: number): unknown => ({ minFen: min * 100, maxFen: max * 100 });
const share = { min: ppm(1), max: ppm(3) };

const national: readonly VersionRow[] = [
  [
    "cn.project.appropriation-months",
    "2020-05-01",
    null,
    null,
    number(1),
    "confirmed",
    `${order724} 第二十四条`,
  ],
  ["cn.project.ledger-years", "2020-05-01", null, null, number(3), "confirmed", `${order724} 第十五条`],
  [
    "cn.project.staff-ledger-years",
    "2020-05-01",
    null,
    null,
    number(3),
    "confirmed",
    `${order724} 第二十八条`,
  ],
  ["cn.project.fine.records", "2020-05-01", null, null, fine(20_000, 50_000), "confirmed", fines],
  ["cn.project.fine.records-persons", "2020-05-01", null, null, fine(10_000, 30_000), "confirmed", fines],
  ["cn.project.fine.account", "2020-05-01", null, null, fine(50_000, 100_000), "confirmed", fines],
  [
    "cn.project.account-notice-days",
    "2020-05-01",
    null,
    null,
    number(30),
    "confirmed",
    `${order724} 第二十七条`,
  ],
  ["cn.project.deposit", "2021-11-01", null, null, share, "secondary", deposit],
  ["cn.project.deposit-open-working-days", "2021-11-01", null, null, number(20), "secondary", deposit],
  ["cn.project.deposit-small-contract", "2021-11-01", null, null, inYuan(3_000_000), "secondary", deposit],
  ["cn.project.deposit-payment-working-days", "2021-11-01", null, null, number(5), "secondary", deposit],
  ["cn.project.deposit-refill-working-days", "2021-11-01", null, null, number(10), "secondary", deposit],
  ["cn.project.deposit-several-projects", "2021-11-01", null, null, inPercent(0.5), "secondary", deposit],
  ["cn.project.deposit-lowered-after-years", "2021-11-01", null, null, number(2), "secondary", deposit],
  ["cn.project.deposit-exempt-after-years", "2021-11-01", null, null, number(3), "secondary", deposit],
  ["cn.project.deposit-arrears-years", "2021-11-01", null, null, number(2), "secondary", deposit],
  ["cn.project.deposit-return-notice-days", "2021-11-01", null, null, number(30), "secondary", deposit],
  ["cn.intern.pay-floor-share", "2021-12-31", null, null, inPercent(80), "confirmed", `${interns} 第十八条`],
  ["cn.intern.pay-cycle-months", "2021-12-31", null, null, number(1), "confirmed", `${interns} 第十八条`],
  ["cn.intern.share-of-staff", "2021-12-31", null, null, inPercent(10), "secondary", `${interns} 第九条`],
  ["cn.intern.share-of-post", "2021-12-31", null, null, inPercent(20), "secondary", `${interns} 第九条`],
  ["cn.intern.months", "2021-12-31", null, null, number(6), "secondary", interns],
  ["cn.intern.hours-per-day", "2021-12-31", null, null, number(8), "secondary", interns],
  ["cn.intern.minimum-age", "2021-12-31", null, null, number(16), "confirmed", `${interns} 第十六条`],
  ["cn.public-welfare.months", "2017-10-13", null, null, number(36), "unverified", subsidyFunds],
  [
    "cn.public-welfare.near-retirement-years",
    "2017-10-13",
    null,
    null,
    number(5),
    "unverified",
    subsidyFunds,
  ],
  ["cn.public-welfare.insurance-share", "2017-10-13", null, null, inPercent(100), "secondary", subsidyFunds],
  ["cn.public-welfare.post-subsidy-share", "2019-12-02", null, null, inPercent(100), "unverified", notice124],
  ["cn.public-welfare.placements", "2019-12-02", null, null, number(2), "unverified", notice124],
  [
    "cn.work-relief.labour-share",
    "2019-01-01",
    "2023-02-28",
    null,
    inPercent(15),
    "secondary",
    "国家以工代赈管理办法（修订前）",
  ],
  ["cn.work-relief.labour-share", "2023-03-01", null, null, inPercent(30), "secondary", relief],
];

const rule2020 = "赣人社发〔2020〕16号";
const rule2024 = "江西省公益性岗位开发管理办法（赣人社规〔2024〕6号）";

const jiangxi: readonly VersionRow[] = [
  [
    "cn.36.public-welfare.post-subsidy-share",
    "2020-04-16",
    "2023-12-31",
    null,
    inPercent(70),
    "secondary",
    rule2020,
  ],
  ["cn.36.public-welfare.months", "2020-04-16", "2023-12-31", null, number(36), "secondary", rule2020],
  [
    "cn.36.public-welfare.near-retirement-years",
    "2020-04-16",
    "2023-12-31",
    null,
    number(5),
    "secondary",
    rule2020,
  ],
  ["cn.36.public-welfare.age-women", "2024-12-31", null, null, number(45), "confirmed", rule2024],
  ["cn.36.public-welfare.age-men", "2024-12-31", null, null, number(55), "confirmed", rule2024],
  ["cn.36.public-welfare.graduate-years", "2024-12-31", null, null, number(1), "confirmed", rule2024],
];

describe.each([
  ["populationFacts", populationFacts, national],
  ["jiangxiPopulationFacts", jiangxiPopulationFacts, jiangxi],
] as const)("%s", (_, facts, rows) => {
  it.each(rows)("%s from %s to %s", (...row) => {
    expect(rowsOf(facts)).toContainEqual(row);
  });

  it("holds nothing else", () => {
    expect(rowsOf(facts)).toHaveLength(rows.length);
  });
});
