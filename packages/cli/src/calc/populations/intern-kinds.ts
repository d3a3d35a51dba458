import { parsed } from "@tongchou/core";
import { internPay, internshipIssues, internShareIssues } from "@tongchou/settlement";
import { z } from "zod";
import { calcKind, type CalcKind } from "../calc-kind.js";
import { amountString, centihours, dateString, periodString, yuan } from "../calc-values.js";
import { withinRange, workFields } from "./work-fields.js";

const id = z.string().min(1);
const count = z.int().min(0).max(1_000_000);

const fees = z
  .array(z.strictObject({ kind: id, amount: amountString }))
  .transform((rows) => rows.map((row) => ({ kind: row.kind, amountFen: row.amount })));

/** Kinds of questions about student interns. */
export const internKinds: Readonly<Record<string, CalcKind>> = {
  "intern-pay": calcKind(
    z.object({
      period: periodString,
      pay: amountString,
      independent: z.boolean(),
      postWage: amountString,
      lowestGrade: amountString.optional(),
      attended: workFields.attended,
      scheduled: workFields.scheduled,
      longestDay: centihours.optional(),
      overtimeShifts: count.optional(),
      nightShifts: count.optional(),
      restDayShifts: count.optional(),
      filedException: id.optional(),
      deductions: fees.optional(),
      incomeBefore: z
        .array(z.strictObject({ month: z.int().min(1).max(12), income: amountString }))
        .optional(),
      paidOn: dateString.optional(),
    }),
    (question, { facts }) =>
      withinRange(() => {
        const pay = internPay(
          {
            workerId: "",
            workerName: "",
            hostId: "",
            month: question.period,
            payFen: question.pay,
            independent: question.independent,
            postWageFen: question.postWage,
            lowestGradeFen: question.lowestGrade,
            attendedCentidays: question.attended,
            scheduledCentidays: question.scheduled,
            hours: {
              longestDayCentihours: question.longestDay ?? 0,
              overtimeShifts: question.overtimeShifts ?? 0,
              nightShifts: question.nightShifts ?? 0,
              restDayShifts: question.restDayShifts ?? 0,
              filedException: question.filedException,
            },
            deductions: question.deductions ?? [],
            incomeBefore: (question.incomeBefore ?? []).map(({ month, income }) => ({
              month,
              incomeFen: income,
            })),
            paidOn: question.paidOn,
          },
          facts,
        );
        if (!pay.ok) return pay;
        const { route, floorFen, taxFen, netFen } = pay.value;
        const floor = floorFen === null ? null : yuan(floorFen);
        return parsed({ route, floor, tax: yuan(taxFen), net: yuan(netFen) }, pay.issues);
      }),
  ),
  internship: calcKind(
    z.object({
      birth: dateString,
      firstYear: z.boolean(),
      from: dateString,
      to: dateString,
      agreementOn: dateString.optional(),
      consentOn: dateString.optional(),
      insured: z.boolean(),
      throughIntermediary: z.boolean(),
      fees: fees.optional(),
      host: z
        .strictObject({
          staff: count,
          interns: count,
          posts: z.array(z.strictObject({ post: id, staff: count, interns: count })),
        })
        .optional(),
    }),
    ({ host, fees: taken, ...internship }, { facts }) => {
      const issues = [
        ...internshipIssues({ ...internship, workerId: "", fees: taken ?? [] }, facts),
        ...(host === undefined ? [] : internShareIssues(host, { on: internship.from }, facts)),
      ];
      return parsed({ mayBegin: issues.every(({ severity }) => severity !== "error") }, issues);
    },
  ),
};
