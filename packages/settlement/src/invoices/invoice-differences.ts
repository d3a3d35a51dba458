import { subtractFen, zeroFen } from "@tongchou/core";
import type { Invoice, InvoiceDocument, InvoiceTax } from "./invoice.js";

/**
 * What has to be invoiced so that a month that was invoiced in one way stands in another: what is more is
 * invoiced on top, what is less is reversed (红字). Where the service, the method or the rate is another one,
 * all that was made out is reversed and made out anew.
 *
 * @param before what the month's invoices come to so far, one for each issuer and contract
 * @param now what they are to come to
 * @returns instructions that, with those before, add up to those now in every amount
 */
export function invoiceDifferences(before: readonly Invoice[], now: readonly Invoice[]): readonly Invoice[] {
  const earlier = new Map(before.map((invoice) => [keyOf(invoice), invoice]));
  const later = new Map(now.map((invoice) => [keyOf(invoice), invoice]));
  return [...new Set([...earlier.keys(), ...later.keys()])].toSorted().flatMap((key) => {
    const [left, right] = [earlier.get(key), later.get(key)];
    if (left === undefined) return right === undefined ? [] : [right];
    if (right === undefined) return [less(emptied(left), left)];
    if (!isTaxedAlike(left.tax, right.tax)) return [less(emptied(left), left), right];
    return [less(right, left)].filter(isSomething);
  });
}

/** A unit separator sorts before any character of an id, so that keys sort as issuer and contract do. */
function keyOf({ issuerId, contractId = "" }: Invoice): string {
  return `${issuerId}\u001f${contractId}`;
}

function isTaxedAlike(a: InvoiceTax | null, b: InvoiceTax | null): boolean {
  if (a === null || b === null) return a === b;
  return a.service === b.service && a.method === b.method && a.rate === b.rate;
}

function isSomething({ priceFen, passedThroughFen, tax }: Invoice): boolean {
  return priceFen !== 0 || passedThroughFen !== 0 || (tax?.documents ?? []).length > 0;
}

/** One instruction less another of the same parties. */
function less(invoice: Invoice, other: Invoice): Invoice {
  const amounts = {
    workers: invoice.workers - other.workers,
    priceFen: subtractFen(invoice.priceFen, other.priceFen),
    passedThroughFen: subtractFen(invoice.passedThroughFen, other.passedThroughFen),
    feeFen: subtractFen(invoice.feeFen, other.feeFen),
  };
  const tax = invoice.tax === null || other.tax === null ? null : taxLess(invoice.tax, other.tax);
  return { ...invoice, ...amounts, tax };
}

function taxLess(tax: InvoiceTax, other: InvoiceTax): InvoiceTax {
  const kinds = [...new Set([...tax.documents, ...other.documents].map(({ kind }) => kind))];
  return {
    ...tax,
    ...partsLess(tax, other),
    documents: kinds.flatMap((kind) => {
      const [left, right] = [tax, other].map(({ documents }) => documents.find((one) => one.kind === kind));
      return documentsOf(kind, partsLess(left ?? nothing, right ?? nothing));
    }),
  };
}

type Parts = Pick<InvoiceDocument, "taxedFen" | "untaxedFen" | "vatFen">;

const nothing: Parts = { taxedFen: zeroFen, untaxedFen: zeroFen, vatFen: zeroFen };

function partsLess(parts: Parts, other: Parts): Parts {
  return {
    taxedFen: subtractFen(parts.taxedFen, other.taxedFen),
    untaxedFen: subtractFen(parts.untaxedFen, other.untaxedFen),
    vatFen: subtractFen(parts.vatFen, other.vatFen),
  };
}

/** An invoice adds or reverses, never both: amounts that go apart stand on two, tax with what is taxed. */
function documentsOf(kind: InvoiceDocument["kind"], parts: Parts): readonly InvoiceDocument[] {
  const { taxedFen, untaxedFen, vatFen } = parts;
  const isTaxedLess = taxedFen < 0 || (taxedFen === 0 && vatFen < 0);
  const ofSign = (isRedLetter: boolean): InvoiceDocument => ({
    kind,
    ...(isTaxedLess === isRedLetter ? { taxedFen, vatFen } : { taxedFen: zeroFen, vatFen: zeroFen }),
    untaxedFen: untaxedFen < 0 === isRedLetter ? untaxedFen : zeroFen,
    ...(isRedLetter ? { isRedLetter } : {}),
  });
  return [ofSign(true), ofSign(false)].filter(
    (document) => document.taxedFen !== 0 || document.untaxedFen !== 0 || document.vatFen !== 0,
  );
}

/** The parties and the rule of an instruction, with nothing on it. */
function emptied(invoice: Invoice): Invoice {
  const tax = invoice.tax === null ? null : { ...invoice.tax, ...nothing, documents: [] };
  return { ...invoice, workers: 0, priceFen: zeroFen, passedThroughFen: zeroFen, feeFen: zeroFen, tax };
}
