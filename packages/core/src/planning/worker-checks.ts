import {
  ageOn,
  firstDayOf,
  lastDayOf,
  monthsBetween,
  periodOf,
  type Period,
  type PlainDate,
} from "../calendar/plain-date.js";
import { groupBy } from "../group-by.js";
import { coreIssues, type CoreIssueCode } from "../issues/catalogue.js";
import { createIssue, type Issue, type IssueContext, type IssueValues } from "../issues/issue.js";
import { formatYuan, type Fen } from "../money/fen.js";
import type { EmployerUnit } from "../parties/employer-unit.js";
import type { Worker } from "../parties/worker.js";
import { placeOf, type RowSource } from "../records/row-source.js";

/** Categories of the statutory retirement age: men, women in managerial or technical posts, other women. */
export type RetirementCategory = "M60" | "F55" | "F50";

/** Dated facts that the checks of a plan need; the package of statutory facts answers them. */
export interface WorkerFacts {
  /** Month in which a person born in `birth` reaches statutory retirement age. */
  retirementMonth(category: RetirementCategory, birth: Period): Period;
  /** Monthly minimum wage of a division on a day; undefined where it is not established. */
  minimumWage(division: string, on: PlainDate): { readonly standardFen: Fen } | undefined;
  /** Average monthly wage of the city in the year before a day; undefined where it is not established. */
  cityAverageMonthly(on: PlainDate): Fen | undefined;
  /** Months for which a public-welfare post is subsidised; undefined where that is not established. */
  publicWelfareMonths(on: PlainDate): number | undefined;
}

const minimumAge = 16;

/**
 * The issues of one worker's row, but for those of the route.
 *
 * @param transferDate first day of the new arrangement
 * @returns the errors `under-age`, `hired-in-future`; `past-retirement-age`, `retirement-category-unknown`,
 *   `below-minimum-wage`, `public-welfare-term-over`, `contract-ends-before-migration`
 */
export function workerIssues(
  worker: Worker,
  unit: EmployerUnit,
  period: Period,
  transferDate: PlainDate,
  facts: WorkerFacts,
): readonly Issue[] {
  const report = (code: CoreIssueCode, field: string, values: IssueValues = {}): Issue =>
    createIssue(coreIssues, code, values, {
      subject: { unitId: unit.id, workerId: worker.workerId },
      place: worker.source === undefined ? undefined : placeOf(worker.source, field),
    });
  const issues: Issue[] = [];
  if (worker.birth !== undefined) {
    const age = ageOn(worker.birth, firstDayAtWork(worker, period));
    if (age < minimumAge) issues.push(report("under-age", "documentNumber", { age }));
    const retirement = retirementStanding(worker, period, facts);
    if (retirement !== undefined) {
      issues.push(report(retirement.code, "documentNumber", { month: retirement.month }));
    }
  }
  if (worker.hiredOn !== undefined && worker.hiredOn > lastDayOf(period)) {
    issues.push(report("hired-in-future", "hiredOn", { found: worker.hiredOn, period }));
  }
  if (worker.contractEndsOn !== undefined && worker.contractEndsOn < transferDate) {
    issues.push(report("contract-ends-before-migration", "contractEndsOn", { found: worker.contractEndsOn }));
  }
  issues.push(...minimumWageIssues(worker, unit, period, facts, report));
  const months = worker.hiredOn === undefined ? 0 : monthsBetween(periodOf(worker.hiredOn), period);
  if (worker.population === "public-welfare-post") {
    const subsidised = facts.publicWelfareMonths(lastDayOf(period));
    if (subsidised !== undefined && months >= subsidised) {
      issues.push(report("public-welfare-term-over", "hiredOn", { months }));
    }
  }
  return issues;
}

/** The first day of the month, or the day of hire for somebody who came in the course of it. */
function firstDayAtWork(worker: Worker, period: Period): PlainDate {
  const first = firstDayOf(period);
  return worker.hiredOn !== undefined && periodOf(worker.hiredOn) === period ? worker.hiredOn : first;
}

