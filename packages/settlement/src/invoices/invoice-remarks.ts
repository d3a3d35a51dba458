import { createIssue, formatYuan, type Issue } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { settlementIssues } from "../issues.js";
import type { UnitMonth } from "../statement/statement-input.js";
import type { Invoice } from "./invoice.js";

/**
 * What has to be said of a month's invoices.
 *
 * @returns `invoice-rule-unknown` where the tax within a price is not established, and `vat-threshold-open`
 *   where a small-scale taxpayer may be exempt, because its other sales decide that
 */
export function invoiceRemarks(
  month: Pick<UnitMonth, "unit" | "law" | "agencies" | "contracts" | "serviceOrders">,
  invoices: readonly Invoice[],
  facts: Facts,
): readonly Issue[] {
  const charged = [...month.contracts, ...(month.serviceOrders ?? [])];
  const contracts = new Map(charged.map((contract) => [contract.id, contract]));
  const agencies = new Map(month.agencies.map((agency) => [agency.id, agency]));
  return invoices.flatMap(({ issuerId, contractId, priceFen, tax }): readonly Issue[] => {
    const subject = { unitId: month.unit.id, contractId, agencyId: issuerId };
    if (tax === null) {
      // Where tax goes on top of the fee, the remark on the fee says it.
      if (contracts.get(contractId ?? "")?.vatIncluded === false) return [];
      const values = { contract: contractId ?? "", agency: issuerId };
      return [createIssue(settlementIssues, "invoice-rule-unknown", values, { subject })];
    }
    if (agencies.get(issuerId)?.vatTaxpayer !== "small-scale") return [];
    const threshold = facts.lookUp("cn.vat.small-scale.threshold-monthly", month.law);
    if (!threshold.known || priceFen > threshold.fact.value.fen) return [];
    const values = { agency: issuerId, threshold: formatYuan(threshold.fact.value.fen) };
    return [createIssue(settlementIssues, "vat-threshold-open", values, { subject })];
  });
}
