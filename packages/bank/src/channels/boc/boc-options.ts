import type { StatusTable } from "../../outcome.js";
import type { PaymentFormat } from "../../profile.js";

/** What was agreed with Bank of China, and what differs from the built-in tables. */
export interface BocOptions {
  /** termid, custid, cusopr of the head; the token is put in by a credential envelope. */
  readonly terminalId: string;
  readonly customerId: string;
  readonly operatorId: string;
  /** fribkn: the bank's own 5-digit number of the payer's branch. */
  readonly payerBankNumber: string;
  /**
   * crdtyp, one for all rows of a message: `5` cards of other banks by UnionPay, `6` other banks by HVPS or
   * BEPS, `7` the bank's own cards.
   */
  readonly cardType: "5" | "6" | "7";
  /** furinfo of the batch: the bank's code of the use. It has to be there. */
  readonly use: string;
  /** useinf of the batch: words of the sender's. Default: empty. */
  readonly useText?: string | undefined;
  /** purpose of a row for each purpose. Default: 工资, 补发工资, 补偿金; other purposes are refused. */
  readonly purposes?: PaymentFormat["purposes"] | undefined;
  /** Samples are in both. Default: `utf-8`. */
  readonly encoding?: "utf-8" | "gbk" | undefined;
  readonly rowsPerPart?: number | undefined;
  /** rspcod of a query's item beside {@link bocQueryStatuses}, or instead of them. */
  readonly queryStatuses?: StatusTable | undefined;
  /**
   * rspcod values by which a query says that the bank has no such batch. Default: none, for none is public.
   */
  readonly notFoundCodes?: readonly string[] | undefined;
  readonly notFoundWindowMinutes?: number | undefined;
}
