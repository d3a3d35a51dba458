import { formatRate, parsed, plainDate, type Parsed } from "@tongchou/core";
import {
  taxBonusApart,
  taxSeverance,
  withholdIntern,
  withholdLabourFee,
  withholdPlatformWorker,
  withholdWages,
  type MonthTax,
} from "@tongchou/settlement";
import { z } from "zod";
import { calcKind, type CalcAnswer, type CalcKind } from "./calc-kind.js";
import { amountString, dateString, year, yuan } from "./calc-values.js";
import { endsByDecember, monthNumber, pastDecember, wageYearFields } from "./wage-year.js";

/**
 * First day of the present income-tax law, for questions without a date: their rules have not changed since.
 */
const presentLaw = plainDate("2019-01-01");

const monthRises = {
  error: "months stand once each, in rising order",
  params: { zh: "月份须各出现一次并递增" },
};

const monthIncomes = z
  .array(z.object({ month: monthNumber, income: amountString }))
  .refine(areRising, monthRises);

const platformIncomes = z
  .array(
    z.object({
      month: monthNumber,
      income: amountString,
      exempt: amountString.optional(),
      other: amountString.optional(),
    }),
  )
  .refine(areRising, monthRises);

/** Kinds of questions about income tax. */
export const taxKinds: Readonly<Record<string, CalcKind>> = {
  "wage-withholding": calcKind(
    z.object(wageYearFields).refine(endsByDecember, pastDecember),
    (wages, { facts }) => {
      const taxes = withholdWages(wages, facts);
      if (!taxes.ok) return taxes;
      return parsed({ taxByMonth: taxes.value.map((withholding) => yuan(withholding.taxFen)) });
    },
  ),
  "intern-withholding": calcKind(z.object({ year, months: monthIncomes }), (question, { facts }) =>
    monthTaxes(withholdIntern(question.year, incomes(question.months), facts)),
  ),
  "platform-worker-withholding": calcKind(
    z.object({ year, months: platformIncomes }),
    ({ year: of, months }, { facts }) => {
      const paid = months.map(({ month, income, exempt, other }) => ({
        month,
        incomeFen: income,
        exemptFen: exempt,
        otherFen: other,
      }));
      return monthTaxes(withholdPlatformWorker(of, paid, facts));
    },
  ),
  "labour-withholding": calcKind(
    z.object({ income: amountString, date: dateString.optional() }),
    ({ income, date }, { facts }) => {
      const tax = withholdLabourFee(income, date ?? presentLaw, facts);
      if (!tax.ok) return tax;
      return parsed({ taxable: yuan(tax.value.taxableFen), tax: yuan(tax.value.taxFen) });
    },
  ),
  "bonus-tax": calcKind(z.object({ bonus: amountString, date: dateString }), ({ bonus, date }, { facts }) => {
    const tax = taxBonusApart(bonus, date, facts);
    if (!tax.ok) return tax;
    const { rate, quickFen, taxFen } = tax.value;
    return parsed({ rate: formatRate(rate), quick: yuan(quickFen), tax: yuan(taxFen) });
  }),
  "severance-tax": calcKind(
    z.object({ payment: amountString, cityAverageAnnual: amountString, date: dateString.optional() }),
    ({ payment, cityAverageAnnual, date }, { facts }) => {
      const tax = taxSeverance(payment, cityAverageAnnual, date ?? presentLaw, facts);
      if (!tax.ok) return tax;
      return parsed({ taxable: yuan(tax.value.taxableFen), tax: yuan(tax.value.taxFen) });
    },
  ),
};

function areRising(months: readonly { readonly month: number }[]): boolean {
  return months.every((entry, index) => index === 0 || entry.month > (months[index - 1]?.month ?? 0));
}

function incomes(
  months: readonly { readonly month: number; readonly income: Parameters<typeof yuan>[0] }[],
): Parameters<typeof withholdIntern>[1] {
  return months.map((entry) => ({ month: entry.month, incomeFen: entry.income }));
}

function monthTaxes(taxes: Parsed<readonly MonthTax[]>): Parsed<CalcAnswer> {
  if (!taxes.ok) return taxes;
  return parsed({
    taxByMonth: taxes.value.map((entry) => ({ month: entry.month, tax: yuan(entry.taxFen) })),
  });
}
