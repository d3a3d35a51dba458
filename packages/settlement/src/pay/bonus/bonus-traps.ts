import { fen, parsed, subtractFen, type Fen, type Parsed, type PlainDate } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor } from "../../facts-for.js";
import { taxBonusApart } from "../../tax/lump-sum-tax.js";
import { largestWhere } from "../search-amount.js";

/** A range of bonuses that leave less after tax than the amount at its lower end, which is outside it. */
export interface BonusTrap {
  readonly aboveFen: Fen;
  /** The last amount that leaves less. */
  readonly upToFen: Fen;
  /** What one fen above the lower end costs after tax, that fen included. */
  readonly lossFen: Fen;
}

const monthsPerYear = 12;

/**
 * The ranges in which a bonus taxed apart leaves less than a smaller one.
 *
 * The rate of the next bracket falls on the whole bonus while the quick deduction is taken once
 * (财税〔2018〕164号, article 1), so a fen above a limit costs more than it brings.
 *
 * @returns the ranges in rising order, or `fact-unknown` after the method has ended
 * @example
 * const traps = bonusTraps(plainDate("2024-02-05"), createFacts(jiujiangPacks));
 * traps.ok && traps.value[0]; // => { aboveFen: 3600000, upToFen: 3856666, lossFen: 230999 }
 */
export function bonusTraps(on: PlainDate, facts: Facts, knownOn?: PlainDate): Parsed<readonly BonusTrap[]> {
  const known = factsFor(facts, ["cn.iit.comprehensive.monthly"], on, knownOn);
  const open = taxBonusApart(fen(0), on, facts, knownOn);
  if (!open.ok) return open;
  if (!known.ok) return known;
  const leftOf = (bonus: Fen): Fen => {
    const tax = taxBonusApart(bonus, on, facts, knownOn);
    if (!tax.ok) throw new RangeError("the method was open a moment ago");
    return subtractFen(bonus, tax.value.taxFen);
  };
  const limits = known.value["cn.iit.comprehensive.monthly"].value.brackets.flatMap(({ upToFen }) =>
    upToFen === null ? [] : [fen(upToFen * monthsPerYear)],
  );
  return parsed(
    limits.flatMap((aboveFen, index): readonly BonusTrap[] => {
      const left = leftOf(aboveFen);
      const firstFen = fen(aboveFen + 1);
      if (leftOf(firstFen) >= left) return [];
      // A rate of 50 % or more would be needed for a trap beyond twice its lower end.
      const lastFen = limits[index + 1] ?? fen(aboveFen * 2);
      const upToFen = largestWhere(firstFen, lastFen, (bonus) => leftOf(bonus) < left);
      return [{ aboveFen, upToFen, lossFen: subtractFen(left, leftOf(firstFen)) }];
    }),
  );
}
