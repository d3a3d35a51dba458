import { z } from "zod";

/** How an agency is registered for value-added tax. */
export type VatTaxpayer = "general" | "small-scale";

/** The account a unit, an agency or an authority is paid on. */
export interface CorporateAccount {
  readonly name: string;
  readonly number: string;
  readonly bankName?: string | undefined;
  readonly cnapsCode?: string | undefined;
}

/** A human-resource agency that dispatches workers or supplies outsourced services. */
export interface HrAgency {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  readonly vatTaxpayer: VatTaxpayer;
  readonly account?: CorporateAccount | undefined;
  readonly ultimateParent?: string | undefined;
}

/** Shape of a corporate account in JSON. */
export const corporateAccountSchema: z.ZodType<CorporateAccount, unknown> = z.strictObject({
  name: z.string().min(1),
  number: z.string().regex(/^[0-9-]{9,40}$/),
  bankName: z.string().min(1).optional(),
  cnapsCode: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
});

/** Shape of an agency in JSON. */
export const hrAgencySchema: z.ZodType<HrAgency, unknown> = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  creditCode: z.string().min(1),
  vatTaxpayer: z.enum(["general", "small-scale"]),
  account: corporateAccountSchema.optional(),
  ultimateParent: z.string().min(1).optional(),
});
