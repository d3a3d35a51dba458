import {
  type FundingSource,
  fundingSourceNames,
  type IdentityDocumentKind,
  type PostClass,
  postClassNames,
  type UnitNature,
  unitNatureNames,
} from "@tongchou/core";

/** How a person is employed, in the words of the forms; the migration knows three modes. */
export type HiringForm =
  "direct-hire" | "personnel-agency" | "dispatch" | "outsourcing" | "public-welfare-post" | "other";

/** The words for it. */
export const hiringFormWords: Readonly<Record<string, HiringForm>> = {
  直签: "direct-hire",
  单位直签: "direct-hire",
  直接签订: "direct-hire",
  直接聘用: "direct-hire",
  单位自聘: "direct-hire",
  自聘: "direct-hire",
  人事代理: "personnel-agency",
  劳务派遣: "dispatch",
  派遣: "dispatch",
  派遣制: "dispatch",
  劳务派遣制: "dispatch",
  服务外包: "outsourcing",
  劳务外包: "outsourcing",
  外包: "outsourcing",
  业务外包: "outsourcing",
  公益性岗位: "public-welfare-post",
  公益岗位: "public-welfare-post",
  公益岗: "public-welfare-post",
  公岗: "public-welfare-post",
  其他: "other",
  其它: "other",
};

/** The three ways in which the policy takes a post onto the platform. */
export type EnrolmentWay = "payroll-hosting" | "tripartite-contract" | "commissioned-procurement";

/** The words for them; the form asks for the number. */
export const enrolmentWayWords: Readonly<Record<string, EnrolmentWay>> = {
  "1": "payroll-hosting",
  "2": "tripartite-contract",
  "3": "commissioned-procurement",
  直签代发: "payroll-hosting",
  三方合同: "tripartite-contract",
  代甲方新购: "commissioned-procurement",
};

/** The words for men and women. */
export const sexWords: Readonly<Record<string, "male" | "female">> = {
  男: "male",
  女: "female",
  男性: "male",
  女性: "female",
};

/** The names of documents as forms print them. */
export const documentKindNames: Readonly<Record<IdentityDocumentKind, string>> = {
  "resident-identity-card": "居民身份证",
  "hong-kong-macau-taiwan-residence-permit": "港澳台居民居住证",
  "foreign-permanent-resident-card": "外国人永久居留身份证",
};

/** The words for kinds of documents whose numbers can be read. */
export const documentKindWords: Readonly<Record<string, IdentityDocumentKind>> = {
  ...meaningsOf(documentKindNames),
  身份证: "resident-identity-card",
  二代身份证: "resident-identity-card",
  第二代居民身份证: "resident-identity-card",
  中华人民共和国居民身份证: "resident-identity-card",
  港澳居民居住证: "hong-kong-macau-taiwan-residence-permit",
  台湾居民居住证: "hong-kong-macau-taiwan-residence-permit",
  外国人永久居留证: "foreign-permanent-resident-card",
};

/** The words for classes of posts. */
export const postClassWords: Readonly<Record<string, PostClass>> = {
  ...meaningsOf(postClassNames),
  执法辅助类: "enforcement-support",
  普通辅助类: "general-support",
  窗口服务类: "window-service",
  技术技能类: "technical",
  后勤服务类: "logistics",
};

/** The words for sources of funds. */
export const fundingSourceWords: Readonly<Record<string, FundingSource>> = {
  ...meaningsOf(fundingSourceNames),
  财政全额拨款: "fiscal-full",
  全额拨款: "fiscal-full",
  全额: "fiscal-full",
  财政差额拨款: "fiscal-balance",
  差额拨款: "fiscal-balance",
  差额: "fiscal-balance",
  自有经费: "own-funds",
  自有资金: "own-funds",
  自有: "own-funds",
  单位自筹: "own-funds",
  自筹: "own-funds",
  专项: "special-funds",
  专项资金: "special-funds",
  企业自有: "enterprise",
};

/** The words for the nature of a unit. */
export const unitNatureWords: Readonly<Record<string, UnitNature>> = {
  ...meaningsOf(unitNatureNames),
  行政机关: "administrative",
  参公单位: "civil-service-managed",
  全额拨款事业: "fully-funded",
  差额拨款事业: "balance-funded",
  自收自支: "self-supporting",
  国企: "state-owned-enterprise",
};

function meaningsOf<Code extends string>(
  names: Readonly<Record<Code, string>>,
): Readonly<Record<string, Code>> {
  return Object.fromEntries(
    // The keys of a record of all codes are these codes.
    Object.entries<string>(names).map(([code, name]) => [name, code as Code]),
  );
}
