import { formatYuanGrouped, sumFen, type Fen } from "@tongchou/core";
import type { PayeeSettlement, SettlementStatement } from "@tongchou/settlement";
import type { CorrectedMonth } from "../month/correct-month.js";
import { drawTable } from "../terminal/table.js";
import { say, type Session } from "../terminal/terminal.js";

/** What a run against issued statements came to, for people. */
export function correctionReport(session: Session, month: CorrectedMonth): string {
  const corrections = month.statements.filter(({ correction }) => correction !== undefined);
  const firsts = month.statements.filter(({ correction }) => correction === undefined);
  return [
    ...(corrections.length > 0 ? [correctionTable(session, corrections)] : []),
    ...idLine(session, { zh: "首次结算", en: "settled for the first time" }, firsts.map(idOf)),
    ...idLine(session, { zh: "没有变化", en: "nothing changed" }, month.unchanged),
    ...idLine(
      session,
      {
        zh: "本次没有可结算的人员，未作更正，请核实",
        en: "nobody to settle now, not corrected; look into it",
      },
      month.withoutMonth,
    ),
  ].join("");
}

/** What a run against issued statements came to, for programs. */
export function correctionJson({ statements, unchanged, withoutMonth }: CorrectedMonth): object {
  const corrections = statements.flatMap(({ input, digest, correction, funding, guarantee }) =>
    correction === undefined
      ? []
      : [
          {
            statementId: input.statementId,
            digest,
            corrects: input.corrects,
            workers: correction.lines.length,
            paidNowFen: total(correction.settlements, "paidNowFen"),
            overpaidFen: total(correction.settlements, "overpaidFen"),
            funding,
            guaranteeHolds: guarantee.holds,
          },
        ],
  );
  return { corrections, unchanged, withoutMonth };
}

function correctionTable(session: Session, corrections: readonly SettlementStatement[]): string {
  const title = (zh: string, en: string) => ({ title: say(session, { zh, en }) });
  const right = (zh: string, en: string) => ({ ...title(zh, en), align: "right" as const });
  const columns = [
    title("更正结算单", "correction"),
    title("更正", "corrects"),
    right("有差异人数", "workers"),
    right("本次补付", "paid now"),
    right("多付挂账", "paid too much"),
    right("应收差额", "charged"),
  ];
  const rows = corrections.map(({ input, correction, funding }) => [
    input.statementId,
    input.corrects?.statementId ?? "",
    String(correction?.lines.length ?? 0),
    formatYuanGrouped(total(correction?.settlements ?? [], "paidNowFen")),
    formatYuanGrouped(total(correction?.settlements ?? [], "overpaidFen")),
    formatYuanGrouped(funding.chargedFen),
  ]);
  return drawTable(columns, rows, 0);
}

function total(settlements: readonly PayeeSettlement[], member: "paidNowFen" | "overpaidFen"): Fen {
  return sumFen(settlements.map((settlement) => settlement[member]));
}

function idLine(
  session: Session,
  text: { readonly zh: string; readonly en: string },
  ids: readonly string[],
): readonly string[] {
  if (ids.length === 0) return [];
  const list = ids.join(session.language === "zh" ? "、" : ", ");
  return [say(session, { zh: `${text.zh}：${list}\n`, en: `${text.en}: ${list}\n` })];
}

function idOf({ input }: SettlementStatement): string {
  return input.statementId;
}
