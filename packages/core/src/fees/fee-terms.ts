import { z } from "zod";
import type { Fen } from "../money/fen.js";
import { fenSchema } from "../money/fen-schema.js";
import { ratePpm, type RatePpm } from "../money/rate.js";
import { headCountingSchema, type HeadCounting } from "./head-counting.js";

/** What a month's fee is at least and at most, whatever the workers come to. */
export interface FeeBounds {
  /** Minimum charge of a month; due with no worker as well. */
  readonly minimumFen?: Fen | undefined;
  readonly maximumFen?: Fen | undefined;
}

/** A price per worker and month. */
export interface PerHeadTerms extends FeeBounds {
  readonly kind: "per-head";
  readonly monthlyFen: Fen;
  /** A contract that does not say counts whoever was there as a whole month. */
  readonly headCounting?: HeadCounting | undefined;
}

/**
 * One step of a tiered price: the price of the workers up to and including `upTo`. The last step has no end.
 */
export interface FeeTier {
  readonly upTo: number | null;
  readonly monthlyFen: Fen;
}

/**
 * A price per worker that falls with their number.
 *
 * `graduated`: each worker costs the price of the step that he or she falls in. `volume`: all workers cost
 * the price of the step that their number reaches. A contract that does not say is read as graduated. Workers
 * of a part of the month count as that part of a head on the steps as well.
 */
export interface TieredTerms extends FeeBounds {
  readonly kind: "per-head-tiered";
  readonly tiers: readonly FeeTier[];
  readonly basis?: "graduated" | "volume" | undefined;
  readonly headCounting?: HeadCounting | undefined;
}

/** A share of the month's gross pay. */
export interface RateOnGrossTerms extends FeeBounds {
  readonly kind: "rate-on-gross";
  readonly ppm: RatePpm;
}

/** One amount a month, whatever the number of workers. */
export interface FixedTerms {
  readonly kind: "fixed";
  readonly monthlyFen: Fen;
}

/** A market quote that both sides accepted (P2-3.2.3). */
export interface QuoteTerms {
  readonly kind: "quote";
  readonly monthlyFen: Fen;
  readonly quoteId: string;
}

/** How a service fee is reckoned. */
export type FeeTerms = PerHeadTerms | TieredTerms | RateOnGrossTerms | FixedTerms | QuoteTerms;

const rate: z.ZodType<RatePpm, unknown> = z
  .int()
  .min(0)
  .max(1_000_000)
  .transform((value) => ratePpm(value));

const tiers: z.ZodType<readonly FeeTier[], unknown> = z
  .array(z.strictObject({ upTo: z.int().min(1).nullable(), monthlyFen: fenSchema }))
  .refine(stepsRise, {
    error: "tiers must rise, and the last one has no end (null)",
    params: { zh: "各档人数须递增，最后一档不设上限（null）" },
  });

const bounds = { minimumFen: fenSchema.optional(), maximumFen: fenSchema.optional() };

/** Shape of fee terms in JSON: amounts in fen, rates in parts per million. */
export const feeTermsSchema: z.ZodType<FeeTerms, unknown> = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("per-head"),
      monthlyFen: fenSchema,
      headCounting: headCountingSchema.optional(),
      ...bounds,
    }),
    z.strictObject({
      kind: z.literal("per-head-tiered"),
      tiers,
      basis: z.enum(["graduated", "volume"]).optional(),
      headCounting: headCountingSchema.optional(),
      ...bounds,
    }),
    z.strictObject({ kind: z.literal("rate-on-gross"), ppm: rate, ...bounds }),
    z.strictObject({ kind: z.literal("fixed"), monthlyFen: fenSchema }),
    z.strictObject({ kind: z.literal("quote"), monthlyFen: fenSchema, quoteId: z.string().min(1) }),
  ])
  .refine(boundsAreInOrder, {
    path: ["maximumFen"],
    error: "the most a month costs is below the minimum charge",
    params: { zh: "每月封顶金额低于保底金额" },
  });

function boundsAreInOrder({ minimumFen, maximumFen }: FeeBounds & Pick<FeeTerms, "kind">): boolean {
  return minimumFen === undefined || maximumFen === undefined || minimumFen <= maximumFen;
}

function stepsRise(steps: readonly FeeTier[]): boolean {
  const ends = steps.map((step) => step.upTo ?? Infinity);
  return ends.at(-1) === Infinity && ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? 0));
}
