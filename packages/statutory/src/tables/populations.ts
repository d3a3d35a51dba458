import type { FactPack } from "../fact.js";
import { amount, count, percent, rate, version } from "./version.js";

const order724 = "保障农民工工资支付条例（国务院令第724号）";
const deposit = "工程建设领域农民工工资保证金规定（人社部发〔2021〕65号）";
const interns = "职业学校学生实习管理规定（教职成〔2021〕4号）";

/** National facts of project workers, student interns and work relief. */
export const populationFacts: FactPack["facts"] = {
  "cn.project.appropriation-months": [
    version(count(1), { from: "2020-05-01", source: `${order724} 第二十四条`, confidence: "confirmed" }),
  ],
  "cn.project.ledger-years": [
    version(count(3), { from: "2020-05-01", source: `${order724} 第十五条`, confidence: "confirmed" }),
  ],
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
  "cn.work-relief.labour-share": [
    version(rate("30%"), {
      from: "2023-03-01",
      source: "国家以工代赈管理办法（国家发展改革委令第57号）",
      confidence: "secondary",
    }),
  ],
};

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
};
