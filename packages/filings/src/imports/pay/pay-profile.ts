import type { ContributionScope, Fen, IdentityNumber, PersonName, PlainDate, RatePpm } from "@tongchou/core";
import { headerAliases } from "../../forms/header-aliases.js";
import type { ProfileOf } from "../../profile/profile.js";
import { type PayColumn, type PayColumnName, payColumns } from "./pay-items.js";

/** One row of a pay sheet: the columns of the dictionary beside those about the person and the year. */
export type PaySheetRow = PaySheetPerson & Readonly<Record<PayColumnName, Fen | undefined>>;

/** The columns of a pay sheet that are no pay items. Amounts are in fen. */
export interface PaySheetPerson {
  readonly serial: number | undefined;
  readonly employeeNumber: string | undefined;
  readonly unitName: string | undefined;
  readonly department: string | undefined;
  readonly post: string | undefined;
  readonly name: PersonName | undefined;
  readonly documentNumber: IdentityNumber | undefined;
  /** Gross pay as the sheet adds it up. */
  readonly grossFen: Fen | undefined;
  readonly contributionWageFen: Fen | undefined;
  readonly housingFundRate: RatePpm | undefined;
  readonly additionalDeductionsFen: Fen | undefined;
  readonly incomeBeforeFen: Fen | undefined;
  readonly exemptBeforeFen: Fen | undefined;
  readonly specialDeductionsBeforeFen: Fen | undefined;
  readonly taxWithheldBeforeFen: Fen | undefined;
  readonly bankName: string | undefined;
  readonly account: string | undefined;
  readonly contributionScope: ContributionScope | undefined;
  readonly leftOn: PlainDate | undefined;
  readonly remark: string | undefined;
}

/**
 * Aliases that only a pay sheet has: in it the words stand for this month. A running total that does not say
 * whether it counts this month is not among them.
 */
const aliases = {
  grossFen: "应发 应发工资 应发金额 应发工资合计 工资合计 月应发工资 工资总额 应发小计 税前工资",
  additionalDeductionsFen: "专项附加扣除累计 累计专项附加 累计专项附加扣除额 本年累计专项附加扣除",
  incomeBeforeFen: "累计收入（不含本月） 上月累计收入 截至上月累计收入 本年累计应发（不含本月）",
  exemptBeforeFen: "累计免税收入（不含本月） 上月累计免税收入 截至上月累计免税收入",
  specialDeductionsBeforeFen:
    "累计专项扣除（不含本月） 上月累计专项扣除 截至上月累计专项扣除 本年累计三险一金（不含本月）",
  taxWithheldBeforeFen:
    "累计已预缴税额 本年累计已预缴税额 累计已扣税额 已预缴税额 本年已扣个税 累计已预扣预缴税额",
};

const scopeWords: Readonly<Record<string, ContributionScope>> = {
  五险: "five",
  全部: "five",
  五险一金: "five",
  仅工伤: "work-injury",
  工伤: "work-injury",
  只缴工伤: "work-injury",
  仅参加工伤保险: "work-injury",
};

/** A pay sheet of one month, as HR offices and agencies make them. */
export const payProfile: ProfileOf<PaySheetRow> = {
  id: "hr.pay@1",
  title: "工资明细",
  sheetName: "工资明细",
  direction: "in",
  keys: ["name", "documentNumber"],
  columns: [
    { field: "serial", header: "序号", type: "integer", aliases: headerAliases.serial },
    {
      field: "employeeNumber",
      header: "工号",
      type: "code",
      aliases: ["员工编号", "人员编号", "职工编号", "员工号"],
    },
    { field: "unitName", header: "用人单位", type: "text", aliases: headerAliases.unitName },
    { field: "department", header: "部门", type: "text", aliases: headerAliases.department },
    { field: "post", header: "岗位名称", type: "text", aliases: ["岗位", "职务", "工作岗位"] },
    {
      field: "name",
      header: "姓名",
      type: "name",
      aliases: headerAliases.name,
      required: true,
      onProblem: "hold-out",
    },
    {
      field: "documentNumber",
      header: "证件号码",
      type: "identity",
      aliases: headerAliases.documentNumber,
      required: true,
      onProblem: "hold-out",
    },
    ...payItemColumns(),
    {
      field: "grossFen",
      header: "应发合计",
      type: "money",
      aliases: aliases.grossFen.split(" "),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "contributionWageFen",
      header: "社保基数",
      type: "money",
      aliases: headerAliases.contributionWageFen,
      onProblem: "hold-out-if-bad",
    },
    {
      field: "housingFundRate",
      header: "公积金比例",
      type: "rate",
      aliases: headerAliases.housingFundRate,
      onProblem: "hold-out-if-bad",
    },
    {
      field: "additionalDeductionsFen",
      header: "累计专项附加扣除",
      type: "money",
      aliases: aliases.additionalDeductionsFen.split(" "),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "incomeBeforeFen",
      header: "本年累计收入（不含本月）",
      type: "money",
      aliases: aliases.incomeBeforeFen.split(" "),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "exemptBeforeFen",
      header: "本年累计免税收入（不含本月）",
      type: "money",
      aliases: aliases.exemptBeforeFen.split(" "),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "specialDeductionsBeforeFen",
      header: "本年累计专项扣除（不含本月）",
      type: "money",
      aliases: aliases.specialDeductionsBeforeFen.split(" "),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "taxWithheldBeforeFen",
      header: "本年已预缴税额",
      type: "money",
      aliases: aliases.taxWithheldBeforeFen.split(" "),
      onProblem: "hold-out-if-bad",
    },
    { field: "bankName", header: "开户行", type: "text", aliases: headerAliases.bankName },
    { field: "account", header: "银行账号", type: "code", aliases: headerAliases.account },
    {
      field: "contributionScope",
      header: "参保范围",
      type: "word",
      words: scopeWords,
      aliases: ["参保险种范围", "参保类型"],
      onProblem: "hold-out-if-bad",
    },
    {
      field: "leftOn",
      header: "离职日期",
      type: "date",
      aliases: ["离职时间", "最后工作日", "离岗日期"],
      onProblem: "hold-out-if-bad",
    },
    { field: "remark", header: "备注", type: "text", aliases: headerAliases.remark },
  ],
  provenance: {
    mark: "proposed",
    source: "pay sheets as agencies make them",
    verifiedBy: null,
    verifiedOn: null,
  },
};

/** The columns of the dictionary: its keys are the names of the amounts in the rows. */
function payItemColumns(): ProfileOf<PaySheetRow>["columns"] {
  const columns = Object.entries<PayColumn>(payColumns).map(([field, { header, kind, names }]) => ({
    field,
    header,
    type: "money",
    aliases: names.split(" "),
    // What is not part of pay holds nobody's pay back.
    onProblem: kind === "not-pay" ? "warn" : "hold-out-if-bad",
  }));
  return columns as ProfileOf<PaySheetRow>["columns"];
}
