import { parsed, zeroFen, type Fen } from "@tongchou/core";
import {
  annualSettlement,
  compareAgentChange,
  correctionOf,
  discloseAgentChange,
  lateFee,
  recommendAgentChange,
  replayYear,
  type AgentChangeComparison,
  type AnnualSettlement,
  type HistoryCorrection,
  type HistoryDifference,
  type ReplayedMonth,
} from "@tongchou/settlement";
import { z } from "zod";
import { calcKind, type CalcAnswer, type CalcKind } from "./calc-kind.js";
import { amountString, dateString, periodString, year, yuan } from "./calc-values.js";
import { historyFields, historyOf } from "./history-shape.js";
import { endsByDecember, monthNumber, pastDecember, wageMonth, wageYearFields } from "./wage-year.js";

/** Kinds of questions about a person's year. */
export const historyKinds: Readonly<Record<string, CalcKind>> = {
  "annual-settlement": calcKind(
    z.object({
      year,
      income: amountString,
      exempt: amountString.optional(),
      special: amountString.optional(),
      additional: amountString.optional(),
      other: amountString.optional(),
      withheld: amountString,
    }),
    (question, { facts }) => {
      const figures = {
        incomeFen: question.income,
        exemptFen: question.exempt ?? zeroFen,
        specialFen: question.special ?? zeroFen,
        additionalFen: question.additional ?? zeroFen,
        otherFen: question.other ?? zeroFen,
        withheldFen: question.withheld,
      };
      const settled = annualSettlement(figures, question.year, facts);
      return settled.ok ? parsed(settlementAnswer(settled.value), settled.issues) : settled;
    },
  ),
  "agent-change": calcKind(
    z
      .object({ ...wageYearFields, switchMonth: monthNumber, arrears: wageMonth.optional() })
      .refine(endsByDecember, pastDecember)
      .refine(
        ({ startMonth, months, switchMonth }) =>
          switchMonth >= startMonth && switchMonth < startMonth + months.length,
        {
          error: "the month of the change has to be among the months",
          params: { zh: "更换月份须在所给月份之内" },
          path: ["switchMonth"],
        },
      ),
    ({ switchMonth, arrears, ...wages }, { facts }) => {
      const change = { wages, switchMonth, arrears };
      const compared = compareAgentChange(change, facts);
      if (!compared.ok) return compared;
      const disclosure = discloseAgentChange(change, compared.value, facts);
      const recommended = recommendAgentChange(wages, switchMonth, facts);
      if (!disclosure.ok) return disclosure;
      if (!recommended.ok) return recommended;
      const { month, comparison } = recommended.value;
      const answer = {
        ...changeAnswer(compared.value),
        recommended: { month, neutral: comparison.isNeutral },
        disclosure: disclosure.value,
      };
      return parsed(answer, compared.issues);
    },
  ),
  "year-replay": calcKind(
    z.object({
      ...historyFields,
      knownOn: z.union([z.literal("month-end"), dateString]).optional(),
      correct: z.object({ agent: z.string(), month: periodString }).optional(),
    }),
    ({ knownOn, correct, ...fields }, { facts }) => {
      const replayed = replayYear(historyOf(fields), facts, { knownOn });
      if (!replayed.ok) return replayed;
      const at = correct === undefined ? undefined : { agentId: correct.agent, month: correct.month };
      const answer = {
        months: replayed.value.months.map(monthAnswer),
        differences: replayed.value.differences.map(differenceAnswer),
        ...(at === undefined ? {} : { correction: correctionAnswer(correctionOf(replayed.value, at)) }),
      };
      return parsed(answer, replayed.issues);
    },
  ),
  "late-fee": calcKind(
    z.object({ amount: amountString, dueOn: dateString, paidOn: dateString }),
    ({ amount, dueOn, paidOn }, { facts }) => {
      const fee = lateFee({ amountFen: amount, dueOn, paidOn }, facts);
      if (!fee.ok) return fee;
      return parsed({ days: fee.value.days, fee: yuan(fee.value.feeFen), bearer: fee.value.bearer });
    },
  ),
};

function settlementAnswer({
  taxableFen,
  taxFen,
  toPayFen,
  toGetBackFen,
  waiver,
}: AnnualSettlement): CalcAnswer {
  return {
    taxable: yuan(taxableFen),
    tax: yuan(taxFen),
    toPay: yuan(toPayFen),
    toGetBack: yuan(toGetBackFen),
    waiver,
  };
}

function changeAnswer(comparison: AgentChangeComparison): CalcAnswer {
  return {
    months: comparison.months.map(({ month, withheldWithoutFen, withheldWithFen, netGainFen }) => ({
      month,
      without: yuan(withheldWithoutFen),
      with: yuan(withheldWithFen),
      netGain: yuan(netGainFen),
    })),
    withheldWithout: yuan(comparison.withheldWithoutFen),
    withheldWith: yuan(comparison.withheldWithFen),
    largestGain: yuan(comparison.largestGainFen),
    largestLoss: yuan(comparison.largestLossFen),
    settlement: settlementAnswer(comparison.settlementWith),
    waived: orNull(comparison.waivedFen),
    losesSixtyThousand: comparison.losesSixtyThousand,
    neutral: comparison.isNeutral,
  };
}

function monthAnswer(month: ReplayedMonth): CalcAnswer {
  return {
    month: month.month,
    agent: month.agentId,
    gross: yuan(month.grossFen),
    special: yuan(month.specialDeductionsFen),
    monthsAtAgent: month.monthsAtAgent,
    taxable: yuan(month.withholding.taxableFen),
    tax: yuan(month.withholding.taxFen),
    net: yuan(month.netFen),
    employer: yuan(month.employerContributionsFen),
  };
}

function differenceAnswer(difference: HistoryDifference): CalcAnswer {
  return {
    month: difference.month,
    agent: difference.agentId,
    item: difference.item,
    issued: orNull(difference.issuedFen),
    replayed: orNull(difference.replayedFen),
    difference: yuan(difference.differenceFen),
  };
}

function correctionAnswer(correction: HistoryCorrection): CalcAnswer {
  return {
    pay: yuan(correction.payFen),
    employee: yuan(correction.employeeFen),
    employer: yuan(correction.employerFen),
    incomeBefore: yuan(correction.incomeBeforeFen),
    specialBefore: yuan(correction.specialDeductionsBeforeFen),
    withheldBefore: yuan(correction.taxWithheldBeforeFen),
  };
}

/** What cannot be reckoned is `null`, never nought. */
function orNull(amount: Fen | null): string | null {
  return amount === null ? null : yuan(amount);
}
