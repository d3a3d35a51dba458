import {
  headCountingSchema,
  parseRate,
  ratePpm,
  type Fen,
  type FeeTerms,
  type RatePpm,
} from "@tongchou/core";
import { z } from "zod";
import { amountString } from "./calc-values.js";

/** A rate as a decimal string or in per cent. */
export const rateString: z.ZodType<RatePpm, unknown> = z
  .string()
  .transform((text) => parseRate(text))
  .refine((rate) => rate.ok && rate.value >= 0 && rate.value <= ratePpm(1_000_000), {
    error: "a rate of 0 to 1 as a decimal string, or in per cent",
    params: { zh: "比例须为 0 至 1 的小数字符串，或百分数" },
    abort: true,
  })
  .transform((rate) => (rate.ok ? rate.value : ratePpm(0)));

const headCounting = headCountingSchema.optional();
const bounds = { minimum: amountString.optional(), maximum: amountString.optional() };

interface Bounds {
  readonly minimum?: Fen | undefined;
  readonly maximum?: Fen | undefined;
}

interface Tier {
  readonly upTo: number | null;
  readonly monthly: Fen;
}

const tiers: z.ZodType<readonly Tier[], unknown> = z
  .array(z.strictObject({ upTo: z.int().min(1).nullable(), monthly: amountString }))
  .refine((steps) => steps.length > 0 && steps.every(risesToNoEnd), {
    error: "tiers must rise, and only the last one has no end (null)",
    params: { zh: "各档人数须递增，只有最后一档不设上限（null）" },
  });

/** Fee terms as a question has them: the kinds of a contract, with amounts in yuan. */
export const feeTermsShape: z.ZodType<FeeTerms, unknown> = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("per-head"), monthly: amountString, headCounting, ...bounds }),
    z.strictObject({
      kind: z.literal("per-head-tiered"),
      tiers,
      basis: z.enum(["graduated", "volume"]).optional(),
      headCounting,
      ...bounds,
    }),
    z.strictObject({ kind: z.literal("rate-on-gross"), rate: rateString, ...bounds }),
    z.strictObject({ kind: z.literal("fixed"), monthly: amountString }),
    z.strictObject({ kind: z.literal("quote"), monthly: amountString, quoteId: z.string().min(1) }),
  ])
  .refine((terms) => !("minimum" in terms) || isInOrder(terms), {
    path: ["maximum"],
    error: "the most a month costs is below the minimum charge",
    params: { zh: "每月封顶金额低于保底金额" },
  })
  .transform((terms): FeeTerms => {
    switch (terms.kind) {
      case "per-head":
        return { ...terms, monthlyFen: terms.monthly, ...boundsOf(terms) };
      case "per-head-tiered":
        return { ...terms, tiers: terms.tiers.map(tierOf), ...boundsOf(terms) };
      case "rate-on-gross":
        return { kind: terms.kind, ppm: terms.rate, ...boundsOf(terms) };
      case "fixed":
      case "quote":
        return { ...terms, monthlyFen: terms.monthly };
    }
  });

function risesToNoEnd({ upTo }: Tier, index: number, all: readonly Tier[]): boolean {
  if (upTo === null) return index === all.length - 1;
  return index < all.length - 1 && upTo > (all[index - 1]?.upTo ?? 0);
}

function isInOrder({ minimum, maximum }: Bounds): boolean {
  return minimum === undefined || maximum === undefined || minimum <= maximum;
}

function boundsOf({ minimum, maximum }: Bounds): {
  minimumFen: Fen | undefined;
  maximumFen: Fen | undefined;
} {
  return { minimumFen: minimum, maximumFen: maximum };
}

function tierOf({ upTo, monthly }: Tier): { upTo: number | null; monthlyFen: Fen } {
  return { upTo, monthlyFen: monthly };
}
