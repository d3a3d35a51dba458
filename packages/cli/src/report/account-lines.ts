import {
  costCauses,
  costTotal,
  formatYuanGrouped,
  type BilingualText,
  type CostCause,
  type Fen,
} from "@tongchou/core";
import type {
  AccountTerm,
  AccountTermId,
  MigrationAccount,
  UnitAccount,
  WorkerAccount,
} from "@tongchou/settlement";
import { drawTable } from "../terminal/table.js";
import { say, type Session } from "../terminal/terminal.js";
import { guaranteeTermNames } from "./guarantee-lines.js";

/** The terms of an account in words. */
const accountTermNames: Readonly<Record<AccountTermId, BilingualText>> = {
  ...guaranteeTermNames,
  sequence: { zh: "每月一份结算单，不缺不重", en: "one statement a month, none missing and none twice" },
  balances: {
    zh: "上月余额 + 本月应收 − 已到款 = 本月仍应到款，逐期相接",
    en: "balance before + charged − received = still due, from statement to statement",
  },
  "contract-terms": {
    zh: "原合同的收费条款各月相同",
    en: "the terms of the old contracts are the same in all months",
  },
  baseline: {
    zh: "平移前的工资、缴费工资和公积金比例各月相同",
    en: "what workers had before the migration is the same in all months",
  },
};

const causeNames: Readonly<Record<CostCause, BilingualText>> = {
  law: { zh: "法规", en: "law" },
  "hr-facts": { zh: "人事", en: "HR facts" },
  base: { zh: "基数", en: "base" },
  rounding: { zh: "取整", en: "rounding" },
  services: { zh: "服务", en: "services" },
  migration: { zh: "平移", en: "migration" },
};

const marks: Readonly<Record<AccountTerm["outcome"], string>> = {
  holds: "✓",
  broken: "✗",
  "not-tested": "–",
};

const breachesShown = 5;

/** What of an account is shown. */
export interface AccountView {
  /** Each worker's sums over the months, put down to causes. */
  readonly withWorkers: boolean;
}

/** The account of a migration for people: each unit month by month, then the terms with what breaks them. */
export function accountText(
  session: Session,
  account: MigrationAccount,
  { withWorkers }: AccountView,
): string {
  const first = account.firstBreach;
  const verdict =
    first === undefined
      ? say(session, { zh: "各月均没有增加收费。", en: "No fee was added in any month." })
      : say(session, { zh: "最早的问题：", en: "The first that does not hold: " }) +
        first.issue.message[session.language];
  const units = account.units.map((unit) => {
    const workers = account.workers.filter(({ unitId }) => withWorkers && unitId === unit.unitId);
    return unitText(session, unit) + workersText(session, workers);
  });
  return `${units.join("\n")}\n${termText(session, account)}\n${verdict}\n`;
}

function unitText(session: Session, unit: UnitAccount): string {
  const right = (zh: string, en: string) => ({ title: say(session, { zh, en }), align: "right" as const });
  const columns = [
    { title: say(session, { zh: "月份", en: "month" }) },
    right("人数", "workers"),
    right("平移前成本", "cost before"),
    ...costCauses.map((cause) => right(causeNames[cause].zh, causeNames[cause].en)),
    right("单位支出", "cost"),
    right("应收", "charged"),
    right("已到款", "received"),
    right("付出", "paid out"),
    right("暂存", "held"),
  ];
  const total = say(session, { zh: "合计", en: "all" });
  const rows = [
    ...unit.months.map((month) => [month.period, String(month.workers), ...amountsOf(month)]),
    [total, "", ...amountsOf(unit)],
  ];
  const last = unit.lastBefore;
  const before =
    last === undefined
      ? ""
      : say(session, {
          zh: `  平移前最后一个月 ${last.period}：${formatYuanGrouped(last.costFen)} 元\n`,
          en: `  last month before the migration, ${last.period}: ${formatYuanGrouped(last.costFen)} yuan\n`,
        });
  const balances = say(session, {
    zh: `  期初余额 ${formatYuanGrouped(unit.openingBalanceFen)} 元，期末仍应到款 ${formatYuanGrouped(unit.closingBalanceFen)} 元\n`,
    en: `  balance at the beginning ${formatYuanGrouped(unit.openingBalanceFen)} yuan, still due at the end ${formatYuanGrouped(unit.closingBalanceFen)} yuan\n`,
  });
  return `${unit.unitId} ${unit.unitName}\n${drawTable(columns, rows)}${before}${balances}`;
}

/** What each worker cost in all the months, before and after; nothing where nobody is to be shown. */
function workersText(session: Session, workers: readonly WorkerAccount[]): string {
  if (workers.length === 0) return "";
  const right = (zh: string, en: string) => ({ title: say(session, { zh, en }), align: "right" as const });
  const columns = [
    { title: say(session, { zh: "人员", en: "worker" }) },
    right("月数", "months"),
    right("平移前成本", "cost before"),
    ...costCauses.map((cause) => right(causeNames[cause].zh, causeNames[cause].en)),
    right("单位支出", "cost"),
  ];
  const rows = workers.map(({ workerId, months, beforeFen, parts, afterFen }) => [
    workerId,
    String(months.length),
    ...[beforeFen, ...costCauses.map((cause) => costTotal(parts[cause])), afterFen].map(formatYuanGrouped),
  ]);
  return `\n${drawTable(columns, rows)}`;
}

type Amounts = Pick<
  UnitAccount,
  "beforeFen" | "parts" | "afterFen" | "chargedFen" | "receivedFen" | "paidFen" | "heldFen"
>;

/** The amounts that a month and all months together have alike, in the order of the columns. */
function amountsOf({ beforeFen, parts, afterFen, ...money }: Amounts): readonly string[] {
  const { chargedFen, receivedFen, paidFen, heldFen } = money;
  const causes = costCauses.map((cause) => costTotal(parts[cause]));
  const amounts: readonly Fen[] = [beforeFen, ...causes, afterFen, chargedFen, receivedFen, paidFen, heldFen];
  return amounts.map(formatYuanGrouped);
}

function termText(session: Session, { terms }: MigrationAccount): string {
  return terms
    .map(({ id, outcome, breaches }) => {
      const shown = breaches
        .slice(0, breachesShown)
        .map(({ issue }) => `      ${issue.message[session.language]}\n`);
      const more = breaches.length - breachesShown;
      if (more > 0)
        shown.push(say(session, { zh: `      另有 ${more} 处\n`, en: `      and ${more} more\n` }));
      return `  ${marks[outcome]} ${say(session, accountTermNames[id])}\n${shown.join("")}`;
    })
    .join("");
}
