import type { FactPack } from "../fact.js";
import { amount, count, rate, version } from "./version.js";

const audit = "个人信息保护法 第五十四条；个人信息保护合规审计管理办法";
const fines = "个人信息保护法 第六十六条";

/** National facts of the protection of personal data. */
export const privacyFacts: FactPack["facts"] = {
  "cn.privacy.assessment-years": [
    version(count(3), {
      from: "2021-11-01",
      source: "个人信息保护法 第五十五、五十六条",
      confidence: "confirmed",
    }),
  ],
  "cn.privacy.log-months": [
    version(count(6), { from: "2017-06-01", source: "网络安全法", confidence: "confirmed" }),
  ],
  "cn.privacy.audit-years": [
    version(count(2), { from: "2025-05-01", source: audit, confidence: "confirmed" }),
  ],
  "cn.privacy.audit-persons": [
    version(count(10_000_000), { from: "2025-05-01", source: audit, confidence: "confirmed" }),
  ],
  "cn.privacy.important-data-persons": [
    version(count(10_000_000), {
      from: "2025-01-01",
      source: "网络数据安全管理条例 第二十八条",
      confidence: "confirmed",
    }),
  ],
  "cn.privacy.fine": [
    version(amount("50000000"), { from: "2021-11-01", source: fines, confidence: "confirmed" }),
  ],
  "cn.privacy.fine-turnover": [
    version(rate("5%"), { from: "2021-11-01", source: fines, confidence: "confirmed" }),
  ],
};
