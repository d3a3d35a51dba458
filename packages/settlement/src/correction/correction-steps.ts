import { createFacts, type FactId } from "@tongchou/statutory";
import { settleUnit } from "../statement/settle-unit.js";
import type { SettlementLine } from "../statement/settlement-line.js";
import type { StatementInput } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import { changedPointers } from "./changed-pointers.js";
import { changedFacts, newFacts, packsWith } from "./fact-changes.js";
import type { CorrectionCause } from "./statement-correction.js";

/** The lines of a month once some causes have been let in. */
export interface CorrectionStep {
  readonly causes: readonly CorrectionCause[];
  readonly lines: ReadonlyMap<string, SettlementLine>;
}

/** Which of its causes a state of the month has let in. */
interface Admitted {
  readonly law: boolean;
  /** Facts as they are now; the others are as they were. */
  readonly facts: readonly FactId[];
}

/**
 * Goes from an issued month to the month as it is reckoned now, letting the causes in one after the other:
 * the input, the day of the law, then each fact.
 *
 * A state in between that cannot be reckoned, such as new input that needs a new fact, is passed over: its
 * cause then stands beside the next one.
 */
export function correctionSteps(
  earlier: SettlementStatement,
  now: SettlementStatement,
): readonly CorrectionStep[] {
  const sequence = causesBetween(earlier.input, now.input);
  const steps: CorrectionStep[] = [];
  let pending: readonly CorrectionCause[] = [];
  for (const [index, { cause, admitted }] of sequence.entries()) {
    pending = [...pending, cause];
    const isLast = index === sequence.length - 1;
    const lines = isLast ? now.lines : linesWith(earlier.input, now.input, admitted);
    if (lines === undefined) continue;
    steps.push({ causes: pending, lines: linesById(lines) });
    pending = [];
  }
  return steps;
}

/** Lines by their worker. */
export function linesById(lines: readonly SettlementLine[]): ReadonlyMap<string, SettlementLine> {
  return new Map(lines.map((line) => [line.workerId, line]));
}

function causesBetween(
  before: StatementInput,
  after: StatementInput,
): readonly { readonly cause: CorrectionCause; readonly admitted: Admitted }[] {
  const change = { before: before.facts, after: after.facts };
  const hasInput = changedPointers(figuresOf(before), figuresOf(after)).length > 0;
  const hasLaw = changedPointers(lawOf(before), lawOf(after)).length > 0;
  // New input may put facts to use that were known all along: they come with it, and are no cause.
  const along = hasInput ? newFacts(change, before.law.knownOn) : [];
  const facts = changedFacts(change).filter((id) => !along.includes(id));
  return [
    ...(hasInput ? [{ cause: { kind: "input" }, admitted: { law: false, facts: along } } as const] : []),
    ...(hasLaw ? [{ cause: { kind: "law" }, admitted: { law: true, facts: along } } as const] : []),
    ...facts.map((id, index) => ({
      cause: { kind: "fact", id } as const,
      admitted: { law: true, facts: [...along, ...facts.slice(0, index + 1)] },
    })),
  ];
}

/** What was reported of the month. */
function figuresOf(input: StatementInput): Partial<StatementInput> {
  const { unit, settings, agencies, contracts, serviceOrders, workers } = input;
  return { unit, settings, agencies, contracts, serviceOrders, workers };
}

function lawOf({ law, baselineLaw }: StatementInput): Pick<StatementInput, "law" | "baselineLaw"> {
  return { law, baselineLaw };
}

function linesWith(
  before: StatementInput,
  after: StatementInput,
  { law, facts }: Admitted,
): readonly SettlementLine[] | undefined {
  const change = { before: before.facts, after: after.facts };
  const month = law ? after : { ...after, ...lawOf(before) };
  // What cannot be reckoned without facts that were announced since is reckoned with them.
  for (const ids of [facts, [...facts, ...newFacts(change)]]) {
    const settled = settleUnit(month, createFacts(packsWith(change, ids)));
    if (settled.ok) return settled.value.lines;
  }
  return undefined;
}
