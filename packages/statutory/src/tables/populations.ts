import type { FactPack, FactVersion } from "../fact.js";
import type { FactShapes } from "../fact-values.js";
import { amount, count, percent, rate, version, yuan } from "./version.js";

const order724 = "保障农民工工资支付条例（国务院令第724号）";
const deposit = "工程建设领域农民工工资保证金规定（人社部发〔2021〕65号）";
const subsidyFunds = "就业补助资金管理办法（财社〔2017〕164号）";
const interns = "职业学校学生实习管理规定（教职成〔2021〕4号）";

/** National facts of project workers, student interns, public-welfare posts and work relief. */
export const populationFacts: FactPack["facts"] = {
  "cn.project.appropriation-months": [
    version(count(1), { from: "2020-05-01", source: `${order724} 第二十四条`, confidence: "confirmed" }),
  ],
  "cn.project.ledger-years": [
    version(count(3), { from: "2020-05-01", source: `${order724} 第十五条`, confidence: "confirmed" }),
  ],
  "cn.project.staff-ledger-years": [
    version(count(3), {
      from: "2020-05-01",
      source: `${order724} 第二十八条`,
      confidence: "confirmed",
      note: "自完工且工资全部结清起",
    }),
  ],
  "cn.project.fine.records": [fine("20000", "50000")],
  "cn.project.fine.records-persons": [fine("10000", "30000")],
  "cn.project.fine.account": [fine("50000", "100000")],
  "cn.project.account-notice-days": [
    version(count(30), { from: "2020-05-01", source: `${order724} 第二十七条`, confidence: "confirmed" }),
  ],
  "cn.project.deposit": [
    version(
      { min: percent("1%"), max: percent("3%") },
      { from: "2021-11-01", source: deposit, confidence: "secondary", note: "江西省具体比例和上限未查明" },
    ),
  ],
  "cn.project.deposit-open-working-days": [
    version(count(20), { from: "2021-11-01", source: deposit, confidence: "secondary" }),
  ],
  "cn.project.deposit-small-contract": [
    version(amount("3000000"), { from: "2021-11-01", source: deposit, confidence: "secondary" }),
  ],
  "cn.project.deposit-payment-working-days": [
    version(count(5), { from: "2021-11-01", source: deposit, confidence: "secondary" }),
  ],
  "cn.project.deposit-refill-working-days": [
    version(count(10), { from: "2021-11-01", source: deposit, confidence: "secondary" }),
  ],
  "cn.project.deposit-several-projects": [
    version(rate("0.5%"), { from: "2021-11-01", source: deposit, confidence: "secondary" }),
  ],
  "cn.project.deposit-lowered-after-years": [
    version(count(2), { from: "2021-11-01", source: deposit, confidence: "secondary" }),
  ],
  "cn.project.deposit-exempt-after-years": [
    version(count(3), { from: "2021-11-01", source: deposit, confidence: "secondary" }),
  ],
  "cn.project.deposit-arrears-years": [
    version(count(2), { from: "2021-11-01", source: deposit, confidence: "secondary" }),
  ],
  "cn.project.deposit-return-notice-days": [
    version(count(30), { from: "2021-11-01", source: deposit, confidence: "secondary" }),
  ],
  "cn.intern.pay-floor-share": [
    version(rate("80%"), { from: "2021-12-31", source: `${interns} 第十八条`, confidence: "confirmed" }),
  ],
  "cn.intern.pay-cycle-months": [
    version(count(1), { from: "2021-12-31", source: `${interns} 第十八条`, confidence: "confirmed" }),
  ],
  "cn.intern.share-of-staff": [
    version(rate("10%"), { from: "2021-12-31", source: `${interns} 第九条`, confidence: "secondary" }),
  ],
  "cn.intern.share-of-post": [
    version(rate("20%"), { from: "2021-12-31", source: `${interns} 第九条`, confidence: "secondary" }),
  ],
  "cn.intern.months": [version(count(6), { from: "2021-12-31", source: interns, confidence: "secondary" })],
  "cn.intern.hours-per-day": [
    version(count(8), { from: "2021-12-31", source: interns, confidence: "secondary" }),
  ],
  "cn.intern.minimum-age": [
    version(count(16), { from: "2021-12-31", source: `${interns} 第十六条`, confidence: "confirmed" }),
  ],
  "cn.public-welfare.months": [welfare(count(36), "2017-10-13", subsidyFunds)],
  "cn.public-welfare.near-retirement-years": [
    welfare(count(5), "2017-10-13", subsidyFunds, "不足五年的至退休；以初次核定享受补贴时的年龄为准"),
  ],
  "cn.public-welfare.insurance-share": [
    version(rate("100%"), {
      from: "2017-10-13",
      source: subsidyFunds,
      confidence: "secondary",
      note: "单位实际缴纳的养老、医疗、失业保险费，不含个人部分；起始日按发文日计",
    }),
  ],
  "cn.public-welfare.post-subsidy-share": [
    welfare(rate("100%"), "2019-12-02", "人社部发〔2019〕124号", "原则上不高于当地最低工资标准"),
  ],
  "cn.public-welfare.placements": [
    welfare(count(2), "2019-12-02", "人社部发〔2019〕124号", "累计安置次数原则上不超过两次"),
  ],
  "cn.work-relief.labour-share": [
    version(rate("15%"), {
      from: "2019-01-01",
      to: "2023-02-28",
      source: "国家以工代赈管理办法（修订前）",
      confidence: "secondary",
      note: "起始日未查明",
    }),
    version(rate("30%"), {
      from: "2023-03-01",
      source: "国家以工代赈管理办法（国家发展改革委令第57号）",
      confidence: "secondary",
    }),
  ],
};

