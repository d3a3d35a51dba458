import {
  createIssue,
  formatYuan,
  lastDayOf,
  multiplyRate,
  serviceFee,
  type AgencyContract,
  type FeeTerms,
  type HeadCounting,
  type Issue,
  type IssueValues,
  type VatTaxpayer,
} from "@tongchou/core";
import { settlementIssues, type SettlementIssueCode } from "../issues.js";
import { vatRulesOf } from "../vat-rule.js";
import type { FeeCase } from "./contract-fee.js";
import { vatCaseOf, type FeeTax } from "./fee-tax.js";
import type { UnitMonth } from "./statement-input.js";

/**
 * What has to be said of a contract's fee: readings that were assumed, with the figure of the other reading;
 * tax that is not established, or that the agency may choose; and a contract that ended before the month did.
 */
export function feeRemarks(
  feeCase: FeeCase,
  { period }: Pick<UnitMonth, "period">,
  taxpayers: ReadonlyMap<string, VatTaxpayer>,
  tax: FeeTax,
): readonly Issue[] {
  const { contract, fee } = feeCase;
  const issues = [...assumedReadings(feeCase, period), ...taxRemarks(feeCase, taxpayers, tax)];
  if (contract.expiresOn < lastDayOf(period)) {
    const values = { expiresOn: contract.expiresOn, fee: formatYuan(fee.feeFen) };
    issues.push(remark(contract, "fee-after-contract-end", values));
  }
  return issues;
}

/** Contracts that nobody is under, neither before nor now, though a month without workers has its price. */
export function idleContractRemarks({
  contracts,
  workers,
}: Pick<UnitMonth, "contracts" | "workers">): readonly Issue[] {
  const used = new Set(
    workers.flatMap(({ contractId, settledContractId }) => [contractId, settledContractId]),
  );
  return contracts
    .filter(({ id }) => !used.has(id))
    .map((contract) => ({ contract, idle: serviceFee(contract.feeTerms, []).totalFen }))
    .filter(({ idle }) => idle > 0)
    .map(({ contract, idle }) => remark(contract, "fee-without-workers", { fee: formatYuan(idle) }));
}

function assumedReadings({ contract, heads, fee }: FeeCase, month: UnitMonth["period"]): Issue[] {
  const terms = contract.feeTerms;
  const byTerms = (other: FeeTerms): string | undefined => {
    const stays = heads.map(({ stay }) => stay);
    const { totalFen } = serviceFee(
      other,
      heads.map(({ grossFen }) => grossFen),
      { month, stays },
    );
    return totalFen === fee.feeFen ? undefined : formatYuan(totalFen);
  };
  const issues: Issue[] = [];
  const assumed = (code: SettlementIssueCode, otherFee: string | undefined): void => {
    if (otherFee === undefined) return;
    issues.push(remark(contract, code, { fee: formatYuan(fee.feeFen), otherFee }));
  };
  if (terms.kind === "per-head-tiered" && terms.basis === undefined) {
    assumed("fee-tier-basis-assumed", byTerms({ ...terms, basis: "volume" }));
  }
  if ((terms.kind === "per-head" || terms.kind === "per-head-tiered") && terms.headCounting === undefined) {
    assumed("fee-head-counting-assumed", byTerms({ ...terms, headCounting: byDay }));
  }
  return issues;
}

const byDay: HeadCounting = { kind: "by-day" };

function taxRemarks(
  { contract, fee }: FeeCase,
  taxpayers: ReadonlyMap<string, VatTaxpayer>,
  tax: FeeTax,
): readonly Issue[] {
  if (fee.vatOnTopFen === null) return [remark(contract, "fee-vat-unknown", {})];
  if (fee.vatOnTopFen === 0) return [];
  const vatCase = vatCaseOf(contract, taxpayers.get(contract.agencyId));
  const [rule, choice] = vatCase === undefined ? [] : vatRulesOf(vatCase, tax.law, tax.facts);
  const vat = formatYuan(fee.vatOnTopFen);
  if (rule !== undefined && fee.isVatOnPrice === true) {
    const onFee = formatYuan(multiplyRate(fee.feeFen, rule.rate, "half-up"));
    return [remark(contract, "fee-vat-on-price", { vat, onFee })];
  }
  return choice === undefined ? [] : [remark(contract, "fee-vat-balance-assumed", { vat })];
}

function remark(contract: AgencyContract, code: SettlementIssueCode, values: IssueValues): Issue {
  const subject = { unitId: contract.unitId, contractId: contract.id, agencyId: contract.agencyId };
  return createIssue(settlementIssues, code, { contract: contract.id, ...values }, { subject });
}
