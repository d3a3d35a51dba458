import {
  type BilingualText,
  createIssue,
  type Fen,
  fenSchema,
  type Issue,
  type Parsed,
  parseWithSchema,
  type PayoutPurpose,
  type PlainDate,
  plainDateSchema,
} from "@tongchou/core";
import { z } from "zod";
import { bankIssues } from "./issues.js";
import { type FailureReason, failureReasons, outcomeStatuses, type StatusTable } from "./outcome.js";
import { checkProfile } from "./profiles/check-profile.js";
import {
  type FileLayout,
  fileLayoutSchema,
  type ResultLayout,
  resultLayoutSchema,
} from "./profiles/layout.js";

/** Where a layout comes from, and who compared it with the bank's own manual, and when. */
export interface Provenance {
  readonly source: string;
  readonly verifiedBy: string | null;
  readonly verifiedOn: PlainDate | null;
}

/** What a bank takes. What is not said has no limit. */
export interface PaymentLimits {
  /** Payments in one file; a longer batch is split into parts. */
  readonly rowsPerFile?: number | undefined;
  readonly amountPerPaymentFen?: Fen | undefined;
}

/** How payments are written for a bank. */
export interface PaymentFormat {
  readonly layout: FileLayout;
  /** The bank's word for each purpose; a payment for another purpose is refused. */
  readonly purposes: Readonly<Partial<Record<PayoutPurpose, string>>>;
  readonly limits?: PaymentLimits | undefined;
  /**
   * Template of the part's own batch number, made of `{batchNumber}` and `{part}` (two digits or more), both
   * needed. Default: `{batchNumber}-{part}`.
   */
  readonly partBatchNumber?: string | undefined;
  /**
   * Template of the file's name, made of `{batchNumber}` (the part's own, needed), `{payDate}` (`20240315`)
   * and `{payerAccount}`.
   */
  readonly fileName: string;
}

/** How a bank's result files are read. */
export interface ResultFormat {
  readonly layout: ResultLayout;
  /**
   * Further layouts of the same bank's results. A file is read by the first layout whose frame it has and by
   * which the first line of a payment can be read; where none fits, `layout` says what is wrong.
   */
  readonly otherLayouts?: readonly ResultLayout[] | undefined;
  /** Meaning of each status text, word for word; a text that is not here is `unknown`. */
  readonly statuses: StatusTable;
  /** Meaning of each reason text, word for word, where the status does not tell. Default: none. */
  readonly reasons?: Readonly<Record<string, FailureReason>> | undefined;
}

/** A bank's file format as data; all of it fits in a JSON file. */
export interface BankProfile {
  /** Owner, format and version, such as `tongchou.delimited@1`. A changed layout is a new version. */
  readonly id: string;
  readonly name: BilingualText;
  readonly provenance: Provenance;
  /** The number that the bank itself gives to this version of its template, where it is known. */
  readonly formatVersion?: string | undefined;
  readonly payment: PaymentFormat;
  /** Missing where nothing is known of the bank's results; they cannot be read then. */
  readonly result?: ResultFormat | undefined;
}

/** Every purpose that a bank can have a word for. */
export const payoutPurposes: readonly PayoutPurpose[] = [
  "wage",
  "wage-supplement",
  "agency-settlement",
  "income-tax",
  "social-insurance",
  "housing-fund",
  "severance",
];

const failureReason = z.enum(failureReasons);

/** Shape of a bank's profile in JSON. {@link parseProfile} also tests that its parts fit together. */
export const bankProfileSchema: z.ZodType<BankProfile, unknown> = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+@\d+$/),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  provenance: z.strictObject({
    source: z.string().min(1),
    verifiedBy: z.string().min(1).nullable(),
    verifiedOn: plainDateSchema.nullable(),
  }),
  formatVersion: z.string().min(1).optional(),
  payment: z.strictObject({
    layout: fileLayoutSchema,
    purposes: z.partialRecord(z.enum(payoutPurposes), z.string().min(1)),
    limits: z
      .strictObject({ rowsPerFile: z.int().min(1).optional(), amountPerPaymentFen: fenSchema.optional() })
      .optional(),
    partBatchNumber: z.string().optional(),
    fileName: z.string(),
  }),
  result: z
    .strictObject({
      layout: resultLayoutSchema,
      otherLayouts: z.array(resultLayoutSchema).optional(),
      statuses: z.record(
        z.string(),
        z.strictObject({ outcome: z.enum(outcomeStatuses), reason: failureReason.optional() }),
      ),
      reasons: z.record(z.string(), failureReason).optional(),
    })
    .optional(),
});

/**
 * Reads a bank's profile, such as the content of a JSON file, and tests that its parts fit together.
 *
 * @returns the profile, or all that is wrong with it: `amount-unit-missing`, the `profile-` issues of
 *   {@link bankIssues}, and `schema-invalid` of core; each with a JSON pointer to the part
 * @example
 * parseProfile(delimitedProfile).ok; // => true
 * parseProfile({}).ok; // => false
 */
export function parseProfile(value: unknown): Parsed<BankProfile> {
  const profile = parseWithSchema(bankProfileSchema, value);
  if (!profile.ok) return { ok: false, issues: profile.issues.map(nameMissingUnit) };
  const issues = checkProfile(profile.value);
  return issues.length === 0 ? profile : { ok: false, issues };
}

function nameMissingUnit(issue: Issue): Issue {
  const path = issue.path ?? "";
  if (!path.endsWith("/amountUnit")) return issue;
  return createIssue(bankIssues, "amount-unit-missing", { path }, { path });
}
