import { fen, sumFen, type ContributionDifference, type Fen } from "@tongchou/core";

/** What a month makes up of contributions of earlier months: of each side, in all. */
export interface EarlierContributions {
  readonly employeeFen: Fen;
  readonly employerFen: Fen;
}

/** Adds up the differences of a line. */
export function earlierContributionsOf(differences: readonly ContributionDifference[]): EarlierContributions {
  return {
    employeeFen: sumFen(differences.map(({ employeeFen }) => employeeFen)),
    employerFen: sumFen(differences.map(({ employerFen }) => employerFen)),
  };
}

/** Both sides of the differences that go to one authority. */
export function bothSidesOf(
  differences: readonly ContributionDifference[] | undefined,
  authority: "social-insurance" | "housing-fund",
): Fen {
  if (differences === undefined) return fen(0);
  const own = differences.filter(({ kind }) => (kind === "housing-fund") === (authority === "housing-fund"));
  return sumFen(own.map(({ employeeFen, employerFen }) => fen(employeeFen + employerFen)));
}
