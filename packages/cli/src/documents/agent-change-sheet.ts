import { maskIdentityNumber, type Fen, type PlannedWorker } from "@tongchou/core";
import type { SheetContent, SheetValue } from "@tongchou/filings";
import type { AgentChangeNotice } from "@tongchou/settlement";

/** A notice as JSON: amounts in fen. */
export function agentChangeRecord(notice: AgentChangeNotice): Readonly<Record<string, unknown>> {
  const { presentAgentId, newAgentId, month, recommendedMonth, comparison, disclosure } = notice;
  const { settlementWith, ...rest } = comparison;
  return {
    presentAgentId,
    newAgentId,
    month,
    recommendedMonth,
    months: rest.months,
    withheldWithoutFen: rest.withheldWithoutFen,
    withheldWithFen: rest.withheldWithFen,
    largestGainFen: rest.largestGainFen,
    largestLossFen: rest.largestLossFen,
    toPayFen: settlementWith.toPayFen,
    toGetBackFen: settlementWith.toGetBackFen,
    waivedFen: rest.waivedFen,
    isNeutral: rest.isNeutral,
    disclosure,
  };
}

/** The sheet of the notices, one a worker, with the difference of each month's net pay. */
export function agentChangeSheets(
  planned: readonly PlannedWorker[],
  noticeOf: ReadonlyMap<string, AgentChangeNotice>,
): readonly SheetContent[] {
  const rows = planned.flatMap((entry) => {
    const notice = noticeOf.get(entry.worker.workerId);
    return notice === undefined ? [] : [rowOf(entry, notice)];
  });
  if (rows.length === 0) return [];
  const text = (header: string, width?: number) => ({ header, format: "text" as const, width });
  const money = (header: string) => ({ header, format: "money" as const });
  return [
    {
      name: "更换扣缴单位告知",
      columns: [
        text("单位"),
        text("人员编号"),
        text("姓名"),
        text("证件号码", 22),
        text("现扣缴单位"),
        text("新扣缴单位"),
        text("更换月份"),
        text("建议月份"),
        money("全年代扣（不更换）"),
        money("全年代扣（更换）"),
        ...monthNumbers.map((month) => money(`${month}月实发增减`)),
        money("汇算补税"),
        money("其中免予补缴"),
        money("汇算退税"),
        text("告知书", 90),
      ],
      rows,
    },
  ];
}

const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1);

function rowOf({ worker, unit }: PlannedWorker, notice: AgentChangeNotice): readonly SheetValue[] {
  const { comparison, disclosure } = notice;
  const gainOf = (month: number): Fen | undefined =>
    comparison.months.find((each) => each.month === month)?.netGainFen;
  return [
    unit.name,
    worker.workerId,
    worker.name,
    maskIdentityNumber(worker.documentNumber),
    notice.presentAgentId,
    notice.newAgentId,
    notice.month,
    notice.recommendedMonth,
    comparison.withheldWithoutFen,
    comparison.withheldWithFen,
    ...monthNumbers.map(gainOf),
    comparison.settlementWith.toPayFen,
    comparison.waivedFen ?? undefined,
    comparison.settlementWith.toGetBackFen,
    disclosure.zh,
  ];
}
