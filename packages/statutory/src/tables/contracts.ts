import type { FactPack } from "../fact.js";
import { count, percent, rate, version, yuan } from "./version.js";

const contractLaw = "劳动合同法";

/** National facts of labour contracts, dispatch, the end of contracts and retirement. */
export const contractFacts: FactPack["facts"] = {
  "cn.probation.share": [
    version(rate("80%"), { from: "2008-01-01", source: `${contractLaw} 第二十条`, confidence: "confirmed" }),
  ],
  "cn.probation.months-below-1-year": [
    version(count(1), { from: "2008-01-01", source: `${contractLaw} 第十九条`, confidence: "confirmed" }),
  ],
  "cn.probation.months-below-3-years": [
    version(count(2), { from: "2008-01-01", source: `${contractLaw} 第十九条`, confidence: "confirmed" }),
  ],
  "cn.probation.months-from-3-years": [
    version(count(6), { from: "2008-01-01", source: `${contractLaw} 第十九条`, confidence: "confirmed" }),
  ],
  "cn.contract.record-years": [
    version(count(2), { from: "2008-01-01", source: `${contractLaw} 第五十条`, confidence: "confirmed" }),
  ],
  "cn.contract.unwritten-pay-factor": [
    version(count(2), { from: "2008-01-01", source: `${contractLaw} 第八十二条`, confidence: "confirmed" }),
  ],
  "cn.contract.unwritten-pay-months": [
    version(count(11), {
      from: "2008-09-18",
      source: "劳动合同法实施条例 第六、七条",
      confidence: "confirmed",
      note: "满一年视为已订立无固定期限合同",
    }),
  ],
  "cn.severance.ceiling-multiple": [
    version(count(3), {
      from: "2008-01-01",
      source: `${contractLaw} 第四十七条第二款`,
      confidence: "confirmed",
    }),
  ],
  "cn.severance.ceiling-months": [
    version(count(12), {
      from: "2008-01-01",
      source: `${contractLaw} 第四十七条第二款`,
      confidence: "confirmed",
    }),
  ],
  "cn.severance.unlawful-factor": [
    version(count(2), { from: "2008-01-01", source: `${contractLaw} 第八十七条`, confidence: "confirmed" }),
  ],
  "cn.severance.late-surcharge": [
    version(
      { min: percent("50%"), max: percent("100%") },
      { from: "2008-01-01", source: `${contractLaw} 第八十五条`, confidence: "confirmed" },
    ),
  ],
  "cn.termination.notice-days": [
    version(count(30), {
      from: "2008-01-01",
      source: `${contractLaw} 第四十条`,
      confidence: "confirmed",
      note: "或额外支付一个月工资，按上一个月工资标准",
    }),
  ],
  "cn.termination.handover-days": [
    version(count(15), { from: "2008-01-01", source: `${contractLaw} 第五十条`, confidence: "confirmed" }),
  ],
  "cn.dispatch.share": [
    version(rate("10%"), { from: "2014-03-01", source: "人社部令第22号 第四条", confidence: "secondary" }),
  ],
  "cn.dispatch.temporary-months": [
    version(count(6), { from: "2008-01-01", source: `${contractLaw} 第六十六条`, confidence: "confirmed" }),
  ],
  "cn.dispatch.contract-years": [
    version(count(2), { from: "2008-01-01", source: `${contractLaw} 第五十八条`, confidence: "confirmed" }),
  ],
  "cn.dispatch.fine": [
    version(
      { minFen: yuan("5000"), maxFen: yuan("10000") },
      {
        from: "2013-07-01",
        source: `${contractLaw}（2012修正）第九十二条`,
        confidence: "confirmed",
      },
    ),
  ],
  "cn.employment.minimum-age": [
    version(count(16), { from: "1995-01-01", source: "劳动法 第十五条", confidence: "confirmed" }),
  ],
  "cn.retirement.flexible-years": [
    version(count(3), {
      from: "2025-01-01",
      announced: "2024-09-13",
      source: "全国人大常委会关于实施渐进式延迟法定退休年龄的决定；国务院办法",
      confidence: "confirmed",
      note: "提前的不低于原法定退休年龄且满足最低缴费年限",
    }),
  ],
  "cn.over-age.work-injury": [
    version(count(1), {
      from: "2026-07-01",
      source: "超龄劳动者基本权益保障暂行规定（人社部令第56号）",
      confidence: "secondary",
      note: "最终文本未读到",
    }),
  ],
};
