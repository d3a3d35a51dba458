import { coreIssues } from "../issues/catalogue.js";
import { createIssue, type BilingualText, type Issue, type Subject } from "../issues/issue.js";
import { branchDefinitions, type Branch } from "./branches.js";

/** Documents that a branch asks for. */
export type DocumentKind =
  | "labour-contract"
  | "list-approval"
  | "payroll-disbursement-agreement"
  | "payroll-disbursement-agreement-interim"
  | "card-consent"
  | "service-order"
  | "old-contract-reference"
  | "tripartite-contract"
  | "fee-schedule-equal"
  | "old-agency-closing-statement"
  | "explanation-record"
  | "selection-record"
  | "labour-contract-with-tenure"
  | "labour-use-agreement"
  | "withholding-agent-disclosure"
  | "mode-change-decision"
  | "budget-approval"
  | "quotation-record"
  | "dispatch-post-record"
  | "headcount-approval"
  | "purchase-order"
  | "refusal-record"
  | "severance-calculation"
  | "insurance-stop-date"
  | "talk-record"
  | "three-unchanged-notice"
  | "no-gap-proof";

/** The documents' names for people. */
export const documentNames: Readonly<Record<DocumentKind, BilingualText>> = {
  "labour-contract": { zh: "劳动合同", en: "labour contract" },
  "list-approval": { zh: "专班审议批复", en: "approval of the direct-hire list" },
  "payroll-disbursement-agreement": { zh: "薪酬代发协议", en: "payroll-disbursement agreement" },
  "payroll-disbursement-agreement-interim": {
    zh: "薪酬代发协议（过渡）",
    en: "payroll-disbursement agreement, marked interim",
  },
  "card-consent": { zh: "银行卡变更同意书", en: "consent to the wage card" },
  "service-order": { zh: "增值服务订单", en: "service order" },
  "old-contract-reference": { zh: "原两方合同", en: "reference to the old contract" },
  "tripartite-contract": { zh: "三方合同", en: "tripartite contract" },
  "fee-schedule-equal": { zh: "服务费标准一致表", en: "fee schedule equal to the old contract" },
  "old-agency-closing-statement": {
    zh: "与原机构结清单（社保、工资、奖金）",
    en: "closing statement with the old agency (insurance, wages, bonus)",
  },
  "explanation-record": { zh: "向原机构和职工说明记录", en: "record of explanation to agency and staff" },
  "selection-record": { zh: "机构选定记录", en: "record of the agency's selection" },
  "labour-contract-with-tenure": {
    zh: "载明合并计算工作年限的劳动合同",
    en: "labour contract that names the merged service years",
  },
  "labour-use-agreement": { zh: "劳务用工协议", en: "labour-use agreement" },
  "withholding-agent-disclosure": {
    zh: "扣缴义务人变更告知书",
    en: "disclosure on the change of withholding agent",
  },
  "mode-change-decision": { zh: "变更用人模式决定", en: "decision to change the employing mode" },
  "budget-approval": { zh: "经费审批", en: "budget approval" },
  "quotation-record": { zh: "报价与协商记录", en: "quotation and negotiation record" },
  "dispatch-post-record": {
    zh: "派遣岗位三性及比例记录",
    en: "record of the post's nature and the dispatch share",
  },
  "headcount-approval": { zh: "用工控制数批复", en: "approval of the headcount" },
  "purchase-order": { zh: "采购订单", en: "purchase order" },
  "refusal-record": { zh: "不愿平移记录", en: "record of the refusal" },
  "severance-calculation": { zh: "经济补偿金计算表", en: "severance calculation" },
  "insurance-stop-date": { zh: "社会保险停保日期", en: "day on which insurance ends" },
  "talk-record": { zh: "谈话记录", en: "record of the talk with the worker" },
  "three-unchanged-notice": { zh: "三不变告知书", en: "notice of the three unchanged" },
  "no-gap-proof": { zh: "工资社保不断链证明", en: "proof that wages and insurance do not break" },
};

/**
 * The documents of a branch that are not on file.
 *
 * @param options `suppliedAs`: the mode that a procured agency supplies the worker in; an outsourced post
 *   asks for no record of a dispatched one
 * @returns one warning `document-missing` for each; nothing when the set is complete
 * @example
 * checkDocuments("2A", ["old-contract-reference", "fee-schedule-equal", "talk-record"], {})
 *   .map((issue) => issue.message.en);
 * // => [
 * //   "A document is missing: tripartite contract.",
 * //   "A document is missing: notice of the three unchanged.",
 * //   "A document is missing: proof that wages and insurance do not break.",
 * // ]
 */
export function checkDocuments(
  branch: Branch,
  onFile: readonly DocumentKind[],
  subject: Subject,
  options: { readonly suppliedAs?: "dispatch" | "outsourcing" | undefined } = {},
): readonly Issue[] {
  const definition = branchDefinitions[branch];
  const clause = definition.clauses[0];
  return definition.documents
    .filter((document) => document !== "dispatch-post-record" || options.suppliedAs !== "outsourcing")
    .filter((document) => !onFile.includes(document))
    .map((document) => {
      const { zh, en } = documentNames[document];
      return createIssue(
        coreIssues,
        "document-missing",
        { documentZh: zh, documentEn: en },
        { subject, clause },
      );
    });
}
