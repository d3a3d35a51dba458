import { describe, expect, it } from "vitest";
import { inPercent, inYuan, number, ppm, rowsOf, type VersionRow } from "../__fixtures__/version-rows.js";
import { contractFacts } from "./contracts.js";
import { privacyFacts } from "./privacy.js";

const law = "劳动合同法";
const rules = "劳动合同法实施条例";
const privacyLaw = "个人信息保护法";
const audit = `${privacyLaw} 第五十四条；个人信息保护合规审计管理办法`;
const retirement = "全国人大常委会关于实施渐进式延迟法定退休年龄的决定；国务院办法";
const overAge = "超龄劳动者基本权益保障暂行规定（人社部令第56号）";
const fine = { minFen: 500_000, maxFen: 1_000_000 };
const surcharge = { min: ppm(50), max: ppm(100) };

const contracts: readonly VersionRow[] = [
  ["cn.probation.share", "2008-01-01", null, null, inPercent(80), "confirmed", `${law} 第二十条`],
  ["cn.probation.months-below-1-year", "2008-01-01", null, null, number(1), "confirmed", `${law} 第十九条`],
  ["cn.probation.months-below-3-years", "2008-01-01", null, null, number(2), "confirmed", `${law} 第十九条`],
  ["cn.probation.months-from-3-years", "2008-01-01", null, null, number(6), "confirmed", `${law} 第十九条`],
  ["cn.contract.record-years", "2008-01-01", null, null, number(2), "confirmed", `${law} 第五十条`],
  ["cn.contract.unwritten-pay-factor", "2008-01-01", null, null, number(2), "confirmed", `${law} 第八十二条`],
  [
    "cn.contract.unwritten-pay-months",
    "2008-09-18",
    null,
    null,
    number(11),
    "confirmed",
    `${rules} 第六、七条`,
  ],
  [
    "cn.severance.ceiling-multiple",
    "2008-01-01",
    null,
    null,
    number(3),
    "confirmed",
    `${law} 第四十七条第二款`,
  ],
  [
    "cn.severance.ceiling-months",
    "2008-01-01",
    null,
    null,
    number(12),
    "confirmed",
    `${law} 第四十七条第二款`,
  ],
  ["cn.severance.unlawful-factor", "2008-01-01", null, null, number(2), "confirmed", `${law} 第八十七条`],
  ["cn.severance.late-surcharge", "2008-01-01", null, null, surcharge, "confirmed", `${law} 第八十五条`],
  ["cn.termination.notice-days", "2008-01-01", null, null, number(30), "confirmed", `${law} 第四十条`],
  ["cn.termination.handover-days", "2008-01-01", null, null, number(15), "confirmed", `${law} 第五十条`],
  ["cn.dispatch.share", "2014-03-01", null, null, inPercent(10), "secondary", "人社部令第22号 第四条"],
  ["cn.dispatch.temporary-months", "2008-01-01", null, null, number(6), "confirmed", `${law} 第六十六条`],
  ["cn.dispatch.contract-years", "2008-01-01", null, null, number(2), "confirmed", `${law} 第五十八条`],
  ["cn.dispatch.fine", "2013-07-01", null, null, fine, "confirmed", `${law}（2012修正）第九十二条`],
  ["cn.employment.minimum-age", "1995-01-01", null, null, number(16), "confirmed", "劳动法 第十五条"],
  ["cn.retirement.flexible-years", "2025-01-01", null, "2024-09-13", number(3), "confirmed", retirement],
  ["cn.over-age.work-injury", "2026-07-01", null, null, number(1), "secondary", overAge],
];

const privacy: readonly VersionRow[] = [
  [
    "cn.privacy.assessment-years",
    "2021-11-01",
    null,
    null,
    number(3),
    "confirmed",
    `${privacyLaw} 第五十五、五十六条`,
  ],
  ["cn.privacy.log-months", "2017-06-01", null, null, number(6), "confirmed", "网络安全法"],
  ["cn.privacy.audit-years", "2025-05-01", null, null, number(2), "confirmed", audit],
  ["cn.privacy.audit-persons", "2025-05-01", null, null, number(10_000_000), "confirmed", audit],
  [
    "cn.privacy.important-data-persons",
    "2025-01-01",
    null,
    null,
    number(10_000_000),
    "confirmed",
    "网络数据安全管理条例 第二十八条",
  ],
  ["cn.privacy.fine", "2021-11-01", null, null, inYuan(50_000_000), "confirmed", `${privacyLaw} 第六十六条`],
  [
    "cn.privacy.fine-turnover",
    "2021-11-01",
    null,
    null,
    inPercent(5),
    "confirmed",
    `${privacyLaw} 第六十六条`,
  ],
];

describe.each([
  ["contractFacts", contractFacts, contracts],
  ["privacyFacts", privacyFacts, privacy],
] as const)("%s", (_, facts, rows) => {
  it.each(rows)("%s from %s to %s", (...row) => {
    expect(rowsOf(facts)).toContainEqual(row);
  });

  it("holds nothing else", () => {
    expect(rowsOf(facts)).toHaveLength(rows.length);
  });
});
