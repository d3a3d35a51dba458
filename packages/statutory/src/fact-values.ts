import { fenSchema, ratePpm, type Fen, type RatePpm, type Rounding } from "@tongchou/core";
import { z } from "zod";

/** One step of a progressive table: the rate up to an amount, that amount included. */
export interface TaxBracket {
  readonly upToFen: Fen | null;
  readonly rate: RatePpm;
  /** Quick deduction (速算扣除数). */
  readonly quickFen: Fen;
}

/**
 * How a service is invoiced.
 *
 * - `special`: a special invoice may be made out on the whole price.
 * - `split`: what is deducted may be on an ordinary invoice only, a special one on the rest.
 * - `joint`: one invoice shows the price and what is deducted apart, taxed on the difference.
 */
export type VatInvoicing = "special" | "split" | "joint";

/** The values facts can have, by shape. Amounts are fen, rates parts per million. */
export interface FactShapes {
  readonly amount: { readonly fen: Fen };
  readonly "amount-range": { readonly minFen: Fen; readonly maxFen: Fen };
  readonly count: { readonly count: number };
  readonly rate: { readonly rate: RatePpm };
  readonly "rate-pair": { readonly employer: RatePpm; readonly employee: RatePpm };
  readonly "rate-range": { readonly min: RatePpm; readonly max: RatePpm };
  readonly "rate-list": { readonly rates: readonly RatePpm[] };
  readonly rounding: { readonly mode: Rounding; readonly unitFen: Fen };
  readonly "tax-table": { readonly brackets: readonly TaxBracket[] };
  readonly "labour-expense": {
    readonly thresholdFen: Fen;
    readonly fixedFen: Fen;
    readonly rateAbove: RatePpm;
  };
  readonly "base-bounds": {
    readonly lowerFen: Fen;
    readonly upperFen: Fen;
    readonly averageFen?: Fen | undefined;
  };
  readonly "minimum-wage": {
    readonly classes: Readonly<Record<string, { readonly monthlyFen: Fen; readonly hourlyFen: Fen }>>;
  };
  readonly "division-classes": { readonly classOf: Readonly<Record<string, string>> };
  readonly vat: {
    readonly rate: RatePpm;
    readonly base: "full" | "balance";
    /** Absent where it is not established. */
    readonly invoicing?: VatInvoicing | undefined;
  };
}

/** A shape's name. */
export type FactShape = keyof FactShapes;

const rate: z.ZodType<RatePpm, unknown> = z
  .int()
  .min(0)
  .transform((value) => ratePpm(value));

const bracketSchema: z.ZodType<TaxBracket, unknown> = z.strictObject({
  upToFen: fenSchema.nullable(),
  rate,
  quickFen: fenSchema,
});

const bracketsSchema: z.ZodType<readonly TaxBracket[], unknown> = z
  .array(bracketSchema)
  .min(1)
  .refine(limitsRise, {
    error: "limits rise, and only the last bracket has none (null)",
    params: { zh: "各级上限须递增，只有最后一级不设上限（null）" },
  });

const roundingUnit: z.ZodType<Fen, unknown> = fenSchema.refine((unit) => unit > 0, {
  error: "the unit of a rounding is 1 fen or more",
  params: { zh: "取整单位至少为1分" },
});

/** How each shape looks in JSON; what a deployment's pack is read with. */
export const factShapeSchemas: { readonly [Shape in FactShape]: z.ZodType<FactShapes[Shape], unknown> } = {
  amount: z.strictObject({ fen: fenSchema }),
  "amount-range": z
    .strictObject({ minFen: fenSchema, maxFen: fenSchema })
    .refine((range) => range.minFen <= range.maxFen, {
      error: "the smallest amount is above the largest one",
      params: { zh: "最低金额高于最高金额" },
    }),
  count: z.strictObject({ count: z.number().min(0) }),
  rate: z.strictObject({ rate }),
  "rate-pair": z.strictObject({ employer: rate, employee: rate }),
  "rate-range": z.strictObject({ min: rate, max: rate }).refine((range) => range.min <= range.max, {
    error: "the smallest rate is above the largest one",
    params: { zh: "最低比例高于最高比例" },
  }),
  "rate-list": z.strictObject({ rates: z.array(rate).min(1) }),
  rounding: z.strictObject({ mode: z.enum(["half-up", "half-even", "down", "up"]), unitFen: roundingUnit }),
  "tax-table": z.strictObject({ brackets: bracketsSchema }),
  "labour-expense": z.strictObject({ thresholdFen: fenSchema, fixedFen: fenSchema, rateAbove: rate }),
  "base-bounds": z
    .strictObject({ lowerFen: fenSchema, upperFen: fenSchema, averageFen: fenSchema.optional() })
    .refine((bounds) => bounds.lowerFen <= bounds.upperFen, {
      error: "the lower bound lies above the upper one",
      params: { zh: "下限高于上限" },
    }),
  "minimum-wage": z.strictObject({
    classes: z.record(z.string(), z.strictObject({ monthlyFen: fenSchema, hourlyFen: fenSchema })),
  }),
  "division-classes": z.strictObject({ classOf: z.record(z.string(), z.string()) }),
  vat: z.strictObject({
    rate,
    base: z.enum(["full", "balance"]),
    invoicing: z.enum(["special", "split", "joint"]).optional(),
  }),
};

function limitsRise(brackets: readonly TaxBracket[]): boolean {
  return brackets.every(({ upToFen }, index) => {
    if (upToFen === null) return index === brackets.length - 1;
    const before = index === 0 ? 0 : (brackets[index - 1]?.upToFen ?? 0);
    return index < brackets.length - 1 && upToFen > before;
  });
}
