import { groupBy, type Fen, sumFen, zeroFen } from "@tongchou/core";
import type { RosterFormRow } from "./roster-form-row.js";
import type { StatisticsCounts, StatisticsFormRow } from "./statistics-form-row.js";
import { statisticsProfile } from "./statistics-profile.js";
import { unitKey } from "./unit-key.js";

/** A figure in which the two forms do not agree. */
export interface FormDifference {
  readonly unitName: string;
  readonly field: keyof StatisticsCounts;
  /** The figure's header on the statistics form. */
  readonly header: string;
  /** People, or an amount in fen. */
  readonly measure: "people" | "fen";
  /** The figure of the statistics form; none where the cell is empty or the unit is not on the form. */
  readonly statistics: number | undefined;
  /** The same counted on the roster form. */
  readonly roster: number;
  /** Statistics less roster. */
  readonly difference: number;
}

/** The figures of the statistics form that the roster form gives, for one unit. */
export type RosterTally = Readonly<Record<Exclude<keyof StatisticsCounts, "monthlyGrossFen">, number>> & {
  readonly unitName: string;
  readonly monthlyGrossFen: Fen;
};

/**
 * Counts a roster form unit by unit, as the statistics form asks. Holders of public-welfare posts count as
 * direct hires, the funds of an enterprise as own funds.
 *
 * @returns a tally for each unit, in the order in which the form names them
 * @example
 * tallyRoster([{ unitName: "示例市立医院", mode: "dispatch", grossFen: fen(350000) }])[0]?.dispatch; // => 1
 */
export function tallyRoster(roster: readonly Partial<RosterFormRow>[]): readonly RosterTally[] {
  const units = groupBy(roster, ({ unitName = "" }) => unitKey(unitName));
  return [...units.values()].map((rows) => tallyUnit(rows[0]?.unitName ?? "", rows));
}

function tallyUnit(unitName: string, rows: readonly Partial<RosterFormRow>[]): RosterTally {
  const count = (fits: (row: Partial<RosterFormRow>) => boolean): number => rows.filter(fits).length;
  return {
    unitName,
    total: rows.length,
    directHire: count(({ mode }) => mode === "direct-hire" || mode === "public-welfare-post"),
    personnelAgency: count(({ mode }) => mode === "personnel-agency"),
    dispatch: count(({ mode }) => mode === "dispatch"),
    outsourcing: count(({ mode }) => mode === "outsourcing"),
    otherHire: count(({ mode }) => mode === "other"),
    publicWelfare: count((row) => row.mode === "public-welfare-post" || row.publicWelfare === "是"),
    fiscalFull: count(({ fundingSource }) => fundingSource === "fiscal-full"),
    fiscalBalance: count(({ fundingSource }) => fundingSource === "fiscal-balance"),
    ownFunds: count(({ fundingSource }) => fundingSource === "own-funds" || fundingSource === "enterprise"),
    specialFunds: count(({ fundingSource }) => fundingSource === "special-funds"),
    enforcementSupport: count(({ postClass }) => postClass === "enforcement-support"),
    generalSupport: count(({ postClass }) => postClass === "general-support"),
    windowService: count(({ postClass }) => postClass === "window-service"),
    technical: count(({ postClass }) => postClass === "technical"),
    logistics: count(({ postClass }) => postClass === "logistics"),
    monthlyGrossFen: sumFen(rows.map(({ grossFen }) => grossFen ?? zeroFen)),
  };
}

/**
 * Compares the two forms figure by figure: the number of people, the groups by form of employment, source of
 * funds and class of post, public-welfare posts, and the sum of monthly pay. Nothing is changed.
 *
 * Several rows of one unit on the statistics form are added up. An empty cell counts as nought.
 *
 * @returns every difference, unit by unit; none when the forms agree
 * @example
 * const roster = [{ unitName: "示例市立医院", mode: "dispatch" }] as const;
 * const statistics = [{ ...tallyRoster(roster)[0], dispatch: 2 }];
 * reconcileForms(statistics, roster).map(({ field, difference }) => `${field} ${difference}`);
 * // => ["dispatch 1"]
 */
export function reconcileForms(
  statistics: readonly Partial<StatisticsFormRow>[],
  roster: readonly Partial<RosterFormRow>[],
): readonly FormDifference[] {
  const onRoster = new Map(tallyRoster(roster).map((tally) => [unitKey(tally.unitName), tally]));
  const onStatistics = new Map(statistics.map(({ unitName = "" }) => [unitKey(unitName), unitName]));
  const keys = new Set([...onRoster.keys(), ...onStatistics.keys()]);
  return [...keys].flatMap((key) => {
    const tally = onRoster.get(key) ?? tallyUnit(onStatistics.get(key) ?? "", []);
    return compareUnit(
      statistics.filter(({ unitName = "" }) => unitKey(unitName) === key),
      tally,
    );
  });
}

function compareUnit(
  rows: readonly Partial<StatisticsFormRow>[],
  tally: RosterTally,
): readonly FormDifference[] {
  return figures.flatMap(({ field, header }): readonly FormDifference[] => {
    const given = rows.map((row) => row[field]).filter((figure) => figure !== undefined);
    const found = given.reduce<number>((sum, figure) => sum + figure, 0);
    const roster = tally[field];
    if (found === roster) return [];
    const measure = field === "monthlyGrossFen" ? "fen" : "people";
    const figure = given.length === 0 ? undefined : found;
    const { unitName } = tally;
    return [{ unitName, field, header, measure, statistics: figure, roster, difference: found - roster }];
  });
}

/** The figures that both forms give, in the statistics form's order. */
const figures = statisticsProfile.columns.flatMap(({ field, header }) =>
  isFigure(field) ? [{ field, header }] : [],
);

function isFigure(field: string): field is keyof StatisticsCounts {
  return field !== "unitName" && Object.hasOwn(tallyUnit("", []), field);
}
