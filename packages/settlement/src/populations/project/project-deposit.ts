import { fen, minFen, multiplyRate, parsed, type Fen, type Issue, type Parsed } from "@tongchou/core";
import { factUnknown, type Facts } from "@tongchou/statutory";
import { factsFor, type FactSet } from "../../facts-for.js";
import type { LawDate } from "../../law-date.js";

/** A general contractor's project, as its wage deposit is asked for. */
export interface DepositedProject {
  /** Amount of the construction contract. */
  readonly contractFen: Fen;
  /** Whole years of projects in the place, up to the contract, in which the contractor owed no wages. */
  readonly yearsWithoutArrears: number;
  /** Whole years since the contractor last owed wages; absent where it never did. */
  readonly yearsSinceArrears?: number | undefined;
  /** True where the same contractor has several projects in the place. */
  readonly hasSeveralProjects: boolean;
}

/**
 * How a project stands to the wage deposit (工程建设领域农民工工资保证金规定, 人社部发〔2021〕65号).
 *
 * - `exempt`: a small contract, and no arrears in the year before.
 * - `may-be-exempt`, `lowered`: after years without arrears; the authority decides how far.
 * - `raised`: after arrears; the authority decides how far.
 * - `ordinary`: none of these.
 */
export type DepositStanding = "exempt" | "may-be-exempt" | "lowered" | "raised" | "ordinary";

/** The wage deposit of a project. */
export interface ProjectDeposit {
  readonly standing: DepositStanding;
  /** Bounds that the national rule sets on an ordinary deposit. */
  readonly minimumFen: Fen;
  readonly maximumFen: Fen;
  /** `null` where the province's rate or cap is not established, or the authority decides. */
  readonly amountFen: Fen | null;
}

const ids = [
  "cn.project.deposit",
  "cn.project.deposit-several-projects",
  "cn.project.deposit-small-contract",
  "cn.project.deposit-lowered-after-years",
  "cn.project.deposit-exempt-after-years",
  "cn.project.deposit-arrears-years",
] as const;

/**
 * What a general contractor deposits for the wages of a project (State Council Order 724, article 32).
 *
 * @returns the bounds of the national rule and, where the province's rate and cap are established, the
 *   amount; with the warning `fact-unknown` for each of these that is not. `fact-unknown` for the national rule leaves
 *   nothing
 * @example
 * const project = { contractFen: fen(1000000000), yearsWithoutArrears: 2, hasSeveralProjects: false };
 * const deposit = projectDeposit(project, { on: plainDate("2024-03-31") }, createFacts(jiujiangPacks));
 * const value = deposit.ok ? deposit.value : undefined;
 * [value?.standing, value?.minimumFen, value?.maximumFen]; // => ["lowered", 10000000, 30000000]
 * value?.amountFen; // => null
 */
export function projectDeposit(
  project: DepositedProject,
  law: LawDate,
  facts: Facts,
): Parsed<ProjectDeposit> {
  const known = factsFor(facts, ids, law.on, law.knownOn);
  if (!known.ok) return known;
  const { contractFen, hasSeveralProjects } = project;
  const standing = standingOf(project, known.value);
  const { min, max } = known.value["cn.project.deposit"].value;
  const least = hasSeveralProjects ? known.value["cn.project.deposit-several-projects"].value.rate : min;
  const bounds = {
    minimumFen: multiplyRate(contractFen, least, "half-up"),
    maximumFen: multiplyRate(contractFen, max, "half-up"),
  };
  const { amountFen, issues } = provincialAmount(project, standing, law, facts);
  return parsed({ standing, ...bounds, amountFen }, issues);
}

function standingOf(
  { contractFen, yearsWithoutArrears, yearsSinceArrears = Infinity }: DepositedProject,
  known: FactSet<(typeof ids)[number]>,
): DepositStanding {
  const isSmall = contractFen < known["cn.project.deposit-small-contract"].value.fen;
  if (isSmall && yearsSinceArrears >= 1) return "exempt";
  if (yearsSinceArrears < known["cn.project.deposit-arrears-years"].value.count) return "raised";
  if (yearsWithoutArrears >= known["cn.project.deposit-exempt-after-years"].value.count)
    return "may-be-exempt";
  const isClean = yearsWithoutArrears >= known["cn.project.deposit-lowered-after-years"].value.count;
  return isClean ? "lowered" : "ordinary";
}

function provincialAmount(
  { contractFen }: DepositedProject,
  standing: DepositStanding,
  law: LawDate,
  facts: Facts,
): { readonly amountFen: Fen | null; readonly issues: readonly Issue[] } {
  if (standing === "exempt") return { amountFen: fen(0), issues: [] };
  const rate = facts.lookUp("cn.36.project.deposit-rate", law);
  const cap = facts.lookUp("cn.36.project.deposit-cap", law);
  const issues = [rate, cap].flatMap((answer) =>
    answer.known ? [] : [factUnknown(answer, { severity: "warning" })],
  );
  if (!rate.known || !cap.known || standing !== "ordinary") return { amountFen: null, issues };
  const amountFen = minFen(multiplyRate(contractFen, rate.fact.value.rate, "half-up"), cap.fact.value.fen);
  return { amountFen, issues };
}
