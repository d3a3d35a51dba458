import { branchDefinitions, type InvoiceEdge } from "@tongchou/core";
import { vatServiceOf } from "../statement/fee-tax.js";
import type { SettledEntry } from "../statement/settlement-line.js";
import type { UnitMonth } from "../statement/statement-input.js";

/**
 * Who invoices the unit, and for what service: parties by their role, since a newly chosen agency takes the
 * old one's place. A mode that the unit changed (case 3) is outside the promise.
 */
export function invoiceEdges(
  { unit, contracts }: Pick<UnitMonth, "unit" | "contracts">,
  entries: readonly SettledEntry[],
  field: "contractId" | "settledContractId",
): readonly InvoiceEdge[] {
  const supplyOf = new Map(
    contracts.map((contract) => [contract.id, vatServiceOf(contract) ?? contract.mode]),
  );
  const supplies = new Set(
    entries.flatMap(({ line }) => {
      const supply = supplyOf.get(line[field] ?? "");
      const moves = branchDefinitions[line.branch].route === "commissioned-procurement";
      return supply === undefined || moves ? [] : [supply];
    }),
  );
  return [...supplies].map((supply) => ({ from: "agency", to: unit.id, supply }));
}
