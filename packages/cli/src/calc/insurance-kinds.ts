import { createIssue, failed, lastDayOf, parsed, type Fen } from "@tongchou/core";
import { contributionsOn, settlementRules } from "@tongchou/settlement";
import { factUnknown } from "@tongchou/statutory";
import { z } from "zod";
import { cliIssues } from "../issues.js";
import { calcKind, type CalcKind } from "./calc-kind.js";
import { dateString, periodString, positiveYuan, yuan } from "./calc-values.js";

/** Kinds of questions about insurance. */
export const insuranceKinds: Readonly<Record<string, CalcKind>> = {
  insurance: calcKind(
    z.object({
      region: z.string(),
      period: periodString,
      wage: positiveYuan,
      knownOn: dateString.optional(),
      workInjuryClass: z.int().min(1).max(8).optional(),
    }),
    ({ region, period, wage, knownOn, workInjuryClass }, { facts }) => {
      // Every division of Jiujiang pays by the city's rates; nothing is established for other regions.
      if (!/^3604(\d{2})?$/.test(region)) {
        return failed(createIssue(cliIssues, "region-unknown", { found: region }, { path: "/region" }));
      }
      const law = { on: lastDayOf(period), knownOn };
      // A look-up never carries the bounds of another year over, unlike a settlement, which has to go on.
      const bounds = facts.lookUp("cn.36.si.base-bounds", law);
      if (!bounds.known) return failed(factUnknown(bounds));
      const rules = settlementRules(facts, law, { workInjuryClass });
      if (!rules.ok) return rules;
      const { baseFen, items } = contributionsOn(wage, rules.value.contributions);
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

/** A side without an established rate is `null`, never nought. */
function orNull(amount: Fen | null): string | null {
  return amount === null ? null : yuan(amount);
}
