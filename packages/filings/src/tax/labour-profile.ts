import type { Fen, LabourIncomeItem } from "@tongchou/core";
import type { ProfileOf } from "../profile/profile.js";

/** One row of the client's sheet of labour remuneration; undefined is an empty cell. */
export interface LabourSheetRow {
  readonly employeeNumber: string | undefined;
  readonly name: string | undefined;
  readonly documentKind: string | undefined;
  readonly documentNumber: string | undefined;
  readonly incomeItem: LabourIncomeItem | undefined;
  readonly incomeFen: Fen | undefined;
  readonly exemptIncomeFen: Fen | undefined;
  readonly healthInsuranceFen: Fen | undefined;
  readonly deferredPensionFen: Fen | undefined;
  readonly otherDeductionFen: Fen | undefined;
  readonly deductibleTaxesFen: Fen | undefined;
  readonly taxReductionFen: Fen | undefined;
  readonly treatyReductionFen: Fen | undefined;
  readonly remark: string | undefined;
}

/** The client's words for the kinds of labour remuneration, from memory. */
const incomeItemWords: Readonly<Record<string, LabourIncomeItem>> = {
  一般劳务报酬所得: "general",
  "其他连续劳务报酬(实习学生)": "student-intern",
  保险营销员: "insurance-agent",
  证券经纪人: "securities-broker",
};

/** The sheet 劳务报酬所得 of the withholding client. */
export const labourProfile: ProfileOf<LabourSheetRow> = {
  id: "cn.iit.labour@2022-12",
  title: "劳务报酬所得",
  sheetName: "劳务报酬所得",
  direction: "both",
  keys: ["name", "documentNumber"],
  columns: [
    { field: "employeeNumber", header: "工号", type: "code" },
    { field: "name", header: "*姓名", type: "text", required: true, onProblem: "hold-out" },
    {
      field: "documentKind",
      header: "*证件类型",
      type: "text",
      aliases: ["证照类型"],
      required: true,
      onProblem: "hold-out",
    },
    {
      field: "documentNumber",
      header: "*证件号码",
      type: "code",
      aliases: ["证照号码", "身份证号", "身份证号码"],
      required: true,
      onProblem: "hold-out",
    },
    {
      field: "incomeItem",
      header: "*所得项目",
      type: "word",
      words: incomeItemWords,
      required: true,
      onProblem: "hold-out",
    },
    { field: "incomeFen", header: "*收入", type: "money", required: true, onProblem: "hold-out" },
    { field: "exemptIncomeFen", header: "免税收入", type: "money", onProblem: "hold-out-if-bad" },
    { field: "healthInsuranceFen", header: "商业健康保险", type: "money", onProblem: "hold-out-if-bad" },
    { field: "deferredPensionFen", header: "税延养老保险", type: "money", onProblem: "hold-out-if-bad" },
    { field: "otherDeductionFen", header: "其他", type: "money", onProblem: "hold-out-if-bad" },
    { field: "deductibleTaxesFen", header: "允许扣除的税费", type: "money", onProblem: "hold-out-if-bad" },
    { field: "taxReductionFen", header: "减免税额", type: "money", onProblem: "hold-out-if-bad" },
    { field: "treatyReductionFen", header: "协定减免", type: "money", onProblem: "hold-out-if-bad" },
    { field: "remark", header: "备注", type: "text" },
  ],
  provenance: {
    mark: "published",
    source: "copies of the client's template; the words for the kinds of income from memory",
    verifiedBy: null,
    verifiedOn: null,
  },
};
