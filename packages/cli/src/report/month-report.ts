import {
  formatYuanGrouped,
  parseYuan,
  sumFen,
  type Branch,
  type GuaranteeTerm,
  type Issue,
  type Severity,
} from "@tongchou/core";
import type { Disbursement, SettlementStatement } from "@tongchou/settlement";
import { issueGroups } from "./issue-groups.js";
import { guaranteeTermNames } from "./guarantee-lines.js";
import type { MonthSummary } from "./month-summary.js";
import { payeeName } from "./payee-name.js";
import { routeNames } from "./route-names.js";
import { drawTable } from "../terminal/table.js";
import { say, type Session } from "../terminal/terminal.js";

/** What is told of a month after the run. */
export interface MonthReportInput {
  readonly summary: MonthSummary;
  readonly statements: readonly SettlementStatement[];
  readonly issues: readonly Issue[];
}

/** The report that a payroll officer reads first: routes, what is open, who is paid, the proof. */
export function monthReport(session: Session, input: MonthReportInput): string {
  const parts = [
    headline(session, input.summary),
    routesTable(session, input.summary),
    openPoints(session, input.issues),
    payments(session, input.statements),
    proof(session, input.statements),
  ];
  return parts.join("\n");
}

function headline(session: Session, { period, knownOn, totals, units, issues }: MonthSummary): string {
  return say(session, {
    zh: `${period}　${units.length} 家单位，名册 ${totals.listed} 人：结算 ${totals.settled} 人，未结算 ${totals.excluded} 人，暂存 ${totals.heldPayments} 笔；待决定 ${issues["needs-decision"]} 项（参数截至 ${knownOn}）\n`,
    en: `${period}  ${units.length} units, ${totals.listed} workers on the rosters: ${totals.settled} settled, ${totals.excluded} held out, ${totals.heldPayments} payments held; ${issues["needs-decision"]} decisions to take (facts as known on ${knownOn})\n`,
  });
}

function routesTable(session: Session, { units }: MonthSummary): string {
  const branches = [...new Set(units.flatMap((unit) => Object.keys(unit.routes) as Branch[]))].toSorted();
  const number = (zh: string, en: string) => ({ title: say(session, { zh, en }), align: "right" as const });
  const columns = [
    { title: say(session, { zh: "单位", en: "unit" }) },
    ...branches.map((branch) => ({ title: say(session, routeNames(branch)), align: "right" as const })),
    number("结算", "settled"),
    number("未结算", "held out"),
    number("暂存", "held pay"),
    number("单位支出（元）", "cost (yuan)"),
  ];
  const rows = units.map((unit) => [
    `${unit.unitId} ${unit.name}`,
    ...branches.map((branch) => String(unit.routes[branch] ?? "")),
    String(unit.settled),
    String(unit.excluded),
    String(unit.heldPayments),
    grouped(unit.costYuan),
  ]);
  const title = say(session, {
    zh: "每家单位的平移路径（每个人的见 plan.xlsx）",
    en: "Routes by unit (each worker's route is in plan.xlsx)",
  });
  return `${title}\n${drawTable(columns, rows)}`;
}

const shownSeverities: readonly Severity[] = ["error", "needs-decision"];

function openPoints(session: Session, issues: readonly Issue[]): string {
  const titles: Readonly<Record<string, { zh: string; en: string }>> = {
    error: { zh: "必须更正", en: "To correct" },
    "needs-decision": { zh: "必须决定", en: "To decide" },
  };
  const parts = shownSeverities.flatMap((severity) => {
    const groups = issueGroups(
      session,
      issues.filter((issue) => issue.severity === severity),
    );
    if (groups.length === 0) return [];
    return [`${say(session, titles[severity] ?? { zh: "", en: "" })}\n${groups.join("")}`];
  });
  const rest = issues.filter((issue) => !shownSeverities.includes(issue.severity)).length;
  const more = say(session, {
    zh: `另有提示和说明 ${rest} 条，全部问题见 issues.xlsx。\n`,
    en: `${rest} warnings and notes besides; issues.xlsx has all of them.\n`,
  });
  return [...parts, more].join("\n");
}

function payments(session: Session, statements: readonly SettlementStatement[]): string {
  const names = new Map(
    statements.flatMap(({ input }) => input.agencies.map(({ id, name }) => [id, name] as const)),
  );
  const byPayee = new Map<string, Disbursement[]>();
  for (const payment of statements.flatMap((statement) => statement.disbursements)) {
    const name = payeeName(payment.payee, names, session.language);
    byPayee.set(name, [...(byPayee.get(name) ?? []), payment]);
  }
  const rows = [...byPayee].map(([name, payments]) => [
    name,
    String(payments.reduce((sum, payment) => sum + payment.workers, 0)),
    formatYuanGrouped(sumFen(payments.map((payment) => payment.amountFen))),
  ]);
  const held = statements.flatMap((statement) => statement.held);
  const heldRow = [
    say(session, { zh: "暂存专户（账号待更正）", en: "held on the wage account (account to correct)" }),
    String(held.length),
    formatYuanGrouped(sumFen(held.map((payment) => payment.amountFen))),
  ];
  const columns = [
    { title: say(session, { zh: "收款方", en: "payee" }) },
    { title: say(session, { zh: "人数", en: "workers" }), align: "right" as const },
    { title: say(session, { zh: "金额（元）", en: "amount (yuan)" }), align: "right" as const },
  ];
  const title = say(session, {
    zh: "付给谁（付款指令，尚待银行回执）",
    en: "Who is paid (instructed, bank results pending)",
  });
  return `${title}\n${drawTable(columns, held.length > 0 ? [...rows, heldRow] : rows)}`;
}

function proof(session: Session, statements: readonly SettlementStatement[]): string {
  const terms = new Map<GuaranteeTerm["id"], GuaranteeTerm[]>();
  for (const term of statements.flatMap((statement) => statement.guarantee.terms)) {
    terms.set(term.id, [...(terms.get(term.id) ?? []), term]);
  }
  const lines = [...terms].map(([id, ofUnits]) => {
    const tested = ofUnits.filter((term) => term.outcome !== "not-tested");
    const holding = tested.filter((term) => term.outcome === "holds");
    const mark = tested.length === 0 ? "–" : holding.length === tested.length ? "✓" : "✗";
    const count =
      tested.length === 0
        ? say(session, { zh: "本期不适用", en: "not applicable this month" })
        : say(session, {
            zh: `${holding.length}/${tested.length} 家单位`,
            en: `${holding.length} of ${tested.length} units`,
          });
    return `  ${mark} ${say(session, guaranteeTermNames[id])}（${count}）\n`.replace(
      /（(.*)）\n$/,
      session.language === "zh" ? "（$1）\n" : " ($1)\n",
    );
  });
  const title = say(session, { zh: "不额外增加收费的证明", en: "Proof that no fee was added" });
  return `${title}\n${lines.join("")}`;
}

function grouped(yuan: string): string {
  const amount = parseYuan(yuan);
  return amount.ok ? formatYuanGrouped(amount.value) : yuan;
}
