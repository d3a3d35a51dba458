import { createIssue, formatYuan, type Fen, type Issue, type PlainDate } from "@tongchou/core";
import { settlementIssues } from "../../issues.js";
import type { ProjectWage, ProjectWageTable } from "./project-wages.js";

/** Who takes a step: the part played, and the party it is played for. */
export interface WageTableActor {
  readonly role: "employer" | "worker" | "general-contractor" | "project-owner" | "platform";
  /** Id of the subcontractor, worker, general contractor, project owner or platform. */
  readonly partyId: string;
}

/**
 * A step of a wage table (State Council Order 724, articles 28 and 31). The employer draws it up, each worker
 * confirms the own row and its amount, the general contractor reviews what is confirmed, and instructs it.
 */
export type WageTableStep = { readonly actor: WageTableActor; readonly on: PlainDate } & (
  | { readonly kind: "draw-up" | "review" | "instruct" }
  /** `netFen` is the amount the worker saw and confirmed, by hand or with an electronic signature. */
  | { readonly kind: "confirm"; readonly workerId: string; readonly netFen: Fen }
);

/** How far a row has come. */
export type WageLineState = "drawn-up" | "confirmed" | "reviewed" | "instructed";

/** One row and how far it has come. */
export interface WageLineStanding {
  readonly workerId: string;
  readonly state: WageLineState;
}

/** Where a table stands after its steps, with everything that is missing or was not allowed. */
export interface WageTableStanding {
  readonly drawnUp: boolean;
  readonly lines: readonly WageLineStanding[];
  readonly issues: readonly Issue[];
}

/**
 * Replays the steps of a wage table.
 *
 * A step by somebody who may not take it, or out of its order, has no effect and is an issue. A review takes
 * the rows confirmed by then, an instruction the rows reviewed by then; who confirms later is reviewed and
 * instructed by later steps. A confirmation counts for the amount that the worker saw.
 *
 * @param steps in the order in which they were taken
 * @returns the standing; `step-not-allowed`, `step-out-of-order`, `wage-line-unknown`,
 *   `wage-line-confirmed-otherwise`, and `wage-line-not-confirmed` for each row that waits for its worker
 * @example
 * const draft = {
 *   tableId: "T-1", projectId: "PR1", division: "360403", generalContractorId: "G1", employerId: "S1",
 *   from: plainDate("2024-03-01"), to: plainDate("2024-03-31"),
 *   lines: [{ workerId: "W1", workerName: "张三", registered: true, terms: { kind: "day", dayFen: fen(22000) },
 *     work: { attendedCentidays: 2350 }, deductions: [] }],
 * } as const;
 * const table = projectWages(draft, createFacts(jiujiangPacks));
 * const step = { kind: "draw-up", actor: { role: "employer", partyId: "S1" }, on: plainDate("2024-04-01") } as const;
 * const standing = table.ok ? wageTableStanding(table.value, [step]) : undefined;
 * standing?.lines; // => [{ workerId: "W1", state: "drawn-up" }]
 * standing?.issues.map(({ code }) => code); // => ["wage-line-not-confirmed"]
 */
export function wageTableStanding(
  table: ProjectWageTable,
  steps: readonly WageTableStep[],
): WageTableStanding {
  const rows = new Map(table.lines.map((line) => [line.workerId, line]));
  const states = new Map<string, WageLineState>();
  const issues: Issue[] = [];
  let last: WageTableStep | undefined;
  for (const step of steps) {
    const refused = refusalOf(step, { table, rows, states, last });
    if (refused === undefined) {
      last = step;
      take(step, table.lines, states);
      continue;
    }
    issues.push(refused);
    // Whoever names another amount no longer agrees to the table's.
    if (refused.code === "wage-line-confirmed-otherwise" && step.kind === "confirm") {
      states.set(step.workerId, "drawn-up");
    }
  }
  const drawnUp = last !== undefined;
  const lines = table.lines.map(({ workerId }) => ({ workerId, state: states.get(workerId) ?? "drawn-up" }));
  const waiting = lines.filter(({ state }) => drawnUp && state === "drawn-up");
  issues.push(
    ...waiting.map(({ workerId }) =>
      createIssue(settlementIssues, "wage-line-not-confirmed", {}, { subject: { workerId } }),
    ),
  );
  return { drawnUp, lines, issues };
}

