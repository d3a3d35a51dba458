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
import { settlementIssues } from "../issues.js";

/** What is due to one party for a worker's month, and what the agency has paid of it. */
export interface AgencyDebt {
  readonly dueFen: Fen;
  readonly paidFen: Fen;
}

/** A worker of an agency that can no longer pay: the month that the unit has paid the agency for. */
export interface UnpaidWorker {
  readonly workerId: string;
  /** Net pay. */
  readonly wages: AgencyDebt;
  /** Insurance and housing fund of both sides. */
  readonly contributions: AgencyDebt;
  readonly tax: AgencyDebt;
}

/** An agency that became insolvent after it had received the unit's money. */
export interface InsolventAgency {
  readonly unitId: string;
  readonly agencyId: string;
  readonly mode: "dispatch" | "outsourcing";
  /** What can still be had from the agency for these workers. */
  readonly recoveredFen: Fen;
  readonly workers: readonly UnpaidWorker[];
}

/** What of a worker's month the recovered money pays, and what stays open. */
export interface WorkerInsolvency {
  readonly workerId: string;
  readonly recoveredFen: Fen;
  readonly openWagesFen: Fen;
  readonly openContributionsFen: Fen;
  readonly openTaxFen: Fen;
}

/** Who pays what of an insolvent agency's debts. Recovered + open is all that was not paid. */
export interface AgencyInsolvency {
  readonly workers: readonly WorkerInsolvency[];
  readonly openFen: Fen;
  /**
   * `joint`: the unit answers for what is open together with the agency; `undecided`: whether it does depends
   * on what the outsourcing really is.
   */
  readonly liability: "joint" | "undecided";
  /** Of the recovered money, what nobody of these workers is owed. */
  readonly leftFen: Fen;
  /** What the unit may ask back once it has paid what is open. */
  readonly recourse: readonly {
    readonly creditorId: string;
    readonly debtorId: string;
    readonly amountFen: Fen;
  }[];
}

/**
 * Shares out what is left at an agency that became insolvent with the unit's money, and says what the unit is
 * still liable for.
 *
 * Wages come first, then contributions and tax alike, each rank shared in proportion by largest remainder. A
 * unit that uses dispatched workers is jointly liable for what they do not get (劳动合同法, article 92): that it
 * has paid the agency once does not free it. What it pays is a debt of this month paid late, neither a new
 * month nor a new tax month's fee, and the platform takes nothing for it.
 *
 * @returns the shares, with `agency-insolvent-dispatch` or `agency-insolvent-outsourcing` where something stays
 *   open. Outsourcing has no joint liability unless it is dispatch in disguise (劳务派遣暂行规定, article 27)
 * @example
 * const nothing = { dueFen: fen(0), paidFen: fen(0) };
 * const wages = { dueFen: fen(300000), paidFen: fen(0) };
 * const workers = [{ workerId: "W1", wages, contributions: nothing, tax: nothing }];
 * const agency = { unitId: "U1", agencyId: "A1", mode: "dispatch", recoveredFen: fen(100000), workers } as const;
 * const shared = agencyInsolvency(agency);
 * shared.ok && [shared.value.liability, shared.value.openFen]; // => ["joint", 200000]
 */
export function agencyInsolvency(agency: InsolventAgency): Parsed<AgencyInsolvency> {
  const { unitId, agencyId, mode, recoveredFen } = agency;
  const wages = agency.workers.map((worker) => openOf(worker.wages));
  const others = agency.workers.flatMap(({ contributions, tax }) => [openOf(contributions), openOf(tax)]);
  const toWages = shareOut(recoveredFen, wages);
  const afterWages = subtractFen(recoveredFen, sumFen(toWages));
  const toOthers = shareOut(afterWages, others);
  const workers = agency.workers.map(({ workerId }, index): WorkerInsolvency => {
    const openAfter = (open: readonly Fen[], paid: readonly Fen[], place: number): Fen =>
      subtractFen(open[place] ?? zeroFen, paid[place] ?? zeroFen);
    const [ofContributions, ofTax] = [2 * index, 2 * index + 1];
    return {
      workerId,
      recoveredFen: sumFen([
        toWages[index] ?? zeroFen,
        toOthers[ofContributions] ?? zeroFen,
        toOthers[ofTax] ?? zeroFen,
      ]),
      openWagesFen: openAfter(wages, toWages, index),
      openContributionsFen: openAfter(others, toOthers, ofContributions),
      openTaxFen: openAfter(others, toOthers, ofTax),
    };
  });
  const openFen = sumFen(
    workers.flatMap(({ openWagesFen, openContributionsFen, openTaxFen }) => [
      openWagesFen,
      openContributionsFen,
      openTaxFen,
    ]),
  );
  const value: AgencyInsolvency = {
    workers,
    openFen,
    liability: mode === "dispatch" ? "joint" : "undecided",
    leftFen: subtractFen(afterWages, sumFen(toOthers)),
    recourse: openFen > 0 ? [{ creditorId: unitId, debtorId: agencyId, amountFen: openFen }] : [],
  };
  return parsed(value, openFen > 0 ? [insolvencyIssue(agency, value)] : []);
}

function openOf({ dueFen, paidFen }: AgencyDebt): Fen {
  return maxFen(zeroFen, subtractFen(dueFen, paidFen));
}

/** Pays debts in full, or in proportion where the money does not last. */
function shareOut(moneyFen: Fen, debts: readonly Fen[]): readonly Fen[] {
  const paidFen = minFen(moneyFen, sumFen(debts));
  return paidFen > 0 ? allocate(paidFen, debts) : debts.map(() => zeroFen);
}

function insolvencyIssue({ unitId, agencyId, mode }: InsolventAgency, shared: AgencyInsolvency): Issue {
  const wages = formatYuan(sumFen(shared.workers.map(({ openWagesFen }) => openWagesFen)));
  const code = mode === "dispatch" ? "agency-insolvent-dispatch" : "agency-insolvent-outsourcing";
  const values = { agency: agencyId, amount: formatYuan(shared.openFen), wages };
  return createIssue(settlementIssues, code, values, { subject: { unitId, agencyId } });
}
