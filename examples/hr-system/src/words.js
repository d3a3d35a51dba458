// @ts-check
/** @import { BilingualText, GuaranteeTermId, MigrationRoute } from "@tongchou/core" */
/** @import { DisbursementPayee } from "@tongchou/settlement" */

/** Titles of the report. */
export const words = {
  nothingSent: { zh: "预览，未发送任何数据", en: "a preview, nothing is sent" },
  routes: { zh: "每人的平移路径（元）", en: "Route of each worker (yuan)" },
  workerColumns: {
    zh: "人员|姓名|路径|依据|应发|实发|单位支出",
    en: "worker|name|route|clause|gross|net|unit cost",
  },
  heldOut: { zh: "未结算", en: "Held out" },
  toCorrect: { zh: "必须更正", en: "To correct" },
  toDecide: { zh: "必须决定", en: "To decide" },
  remarks: { zh: "提示", en: "To know" },
  totals: { zh: "合计（元）", en: "Totals (yuan)" },
  workers: { zh: "人数", en: "workers" },
  payments: { zh: "付给谁：人数，金额（元）", en: "Who is paid: workers, amount (yuan)" },
  held: { zh: "暂存专户，账号待更正", en: "held until an account is corrected" },
  proof: { zh: "不额外增加收费的证明", en: "Proof that no fee is added" },
  explanation: { zh: "逐项说明", en: "The line of" },
  unknown: { zh: "未知", en: "unknown" },
};

/** @type {Readonly<Record<MigrationRoute, BilingualText>>} */
export const routeNames = {
  "payroll-hosting": { zh: "直签代发", en: "payroll hosting" },
  "tripartite-transfer": { zh: "三方合同", en: "tripartite transfer" },
  "agency-reselection": { zh: "另选机构", en: "agency reselection" },
  "commissioned-procurement": { zh: "委托采购", en: "commissioned procurement" },
  refusal: { zh: "不愿平移", en: "refusal" },
  "out-of-scope": { zh: "范围外", en: "out of scope" },
};

/** The sums of a statement, in the order in which they are shown. */
export const totalNames = /** @type {const} */ ([
  ["grossFen", { zh: "应发工资", en: "gross pay" }],
  ["specialDeductionsFen", { zh: "个人社保和公积金", en: "insurance and housing fund of the workers" }],
  ["taxFen", { zh: "个人所得税", en: "income tax" }],
  ["otherDeductionsFen", { zh: "其他扣款", en: "other deductions" }],
  ["netFen", { zh: "实发工资", en: "net pay" }],
  ["employerContributionsFen", { zh: "单位社保和公积金", en: "insurance and housing fund of the employer" }],
  ["agencyFeeFen", { zh: "服务费", en: "service fee" }],
  ["vatFen", { zh: "价外增值税", en: "value-added tax on top" }],
  ["unitCostFen", { zh: "单位支出", en: "cost of the unit" }],
]);

/** @type {Readonly<Record<Exclude<DisbursementPayee["kind"], "agency">, BilingualText>>} */
export const payeeNames = {
  workers: { zh: "职工本人工资卡", en: "workers' own cards" },
  "tax-authority": { zh: "税务：个人所得税", en: "tax authority: income tax" },
  "social-insurance": { zh: "税务：社会保险费", en: "tax authority: social insurance" },
  "housing-fund": { zh: "公积金中心", en: "housing-fund centre" },
  unit: { zh: "用人单位", en: "the unit" },
};

/** @type {Readonly<Record<GuaranteeTermId, BilingualText>>} */
export const guaranteeTermNames = {
  "component-equality": {
    zh: "每人每项成本前后相等",
    en: "every cost component is the same before and after",
  },
  attribution: { zh: "平移引起的成本变动为零", en: "the migration changes no cost" },
  conservation: { zh: "收到的等于付出的加暂存的", en: "money in equals money out plus money held" },
  rounding: { zh: "分摊不多一分不少一分", en: "splits add up to the fen" },
  cap: { zh: "新机构服务费不高于原采购成本", en: "a new agency's fee is not above the original cost" },
  "nothing-from-worker": { zh: "只扣法定和约定项目", en: "only lawful and agreed deductions" },
  float: { zh: "资金停留不超过约定天数", en: "money stays no longer than agreed" },
  "invoice-chain": { zh: "开票环节没有增加", en: "no link is added to the chain of invoices" },
};
