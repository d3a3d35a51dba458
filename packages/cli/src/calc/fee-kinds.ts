import {
  branchDefinitions,
  failed,
  formatRate,
  parsed,
  serviceFee,
  sumFen,
  zeroFen,
  type Branch,
} from "@tongchou/core";
import { assumedReadings, invoiceTax, vatMethodUnavailable, vatSurcharges } from "@tongchou/settlement";
import { z } from "zod";
import { calcKind, type CalcKind } from "./calc-kind.js";
import { amountString, dateString, periodString, yuan, yuanString } from "./calc-values.js";
import { feeTermsShape } from "./fee-terms-shape.js";
import { vatCaseFields } from "./vat-case-fields.js";

/** A worker under a contract: gross pay, and the days of somebody who joined or left in the month. */
const head = z
  .strictObject({ gross: yuanString.optional(), from: dateString.optional(), to: dateString.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: "the last day is before the first",
    params: { zh: "最后一天早于第一天" },
  });

const branches: ReadonlySet<string> = new Set(Object.keys(branchDefinitions));
const branch: z.ZodType<Branch, unknown> = z.custom<Branch>(
  (value) => typeof value === "string" && branches.has(value),
  { error: `one of ${[...branches].join(", ")}`, params: { zh: `须为 ${[...branches].join("、")} 之一` } },
);

/** Kinds of questions about an agency's fee and what it invoices. */
export const feeKinds: Readonly<Record<string, CalcKind>> = {
  fee: calcKind(
    z.object({ terms: feeTermsShape, period: periodString, heads: z.array(head).max(100_000) }),
    ({ terms, period, heads }) => {
      const grossFen = heads.map(({ gross }) => gross ?? zeroFen);
      const stays = { month: period, stays: heads };
      const fee = serviceFee(terms, grossFen, stays);
      const remarks = assumedReadings({ id: terms.kind, feeTerms: terms }, grossFen, stays);
      return parsed({ fee: yuan(fee.totalFen), shares: fee.sharesFen.map(yuan) }, remarks);
    },
  ),
  "vat-surcharges": calcKind(
    z.object({ vat: amountString, date: dateString }),
    ({ vat, date }, { facts }) => {
      const surcharges = vatSurcharges(vat, { on: date }, facts);
      if (!surcharges.ok) return surcharges;
      const amounts = Object.entries(surcharges.value).map(([kind, amount]) => [
        kind,
        amount === null ? "unknown" : yuan(amount),
      ]);
      return parsed(
        { surcharges: Object.fromEntries(amounts) as Readonly<Record<string, string>> },
        surcharges.issues,
      );
    },
  ),
  invoice: calcKind(
    z.object({
      branch: branch.optional(),
      ...vatCaseFields,
      passedThrough: amountString,
      fee: amountString,
      date: dateString,
    }),
    ({ branch: ofWorkers, passedThrough, fee, date, ...vatCase }, { facts }) => {
      // Wages of hosted workers are no supply of anybody; a service bought for them is invoiced on its own.
      const isHosted = ofWorkers !== undefined && branchDefinitions[ofWorkers].route === "payroll-hosting";
      const passedThroughFen = isHosted ? zeroFen : passedThrough;
      const priceFen = sumFen([passedThroughFen, fee]);
      if (priceFen === 0) return parsed({ price: yuan(priceFen), invoices: [] });
      const tax = invoiceTax(vatCase, { priceFen, passedThroughFen }, { on: date }, facts);
      if (tax === null) return failed(vatMethodUnavailable(vatCase, date));
      const { method, rate, taxedFen, untaxedFen, vatFen, documents } = tax;
      return parsed({
        price: yuan(priceFen),
        method,
        rate: formatRate(rate),
        taxed: yuan(taxedFen),
        untaxed: yuan(untaxedFen),
        vat: yuan(vatFen),
        invoices: documents.map((document) => ({
          kind: document.kind,
          taxed: yuan(document.taxedFen),
          untaxed: yuan(document.untaxedFen),
          vat: yuan(document.vatFen),
        })),
      });
    },
  ),
};
