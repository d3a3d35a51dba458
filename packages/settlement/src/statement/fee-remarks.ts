import {
  createIssue,
  formatYuan,
  lastDayOf,
  multiplyRate,
  serviceFee,
  type Issue,
  type IssueValues,
  type Subject,
  type VatTaxpayer,
} from "@tongchou/core";
import { settlementIssues, type SettlementIssueCode } from "../issues.js";
import { vatRulesOf } from "../vat-rule.js";
import type { FeeCase } from "./contract-fee.js";
import { assumedReadings } from "./fee-readings.js";
import { vatCaseOf, type ChargedAgreement, type FeeTax } from "./fee-tax.js";
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
  const { contract, heads, fee } = feeCase;
  const grossFen = heads.map((head) => head.grossFen);
  const stays = { month: period, stays: heads.map(({ stay }) => stay) };
  const issues = [
    ...assumedReadings(contract, grossFen, stays).map((issue) => ({
      ...issue,
      subject: subjectOf(contract),
    })),
    ...taxRemarks(feeCase, taxpayers, tax),
  ];
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

function remark(contract: ChargedAgreement, code: SettlementIssueCode, values: IssueValues): Issue {
  const subject = subjectOf(contract);
  return createIssue(settlementIssues, code, { contract: contract.id, ...values }, { subject });
}

function subjectOf(contract: ChargedAgreement): Subject {
  return { unitId: contract.unitId, contractId: contract.id, agencyId: contract.agencyId };
}
