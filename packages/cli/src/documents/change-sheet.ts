import type { DeductionClaimKind, Fen } from "@tongchou/core";
import type { SheetContent, SheetValue } from "@tongchou/filings";
import type { LineInput, SettlementLine, SettlementStatement } from "@tongchou/settlement";

const claimNames: Readonly<Record<DeductionClaimKind, string>> = {
  "court-order": "法院扣款",
  "carried-net": "扣回垫付社保",
  clawback: "追回往年多发",
  "wage-advance": "扣回预支",
  damage: "赔偿扣款",
  agreed: "约定扣款",
};

const contributionNames = {
  pension: "养老",
  medical: "医疗",
  unemployment: "失业",
  workInjury: "工伤",
  maternity: "生育",
  "housing-fund": "公积金",
} as const;

/**
 * The sheet of what changed the month beside the regular pay, one a row; none on a statement where nothing
 * did.
 */
export function changeSheets(
  { input, lines }: SettlementStatement,
  titleRows: readonly string[],
): readonly SheetContent[] {
  const inputs = new Map(input.workers.map((line) => [line.workerId, line]));
  const rows = lines.flatMap((line) => {
    const given = inputs.get(line.workerId);
    return given === undefined ? [] : rowsOf(given, line);
  });
  if (rows.length === 0) return [];
  const text = (header: string, width?: number) => ({ header, format: "text" as const, width });
  const money = (header: string) => ({ header, format: "money" as const });
  return [
    {
      name: "变动明细",
      titleRows,
      columns: [
        text("人员编号"),
        text("变动", 22),
        text("依据或所属月份", 26),
        money("应扣或应发"),
        money("本月"),
        money("结转"),
      ],
      rows,
    },
  ];
}

type Row = readonly SheetValue[];

function rowsOf(given: LineInput, { workerId, bonus, deductions = [] }: SettlementLine): readonly Row[] {
  const due = new Map((given.claims ?? []).map((claim) => [`${claim.kind} ${claim.id}`, claim.dueFen]));
  const row = (
    name: string,
    reference: string | undefined,
    ...amounts: readonly (Fen | undefined)[]
  ): Row => [workerId, name, reference, ...amounts];
  return [
    ...given.pay
      .filter(({ serviceMonth }) => serviceMonth !== undefined)
      .map(({ serviceMonth, amountFen }) =>
        row(amountFen < 0 ? "补扣" : "补发", serviceMonth, amountFen, amountFen, undefined),
      ),
    ...given.pay
      .filter(({ isExempt }) => isExempt === true)
      .map(({ amountFen }) => row("免税收入", undefined, amountFen, amountFen, undefined)),
    ...(bonus === undefined
      ? []
      : [row("全年一次性奖金", taxingNames[bonus.taxing], bonus.amountFen, bonus.amountFen, undefined)]),
    ...(given.contributionDifferences ?? []).flatMap(({ kind, serviceMonth, employeeFen, employerFen }) => [
      row(`补缴${contributionNames[kind]}（个人）`, serviceMonth, employeeFen, employeeFen, undefined),
      row(`补缴${contributionNames[kind]}（单位）`, serviceMonth, employerFen, employerFen, undefined),
    ]),
    ...deductions.map(({ id, kind, takenFen, leftFen }) =>
      row(claimNames[kind], id, due.get(`${kind} ${id}`), takenFen, leftFen),
    ),
  ];
}

const taxingNames = { apart: "单独计税", merged: "并入综合所得" } as const;
