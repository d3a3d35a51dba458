import {
  allocate,
  createIssue,
  formatYuan,
  maxFen,
  minFen,
  parsed,
  subtractFen,
  sumFen,
  zeroFen,
  type Fen,
  type Issue,
  type Parsed,
} from "@tongchou/core";
import { settlementIssues } from "../../issues.js";

/** Wages due and paid to one worker of a period. */
export interface WagesPaid {
  readonly workerId: string;
  readonly dueFen: Fen;
  readonly paidFen: Fen;
}

/**
 * An employer on the project. An `unqualified` one, an individual or a firm without a licence, was engaged by
 * the general contractor or the project owner, who answers for its wages (article 36).
 */
export type ProjectEmployer = { readonly workers: readonly WagesPaid[] } & (
  | { readonly kind: "general-contractor" }
  | { readonly kind: "subcontractor"; readonly employerId: string }
  | {
      readonly kind: "unqualified";
      readonly employerId: string;
      readonly engagedBy: "general-contractor" | "project-owner";
    }
);

/** Wages of a period on a project, and what the project owner has to do with their absence. */
export interface ProjectArrearsInput {
  readonly generalContractorId: string;
  readonly projectOwnerId: string;
  readonly employers: readonly ProjectEmployer[];
  /** Labour cost that the project owner did not pay in as agreed, and that the wages are missing for. */
  readonly ownerShortFen: Fen;
  /** Project money that the project owner still owes: the most it has to advance (article 29). */
  readonly unsettledFen: Fen;
}

/** Money that one party has to pay to the workers of an employer now. */
export interface ArrearsPayer {
  readonly partyId: string;
  readonly amountFen: Fen;
  /** `advance`: out of unsettled project money; `first`: before recourse; `own`: as the one who owes it. */
  readonly how: "advance" | "first" | "own";
  readonly article: "29" | "30" | "36";
  /** To each worker. */
  readonly shares: readonly { readonly workerId: string; readonly amountFen: Fen }[];
}

/** What one party may ask back from another after it has paid. */
export interface Recourse {
  readonly creditorId: string;
  readonly debtorId: string;
  readonly amountFen: Fen;
}

/** The arrears of one employer: who is directly liable, who pays now, who has recourse. */
export interface EmployerArrears {
  readonly directlyLiableId: string;
  readonly arrearsFen: Fen;
  readonly payers: readonly ArrearsPayer[];
  readonly recourse: readonly Recourse[];
}

/** The arrears of a project. For every employer the payers' amounts add up to its arrears. */
export interface ProjectArrears {
  readonly arrearsFen: Fen;
  readonly employers: readonly EmployerArrears[];
}

/**
 * Who owes what to whom when project workers are not paid in full (State Council Order 724, articles 29, 30
 * and 36).
 *
 * The project owner advances what its late labour cost caused, up to the project money it still owes, shared
 * over the workers in proportion to their arrears. The rest of a subcontractor's arrears the general
 * contractor pays first and may ask back; its own it pays itself. Who engaged an unqualified employer pays
 * for it, without an advance before. What a worker got too much is set off against nobody.
 *
 * @returns the arrears, with one `project-wages-in-arrears` for each employer that has any
 * @example
 * const workers = [{ workerId: "W1", dueFen: fen(500000), paidFen: fen(200000) }];
 * const arrears = projectArrears({
 *   generalContractorId: "G1", projectOwnerId: "O1", ownerShortFen: fen(0), unsettledFen: fen(0),
 *   employers: [{ kind: "subcontractor", employerId: "S1", workers }],
 * });
 * arrears.ok && arrears.value.employers[0]?.recourse;
 * // => [{ creditorId: "G1", debtorId: "S1", amountFen: 300000 }]
 */
