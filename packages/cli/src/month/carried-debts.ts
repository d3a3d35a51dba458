import {
  addMonthsToPeriod,
  createIssue,
  deductionClaimKinds,
  fenSchema,
  parseWithSchema,
  period,
  placeIssues,
  plainDateSchema,
  type Issue,
  type Period,
} from "@tongchou/core";
import type { CarriedDebt } from "@tongchou/settlement";
import { z } from "zod";
import type { MonthFile } from "../documents/workbook-file.js";
import { cliIssues } from "../issues.js";

const schemaName = "tongchou/carried-debts@1";
const fileName = "carried.json";

const periodSchema: z.ZodType<Period, unknown> = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform((text) => period(text));

const debtSchema: z.ZodType<CarriedDebt, unknown> = z.strictObject({
  unitId: z.string().min(1),
  workerId: z.string().min(1),
  id: z.string().min(1),
  kind: z.enum(deductionClaimKinds),
  since: plainDateSchema,
  amountFen: fenSchema,
  keepFen: fenSchema.optional(),
  plan: z
    .discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("instalments"),
        firstMonth: periodSchema,
        instalments: z.int().min(1).max(360),
      }),
      z.strictObject({ kind: z.literal("monthly"), firstMonth: periodSchema, monthlyFen: fenSchema }),
    ])
    .optional(),
  repaidFen: fenSchema,
});

const fileSchema = z.strictObject({
  schema: z.literal(schemaName),
  /** Month whose settlement carried them. */
  period: periodSchema,
  debts: z.array(debtSchema),
});

/**
 * Reads `carried.json`, which the month before has written.
 *
 * @returns its debts; `schema-invalid` for a file of another form and `carried-of-other-month` for one that
 *   another month wrote, of which nothing is used
 */
export function readCarriedDebts(
  json: unknown,
  month: Period,
): { readonly debts: readonly CarriedDebt[]; readonly issues: readonly Issue[] } {
  const place = { file: fileName };
  const read = parseWithSchema(fileSchema, json);
  if (!read.ok) return { debts: [], issues: placeIssues(read.issues, { place }) };
  const { period: of, debts } = read.value;
  const before = addMonthsToPeriod(month, -1);
  if (of === before) return { debts, issues: [] };
  const values = { found: of, wanted: before };
  return { debts: [], issues: [createIssue(cliIssues, "carried-of-other-month", values, { place })] };
}

/** The file that the next month's run reads; none where nothing is carried. */
export function carriedFiles(month: Period, debts: readonly CarriedDebt[]): readonly MonthFile[] {
  if (debts.length === 0) return [];
  const content = { schema: schemaName, period: month, debts };
  return [{ path: fileName, bytes: `${JSON.stringify(content, undefined, 1)}\n`, rows: debts.length }];
}
