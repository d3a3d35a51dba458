import { fen } from "@tongchou/core";
import type { FactPack, FactVersion } from "../fact.js";
import type { FactShapes } from "../fact-values.js";
import { count, halfUpToFen, percent, rate, ratePair, version, yuan } from "./version.js";

const injury2015 = "人社部发〔2015〕71号";
const notice2023 = "江西省2023年缴费基数联合通知（九江发布）";

/** National facts of social insurance and the housing fund. */
export const nationalInsuranceFacts: FactPack["facts"] = {
  "cn.si.rounding": [
    version(halfUpToFen, {
      from: "2019-01-01",
      source: "经办系统通行做法",
      confidence: "unverified",
      note: "每人每险种单位、个人分别取整到分",
    }),
  ],
  "cn.si.registration-days": [
    version(count(30), { from: "2011-07-01", source: "社会保险法 第五十八条", confidence: "confirmed" }),
  ],
  "cn.si.undeclared-share": [
    version(rate("110%"), { from: "2011-07-01", source: "社会保险法 第六十二条", confidence: "confirmed" }),
  ],
  "cn.si.late-fee-daily": [
    version(rate("0.05%"), { from: "2011-07-01", source: "社会保险法 第八十六条", confidence: "confirmed" }),
  ],
  "cn.si.late-fine": [
    version(
      { min: percent("100%"), max: percent("300%") },
      { from: "2011-07-01", source: "社会保险法 第八十六条", confidence: "confirmed" },
    ),
  ],
  "cn.unemployment.statutory-rate": [
    version(ratePair("2%", "1%"), {
      from: "1999-01-22",
      source: "失业保险条例 第六条",
      confidence: "confirmed",
      note: "阶段性降低期间不适用；农民合同制工人本人不缴",
    }),
  ],
  "cn.unemployment.total-rate": [
    version(rate("1%"), {
      from: "2025-01-01",
      to: "2025-12-31",
      source: "人社部发〔2024〕40号 第一条",
      confidence: "confirmed",
    }),
  ],
  "cn.work-injury.class-rates": [
    version(
      { rates: ["0.2%", "0.4%", "0.7%", "0.9%", "1.1%", "1.3%", "1.6%", "1.9%"].map(percent) },
      { from: "2015-10-01", source: injury2015, confidence: "secondary" },
    ),
  ],
  "cn.work-injury.floating.class-1": [
    version(
      { rates: ["100%", "120%", "150%"].map(percent) },
      { from: "2015-10-01", source: injury2015, confidence: "secondary" },
    ),
  ],
  "cn.work-injury.floating.other": [
    version(
      { rates: ["50%", "80%", "100%", "120%", "150%"].map(percent) },
      { from: "2015-10-01", source: injury2015, confidence: "secondary" },
    ),
  ],
  "cn.housing-fund.rate": [
    version(
      { min: percent("5%"), max: percent("12%") },
      {
        from: "2016-01-01",
        source: "住房公积金管理条例 第十八条；九江市2016年通知",
        confidence: "secondary",
        note: "九江市要求单位与个人比例相同",
      },
    ),
  ],
  "cn.housing-fund.registration-days": [
    version(count(30), {
      from: "2019-03-24",
      source: "住房公积金管理条例 第十五条",
      confidence: "confirmed",
    }),
  ],
  "cn.housing-fund.remittance-days": [
    version(count(5), { from: "2019-03-24", source: "住房公积金管理条例 第十九条", confidence: "confirmed" }),
  ],
};

