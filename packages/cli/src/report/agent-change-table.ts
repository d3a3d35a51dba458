import { formatYuanGrouped } from "@tongchou/core";
import type { AgentChangeNotice } from "@tongchou/settlement";
import { drawTable } from "../terminal/table.js";
import { say, type Session } from "../terminal/terminal.js";

/** What a change of withholding agent does to each worker's year; nothing where no agent changes. */
export function agentChangeTable(session: Session, notices: readonly AgentChangeNotice[]): string {
  if (notices.length === 0) return "";
  const title = (zh: string, en: string) => ({ title: say(session, { zh, en }) });
  const right = (zh: string, en: string) => ({ ...title(zh, en), align: "right" as const });
  const columns = [
    title("人员", "worker"),
    title("更换月份", "change in"),
    right("不更换全年代扣", "withheld without"),
    right("更换全年代扣", "with"),
    right("单月实发最多增", "most gained"),
    right("最多减", "most lost"),
    right("汇算补税", "to settle"),
    title("建议月份", "better in"),
  ];
  const rows = notices.map(({ workerId, month, recommendedMonth, comparison }) => [
    workerId,
    month,
    formatYuanGrouped(comparison.withheldWithoutFen),
    formatYuanGrouped(comparison.withheldWithFen),
    formatYuanGrouped(comparison.largestGainFen),
    formatYuanGrouped(comparison.largestLossFen),
    formatYuanGrouped(comparison.settlementWith.toPayFen),
    recommendedMonth === month ? "" : recommendedMonth,
  ]);
  const head = say(session, {
    zh: "更换扣缴单位对代扣和实发的影响（告知书见 plan.xlsx）",
    en: "What a new withholding agent does to deductions and net pay (plan.xlsx has the text to tell)",
  });
  return `\n${head}\n${drawTable(columns, rows)}`;
}
