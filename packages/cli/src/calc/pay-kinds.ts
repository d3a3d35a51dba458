import { deductionClaimKinds, fen, firstDayOf, parsed, zeroFen } from "@tongchou/core";
import {
  backPayOf,
  bonusTraps,
  clawBack,
  compareBonus,
  factsFor,
  instalmentsOf,
  partialMonthPay,
  repayDebts,
  takeDeductions,
  type BonusTrap,
  type BonusWay,
  type TakenDeduction,
} from "@tongchou/settlement";
import { z } from "zod";
import { calcKind, type CalcAnswer, type CalcKind } from "./calc-kind.js";
import { amountString, dateString, periodString, yuan, yuanString } from "./calc-values.js";
import { endsByDecember, monthNumber, pastDecember, wageYearFields } from "./wage-year.js";

/** More of anything is no question about one worker. */
const itemsMax = 200;

/** Days with at most two decimals, as a number or a string, in hundredths. */
const centidays: z.ZodType<number, unknown> = z
  .unknown()
  .transform((value) => (typeof value === "number" || typeof value === "string" ? String(value) : ""))
  .refine((text) => /^\d{1,2}(\.\d{1,2})?$/.test(text), {
    error: "days of 0 or more with at most two decimals",
    params: { zh: "天数须为0以上、至多两位小数" },
    abort: true,
  })
  .transform((text) => Math.round(Number(text) * 100));

const stretch = z.object({ from: dateString.optional(), to: dateString.optional() });

const claim = z.object({
  id: z.string(),
  kind: z.enum(deductionClaimKinds),
  since: dateString,
  keep: amountString.optional(),
});

const monthPay = {
  gross: amountString,
  overtime: amountString.optional(),
  net: yuanString,
};

const instalment = z.object({ month: periodString, amount: amountString });

