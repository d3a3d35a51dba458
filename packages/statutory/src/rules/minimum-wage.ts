import {
  createIssue,
  failed,
  parseDivision,
  parsed,
  type Fen,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import { leastSure, type Confidence } from "../fact.js";
import type { Facts } from "../facts.js";
import { factUnknown } from "../fact-unknown.js";
import { statutoryIssues } from "../issues.js";

/** The minimum wage of a division on a day. */
export interface MinimumWage {
  readonly standardFen: Fen;
  /** Per hour, for part-time work. */
  readonly hourlyFen: Fen;
  readonly class: string;
  readonly confidence: Confidence;
}

/**
 * The minimum wage of a division of Jiujiang on a day, abolished codes included.
 *
 * It contains the worker's own insurance contributions and excludes overtime pay (最低工资规定, article 12).
 *
 * @param divisionCode six digits of GB/T 2260, or of a zone
 * @param on day that is paid for
 * @param knownOn day whose knowledge is used; without it, everything the packs hold
 * @returns the standard, with the remark `division-abolished` where the code was followed to the one in use;
 *   or `division-unknown`, `minimum-wage-class-unknown` (a zone that goes by the county that hosts it),
 *   `fact-unknown`
 * @example
 * const wage = minimumWage(createFacts(jiujiangPacks), "360428", plainDate("2024-03-31"));
 * wage.ok && wage.value.standardFen; // => 161000
 */
export function minimumWage(
  facts: Facts,
  divisionCode: string,
  on: PlainDate,
  knownOn?: PlainDate,
): Parsed<MinimumWage> {
  const division = parseDivision(divisionCode);
  if (!division.ok) return division;
  const classes = facts.lookUp("cn.3604.minimum-wage.class", { on, knownOn });
  const standards = facts.lookUp("cn.36.minimum-wage", { on, knownOn });
  if (!classes.known) return failed(factUnknown(classes));
  if (!standards.known) return failed(factUnknown(standards));
  const className = classes.fact.value.classOf[division.value.code];
  const standard = className === undefined ? undefined : standards.fact.value.classes[className];
  if (className === undefined || standard === undefined) {
    return failed(createIssue(statutoryIssues, "minimum-wage-class-unknown", { division: divisionCode }));
  }
  const wage: MinimumWage = {
    standardFen: standard.monthlyFen,
    hourlyFen: standard.hourlyFen,
    class: className,
    confidence: leastSure([classes.fact.confidence, standards.fact.confidence]),
  };
  return parsed(wage, division.issues);
}
