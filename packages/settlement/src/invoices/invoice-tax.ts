import { maxFen, zeroFen, type Fen } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import type { LawDate } from "../law-date.js";
import { taxByRule, type VatResult } from "../value-added-tax.js";
import { vatRulesOf, type VatCase } from "../vat-rule.js";
import type { InvoiceDocument, InvoiceTax } from "./invoice.js";

/** The price of an invoice, tax included, and what of it is pay and contributions passed through. */
export interface InvoicedPrice {
  readonly priceFen: Fen;
  readonly passedThroughFen: Fen;
}

/**
 * How a price is invoiced: what is taxed and what is deducted, the tax, and the kinds of invoices.
 *
 * @returns `null` where no rule is established for that service, taxpayer and method on that day
 * @example
 * const dispatch = { service: "dispatch", taxpayer: "general" };
 * const price = { priceFen: fen(580000), passedThroughFen: fen(570000) };
 * const facts = createFacts(jiujiangPacks);
 * invoiceTax(dispatch, price, { on: plainDate("2025-12-31") }, facts)?.documents.map(({ kind }) => kind);
 * // => ["special", "ordinary"]
 * invoiceTax(dispatch, price, { on: plainDate("2026-01-31") }, facts)?.vatFen; // => 566
 * invoiceTax(dispatch, price, { on: plainDate("2028-01-31") }, facts); // => null
 */
export function invoiceTax(
  vatCase: VatCase,
  price: InvoicedPrice,
  law: LawDate,
  facts: Facts,
): InvoiceTax | null {
  const [rule] = vatRulesOf(vatCase, law, facts);
  if (rule === undefined) return null;
  const { service } = vatCase;
  const result = taxByRule(rule, price.priceFen, maxFen(zeroFen, price.passedThroughFen));
  const { method, rate, taxedFen, untaxedFen, vatFen } = result;
  return { service, method, rate, taxedFen, untaxedFen, vatFen, documents: documentsOf(result) };
}

/** The invoices of a price; one that would show nothing is not made out. */
function documentsOf(tax: VatResult): readonly InvoiceDocument[] {
  const { invoicing, taxedFen, untaxedFen, vatFen } = tax;
  const documents: readonly InvoiceDocument[] =
    invoicing === "split"
      ? [
          { kind: "special", taxedFen, untaxedFen: zeroFen, vatFen },
          { kind: "ordinary", taxedFen: zeroFen, untaxedFen, vatFen: zeroFen },
        ]
      : [{ kind: invoicing === "special" ? "special" : null, taxedFen, untaxedFen, vatFen }];
  return documents.filter((document) => document.taxedFen !== 0 || document.untaxedFen !== 0);
}