function minimumWageIssues(
  worker: Worker,
  unit: EmployerUnit,
  period: Period,
  facts: WorkerFacts,
  report: (code: CoreIssueCode, field: string, values: IssueValues) => Issue,
): readonly Issue[] {
  const standard = facts.minimumWage(unit.division, lastDayOf(period))?.standardFen;
  if (worker.grossFen === undefined || standard === undefined || worker.grossFen >= standard) return [];
  const values = {
    found: formatYuan(worker.grossFen),
    standard: formatYuan(standard),
    division: unit.division,
  };
  return [report("below-minimum-wage", "grossFen", values)];
}

/**
 * Whether a worker is past statutory retirement age. A woman's age depends on her post's category, which
 * rosters do not give: past it by every category is a finding, past it by one of them is a question.
 */
function retirementStanding(
  worker: Worker,
  period: Period,
  facts: WorkerFacts,
): { code: CoreIssueCode; month: Period } | undefined {
  if (worker.birth === undefined || worker.sex === undefined) return undefined;
  const birth = periodOf(worker.birth);
  const latest = facts.retirementMonth(worker.sex === "male" ? "M60" : "F55", birth);
  if (latest < period) return { code: "past-retirement-age", month: latest };
  if (worker.sex === "male") return undefined;
  const earliest = facts.retirementMonth("F50", birth);
  return earliest < period ? { code: "retirement-category-unknown", month: earliest } : undefined;
}

/** A person on a roster, whether or not the row can be used otherwise. */
export interface RosterMention {
  readonly documentNumber: string;
  /** None when the row's unit is not known; then the row has no worker id either. */
  readonly unitId?: string | undefined;
  readonly workerId?: string | undefined;
  readonly source?: RowSource | undefined;
}

/**
 * Rows that cannot be told apart, or are of one person.
 *
 * @returns one needs-decision issue `duplicate-worker` for each row of a person whose identity number stands
 *   on the rosters more than once, one error `worker-id-repeated` for each row of an id given to several
 *   persons, and the ids of all those rows
 */
export function duplicateIssues(workers: readonly RosterMention[]): {
  readonly issues: readonly Issue[];
  readonly workerIds: ReadonlySet<string>;
} {
  const samePerson = repeated(workers, (worker) => worker.documentNumber);
  const sameId = repeated(workers, (worker) => worker.workerId);
  const issues = [
    ...samePerson.flatMap(([, group]) =>
      group.map((worker) => {
        const values = { count: group.length, others: placesOfOthers(worker, group) };
        return createIssue(coreIssues, "duplicate-worker", values, contextOf(worker, "documentNumber"));
      }),
    ),
    ...sameId
      .filter(([, group]) => group.some((worker) => worker.documentNumber !== group[0]?.documentNumber))
      .flatMap(([key, group]) =>
        group.map((worker) => {
          const values = { found: key, count: group.length };
          return createIssue(coreIssues, "worker-id-repeated", values, contextOf(worker, "workerId"));
        }),
      ),
  ];
  const workerIds = [...samePerson, ...sameId].flatMap(([, group]) => group.map(({ workerId }) => workerId));
  return { issues, workerIds: new Set(workerIds.filter((workerId) => workerId !== undefined)) };
}

/** The groups of workers with the same key; who has no key is like nobody. */
function repeated(
  workers: readonly RosterMention[],
  keyOf: (worker: RosterMention) => string | undefined,
): readonly (readonly [key: string, group: readonly RosterMention[]])[] {
  return [...groupBy(workers, keyOf)].flatMap(([key, group]) =>
    key === undefined || group.length === 1 ? [] : [[key, group] as const],
  );
}

function contextOf(worker: RosterMention, field: string): IssueContext {
  const { unitId, workerId } = worker;
  return {
    subject: unitId === undefined ? undefined : { unitId, workerId },
    place: worker.source === undefined ? undefined : placeOf(worker.source, field),
  };
}

/** Most places that one message names: thousands in each of thousands of messages help nobody. */
const placesMax = 5;

function placesOfOthers(worker: RosterMention, group: readonly RosterMention[]): string {
  const others = group.slice(0, placesMax + 1).filter((other) => other !== worker);
  const places = others.slice(0, placesMax).map(describe);
  return [...places, ...(group.length > placesMax + 1 ? ["…"] : [])].join("; ");
}

function describe(worker: RosterMention): string {
  const row = worker.source === undefined ? undefined : `${worker.source.file}:${worker.source.row}`;
  return [worker.unitId, row].filter((part) => part !== undefined).join(" ");
}
