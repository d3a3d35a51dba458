import type { VatMethod, VatService, VatTaxpayer } from "@tongchou/core";
import { z } from "zod";

/** The fields of a question that say whose supply is taxed, and how. */
export const vatCaseFields: {
  readonly service: z.ZodType<VatService, unknown>;
  readonly taxpayer: z.ZodType<VatTaxpayer, unknown>;
  readonly method: z.ZodOptional<z.ZodType<VatMethod, unknown>>;
} = {
  service: z.enum(["dispatch", "dispatch-unlicensed", "agency", "outsourcing", "outsourcing-construction"]),
  taxpayer: z.enum(["general", "small-scale"]),
  method: z.enum(["full", "balance", "simple"]).optional(),
};
