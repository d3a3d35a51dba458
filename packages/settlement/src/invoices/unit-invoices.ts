import { fen, groupBy, sumFen, zeroFen, type Fen } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import type { ContractFee } from "../statement/contract-fee.js";
import { vatCaseOf, type ChargedAgreement } from "../statement/fee-tax.js";
import type { SettledEntry } from "../statement/settlement-line.js";
import type { UnitMonth } from "../statement/statement-input.js";
import type { Invoice } from "./invoice.js";
import { invoiceTax, type InvoicedPrice } from "./invoice-tax.js";

/** What of a month an invoice is made from. */
type InvoicedMonth = Pick<UnitMonth, "unit" | "law" | "agencies" | "contracts" | "serviceOrders">;

/** One part of what an agency is paid: a worker's pay and contributions, or a contract's fee. */
interface Charge {
  readonly agencyId: string;
  readonly contractId: string | undefined;
  readonly workers: number;
  readonly passedThroughFen: Fen;
  readonly feeFen: Fen;
}

/**
 * What the agencies invoice the unit for a month, one instruction a contract and order of services, in the
 * order of agencies and contracts. Together an agency's instructions are what it is paid out of the wage
 * account.
 */
export function invoicesOf(
  month: InvoicedMonth,
  entries: readonly SettledEntry[],
  fees: readonly ContractFee[],
  facts: Facts,
): readonly Invoice[] {
  const taxOf = taxer(month, facts);
  const byAgency = groupBy(
    [...entries.flatMap(payCharge), ...fees.map(feeCharge)],
    ({ agencyId }) => agencyId,
  );
  return [...byAgency].toSorted(byKey).flatMap(([issuerId, ofAgency]) =>
    [...groupBy(ofAgency, ({ contractId }) => contractId)]
      .toSorted(byKey)
      .map(([contractId, charges]): Invoice => {
        const passedThroughFen = sumFen(charges.map((charge) => charge.passedThroughFen));
        const feeFen = sumFen(charges.map((charge) => charge.feeFen));
        const price = { priceFen: fen(passedThroughFen + feeFen), passedThroughFen };
        const workers = charges.reduce((sum, charge) => sum + charge.workers, 0);
        const parties = { issuerId, recipientId: month.unit.id, contractId };
        return { ...parties, workers, ...price, feeFen, tax: taxOf(issuerId, contractId, price) };
      })
      .filter(({ priceFen }) => priceFen !== 0),
  );
}

function payCharge({ line, result }: SettledEntry): readonly Charge[] {
  if (line.payee.kind !== "agency") return [];
  const passedThroughFen = fen(result.grossFen + result.employerContributionsFen);
  const { agencyId } = line.payee;
  return [{ agencyId, contractId: line.settledContractId, workers: 1, passedThroughFen, feeFen: zeroFen }];
}

function feeCharge({ agencyId, contractId, feeFen, vatOnTopFen }: ContractFee): Charge {
  const withTax = fen(feeFen + (vatOnTopFen ?? 0));
  return { agencyId, contractId, workers: 0, passedThroughFen: zeroFen, feeFen: withTax };
}

function byKey(
  [a = ""]: readonly [string | undefined, unknown],
  [b = ""]: readonly [string | undefined, unknown],
): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Taxes a price by the contract it is for; what names no contract of the month has no rule. */
function taxer(
  month: InvoicedMonth,
  facts: Facts,
): (agencyId: string, contractId: string | undefined, price: InvoicedPrice) => Invoice["tax"] {
  const charged: readonly ChargedAgreement[] = [...month.contracts, ...(month.serviceOrders ?? [])];
  const contracts = new Map(charged.map((contract) => [contract.id, contract]));
  const taxpayers = new Map(month.agencies.map(({ id, vatTaxpayer }) => [id, vatTaxpayer]));
  return (agencyId, contractId, price) => {
    const contract = contracts.get(contractId ?? "");
    const vatCase = contract && vatCaseOf(contract, taxpayers.get(agencyId));
    return vatCase === undefined ? null : invoiceTax(vatCase, price, month.law, facts);
  };
}
