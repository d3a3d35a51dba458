import { fen, parsed, zeroFen, type Fen, type Parsed } from "@tongchou/core";
import { declaredBase, housingFundOn, insuranceKinds, type InsuranceKind } from "../../contributions.js";
import { insuranceOn, type InsuranceSides } from "../../statement/settle-line.js";
import type { RulesBook, ServiceRules } from "./rules-book.js";
import type { HistoryContribution, HistoryMonth } from "../worker-history.js";

/** Contributions withheld in a month, those of other months of service included. */
export interface ReplayedContributions {
  readonly insurance: InsuranceSides;
  readonly housingFundEachSideFen: Fen;
  /** Insurance and housing fund of the worker, and of the employer as far as rates are established. */
  readonly employeeFen: Fen;
  readonly employerFen: Fen;
}

/** No contributions at all. */
const nothing: InsuranceSides = {
  pension: { employerFen: zeroFen, employeeFen: zeroFen },
  medical: { employerFen: zeroFen, employeeFen: zeroFen },
  unemployment: { employerFen: zeroFen, employeeFen: zeroFen },
  workInjury: { employerFen: zeroFen, employeeFen: zeroFen },
  maternity: { employerFen: zeroFen, employeeFen: zeroFen },
};

/**
 * Reckons the contributions of a month, each by the law of the month it is for. They are due for whole months
 * whatever days were worked in them.
 */
export function replayContributions(
  entry: HistoryMonth,
  workInjuryClass: number | undefined,
  rules: RulesBook,
): Parsed<ReplayedContributions> {
  let insurance = nothing;
  let fund: Fen = zeroFen;
  for (const contribution of entry.contributions) {
    const law = rules.lawOf(contribution.serviceMonth ?? entry.month, entry.month);
    const known = rules.serviceRulesOf(law, workInjuryClass);
    if (!known.ok) return known;
    insurance = addedSides(insurance, sidesOf(contribution, known.value));
    const { wageFen, housingFundRate } = contribution;
    fund = fen(fund + housingFundOn(wageFen, housingFundRate, known.value.housingFund).eachSideFen);
  }
  const total = (side: Side): Fen =>
    fen(insuranceKinds.reduce((sum, kind) => sum + (insurance[kind][side] ?? 0), 0) + fund);
  return parsed({
    insurance,
    housingFundEachSideFen: fund,
    employeeFen: total("employeeFen"),
    employerFen: total("employerFen"),
  });
}

type Side = "employeeFen" | "employerFen";

function sidesOf({ wageFen, scope }: HistoryContribution, rules: ServiceRules): InsuranceSides {
  const sides = insuranceOn(declaredBase(wageFen, rules.contributions.bounds), rules.contributions);
  return scope === "work-injury" ? { ...nothing, workInjury: sides.workInjury } : sides;
}

function addedSides(a: InsuranceSides, b: InsuranceSides): InsuranceSides {
  const added = (kind: InsuranceKind): InsuranceSides[InsuranceKind] => ({
    employerFen: plus(a[kind].employerFen, b[kind].employerFen),
    employeeFen: plus(a[kind].employeeFen, b[kind].employeeFen),
  });
  return {
    pension: added("pension"),
    medical: added("medical"),
    unemployment: added("unemployment"),
    workInjury: added("workInjury"),
    maternity: added("maternity"),
  };
}

/** A sum with a part that cannot be reckoned cannot be reckoned either. */
function plus(a: Fen | null, b: Fen | null): Fen | null {
  return a === null || b === null ? null : fen(a + b);
}
