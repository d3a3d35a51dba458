import type { FactPack, FactVersion } from "../fact.js";
import type { FactShapes } from "../fact-values.js";
import { amount, count, halfUpToFen, percent, rate, taxTable, version, yuan } from "./version.js";

const law61 = "国家税务总局公告2018年第61号";
const law13 = "国家税务总局公告2020年第13号";
/** The amounts before 2023, as the notice that raised them repeats them. */
const deductions2018 = "国发〔2018〕41号；国发〔2023〕13号";

/** Individual income tax: tables, deductions and the parameters of the withholding methods. */
export const incomeTaxFacts: FactPack["facts"] = {
  "cn.iit.comprehensive.annual": [
    version(
      taxTable([
        ["36000", "3%", "0"],
        ["144000", "10%", "2520"],
        ["300000", "20%", "16920"],
        ["420000", "25%", "31920"],
        ["660000", "30%", "52920"],
        ["960000", "35%", "85920"],
        [null, "45%", "181920"],
      ]),
      {
        from: "2019-01-01",
        announced: "2018-08-31",
        source: `个人所得税法（2018修正）第三条、附表一；${law61} 预扣率表一`,
        confidence: "confirmed",
      },
    ),
  ],
  "cn.iit.comprehensive.monthly": [
    version(
      taxTable([
        ["3000", "3%", "0"],
        ["12000", "10%", "210"],
        ["25000", "20%", "1410"],
        ["35000", "25%", "2660"],
        ["55000", "30%", "4410"],
        ["80000", "35%", "7160"],
        [null, "45%", "15160"],
      ]),
      { from: "2019-01-01", source: "财税〔2018〕164号 附件", confidence: "secondary" },
    ),
  ],
  "cn.iit.labour.expense": [
    version(
      { thresholdFen: yuan("4000"), fixedFen: yuan("800"), rateAbove: percent("20%") },
      { from: "2019-01-01", source: `${law61} 第八条`, confidence: "secondary" },
    ),
  ],
  "cn.iit.labour.withholding": [
    version(
      taxTable([
        ["20000", "20%", "0"],
        ["50000", "30%", "2000"],
        [null, "40%", "7000"],
      ]),
      { from: "2019-01-01", source: `${law61} 预扣率表二`, confidence: "secondary" },
    ),
  ],
  "cn.iit.basic-deduction.monthly": [
    version(amount("5000"), {
      from: "2019-01-01",
      announced: "2018-08-31",
      source: "个人所得税法 第六条第一款第一项",
      confidence: "confirmed",
    }),
  ],
  "cn.iit.basic-deduction.annual": [
    version(amount("60000"), {
      from: "2019-01-01",
      announced: "2018-08-31",
      source: "个人所得税法 第六条第一款第一项",
      confidence: "confirmed",
    }),
  ],
  "cn.iit.first-wage-of-year": [
    version(count(1), { from: "2020-07-01", source: `${law13} 第一条`, confidence: "secondary" }),
  ],
  "cn.iit.sixty-thousand.ceiling": [
    version(amount("60000"), {
      from: "2021-01-01",
      source: "国家税务总局公告2020年第19号",
      confidence: "secondary",
    }),
  ],
  "cn.iit.intern.income-share": [
    version(rate("80%"), {
      from: "2020-07-01",
      source: `${law13} 第二条；个人所得税法 第六条第二款`,
      confidence: "secondary",
    }),
  ],
  "cn.iit.platform-worker.expense": [
    version(rate("20%"), {
      from: "2025-10-01",
      source: "国家税务总局公告2025年第16号 第一条",
      confidence: "confirmed",
    }),
  ],
  "cn.iit.bonus.separate": [
    version(count(1), {
      from: "2019-01-01",
      to: "2027-12-31",
      source: "财税〔2018〕164号 第一条；财政部 税务总局公告2023年第30号",
      confidence: "secondary",
    }),
  ],
  "cn.iit.severance.exempt-multiple": [
    version(count(3), {
      from: "2019-01-01",
      source: "财税〔2018〕164号 第五条第一项",
      confidence: "confirmed",
    }),
  ],
  "cn.iit.settlement-relief.income": settlementRelief("120000"),
  "cn.iit.settlement-relief.top-up": settlementRelief("400"),
  "cn.iit.settlement.opens-month": [
    version(count(3), { from: "2019-01-01", source: "个人所得税法 第十一条", confidence: "confirmed" }),
  ],
  "cn.iit.settlement.closes-month": [
    version(count(6), { from: "2019-01-01", source: "个人所得税法 第十一条", confidence: "confirmed" }),
  ],
  "cn.iit.commission": [
    version(rate("2%"), { from: "2019-01-01", source: "个人所得税法 第十七条", confidence: "confirmed" }),
  ],
  "cn.iit.filing-day": [
    version(count(15), { from: "2019-01-01", source: "个人所得税法 第十四条", confidence: "confirmed" }),
  ],
  "cn.iit.rounding": [
    version(halfUpToFen, {
      from: "2019-01-01",
      source: "申报软件通行做法",
      confidence: "unverified",
      note: "没有找到规定取整方式的法条",
    }),
  ],
  "cn.iit.additional.children": [
    version(amount("1000"), { from: "2019-01-01", source: deductions2018, confidence: "confirmed" }),
    version(amount("2000"), {
      from: "2023-01-01",
      announced: "2023-08-28",
      source: "国发〔2023〕13号 第二条",
      confidence: "confirmed",
    }),
  ],
  "cn.iit.additional.infants": [
    version(amount("1000"), {
      from: "2022-01-01",
      source: "国发〔2022〕8号；国发〔2023〕13号",
      confidence: "confirmed",
    }),
    version(amount("2000"), {
      from: "2023-01-01",
      announced: "2023-08-28",
      source: "国发〔2023〕13号 第一条",
      confidence: "confirmed",
    }),
  ],
  "cn.iit.additional.elderly": [
    version(amount("2000"), { from: "2019-01-01", source: deductions2018, confidence: "confirmed" }),
    version(amount("3000"), {
      from: "2023-01-01",
      announced: "2023-08-28",
      source: "国发〔2023〕13号 第三条",
      confidence: "confirmed",
    }),
  ],
  "cn.iit.additional.elderly-share": [
    version(amount("1000"), { from: "2019-01-01", source: deductions2018, confidence: "confirmed" }),
    version(amount("1500"), {
      from: "2023-01-01",
      announced: "2023-08-28",
      source: "国发〔2023〕13号 第三条",
      confidence: "confirmed",
    }),
  ],
  "cn.iit.additional.education-monthly": [
    version(amount("400"), {
      from: "2019-01-01",
      source: "国发〔2018〕41号 第八条",
      confidence: "secondary",
    }),
  ],
  "cn.iit.additional.education-months": [
    version(count(48), { from: "2019-01-01", source: "国发〔2018〕41号 第八条", confidence: "secondary" }),
  ],
  "cn.iit.additional.education-certificate": [
    version(amount("3600"), {
      from: "2019-01-01",
      source: "国发〔2018〕41号 第八条",
      confidence: "secondary",
    }),
  ],
  "cn.iit.additional.home-loan": [
    version(amount("1000"), { from: "2019-01-01", source: "国发〔2018〕41号", confidence: "unverified" }),
  ],
  "cn.iit.personal-pension": [
    version(amount("12000"), {
      from: "2024-12-15",
      source: "财政部 税务总局公告2024年第21号",
      confidence: "secondary",
    }),
  ],
  "cn.iit.personal-pension.draw-rate": [
    version(rate("3%"), {
      from: "2024-12-15",
      source: "财政部 税务总局公告2024年第21号",
      confidence: "secondary",
    }),
  ],
};

/** Relief from the annual settlement: the years before 2024 rest on earlier notices of the same content. */
function settlementRelief(text: string): readonly FactVersion<FactShapes["amount"]>[] {
  return [
    version(amount(text), {
      from: "2019-01-01",
      to: "2023-12-31",
      source: "财政部 税务总局公告2019年第94号、2021年第42号",
      confidence: "unverified",
      note: "原文未读到",
    }),
    version(amount(text), {
      from: "2024-01-01",
      to: "2027-12-31",
      source: "财政部 税务总局公告2023年第32号",
      confidence: "secondary",
    }),
  ];
}
