import type { SheetContent, SheetValue } from "@tongchou/filings";
import type { CorrectionCause, ItemValue, LineCorrection, StatementCorrection } from "@tongchou/settlement";

const changeNames = { added: "新增", changed: "变动", removed: "移出" } as const;

/** Figures of a line by their JSON pointer; others stand under their pointer. */
const itemNames: Readonly<Record<string, string>> = {
  "/grossFen": "应发",
  "/contributionBaseFen": "缴费基数",
  "/housingFundEachSideFen": "公积金（每方）",
  "/specialDeductionsFen": "个人社保公积金",
  "/withholding/taxFen": "个人所得税",
  "/otherDeductionsFen": "其他扣款",
  "/exemptFen": "免税收入",
  "/bonus/amountFen": "全年一次性奖金",
  "/bonus/apart/taxFen": "奖金税额（单独计税）",
  "/bonus/mergedTaxFen": "奖金税额（并入）",
  "/earlierContributions/employeeFen": "补缴以前月份（个人）",
  "/earlierContributions/employerFen": "补缴以前月份（单位）",
  "/netFen": "实发",
  "/employerContributionsFen": "单位社保公积金",
  "/agencyFeeFen": "服务费",
  "/vatFen": "服务费外加增值税",
  "/unitCostFen": "单位支出",
};

/** The sheet of a correction: every figure that differs, by worker, with its cause. */
export function correctionSheet(correction: StatementCorrection, titleRows: readonly string[]): SheetContent {
  const text = (header: string, width?: number) => ({ header, format: "text" as const, width });
  return {
    name: "更正明细",
    titleRows,
    columns: [
      text("人员编号"),
      text("变动"),
      text("项目", 30),
      text("更正前", 16),
      text("更正后", 16),
      text("原因", 40),
      text("变动的申报数据", 40),
    ],
    rows: correction.lines.flatMap((line) => lineRows(line)),
  };
}

function lineRows({ workerId, change, inputs, items }: LineCorrection): readonly (readonly SheetValue[])[] {
  return items.map(({ item, before, after, causes }) => [
    workerId,
    changeNames[change],
    itemNames[item] ?? item,
    valueText(item, before),
    valueText(item, after),
    causes.map(causeText).join("；"),
    inputs.join("；"),
  ]);
}

/** Amounts in yuan; members that end in `Fen`, and components of a cost, are amounts. */
function valueText(item: string, value: ItemValue | undefined): string {
  if (typeof value !== "number") return value === undefined || value === null ? "" : String(value);
  const isAmount = item.endsWith("Fen") || /^\/(original|charged)Cost\//.test(item);
  return isAmount ? (value / 100).toFixed(2) : String(value);
}

function causeText(cause: CorrectionCause): string {
  switch (cause.kind) {
    case "input":
      return "申报数据变动";
    case "law":
      return "适用法规日期变动";
    case "fact":
      return `参数 ${cause.id} 变动`;
  }
}
