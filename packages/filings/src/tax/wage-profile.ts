import type { Fen } from "@tongchou/core";
import type { ProfileOf } from "../profile/profile.js";

/**
 * One row of the client's wage sheet, a value for each column. Amounts are in fen; undefined is an empty
 * cell. The running totals of special additional deductions are normally left empty: the client downloads
 * them.
 */
export interface WageSheetRow {
  readonly employeeNumber: string | undefined;
  readonly name: string | undefined;
  readonly documentKind: string | undefined;
  readonly documentNumber: string | undefined;
  /** Income of the month, exempt income among it. */
  readonly incomeFen: Fen | undefined;
  readonly exemptIncomeFen: Fen | undefined;
  readonly pensionFen: Fen | undefined;
  readonly medicalFen: Fen | undefined;
  readonly unemploymentFen: Fen | undefined;
  readonly housingFundFen: Fen | undefined;
  readonly childEducationFen: Fen | undefined;
  readonly furtherEducationFen: Fen | undefined;
  readonly mortgageInterestFen: Fen | undefined;
  readonly rentFen: Fen | undefined;
  readonly elderlySupportFen: Fen | undefined;
  readonly infantCareFen: Fen | undefined;
  readonly personalPensionFen: Fen | undefined;
  readonly annuityFen: Fen | undefined;
  readonly healthInsuranceFen: Fen | undefined;
  readonly deferredPensionFen: Fen | undefined;
  readonly officialTravelFen: Fen | undefined;
  readonly communicationFen: Fen | undefined;
  readonly lawyerCostsFen: Fen | undefined;
  readonly tibetAllowanceFen: Fen | undefined;
  readonly otherDeductionFen: Fen | undefined;
  readonly donationFen: Fen | undefined;
  readonly taxReductionFen: Fen | undefined;
  readonly treatyReductionFen: Fen | undefined;
  readonly remark: string | undefined;
}

const identityAliases = {
  documentKind: ["证照类型"],
  documentNumber: ["证照号码", "身份证号", "身份证号码"],
};

/**
 * The wage sheet 正常工资薪金收入 of the natural person's withholding client, as its template of December 2022 has
 * it. Stars are part of the headers.
 */
export const wageProfile: ProfileOf<WageSheetRow> = {
  id: "cn.iit.wage@2022-12",
  title: "正常工资薪金收入",
  sheetName: "正常工资薪金收入",
  direction: "both",
  keys: ["name", "documentNumber"],
  columns: [
    { field: "employeeNumber", header: "工号", type: "code" },
    { field: "name", header: "*姓名", type: "text", required: true, onProblem: "hold-out" },
    {
      field: "documentKind",
      header: "*证件类型",
      type: "text",
      aliases: identityAliases.documentKind,
      required: true,
      onProblem: "hold-out",
    },
    {
      field: "documentNumber",
      header: "*证件号码",
      type: "code",
      aliases: identityAliases.documentNumber,
      required: true,
      onProblem: "hold-out",
    },
    { field: "incomeFen", header: "本期收入", type: "money", required: true, onProblem: "hold-out" },
    { field: "exemptIncomeFen", header: "本期免税收入", type: "money", onProblem: "hold-out-if-bad" },
    { field: "pensionFen", header: "基本养老保险费", type: "money", onProblem: "hold-out-if-bad" },
    { field: "medicalFen", header: "基本医疗保险费", type: "money", onProblem: "hold-out-if-bad" },
    { field: "unemploymentFen", header: "失业保险费", type: "money", onProblem: "hold-out-if-bad" },
    { field: "housingFundFen", header: "住房公积金", type: "money", onProblem: "hold-out-if-bad" },
    { field: "childEducationFen", header: "累计子女教育", type: "money", onProblem: "hold-out-if-bad" },
    { field: "furtherEducationFen", header: "累计继续教育", type: "money", onProblem: "hold-out-if-bad" },
    { field: "mortgageInterestFen", header: "累计住房贷款利息", type: "money", onProblem: "hold-out-if-bad" },
    { field: "rentFen", header: "累计住房租金", type: "money", onProblem: "hold-out-if-bad" },
    { field: "elderlySupportFen", header: "累计赡养老人", type: "money", onProblem: "hold-out-if-bad" },
    { field: "infantCareFen", header: "累计3岁以下婴幼儿照护", type: "money", onProblem: "hold-out-if-bad" },
    { field: "personalPensionFen", header: "累计个人养老金", type: "money", onProblem: "hold-out-if-bad" },
    { field: "annuityFen", header: "企业(职业)年金", type: "money", onProblem: "hold-out-if-bad" },
    { field: "healthInsuranceFen", header: "商业健康保险", type: "money", onProblem: "hold-out-if-bad" },
    { field: "deferredPensionFen", header: "税延养老保险", type: "money", onProblem: "hold-out-if-bad" },
    { field: "officialTravelFen", header: "公务交通费用", type: "money", onProblem: "hold-out-if-bad" },
    { field: "communicationFen", header: "通讯费用", type: "money", onProblem: "hold-out-if-bad" },
    { field: "lawyerCostsFen", header: "律师办案费用", type: "money", onProblem: "hold-out-if-bad" },
    { field: "tibetAllowanceFen", header: "西藏附加减除费用", type: "money", onProblem: "hold-out-if-bad" },
    { field: "otherDeductionFen", header: "其他", type: "money", onProblem: "hold-out-if-bad" },
    { field: "donationFen", header: "准予扣除的捐赠额", type: "money", onProblem: "hold-out-if-bad" },
    { field: "taxReductionFen", header: "减免税额", type: "money", onProblem: "hold-out-if-bad" },
    { field: "treatyReductionFen", header: "协定减免", type: "money", onProblem: "hold-out-if-bad" },
    { field: "remark", header: "备注", type: "text" },
  ],
  provenance: {
    mark: "published",
    source: "three independent copies of the client's template",
    verifiedBy: null,
    verifiedOn: null,
  },
};
