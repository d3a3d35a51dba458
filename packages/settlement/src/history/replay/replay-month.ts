import {
  fen,
  parsed,
  partsOfPeriod,
  sumFen,
  zeroFen,
  type Fen,
  type Parsed,
  type Period,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { failedTogether } from "../../failed-together.js";
import { netPay } from "../../line-formulas.js";
import type { InsuranceSides } from "../../statement/settle-line.js";
import { cumulativeWithholding, type Withholding } from "../../tax/cumulative-withholding.js";
import { basicDeduction } from "../../tax/wage-withholding.js";
import { additionalDeductionsOn } from "../additional-deductions.js";
import { replayContributions } from "./replay-contributions.js";
import type { RulesBook } from "./rules-book.js";
import { monthsEmployed, type HistoryAgent, type HistoryMonth } from "../worker-history.js";

/** A month as it follows from the history and the facts. */
export interface ReplayedMonth {
  readonly month: Period;
  readonly agentId: string;
  readonly employerId: string;
  readonly unitId: string;
  readonly grossFen: Fen;
  readonly insurance: InsuranceSides;
  readonly housingFundEachSideFen: Fen;
  /** Insurance and housing fund of the worker; of the employer as far as rates are established. */
  readonly specialDeductionsFen: Fen;
  readonly employerContributionsFen: Fen;
  /** Months of employment at the agent this year, this one included. */
  readonly monthsAtAgent: number;
  /** Of the year so far at this agent. */
  readonly additionalDeductionsFen: Fen;
  readonly withholding: Withholding;
  /** Negative when what is deducted exceeds the pay: then it is carried, never paid. */
  readonly netFen: Fen;
}

/** A payment with what came before it at the same agent. */
export interface ReplayStep {
  readonly entry: HistoryMonth;
  readonly agent: HistoryAgent;
  /** Payments of the year at the agent up to and including this one. */
  readonly atAgent: readonly HistoryMonth[];
  /** Those before it, replayed. */
  readonly before: readonly ReplayedMonth[];
  readonly workInjuryClass: number | undefined;
}

/** Recomputes one payment from the history up to it. */
export function replayMonth(step: ReplayStep, rules: RulesBook, facts: Facts): Parsed<ReplayedMonth> {
  const { entry, agent, atAgent, before } = step;
  const { month, agentId, employerId, unitId } = entry;
  const known = rules.taxRulesOf(rules.lawOf(month, month), agent.mode);
  const contributions = replayContributions(entry, step.workInjuryClass, rules);
  const additional = additionalSoFar(step, rules, facts);
  if (!known.ok || !contributions.ok || !additional.ok)
    return failedTogether(known, contributions, additional);
  const { insurance, housingFundEachSideFen, employeeFen, employerFen } = contributions.value;
  const grossFen = sumFen(entry.pay.map(({ amountFen }) => amountFen));
  const monthsAtAgent = monthsEmployed(agent.employed, month);
  const total = (amountOf: (earlier: ReplayedMonth) => Fen): Fen => sumFen(before.map(amountOf));
  const withholding = cumulativeWithholding(
    {
      incomeFen: fen(total((earlier) => earlier.grossFen) + grossFen),
      exemptFen: sumFen(atAgent.map(exemptOf)),
      basicDeductionFen: basicDeduction(
        agent.mode,
        { monthsAtUnit: monthsAtAgent, calendarMonth: partsOfPeriod(month).month },
        known.value.basicDeduction,
      ),
      specialFen: fen(total((earlier) => earlier.specialDeductionsFen) + employeeFen),
      additionalFen: additional.value,
      otherFen: sumFen(atAgent.map(({ otherFen }) => otherFen ?? zeroFen)),
      withheldFen: total((earlier) => earlier.withholding.taxFen),
    },
    known.value.withholding,
  );
  return parsed({
    month,
    agentId,
    employerId,
    unitId,
    grossFen,
    insurance,
    housingFundEachSideFen,
    specialDeductionsFen: employeeFen,
    employerContributionsFen: employerFen,
    monthsAtAgent,
    additionalDeductionsFen: additional.value,
    withholding,
    netFen: fen(netPay(grossFen, employeeFen, withholding.taxFen, entry.takenFen ?? 0)),
  });
}

function exemptOf({ pay }: HistoryMonth): Fen {
  return sumFen(pay.filter(({ isExempt }) => isExempt === true).map(({ amountFen }) => amountFen));
}

/**
 * Additional deductions of the year so far, every month of them by what is known for this one: so a month
 * after a late notice makes up what the months before it deducted too little.
 */
function additionalSoFar({ entry, atAgent }: ReplayStep, rules: RulesBook, facts: Facts): Parsed<Fen> {
  const amounts = atAgent.map(({ month, additional }) =>
    additionalDeductionsOn(additional, facts, rules.lawOf(month, entry.month)),
  );
  const found = amounts.flatMap((amount) => (amount.ok ? [amount.value] : []));
  return found.length < amounts.length ? failedTogether(...amounts) : parsed(sumFen(found));
}
