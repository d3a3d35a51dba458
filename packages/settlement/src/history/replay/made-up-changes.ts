import {
  groupBy,
  sumFen,
  zeroFen,
  type ContributionDifference,
  type PayChangeDetail,
  type Fen,
  type Period,
} from "@tongchou/core";
import { insuranceKinds } from "../../contributions.js";
import type { HistoryDifference } from "./history-differences.js";
import type { ReplayedYear } from "./replay-year.js";

/**
 * The differences of a replayed year as changes of the month that makes them up, as `MonthInput.changes`
 * takes them: back pay or a clawback for each month of service, and each insurance's sides. Tax of a past
 * month is no change: withholding on the year so far makes it up.
 *
 * @param at the agent, and the month that makes up what is before it
 * @returns in the order of the months; in all what {@link correctionOf} says
 * @example
 * const january = {
 *   month: period("2023-01"), agentId: "U1", employerId: "U1", unitId: "U1",
 *   pay: [{ amountFen: fen(350000) }],
 *   contributions: [{ wageFen: fen(350000), housingFundRate: ratePpm(0) }], additional: [],
 * };
 * const agents = [{ agentId: "U1", employed: [{}], mode: "months-at-unit" as const }];
 * const history = { workerId: "W1", year: 2023, agents, months: [january] };
 * const facts = createFacts(jiujiangPacks);
 * const before = replayYear(history, facts, { knownOn: "month-end" });
 * const issued = before.ok ? before.value.months[0] : undefined;
 * const months = [{ ...january, issued }];
 * const late = replayYear({ ...history, months }, facts, { knownOn: plainDate("2023-08-31") });
 * const changes = late.ok ? madeUpChanges(late.value, { agentId: "U1", month: period("2023-09") }) : [];
 * changes.map((change) => change.kind === "contribution-difference" && change.difference.kind);
 * // => ["pension", "medical"]
 */
export function madeUpChanges(
  replayed: ReplayedYear,
  at: { readonly agentId: string; readonly month: Period },
): readonly PayChangeDetail[] {
  const own = replayed.differences.filter(({ agentId, month }) => agentId === at.agentId && month < at.month);
  return [...groupBy(own, ({ month }) => month)].flatMap(([serviceMonth, differences]) => [
    ...backPayOf(serviceMonth, differences),
    ...contributionsOf(serviceMonth, differences).map((difference) => ({
      kind: "contribution-difference" as const,
      difference,
    })),
  ]);
}

function backPayOf(
  serviceMonth: Period,
  differences: readonly HistoryDifference[],
): readonly PayChangeDetail[] {
  const amountFen = amountOf(differences, "gross");
  return amountFen === 0 ? [] : [{ kind: "back-pay", amountFen, serviceMonth }];
}

function contributionsOf(
  serviceMonth: Period,
  differences: readonly HistoryDifference[],
): readonly ContributionDifference[] {
  const fundFen = amountOf(differences, "housing-fund");
  const made = [
    ...insuranceKinds.map((kind) => ({
      serviceMonth,
      kind,
      employeeFen: amountOf(differences, `${kind}.employee`),
      employerFen: amountOf(differences, `${kind}.employer`),
    })),
    { serviceMonth, kind: "housing-fund", employeeFen: fundFen, employerFen: fundFen } as const,
  ];
  return made.filter(({ employeeFen, employerFen }) => employeeFen !== zeroFen || employerFen !== zeroFen);
}

function amountOf(differences: readonly HistoryDifference[], item: HistoryDifference["item"]): Fen {
  return sumFen(differences.filter((each) => each.item === item).map(({ differenceFen }) => differenceFen));
}