interface Replay {
  readonly table: ProjectWageTable;
  readonly rows: ReadonlyMap<string, ProjectWage>;
  readonly states: ReadonlyMap<string, WageLineState>;
  readonly last: WageTableStep | undefined;
}

function refusalOf(step: WageTableStep, { table, rows, states, last }: Replay): Issue | undefined {
  const { kind, actor, on } = step;
  const subject = step.kind === "confirm" ? { workerId: step.workerId } : {};
  const values = { ...stepNames[kind], ...roleNames[actor.role], on };
  if (!mayTake(step, table)) return createIssue(settlementIssues, "step-not-allowed", values, { subject });
  const isInPlace = (kind === "draw-up") === (last === undefined);
  const isBeforeLast = last !== undefined && on < last.on;
  if (!isInPlace || isBeforeLast) {
    return createIssue(settlementIssues, "step-out-of-order", values, { subject });
  }
  if (step.kind !== "confirm") return undefined;
  const row = rows.get(step.workerId);
  if (row === undefined) return createIssue(settlementIssues, "wage-line-unknown", {}, { subject });
  const state = states.get(step.workerId);
  if (state === "reviewed" || state === "instructed") {
    return createIssue(settlementIssues, "step-out-of-order", values, { subject });
  }
  if (step.netFen === row.netFen) return undefined;
  const amounts = { found: formatYuan(step.netFen), net: formatYuan(row.netFen) };
  return createIssue(settlementIssues, "wage-line-confirmed-otherwise", amounts, { subject });
}

function mayTake(step: WageTableStep, table: ProjectWageTable): boolean {
  const { role, partyId } = step.actor;
  const isGeneralContractor = role === "general-contractor" && partyId === table.generalContractorId;
  switch (step.kind) {
    case "draw-up":
      return role === "employer" && partyId === table.employerId;
    case "confirm":
      return role === "worker" && partyId === step.workerId;
    case "review":
      return isGeneralContractor;
    case "instruct":
      // The platform hands over what was reviewed, and only where the general contractor has allowed it.
      return isGeneralContractor || (role === "platform" && table.instructionAuthority !== undefined);
  }
}

function take(step: WageTableStep, lines: readonly ProjectWage[], states: Map<string, WageLineState>): void {
  const move = (from: WageLineState, to: WageLineState): void => {
    for (const [workerId, state] of states) if (state === from) states.set(workerId, to);
  };
  switch (step.kind) {
    case "draw-up":
      for (const { workerId } of lines) states.set(workerId, "drawn-up");
      return;
    case "confirm":
      states.set(step.workerId, "confirmed");
      return;
    case "review":
      move("confirmed", "reviewed");
      return;
    case "instruct":
      move("reviewed", "instructed");
      return;
  }
}

const stepNames = {
  "draw-up": { stepZh: "编制工资支付表", stepEn: "draw up the wage table" },
  confirm: { stepZh: "签字确认", stepEn: "confirm the row" },
  review: { stepZh: "审核", stepEn: "review the table" },
  instruct: { stepZh: "发出代发指令", stepEn: "instruct the payment" },
} as const;

const roleNames = {
  employer: { roleZh: "用工的分包（总包）单位", roleEn: "the employer" },
  worker: { roleZh: "农民工本人", roleEn: "the worker" },
  "general-contractor": { roleZh: "施工总承包单位", roleEn: "the general contractor" },
  "project-owner": { roleZh: "建设单位", roleEn: "the project owner" },
  platform: { roleZh: "统筹平台", roleEn: "the platform" },
} as const;