/** Kinds of questions about what is paid and what is taken from it. */
export const payKinds: Readonly<Record<string, CalcKind>> = {
  "partial-month": calcKind(
    z.object({
      month: periodString,
      monthWage: amountString,
      convention: z.enum(["paid-days", "paid-days-missed", "calendar-days"]),
      employed: z.array(stretch).max(itemsMax),
      unpaidDays: centidays.optional(),
      paidDays: z.array(dateString).max(31).optional(),
    }),
    ({ monthWage, unpaidDays, ...partial }, { facts }) => {
      const month = { ...partial, monthWageFen: monthWage, unpaidCentidays: unpaidDays };
      const pay = partialMonthPay(month, facts);
      if (!pay.ok) return pay;
      const { convention, paidCentidays, wholeCentidays, dayWageFen, payFen } = pay.value;
      return parsed({
        convention,
        paidDays: paidCentidays / 100,
        wholeDays: wholeCentidays / 100,
        dayWage: yuan(dayWageFen),
        pay: yuan(payFen),
      });
    },
  ),
  "back-pay": calcKind(
    z.object({
      taxMonth: periodString,
      months: z
        .array(z.object({ serviceMonth: periodString, paid: amountString, due: amountString }))
        .max(itemsMax),
    }),
    ({ taxMonth, months }) => {
      const served = months.map(({ serviceMonth, paid, due }) => ({
        serviceMonth,
        paidFen: paid,
        dueFen: due,
      }));
      const backPay = backPayOf(served, taxMonth);
      return parsed({
        taxMonth,
        amount: yuan(backPay.amountFen),
        earlierYears: yuan(backPay.earlierYearsFen),
        items: backPay.items.map(({ amountFen, ...item }) => ({ ...item, amount: yuan(amountFen) })),
      });
    },
  ),
  clawback: calcKind(
    z.object({
      amount: amountString,
      keep: amountString,
      gross: amountString,
      special: amountString,
      date: dateString,
      monthsAtAgent: monthNumber,
      additional: amountString.optional(),
      incomeBefore: amountString.optional(),
      specialBefore: amountString.optional(),
      withheldBefore: amountString.optional(),
    }),
    (question, { facts }) => {
      const ids = [
        "cn.iit.comprehensive.annual",
        "cn.iit.basic-deduction.monthly",
        "cn.iit.rounding",
      ] as const;
      const known = factsFor(facts, ids, question.date);
      if (!known.ok) return known;
      const { amount, keep, gross, special, incomeBefore = zeroFen, specialBefore = zeroFen } = question;
      const figures = {
        incomeFen: fen(incomeBefore + gross),
        exemptFen: zeroFen,
        basicDeductionFen: fen(
          known.value["cn.iit.basic-deduction.monthly"].value.fen * question.monthsAtAgent,
        ),
        specialFen: fen(specialBefore + special),
        additionalFen: question.additional ?? zeroFen,
        otherFen: zeroFen,
        withheldFen: question.withheldBefore ?? zeroFen,
      };
      const tables = {
        table: known.value["cn.iit.comprehensive.annual"].value,
        rounding: known.value["cn.iit.rounding"].value,
      };
      const month = { grossFen: gross, specialFen: special, figures };
      const taken = clawBack({ id: "clawback", amountFen: amount, keepFen: keep, ...month }, tables);
      if (!taken.ok) return taken;
      const { takenFen, leftFen, taxFen, netFen } = taken.value;
      const answer = { taken: yuan(takenFen), left: yuan(leftFen), tax: yuan(taxFen), net: yuan(netFen) };
      return parsed(answer, taken.issues);
    },
  ),
  deductions: calcKind(
    z.object({
      division: z.string(),
      date: dateString,
      ...monthPay,
      claims: z.array(claim.extend({ due: amountString })).max(itemsMax),
    }),
    ({ division, date, gross, overtime = zeroFen, net, claims }, { facts }) => {
      const pay = { grossFen: gross, overtimeFen: overtime, netFen: net };
      const due = claims.map(({ due: dueFen, keep, ...rest }) => ({ ...rest, dueFen, keepFen: keep }));
      const after = takeDeductions(pay, due, { division, on: date }, facts);
      const answer = {
        taken: after.taken.map(takenAnswer),
        payable: yuan(after.payableFen),
        carried: yuan(after.carriedFen),
      };
      return parsed(answer, after.issues);
    },
  ),
  "wage-advance": calcKind(
    z.object({ amount: amountString, firstMonth: periodString, instalments: z.int().min(1).max(itemsMax) }),
    ({ amount, firstMonth, instalments }) => {
      // Neither the id nor the day of an advance matters to its plan.
      const advance = { id: "", paidOn: firstDayOf(firstMonth), amountFen: amount, firstMonth, instalments };
      const plan = instalmentsOf(advance);
      return parsed({
        instalments: plan.map(({ month, amountFen }) => ({ month, amount: yuan(amountFen) })),
      });
    },
  ),
  repayment: calcKind(
    z.object({
      division: z.string(),
      months: z.array(z.object({ month: periodString, ...monthPay })).max(itemsMax),
      debts: z
        .array(
          claim.extend({ amount: amountString, instalments: z.array(instalment).max(itemsMax).optional() }),
        )
        .max(itemsMax),
    }),
    ({ division, months, debts }, { facts }) => {
      const paid = months.map(({ month, gross, overtime = zeroFen, net }) => ({
        month,
        grossFen: gross,
        overtimeFen: overtime,
        netFen: net,
      }));
      const owed = debts.map(({ amount, keep, instalments, ...rest }) => ({
        ...rest,
        amountFen: amount,
        keepFen: keep,
        instalments: instalments?.map((part) => ({ month: part.month, amountFen: part.amount })),
      }));
      const repaid = repayDebts(paid, owed, { division }, facts);
      const answer = {
        months: repaid.months.map((month) => ({
          month: month.month,
          payable: yuan(month.payableFen),
          carried: yuan(month.carriedFen),
          open: yuan(month.openFen),
          taken: month.taken.map(takenAnswer),
        })),
        open: repaid.open.map(({ leftFen, ...debt }) => ({ ...debt, left: yuan(leftFen) })),
      };
      return parsed(
        answer,
        repaid.months.flatMap(({ issues }) => issues),
      );
    },
  ),
  "bonus-choice": calcKind(
    z
      .object({
        ...wageYearFields,
        bonus: amountString,
        date: dateString,
        choice: z.enum(["apart", "merged"]).optional(),
        apartUsed: z.boolean().optional(),
      })
      .refine(endsByDecember, pastDecember),
    ({ bonus, date, choice, apartUsed, ...wages }, { facts }) => {
      const question = { bonusFen: bonus, paidOn: date, wages, choice, isApartUsed: apartUsed };
      const compared = compareBonus(question, facts);
      if (!compared.ok) return compared;
      const { assumedMonths, apart, merged, better, taken, trap } = compared.value;
      const answer = {
        ...(assumedMonths === 0 ? {} : { assumedMonths }),
        apart: apart === null ? null : wayAnswer(apart),
        merged: wayAnswer(merged),
        better,
        taken,
        trap: trap === null ? null : trapAnswer(trap),
      };
      return parsed(answer, compared.issues);
    },
  ),
  "bonus-traps": calcKind(z.object({ date: dateString }), ({ date }, { facts }) => {
    const traps = bonusTraps(date, facts);
    return traps.ok ? parsed({ traps: traps.value.map(trapAnswer) }) : traps;
  }),
};

function takenAnswer({ id, kind, takenFen, leftFen, limit }: TakenDeduction): CalcAnswer {
  return { id, kind, taken: yuan(takenFen), left: yuan(leftFen), limit };
}

function wayAnswer({ bonusTaxFen, yearTaxFen }: BonusWay): CalcAnswer {
  return { bonusTax: yuan(bonusTaxFen), yearTax: yuan(yearTaxFen) };
}

function trapAnswer({ aboveFen, upToFen, lossFen }: BonusTrap): CalcAnswer {
  return { above: yuan(aboveFen), upTo: yuan(upToFen), loss: yuan(lossFen) };
}
