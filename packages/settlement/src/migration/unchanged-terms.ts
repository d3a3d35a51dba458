import {
  branchDefinitions,
  formatRate,
  formatYuan,
  isCostNeutral,
  type AgencyContract,
  type FeeTerms,
} from "@tongchou/core";
import { canonicalJson } from "../canonical-json.js";
import { vatServiceOf } from "../statement/fee-tax.js";
import type { LineBaseline, LineInput } from "../statement/statement-input.js";
import { breachIn, type AccountBreach, type TermFinding } from "./account-breach.js";
import type { AccountedMonth, AccountedUnit } from "./accounted-unit.js";

/** Members of something that may not change, as text; undefined while it is not said. */
type Members = Readonly<Record<string, string | undefined>>;

/** A member that is not what it was. */
interface Change {
  readonly member: string;
  readonly expected: string;
  readonly found: string;
}

/** Remembers what was said first of each id, and tells what later months say otherwise. */
interface Memory {
  readonly isTested: () => boolean;
  readonly changesOf: (id: string, found: Members) => readonly Change[];
}

function createMemory(): Memory {
  const first = new Map<string, Members>();
  let isTested = false;
  return {
    isTested: () => isTested,
    changesOf: (id, members) => {
      const known = first.get(id) ?? {};
      isTested ||= first.has(id);
      const said = Object.entries(members).filter(([, value]) => value !== undefined);
      first.set(id, { ...Object.fromEntries(said), ...known });
      return said.flatMap(([member, found = ""]) => {
        const expected = known[member];
        return expected === undefined || expected === found ? [] : [{ member, expected, found }];
      });
    },
  };
}

/**
 * A contract that sets the original cost keeps its terms through all months, before the migration and after:
 * a fee that is raised on both sides of one month's equation shows only here. The taxpayer's kind is one of
 * them where the fee excludes tax. To say in writing what was read that way already is no change.
 */
export function contractTermsTerm({ before, after }: AccountedUnit): TermFinding {
  const memory = createMemory();
  const breaches = [...before, ...after].flatMap((month) =>
    originalContracts(month).flatMap((contract) =>
      memory.changesOf(contract.id, contractMembers(contract, month)).map((change): AccountBreach => {
        const { member: component, expected, found } = change;
        const place = { contractId: contract.id, agencyId: contract.agencyId, component };
        return component === "vatTaxpayer"
          ? breachIn(month, "contract-terms", "account-taxpayer-changed", { expected, found }, place)
          : breachIn(month, "contract-terms", "account-terms-changed", {}, place);
      }),
    ),
  );
  return { term: "contract-terms", isTested: memory.isTested(), breaches };
}

/** What a worker had before the migration is the same in all months, and what the last month before shows. */
export function baselineTerm({ before, after }: AccountedUnit): TermFinding {
  const memory = createMemory();
  for (const { line } of before.at(-1)?.entries ?? []) memory.changesOf(line.workerId, earlierMembers(line));
  const breaches = after.flatMap((month) =>
    month.entries.flatMap(({ line: { workerId, baseline } }) => {
      if (baseline === undefined) return [];
      return memory.changesOf(workerId, baselineMembers(baseline)).map(({ member, expected, found }) => {
        const place = { workerId, component: member };
        return breachIn(month, "baseline", "account-baseline-moved", { expected, found }, place);
      });
    }),
  );
  return { term: "baseline", isTested: memory.isTested(), breaches };
}

/** The contracts whose terms are the original cost of somebody whose cost may not rise. */
function originalContracts({ statement, entries }: AccountedMonth): readonly AgencyContract[] {
  const bound = entries.filter(
    ({ line: { branch } }) =>
      isCostNeutral(branch) || branchDefinitions[branch].agencyFee === "at-most-original-cost",
  );
  const ids = new Set(bound.map(({ line }) => line.contractId));
  return statement.input.contracts.filter(({ id }) => ids.has(id));
}

function contractMembers(contract: AgencyContract, { statement }: AccountedMonth): Members {
  const { agencyId, mode, feeTerms, vatIncluded, vatMethod } = contract;
  const agency = statement.input.agencies.find(({ id }) => id === agencyId);
  return {
    agencyId,
    mode,
    feeTerms: canonicalJson(asRead(feeTerms)),
    vatIncluded: String(vatIncluded),
    vatService: vatServiceOf(contract),
    vatMethod,
    vatTaxpayer: vatIncluded ? undefined : agency?.vatTaxpayer,
  };
}

/** Terms with the readings that are built where they do not say. */
function asRead(terms: FeeTerms): FeeTerms {
  if (terms.kind !== "per-head" && terms.kind !== "per-head-tiered") return terms;
  const counted = { ...terms, headCounting: terms.headCounting ?? { kind: "whole-month" } } as const;
  return counted.kind === "per-head" ? counted : { ...counted, basis: counted.basis ?? "graduated" };
}

function earlierMembers({ contributionWageFen, housingFundRate }: LineInput): Members {
  return {
    "contribution-wage": formatYuan(contributionWageFen),
    "housing-fund-rate": formatRate(housingFundRate),
  };
}

function baselineMembers(baseline: LineBaseline): Members {
  const { grossFen, contributionWageFen, housingFundRate } = baseline;
  return {
    gross: formatYuan(grossFen),
    "contribution-wage": formatYuan(contributionWageFen),
    "housing-fund-rate": formatRate(housingFundRate),
  };
}
