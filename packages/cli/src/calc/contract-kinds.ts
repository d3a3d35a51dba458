import { parsed, plainDate, severance, zeroFen } from "@tongchou/core";
import { agencyInsolvency, overtimePay, valueAddedTax } from "@tongchou/settlement";
import { minimumContributionYears, minimumWage, retirementMonth } from "@tongchou/statutory";
import { z } from "zod";
import { calcKind, type CalcKind } from "./calc-kind.js";
import { amountString, centihours, dateString, periodString, yuan } from "./calc-values.js";
import { vatCaseFields } from "./vat-case-fields.js";

/** Day of the present conversion of working time, for questions without a date. */
const presentConversion = plainDate("2019-01-01");

const segment = z
  .object({ from: dateString, to: dateString, alreadyPaid: z.boolean().optional() })
  .refine(({ from, to }) => from <= to, {
    error: "a segment ends on or after the day it begins",
    params: { zh: "终止日不得早于起始日" },
    path: ["to"],
  });

const agencyDebt = z
  .strictObject({ due: amountString, paid: amountString.optional() })
  .transform(({ due, paid }) => ({ dueFen: due, paidFen: paid ?? zeroFen }));

const noDebt = { dueFen: zeroFen, paidFen: zeroFen };

/** Kinds of questions about contracts, wages and services. */
export const contractKinds: Readonly<Record<string, CalcKind>> = {
  severance: calcKind(
    z.object({
      segments: z.array(segment).min(1),
      average12: amountString,
      cityAverageMonthly: amountString,
      minimumWage: amountString.optional(),
      unlawful: z.boolean().optional(),
      publicWelfarePost: z.boolean().optional(),
      partTime: z.boolean().optional(),
    }),
    (question) => {
      const result = severance({
        segments: question.segments,
        average12Fen: question.average12,
        cityAverageMonthlyFen: question.cityAverageMonthly,
        minimumWageFen: question.minimumWage,
        unlawful: question.unlawful,
        publicWelfarePost: question.publicWelfarePost,
        partTime: question.partTime,
      });
      const answer = {
        months: result.halfMonths / 2,
        base: yuan(result.baseFen),
        amount: yuan(result.amountFen),
      };
      return parsed(answer, result.issues);
    },
  ),
  retirement: calcKind(
    z.object({ category: z.enum(["M60", "F55", "F50"]), birth: periodString }),
    ({ category, birth }) => {
      const retires = retirementMonth(category, birth);
      return parsed({ retires, minimumContributionYears: minimumContributionYears(retires) });
    },
  ),
  "minimum-wage": calcKind(
    z.object({
      division: z.string(),
      date: dateString,
      gross: amountString,
      overtime: amountString.optional(),
    }),
    ({ division, date, gross, overtime }, { facts }) => {
      const wage = minimumWage(facts, division, date);
      if (!wage.ok) return wage;
      const { standardFen, confidence } = wage.value;
      const meets = gross - (overtime ?? 0) >= standardFen;
      return parsed({ standard: yuan(standardFen), meets, confidence }, wage.issues);
    },
  ),
  overtime: calcKind(
    z.object({
      monthWage: amountString,
      weekdayHours: centihours.optional(),
      restDayHours: centihours.optional(),
      holidayHours: centihours.optional(),
      date: dateString.optional(),
    }),
    ({ monthWage, weekdayHours, restDayHours, holidayHours, date }, { facts }) => {
      const hours = {
        weekdayCentihours: weekdayHours,
        restDayCentihours: restDayHours,
        holidayCentihours: holidayHours,
      };
      const pay = overtimePay(monthWage, hours, date ?? presentConversion, facts);
      if (!pay.ok) return pay;
      const { dayWageFen, hourWageFen, payFen } = pay.value;
      return parsed({ dayWage: yuan(dayWageFen), hourWage: yuan(hourWageFen), pay: yuan(payFen) });
    },
  ),
  "agency-insolvency": calcKind(
    z.object({
      unit: z.string().min(1),
      agency: z.string().min(1),
      mode: z.enum(["dispatch", "outsourcing"]),
      recovered: amountString,
      workers: z
        .array(
          z.strictObject({
            worker: z.string().min(1),
            wages: agencyDebt,
            contributions: agencyDebt.optional(),
            tax: agencyDebt.optional(),
          }),
        )
        .max(10_000),
    }),
    ({ unit, agency, mode, recovered, workers }) => {
      const owed = workers.map(({ worker, wages, contributions = noDebt, tax = noDebt }) => ({
        workerId: worker,
        wages,
        contributions,
        tax,
      }));
      const parties = { unitId: unit, agencyId: agency, mode };
      const shared = agencyInsolvency({ ...parties, recoveredFen: recovered, workers: owed });
      if (!shared.ok) return shared;
      const { liability, openFen, leftFen } = shared.value;
      const answer = {
        liability,
        open: yuan(openFen),
        left: yuan(leftFen),
        workers: shared.value.workers.map((worker) => ({
          worker: worker.workerId,
          recovered: yuan(worker.recoveredFen),
          openWages: yuan(worker.openWagesFen),
          openContributions: yuan(worker.openContributionsFen),
          openTax: yuan(worker.openTaxFen),
        })),
      };
      return parsed(answer, shared.issues);
    },
  ),
  vat: calcKind(
    z.object({
      ...vatCaseFields,
      gross: amountString,
      deductible: amountString.optional(),
      date: dateString,
    }),
    ({ service, taxpayer, method, gross, deductible, date }, { facts }) => {
      const supply = { service, taxpayer, method, grossFen: gross, deductibleFen: deductible, on: date };
      const tax = valueAddedTax(supply, facts);
      if (!tax.ok) return tax;
      return parsed({
        method: tax.value.method,
        vat: yuan(tax.value.vatFen),
        confidence: tax.value.confidence,
      });
    },
  ),
};
