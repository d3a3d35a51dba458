import type { Fen, RatePpm, VatMethod, VatService } from "@tongchou/core";

/**
 * Instruction for what an agency invoices the unit for a month.
 *
 * The platform stands on the cash edge only: it neither takes nor makes out an invoice, so that no taxable
 * link is added and the unit's total is what it was. Wages of hosted workers (cases 1A, 1B, 1P) are no supply
 * and have no invoice.
 *
 * Of a correction every figure is the difference to what was invoiced for the month before it.
 */
export interface Invoice {
  /** The agency that makes it out. */
  readonly issuerId: string;
  /** The unit. */
  readonly recipientId: string;
  /** The contract, or the order of services. */
  readonly contractId?: string | undefined;
  /** Workers whose pay is passed through. */
  readonly workers: number;
  /** All that the unit pays the agency for the contract, tax included. */
  readonly priceFen: Fen;
  /** Pay and employer's contributions passed through: part of the price. */
  readonly passedThroughFen: Fen;
  /** Fee, with tax on top where the fee excludes it: the rest of the price. */
  readonly feeFen: Fen;
  /** `null` where the service, or its rule on that day, is not established: nothing is assumed. */
  readonly tax: InvoiceTax | null;
}

/** How an invoice is taxed. */
export interface InvoiceTax {
  readonly service: VatService;
  readonly method: VatMethod;
  readonly rate: RatePpm;
  /** The part of the price that is taxed, the tax included. */
  readonly taxedFen: Fen;
  /** The part that is deducted before tax (差额扣除). */
  readonly untaxedFen: Fen;
  readonly vatFen: Fen;
  readonly documents: readonly InvoiceDocument[];
}

/** One invoice to be made out. Those of a price add up to it. */
export interface InvoiceDocument {
  /**
   * `special` (专用发票) where one may be made out, an ordinary one being as good; `ordinary` (普通发票) where no
   * other may; `null` where the kind is not established.
   */
  readonly kind: "special" | "ordinary" | null;
  readonly taxedFen: Fen;
  /** Shown apart from what is taxed. */
  readonly untaxedFen: Fen;
  readonly vatFen: Fen;
  /** True for one that reverses what was invoiced before (红字发票): its amounts are below nought. */
  readonly isRedLetter?: true | undefined;
}