export function projectArrears(input: ProjectArrearsInput): Parsed<ProjectArrears> {
  const debts = input.employers.map((employer) => ({ employer, owed: arrearsOf(employer.workers) }));
  const advances = advancesOf(input, debts);
  const employers = debts.map(({ employer, owed }, index) =>
    employerArrears(input, employer, owed, advances[index] ?? []),
  );
  const issues = employers
    .filter(({ arrearsFen }) => arrearsFen > 0)
    .map(({ directlyLiableId, arrearsFen, payers }): Issue => {
      const payer = payers.map(({ partyId, amountFen }) => `${partyId} ${formatYuan(amountFen)}`).join("; ");
      const values = { employer: directlyLiableId, amount: formatYuan(arrearsFen), payer };
      return createIssue(settlementIssues, "project-wages-in-arrears", values);
    });
  return parsed({ arrearsFen: sumFen(employers.map(({ arrearsFen }) => arrearsFen)), employers }, issues);
}

interface Owed {
  readonly workerId: string;
  readonly owedFen: Fen;
}

interface Debt {
  readonly employer: ProjectEmployer;
  readonly owed: readonly Owed[];
}

function arrearsOf(workers: readonly WagesPaid[]): readonly Owed[] {
  return workers
    .map(({ workerId, dueFen, paidFen }) => ({
      workerId,
      owedFen: maxFen(zeroFen, subtractFen(dueFen, paidFen)),
    }))
    .filter(({ owedFen }) => owedFen > 0);
}

/** The project owner's advance to each worker, employer by employer, in the workers' order. */
function advancesOf(
  { ownerShortFen, unsettledFen }: ProjectArrearsInput,
  debts: readonly Debt[],
): readonly (readonly Fen[])[] {
  const weights = debts.map(({ employer, owed }) =>
    owed.map(({ owedFen }) => (employer.kind === "unqualified" ? zeroFen : owedFen)),
  );
  const advanceFen = minFen(sumFen(weights.flat()), minFen(ownerShortFen, unsettledFen));
  const shares = advanceFen > 0 ? allocate(advanceFen, weights.flat()) : weights.flat().map(() => zeroFen);
  let taken = 0;
  return weights.map((row) => shares.slice(taken, (taken += row.length)));
}

function employerArrears(
  { generalContractorId, projectOwnerId }: ProjectArrearsInput,
  employer: ProjectEmployer,
  owed: readonly Owed[],
  advances: readonly Fen[],
): EmployerArrears {
  const rest = owed.map(({ owedFen }, index) => subtractFen(owedFen, advances[index] ?? zeroFen));
  const advance = payerOf({ partyId: projectOwnerId, how: "advance", article: "29" }, owed, advances);
  const arrearsFen = sumFen(owed.map(({ owedFen }) => owedFen));
  switch (employer.kind) {
    case "general-contractor": {
      const payers = [
        ...advance,
        ...payerOf({ partyId: generalContractorId, how: "own", article: "30" }, owed, rest),
      ];
      return { directlyLiableId: generalContractorId, arrearsFen, payers, recourse: [] };
    }
    case "subcontractor": {
      const first = payerOf({ partyId: generalContractorId, how: "first", article: "30" }, owed, rest);
      const recourse = first.map(({ amountFen }) => ({
        creditorId: generalContractorId,
        debtorId: employer.employerId,
        amountFen,
      }));
      return { directlyLiableId: employer.employerId, arrearsFen, payers: [...advance, ...first], recourse };
    }
    case "unqualified": {
      const engagerId = employer.engagedBy === "project-owner" ? projectOwnerId : generalContractorId;
      return {
        directlyLiableId: engagerId,
        arrearsFen,
        payers: payerOf({ partyId: engagerId, how: "own", article: "36" }, owed, rest),
        recourse: [],
      };
    }
  }
}

/** Nobody where there is nothing to pay. */
function payerOf(
  payer: Pick<ArrearsPayer, "partyId" | "how" | "article">,
  owed: readonly Owed[],
  amounts: readonly Fen[],
): readonly ArrearsPayer[] {
  const shares = owed
    .map(({ workerId }, index) => ({ workerId, amountFen: amounts[index] ?? zeroFen }))
    .filter(({ amountFen }) => amountFen > 0);
  if (shares.length === 0) return [];
  return [{ ...payer, amountFen: sumFen(shares.map(({ amountFen }) => amountFen)), shares }];
}