/** A national rule of public-welfare posts; its text was not read. */
function welfare<Value>(value: Value, from: string, source: string, note?: string): FactVersion<Value> {
  const unread = "原文未读到，起始日按发文日计";
  return version(value, {
    from,
    source,
    confidence: "unverified",
    note: note === undefined ? unread : `${note}；${unread}`,
  });
}

/** Facts of public-welfare posts in Jiangxi. The amounts of the rule of 2024 are not established. */
export const jiangxiPopulationFacts: FactPack["facts"] = {
  "cn.36.public-welfare.post-subsidy-share": [
    version(rate("70%"), {
      from: "2020-04-16",
      to: "2023-12-31",
      source: "赣人社发〔2020〕16号",
      confidence: "secondary",
    }),
  ],
  "cn.36.public-welfare.months": [
    version(count(36), {
      from: "2020-04-16",
      to: "2023-12-31",
      source: "赣人社发〔2020〕16号",
      confidence: "secondary",
      note: "距退休不足五年的至退休",
    }),
  ],
  "cn.36.public-welfare.near-retirement-years": [
    version(count(5), {
      from: "2020-04-16",
      to: "2023-12-31",
      source: "赣人社发〔2020〕16号",
      confidence: "secondary",
    }),
  ],
  "cn.36.public-welfare.age-women": [placement(45)],
  "cn.36.public-welfare.age-men": [placement(55)],
  "cn.36.public-welfare.graduate-years": [placement(1)],
};

function fine(min: string, max: string): FactVersion<FactShapes["amount-range"]> {
  return version(
    { minFen: yuan(min), maxFen: yuan(max) },
    { from: "2020-05-01", source: `${order724} 第五十四至五十七条`, confidence: "confirmed" },
  );
}

/** Who is placed on public-welfare posts by the rule of 2024. */
function placement(number: number): FactVersion<FactShapes["count"]> {
  return version(count(number), {
    from: "2024-12-31",
    source: "江西省公益性岗位开发管理办法（赣人社规〔2024〕6号）",
    confidence: "confirmed",
    note: "施行日未查明，按年末计",
  });
}
