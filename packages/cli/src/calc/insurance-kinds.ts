import { createIssue, failed, lastDayOf, parseDivision, parsed, type Fen } from "@tongchou/core";
import { contributionRules, contributionsOn } from "@tongchou/settlement";
import { z } from "zod";
import { cliIssues } from "../issues.js";
import { calcKind, type CalcKind } from "./calc-kind.js";
import { amountString, dateString, periodString, yuan } from "./calc-values.js";

/** Kinds of questions about insurance. */
export const insuranceKinds: Readonly<Record<string, CalcKind>> = {
  insurance: calcKind(
    z.object({
      region: z.string(),
      period: periodString,
      wage: amountString,
      knownOn: dateString.optional(),
      workInjuryClass: z.int().min(1).max(8).optional(),
    }),
    ({ region, period, wage, knownOn, workInjuryClass }, { facts }) => {
      if (!isInJiujiang(region)) {
        return failed(createIssue(cliIssues, "region-unknown", { found: region }, { path: "/region" }));
      }
      // The bounds of another year are never carried over here, unlike in a settlement, which has to go on.
      const rules = contributionRules(facts, { on: lastDayOf(period), knownOn }, { workInjuryClass });
      if (!rules.ok) return rules;
      const { baseFen, items } = contributionsOn(wage, rules.value);
      return parsed({
        base: yuan(baseFen),
        items: items.map(({ kind, employerFen, employeeFen, confidence }) => ({
          kind,
          employer: orNull(employerFen),
          employee: orNull(employeeFen),
          confidence,
        })),
      });
    },
  ),
};

/** Every division of Jiujiang pays by the city's rates; nothing is established for other regions. */
function isInJiujiang(region: string): boolean {
  return region === "3604" || parseDivision(region).ok;
}

/** A side without an established rate is `null`, never nought. */
function orNull(amount: Fen | null): string | null {
  return amount === null ? null : yuan(amount);
}