/** Facts of social insurance in Jiangxi. */
export const jiangxiInsuranceFacts: FactPack["facts"] = {
  "cn.36.si.base-bounds": [
    bounds("4736", "2842", "14208", {
      from: "2019-01-01",
      to: "2019-12-31",
      announced: "2019-12-31",
      source: "赣人社字〔2019〕187号",
      confidence: "secondary",
      note: "平均工资有文号，上下限按60%、300%换算；公布日未查明，按年末计",
    }),
    bounds("5293", "3176", "15879", {
      from: "2020-01-01",
      to: "2020-12-31",
      announced: "2020-12-31",
      source: "未查到文号",
      confidence: "unverified",
      note: "公布日未查明，按年末计",
    }),
    bounds("5548", "3176", "16644", {
      from: "2021-01-01",
      to: "2021-12-31",
      announced: "2021-12-31",
      source: "2021年缴费基数公告（转载）",
      confidence: "secondary",
      note: "下限不是平均工资的60%，沿用上年下限；公布日未查明，按年末计",
    }),
    bounds("5738", "3443", "17214", {
      from: "2022-01-01",
      to: "2022-12-31",
      announced: "2022-12-31",
      source: "未查到文号",
      confidence: "unverified",
      note: "公布日未查明，按年末计",
    }),
    bounds("6098", "3659", "18294", {
      from: "2023-01-01",
      to: "2023-12-31",
      announced: "2023-08-21",
      source: notice2023,
      confidence: "confirmed",
    }),
    bounds("6397", "3838", "19191", {
      from: "2024-01-01",
      to: "2024-12-31",
      announced: "2024-12-31",
      source: "第三方数据集，未查到文号",
      confidence: "unverified",
      note: "下限有3838（60%四舍五入）与3839两说；公布日未查明，按年末计",
    }),
  ],
  "cn.36.si.base-share": [
    version(
      { min: percent("60%"), max: percent("300%") },
      {
        from: "2023-01-01",
        to: "2023-12-31",
        announced: "2023-08-21",
        source: notice2023,
        confidence: "confirmed",
        note: "按全口径城镇单位就业人员月平均工资，四舍五入到元",
      },
    ),
  ],
  "cn.36.si.flexible-worker.rounding": [
    version(
      { mode: "half-up", unitFen: fen(100) },
      {
        from: "2023-01-01",
        to: "2023-12-31",
        announced: "2023-08-21",
        source: notice2023,
        confidence: "confirmed",
      },
    ),
  ],
  "cn.36.si.collection-day": [
    version(count(25), { from: "2020-11-01", source: "江西省2020-10-30联合公告", confidence: "confirmed" }),
  ],
  "cn.36.pension.rate": [
    version(ratePair("16%", "8%"), {
      from: "2019-05-01",
      source: "国办发〔2019〕13号；赣府厅字〔2019〕27号；赣人社发〔2019〕21号",
      confidence: "secondary",
    }),
  ],
  "cn.36.unemployment.rate": [
    version(ratePair("0.5%", "0.5%"), {
      from: "2023-05-01",
      to: "2024-12-31",
      source: "赣人社发〔2023〕6号 第一条",
      confidence: "confirmed",
    }),
    version(ratePair("0.5%", "0.5%"), {
      from: "2025-01-01",
      to: "2025-12-31",
      source: "人社部发〔2024〕40号 第一条",
      confidence: "secondary",
      note: "全国文件只规定总费率1%，双方各半按上一期推定",
    }),
  ],
  "cn.36.work-injury.cut-18-months": [
    version(rate("20%"), {
      from: "2023-05-01",
      to: "2024-12-31",
      source: "赣人社发〔2023〕6号 第二条",
      confidence: "confirmed",
    }),
  ],
  "cn.36.work-injury.cut-24-months": [
    version(rate("50%"), {
      from: "2023-05-01",
      to: "2024-12-31",
      source: "赣人社发〔2023〕6号 第二条",
      confidence: "confirmed",
    }),
  ],
};

/**
 * Facts of social insurance and the housing fund in Jiujiang. Maternity and the work-injury rate in force
 * have no version here: they are not established, and a deployment adds what its authority has confirmed.
 */
export const jiujiangInsuranceFacts: FactPack["facts"] = {
  "cn.3604.medical.rate": [
    version(ratePair("8%", "2%"), {
      from: "2019-01-01",
      source: "九江医保（转载网页，无日期）",
      confidence: "unverified",
      note: "含生育保险与否未查明",
    }),
  ],
  "cn.3604.housing-fund.base-bounds": [
    version(
      { lowerFen: yuan("1870"), upperFen: yuan("23378") },
      {
        from: "2024-07-01",
        to: "2025-06-30",
        source: "第三方数据集",
        confidence: "unverified",
        note: "起止日期按缴存年度推定",
      },
    ),
  ],
  "cn.3604.housing-fund.rounding": [
    version(
      { mode: "half-up", unitFen: fen(100) },
      {
        from: "2016-01-01",
        source: "九江市2016年公积金缴存上下限通知",
        confidence: "unverified",
        note: "由144元与3064元的上下限反推：每方取整到元",
      },
    ),
  ],
};

function bounds(
  average: string,
  lower: string,
  upper: string,
  facts: Parameters<typeof version>[1],
): FactVersion<FactShapes["base-bounds"]> {
  return version({ averageFen: yuan(average), lowerFen: yuan(lower), upperFen: yuan(upper) }, facts);
}
