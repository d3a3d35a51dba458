import type { StatusTable } from "../../outcome.js";
import type { PaymentFormat } from "../../profile.js";

/**
 * What was agreed with the Industrial and Commercial Bank of China, and what differs from the built-in
 * tables.
 */
export interface IcbcOptions {
  /** CIS and GroupCIS: the customer's number. */
  readonly cis: string;
  /** ID: the name of the certificate, also the URL's userID. */
  readonly userId: string;
  /** SettleMode: `2` debits the batch in one sum, `0` each payment. */
  readonly settleMode: "2" | "0";
  /** PayType: `1` fast, `2` normal, `3` across banks. Default: `1`. */
  readonly payType?: "1" | "2" | "3" | undefined;
  /** RecCityName of payees at other banks. Default: empty. */
  readonly otherBankPlace?: string | undefined;
  /** UseCN for each purpose. Default: 工资, 补发工资, 补偿金; other purposes are refused. */
  readonly purposes?: PaymentFormat["purposes"] | undefined;
  /** Instructions in one package. Default: no limit, for none is public. */
  readonly rowsPerPart?: number | undefined;
  /** Result codes beside {@link icbcResults}, or instead of them. */
  readonly results?: StatusTable | undefined;
  /**
   * RetCode values by which the bank says that it does not have a package. Default: none, for none is
   * public.
   */
  readonly notFoundCodes?: readonly string[] | undefined;
  readonly notFoundWindowMinutes?: number | undefined;
}
