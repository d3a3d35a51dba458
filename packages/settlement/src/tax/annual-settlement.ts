import {
  dateOf,
  fen,
  maxFen,
  parsed,
  subtractFen,
  zeroFen,
  type Fen,
  type Issue,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import { factUnknown, type Facts } from "@tongchou/statutory";
import { factsFor } from "../facts-for.js";
import { taxByTable } from "./tax-table.js";

/** A person's wages of a year, at all withholding agents together. */
export interface YearFigures {
  readonly incomeFen: Fen;
  readonly exemptFen: Fen;
  /** Insurance and housing fund of the worker. */
  readonly specialFen: Fen;
  readonly additionalFen: Fen;
  readonly otherFen: Fen;
  /** Tax withheld in the year. */
  readonly withheldFen: Fen;
}

/** What the settlement of a year comes to. Of `toPayFen` and `toGetBackFen` at least one is nought. */
export interface AnnualSettlement {
  /** May be negative; then there is no tax. */
  readonly taxableFen: Fen;
  readonly taxFen: Fen;
  readonly toPayFen: Fen;
  /** Paid back on request only: somebody has to file for it. */
  readonly toGetBackFen: Fen;
  /** Why nothing has to be paid; `null` where it has to be, or nothing is due, `unknown` without a rule. */
  readonly waiver: "income" | "top-up" | "unknown" | null;
}

const ids = ["cn.iit.comprehensive.annual", "cn.iit.basic-deduction.annual", "cn.iit.rounding"] as const;

/**
 * Settles a year of wages: its tax against what was withheld (个人所得税法 article 11).
 *
 * The waiver for an income of at most 120,000 or a top-up of at most 400 yuan (公告2023年第32号, to 2027)
 * is not open where an agent withheld less than the law says.
 *
 * @param year tax year; its last day is the day whose law counts
 * @returns the settlement, with the warning `fact-unknown` where it is not known whether a top-up is waived;
 *   or `fact-unknown` for the table or the deduction
 * @example
 * const zero = { exemptFen: fen(0), additionalFen: fen(0), otherFen: fen(0) };
 * const figures = { ...zero, incomeFen: fen(12000000), specialFen: fen(2220000), withheldFen: fen(113400) };
 * const settled = annualSettlement(figures, 2024, createFacts(jiujiangPacks));
 * settled.ok && [settled.value.taxFen, settled.value.toPayFen]; // => [126000, 12600]
 * settled.ok && settled.value.waiver; // => "income"
 */
export function annualSettlement(
  figures: YearFigures,
  year: number,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<AnnualSettlement> {
  const on = dateOf(year, 12, 31);
  const known = factsFor(facts, ids, on, knownOn);
  if (!known.ok) return known;
  const deductions =
    figures.exemptFen +
    known.value["cn.iit.basic-deduction.annual"].value.fen +
    figures.specialFen +
    figures.additionalFen +
    figures.otherFen;
  const taxableFen = fen(figures.incomeFen - deductions);
  const table = known.value["cn.iit.comprehensive.annual"].value;
  const { taxFen } = taxByTable(table, taxableFen, known.value["cn.iit.rounding"].value);
  const toPayFen = maxFen(zeroFen, subtractFen(taxFen, figures.withheldFen));
  const toGetBackFen = maxFen(zeroFen, subtractFen(figures.withheldFen, taxFen));
  const relief = waiverOf(figures.incomeFen, toPayFen, facts, { on, knownOn });
  return parsed({ taxableFen, taxFen, toPayFen, toGetBackFen, waiver: relief.waiver }, relief.issues);
}

function waiverOf(
  incomeFen: Fen,
  toPayFen: Fen,
  facts: Facts,
  day: { readonly on: PlainDate; readonly knownOn: PlainDate | undefined },
): { readonly waiver: AnnualSettlement["waiver"]; readonly issues: readonly Issue[] } {
  if (toPayFen === 0) return { waiver: null, issues: [] };
  const income = facts.lookUp("cn.iit.settlement-relief.income", day);
  const topUp = facts.lookUp("cn.iit.settlement-relief.top-up", day);
  if (income.known && incomeFen <= income.fact.value.fen) return { waiver: "income", issues: [] };
  if (topUp.known && toPayFen <= topUp.fact.value.fen) return { waiver: "top-up", issues: [] };
  const unknown = [income, topUp].flatMap((answer) =>
    answer.known ? [] : [factUnknown(answer, { severity: "warning" })],
  );
  return { waiver: unknown.length === 0 ? null : "unknown", issues: unknown };
}
