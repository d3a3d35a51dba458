import type { BilingualText, PayoutPurpose } from "@tongchou/core";
import type { FailureReason, StatusTable } from "../outcome.js";
import type { PaymentLimits, Provenance } from "../profile.js";

/** The versions of the payment order that are written. */
export type Pain001Version = "pain.001.001.03" | "pain.001.001.09";

/** How a purpose is said. Codes are of ISO's external code sets. */
export interface Iso20022Purpose {
  /** Category purpose (CtgyPurp), four letters such as `SALA`. */
  readonly category?: string | undefined;
  /** Purpose (Purp), four letters. */
  readonly purpose?: string | undefined;
  /** Words for the payee (RmtInf/Ustrd), 140 characters at most. */
  readonly words: string;
}

/** What a bank wants of messages of ISO 20022; every field but the version has a default. */
export interface Iso20022Options {
  /** Owner, format and version. Default: `iso20022.` and the version's name. */
  readonly id?: string | undefined;
  readonly name?: BilingualText | undefined;
  readonly provenance?: Provenance | undefined;
  readonly version: Pain001Version;
  readonly limits?: PaymentLimits | undefined;
  /** Default: {@link defaultPurposes}. A payment for a purpose that is missing is refused. */
  readonly purposes?: Readonly<Partial<Record<PayoutPurpose, Iso20022Purpose>>> | undefined;
  /** The bank's number of its customer (InitgPty/Id/OrgId/Othr/Id). Default: none. */
  readonly initiatingPartyId?: string | undefined;
  /** Whether the account is debited once for a part. Default: `true`, so that no statement lists wages. */
  readonly hasBatchBooking?: boolean | undefined;
  /** Code of the clearing system whose member numbers the CNAPS codes are. Default: `CNAPS`. */
  readonly clearingSystem?: string | undefined;
  /** Default: `CNY`. */
  readonly currency?: string | undefined;
  /** Meaning of statuses in pain.002. Default: {@link paymentStatuses}. */
  readonly statuses?: StatusTable | undefined;
  /** Meaning of reason codes. Default: {@link returnReasons}. */
  readonly reasons?: Readonly<Record<string, FailureReason>> | undefined;
}

/**
 * Words and codes of each purpose.
 *
 * SALA, SUPP and TAXS are of ISO's code set of category purposes; what a bank does by them is its own affair.
 */
export const defaultPurposes: Readonly<Record<PayoutPurpose, Iso20022Purpose>> = {
  wage: { category: "SALA", words: "工资" },
  "wage-supplement": { category: "SALA", words: "补发工资" },
  "agency-settlement": { category: "SUPP", words: "服务费" },
  "income-tax": { category: "TAXS", words: "个人所得税" },
  "social-insurance": { words: "社会保险费" },
  "housing-fund": { words: "住房公积金" },
  severance: { words: "经济补偿金" },
};
