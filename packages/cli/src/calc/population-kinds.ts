import { formatRate, parsed } from "@tongchou/core";
import { reliefProjectReport, welfareSubsidy } from "@tongchou/settlement";
import { z } from "zod";
import { calcKind, type CalcKind } from "./calc-kind.js";
import { amountString, dateString, periodString, yuan } from "./calc-values.js";
import { internKinds } from "./populations/intern-kinds.js";
import { outboundKinds } from "./populations/outbound-kinds.js";
import { withinRange } from "./populations/work-fields.js";
import { projectKinds } from "./populations/project-kinds.js";
import { reliefKinds } from "./populations/relief-kinds.js";

const id = z.string().min(1);

const insurance = z.enum(["pension", "medical", "unemployment", "workInjury", "maternity"]);

const placements = z
  .array(
    z.strictObject({
      approvedIn: periodString,
      spells: z.array(z.strictObject({ unit: id, from: periodString, to: periodString.optional() })),
    }),
  )
  .transform((rows) =>
    rows.map(({ approvedIn, spells }) => ({
      approvedIn,
      spells: spells.map(({ unit, ...months }) => ({ unitId: unit, ...months })),
    })),
  );

/** Kinds of questions about the populations beside non-establishment staff. */
export const populationKinds: Readonly<Record<string, CalcKind>> = {
  "welfare-subsidy": calcKind(
    z.object({
      unit: id,
      division: id,
      period: periodString,
      birth: periodString,
      category: z.enum(["M60", "F55", "F50"]),
      placements,
      approved: amountString,
      employerPaid: z.partialRecord(insurance, amountString).optional(),
      insurances: z.array(insurance).optional(),
    }),
    (question, { facts }) =>
      withinRange(() => {
        const { unit, division, birth, category, approved, employerPaid, insurances } = question;
        const subsidy = welfareSubsidy(
          {
            workerId: "",
            unitId: unit,
            division,
            month: question.period,
            history: { birth, category, placements: question.placements },
            approvedFen: approved,
            employerPaid: employerPaid ?? {},
            insurances,
          },
          facts,
        );
        if (!subsidy.ok) return subsidy;
        const { term, ceilingFen, postSubsidyFen, insuranceSubsidyFen, totalFen } = subsidy.value;
        const answer = {
          monthNumber: term.monthNumber,
          monthsLeft: term.monthsLeft,
          lastMonth: term.lastMonth,
          runsToRetirement: term.runsToRetirement,
          ceiling: ceilingFen === null ? null : yuan(ceilingFen),
          postSubsidy: yuan(postSubsidyFen),
          insuranceSubsidy: yuan(insuranceSubsidyFen),
          total: yuan(totalFen),
        };
        return parsed(answer, subsidy.issues);
      }),
  ),
  ...projectKinds,
  ...internKinds,
  "work-relief-share": calcKind(
    z.object({
      project: id,
      grantedOn: dateString,
      centralFunds: amountString,
      stage: z.enum(["under-way", "complete"]),
      asOf: dateString,
      payments: z.array(
        z.strictObject({
          reference: id,
          worker: id,
          amount: amountString,
          status: z.enum(["planned", "instructed", "paid", "rejected", "returned", "unknown"]),
          paidOn: dateString.optional(),
        }),
      ),
    }),
    ({ project, centralFunds, payments, ...rest }, { facts }) =>
      withinRange(() => {
        const report = reliefProjectReport(
          {
            ...rest,
            projectId: project,
            centralFundsFen: centralFunds,
            payments: payments.map(({ worker, amount: paid, ...payment }) => ({
              ...payment,
              workerId: worker,
              amountFen: paid,
            })),
          },
          facts,
        );
        if (!report.ok) return report;
        const { floorRate, floorFen, paidFen, pendingFen, failedFen, shortFen, meetsFloor, workersPaid } =
          report.value;
        const answer = {
          meets: meetsFloor,
          floorRate: formatRate(floorRate),
          floor: yuan(floorFen),
          paid: yuan(paidFen),
          pending: yuan(pendingFen),
          failed: yuan(failedFen),
          short: yuan(shortFen),
          workersPaid,
        };
        return parsed(answer, report.issues);
      }),
  ),
  ...reliefKinds,
  ...outboundKinds,
};
