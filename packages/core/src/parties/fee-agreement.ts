import { z } from "zod";
import type { PlainDate } from "../calendar/plain-date.js";
import { plainDateSchema } from "../calendar/plain-date-schema.js";
import { feeTermsSchema, type FeeTerms } from "../fees/fee-terms.js";

/**
 * Services of agencies that value-added tax tells apart: dispatch with and without a licence for it, HR
 * outsourcing (人力资源外包, an agency service), labour outsourcing, and labour outsourcing in construction.
 */
export type VatService =
  "dispatch" | "dispatch-unlicensed" | "agency" | "outsourcing" | "outsourcing-construction";

/**
 * What value-added tax is on: the full price, the balance after wages and contributions passed through, or
 * the balance by the elected simple method of agency services.
 */
export type VatMethod = "full" | "balance" | "simple";

/** What a unit pays an agency a fee by: a contract that supplies workers, or an order of services. */
export interface FeeAgreement {
  readonly id: string;
  readonly unitId: string;
  readonly agencyId: string;
  readonly signedOn: PlainDate;
  readonly expiresOn: PlainDate;
  readonly feeTerms: FeeTerms;
  /** True when the fee already contains value-added tax. */
  readonly vatIncluded: boolean;
  /** Service that the agency invoices; without it dispatch for dispatch, and not known for anything else. */
  readonly vatService?: VatService | undefined;
  /** Method by which the agency is taxed, where the law leaves it a choice. */
  readonly vatMethod?: VatMethod | undefined;
}

/** Shapes of the members of a fee agreement in JSON. */
export const feeAgreementShape: {
  readonly [Member in keyof FeeAgreement]-?: z.ZodType<FeeAgreement[Member], unknown>;
} = {
  id: z.string().min(1),
  unitId: z.string().min(1),
  agencyId: z.string().min(1),
  signedOn: plainDateSchema,
  expiresOn: plainDateSchema,
  feeTerms: feeTermsSchema,
  vatIncluded: z.boolean(),
  vatService: z
    .enum(["dispatch", "dispatch-unlicensed", "agency", "outsourcing", "outsourcing-construction"])
    .optional(),
  vatMethod: z.enum(["full", "balance", "simple"]).optional(),
};

/** True for an agreement that does not end before it begins. */
export function isSignedBeforeItExpires(agreement: Pick<FeeAgreement, "signedOn" | "expiresOn">): boolean {
  return agreement.signedOn <= agreement.expiresOn;
}
