import type {
  BonusTaxing,
  ContributionDifference,
  DeductionClaimKind,
  Fen,
  IdentityNumber,
  Period,
  PersonName,
  PlainDate,
} from "@tongchou/core";
import { headerAliases } from "../../forms/header-aliases.js";
import type { ProfileOf } from "../../profile/profile.js";

/** What a row of the changes is; `taken-back` is pay taken back out of this month's gross. */
export type ChangeKind =
  | DeductionClaimKind
  | "bonus"
  | "back-pay"
  | "taken-back"
  | "exempt-pay"
  | "contribution-difference"
  | "leave"
  | "work-injury-only";

/** One row of the changes of a month. Amounts are in fen. */
export interface ChangeSheetRow {
  readonly serial: number | undefined;
  readonly name: PersonName | undefined;
  readonly documentNumber: IdentityNumber | undefined;
  readonly unitName: string | undefined;
  readonly kind: ChangeKind | undefined;
  /** Number of the order or agreement. */
  readonly reference: string | undefined;
  /** Day of the order, or the last day of somebody who leaves. */
  readonly day: PlainDate | undefined;
  readonly amountFen: Fen | undefined;
  readonly keepFen: Fen | undefined;
  readonly monthlyFen: Fen | undefined;
  readonly instalments: number | undefined;
  readonly firstMonth: Period | undefined;
  readonly serviceMonth: Period | undefined;
  readonly taxing: BonusTaxing | undefined;
  readonly isApartUsed: boolean | undefined;
  readonly insurance: ContributionDifference["kind"] | undefined;
  readonly employeeFen: Fen | undefined;
  readonly employerFen: Fen | undefined;
  readonly remark: string | undefined;
}

const kindWords: Readonly<Record<string, ChangeKind>> = {
  法院扣款: "court-order",
  协助执行: "court-order",
  司法扣款: "court-order",
  法院协助执行: "court-order",
  扣回垫付社保: "carried-net",
  扣回垫付: "carried-net",
  追回多发: "clawback",
  追回往年多发: "clawback",
  扣回预支: "wage-advance",
  预支工资: "wage-advance",
  预支扣回: "wage-advance",
  借支扣回: "wage-advance",
  赔偿扣款: "damage",
  赔偿: "damage",
  损失赔偿: "damage",
  约定扣款: "agreed",
  协议扣款: "agreed",
  全年一次性奖金: "bonus",
  年终奖: "bonus",
  年终奖金: "bonus",
  补发: "back-pay",
  补发工资: "back-pay",
  补扣: "taken-back",
  补扣工资: "taken-back",
  免税收入: "exempt-pay",
  生育津贴: "exempt-pay",
  社保补差: "contribution-difference",
  补缴社保: "contribution-difference",
  社保补缴: "contribution-difference",
  公积金补差: "contribution-difference",
  基数补差: "contribution-difference",
  离职: "leave",
  解除合同: "leave",
  仅参加工伤保险: "work-injury-only",
  仅工伤: "work-injury-only",
  只缴工伤: "work-injury-only",
};

const taxingWords: Readonly<Record<string, BonusTaxing>> = {
  单独计税: "apart",
  单独: "apart",
  并入综合所得: "merged",
  合并计税: "merged",
  并入: "merged",
  合并: "merged",
};

const insuranceWords: Readonly<Record<string, ContributionDifference["kind"]>> = {
  养老: "pension",
  养老保险: "pension",
  基本养老保险: "pension",
  医疗: "medical",
  医疗保险: "medical",
  基本医疗保险: "medical",
  失业: "unemployment",
  失业保险: "unemployment",
  工伤: "workInjury",
  工伤保险: "workInjury",
  生育: "maternity",
  生育保险: "maternity",
  公积金: "housing-fund",
  住房公积金: "housing-fund",
};

/** Headers of one column, with blanks between them. */
const names = (text: string): readonly string[] => text.split(" ");

/** The changes of a month beside the regular pay, one a row. */
export const changeProfile: ProfileOf<ChangeSheetRow> = {
  id: "hr.pay-change@1",
  title: "工资变动表",
  sheetName: "工资变动",
  direction: "in",
  keys: ["documentNumber", "name"],
  columns: [
    { field: "serial", header: "序号", type: "integer", aliases: ["序", "No"] },
    { field: "name", header: "姓名", type: "name", aliases: headerAliases.name },
    {
      field: "documentNumber",
      header: "证件号码",
      type: "identity",
      aliases: headerAliases.documentNumber,
      required: true,
      onProblem: "hold-out",
    },
    { field: "unitName", header: "用人单位", type: "text", aliases: headerAliases.unitName },
    {
      field: "kind",
      header: "变动类型",
      type: "word",
      words: kindWords,
      aliases: names("变动事项 变动项目 变动类别 扣款类型"),
      required: true,
      onProblem: "hold-out",
    },
    {
      field: "reference",
      header: "文号",
      type: "code",
      aliases: names("文书号 法律文书号 协议编号 扣款编号 依据文号"),
    },
    {
      field: "day",
      header: "日期",
      type: "date",
      aliases: names("文书日期 起始日期 生效日期 协议日期 离职日期 最后工作日"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "amountFen",
      header: "金额",
      type: "money",
      aliases: names("总金额 变动金额 扣款金额 扣款总额"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "keepFen",
      header: "每月保留金额",
      type: "money",
      aliases: names("保留金额 保留生活费 应保留金额 每月保留"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "monthlyFen",
      header: "每月扣款",
      type: "money",
      aliases: names("每月金额 每月扣款金额 月扣款额"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "instalments",
      header: "分期期数",
      type: "integer",
      aliases: names("期数 分期数 分几期"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "firstMonth",
      header: "首期月份",
      type: "month",
      aliases: names("起扣月份 开始月份 首扣月份"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "serviceMonth",
      header: "所属月份",
      type: "month",
      aliases: names("服务月 归属月份 费款所属期 所属期"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "taxing",
      header: "计税方式",
      type: "word",
      words: taxingWords,
      aliases: names("奖金计税方式 选择的计税方式"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "isApartUsed",
      header: "本年已单独计税",
      type: "boolean",
      aliases: names("本年度已用单独计税 是否已单独计税"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "insurance",
      header: "险种",
      type: "word",
      words: insuranceWords,
      aliases: names("补差险种 补缴险种"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "employeeFen",
      header: "个人金额",
      type: "money",
      aliases: names("个人部分 个人补差"),
      onProblem: "hold-out-if-bad",
    },
    {
      field: "employerFen",
      header: "单位金额",
      type: "money",
      aliases: names("单位部分 单位补差"),
      onProblem: "hold-out-if-bad",
    },
    { field: "remark", header: "备注", type: "text", aliases: headerAliases.remark },
  ],
  provenance: {
    mark: "proposed",
    source: "lists of changes as HR offices keep them",
    verifiedBy: null,
    verifiedOn: null,
  },
};
