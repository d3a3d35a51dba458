import { formatYuan, parsed, zeroFen, type Fen } from "@tongchou/core";
import {
  attendanceMinimum,
  instructProjectWages,
  labourCostAppropriation,
  labourPay,
  projectArrears,
  projectDeposit,
  projectWages,
  wageTableStanding,
  type OutsideInstruction,
  type ProjectEmployer,
  type ProjectWageTable,
  type WageTableStanding,
  type WageTableStep,
} from "@tongchou/settlement";
import { z } from "zod";
import { calcKind, type CalcAnswer, type CalcKind } from "../calc-kind.js";
import { amountString, dateString, yuan, yuanString } from "../calc-values.js";
import { deductions, ownAccount, withinRange, workFields, workOf } from "./work-fields.js";

const id = z.string().min(1);

const actor = {
  role: z.enum(["employer", "worker", "general-contractor", "project-owner", "platform"]),
  party: id,
  on: dateString,
};

const steps: z.ZodType<readonly WageTableStep[], unknown> = z
  .array(
    z.discriminatedUnion("step", [
      z.strictObject({ step: z.enum(["draw-up", "review", "instruct"]), ...actor }),
      z.strictObject({ step: z.literal("confirm"), ...actor, worker: id, net: yuanString }),
    ]),
  )
  .transform((taken) =>
    taken.map((step): WageTableStep => {
      const by = { actor: { role: step.role, partyId: step.party }, on: step.on };
      return step.step === "confirm"
        ? { ...by, kind: "confirm", workerId: step.worker, netFen: step.net }
        : { ...by, kind: step.step };
    }),
  );

const wageRow = z.strictObject({
  worker: id,
  name: id,
  registered: z.boolean(),
  ...workFields,
  partTime: z.boolean().optional(),
  overtime: amountString.optional(),
  deductions: deductions.optional(),
  account: ownAccount.optional(),
});

const wagesPaid = z
  .array(z.strictObject({ worker: id, due: amountString, paid: amountString }))
  .transform((rows) =>
    rows.map(({ worker, due, paid }) => ({ workerId: worker, dueFen: due, paidFen: paid })),
  );

const employers: z.ZodType<readonly ProjectEmployer[], unknown> = z
  .array(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("general-contractor"), workers: wagesPaid }),
      z.strictObject({ kind: z.literal("subcontractor"), employer: id, workers: wagesPaid }),
      z.strictObject({
        kind: z.literal("unqualified"),
        employer: id,
        engagedBy: z.enum(["general-contractor", "project-owner"]),
        workers: wagesPaid,
      }),
    ]),
  )
  .transform((rows) =>
    rows.map((row): ProjectEmployer => {
      if (row.kind === "general-contractor") return row;
      const { employer, ...rest } = row;
      return { ...rest, employerId: employer };
    }),
  );

/** Kinds of questions about migrant workers on projects. */
export const projectKinds: Readonly<Record<string, CalcKind>> = {
  "labour-pay": calcKind(
    z.object({ ...workFields, date: dateString, division: id.optional(), partTime: z.boolean().optional() }),
    (question, { facts }) =>
      withinRange(() => {
        const work = workOf(question);
        const law = { on: question.date };
        const pay = labourPay(question.pay, work, law, facts);
        if (!pay.ok) return pay;
        const items = pay.value.items.map(({ item, formula, amountFen }) => ({
          item,
          formula,
          amount: yuan(amountFen),
        }));
        const answer = { pay: yuan(pay.value.payFen), items };
        if (question.division === undefined) return parsed(answer, pay.issues);
        const partTimeCentihours = question.partTime === true ? (work.centihours ?? 0) : undefined;
        const least = attendanceMinimum(
          { ...work, division: question.division, partTimeCentihours },
          law,
          facts,
        );
        if (!least.ok) return least;
        const { minimumFen, confidence } = least.value;
        const meets = pay.value.payFen >= minimumFen;
        return parsed({ ...answer, minimum: yuan(minimumFen), meets, confidence }, least.issues);
      }),
  ),
  "project-wages": calcKind(
    z.object({
      table: id,
      project: id,
      division: id,
      generalContractor: id,
      employer: id,
      instructionAuthority: id.optional(),
      from: dateString,
      to: dateString,
      workers: z.array(wageRow).max(10_000),
      steps: steps.optional(),
      payingAccount: z.strictObject({ holder: id, project: id, name: id, number: id }).optional(),
      platform: z.strictObject({ id, accounts: z.array(id) }).optional(),
    }),
    (question, { facts }) =>
      withinRange(() => {
        const made = projectWages(
          {
            tableId: question.table,
            projectId: question.project,
            division: question.division,
            generalContractorId: question.generalContractor,
            employerId: question.employer,
            instructionAuthority: question.instructionAuthority,
            from: question.from,
            to: question.to,
            lines: question.workers.map((row) => ({
              workerId: row.worker,
              workerName: row.name,
              registered: row.registered,
              terms: row.pay,
              work: workOf(row),
              partTime: row.partTime,
              overtimeFen: row.overtime,
              deductions: row.deductions ?? [],
              ownAccount: row.account,
            })),
          },
          facts,
        );
        if (!made.ok) return made;
        const { payingAccount, platform, steps: taken = [] } = question;
        const standing = wageTableStanding(made.value, taken);
        if (payingAccount === undefined || platform === undefined) {
          return parsed(tableAnswer(made.value, standing), [...made.issues, ...standing.issues]);
        }
        const { holder, project, name, number } = payingAccount;
        const instruction = instructProjectWages(made.value, {
          steps: taken,
          payingAccount: {
            kind: "project-wage-account",
            holderId: holder,
            projectId: project,
            account: { name, number },
          },
          platform: { id: platform.id, accountNumbers: platform.accounts },
        });
        if (!instruction.ok) return instruction;
        const answer = { ...tableAnswer(made.value, standing), ...instructionAnswer(instruction.value) };
        return parsed(answer, [...made.issues, ...instruction.issues]);
      }),
  ),
  "labour-cost-appropriation": calcKind(
    z.object({
      from: dateString,
      to: dateString,
      agreed: amountString,
      appropriated: amountString,
      balanceBefore: amountString.optional(),
      wages: amountString,
    }),
    ({ from, to, agreed, appropriated, balanceBefore, wages }, { facts }) => {
      const amounts = {
        agreedFen: agreed,
        appropriatedFen: appropriated,
        balanceBeforeFen: balanceBefore ?? zeroFen,
        wagesFen: wages,
      };
      const standing = labourCostAppropriation({ from, to, ...amounts }, facts);
      if (!standing.ok) return standing;
      const { availableFen, shortFen, ownerShortFen, balanceAfterFen } = standing.value;
      const answer = {
        enough: shortFen === 0,
        available: yuan(availableFen),
        short: yuan(shortFen),
        ownerShort: yuan(ownerShortFen),
        balanceAfter: yuan(balanceAfterFen),
      };
      return parsed(answer, standing.issues);
    },
  ),
  "project-deposit": calcKind(
    z.object({
      contract: amountString,
      yearsWithoutArrears: z.int().min(0).max(100),
      yearsSinceArrears: z.int().min(0).max(100).optional(),
      severalProjects: z.boolean().optional(),
      date: dateString,
    }),
    ({ contract, date, severalProjects, ...years }, { facts }) => {
      const project = { contractFen: contract, hasSeveralProjects: severalProjects ?? false, ...years };
      const deposit = projectDeposit(project, { on: date }, facts);
      if (!deposit.ok) return deposit;
      const { standing, minimumFen, maximumFen, amountFen } = deposit.value;
      const answer = {
        standing,
        minimum: yuan(minimumFen),
        maximum: yuan(maximumFen),
        amount: amountFen === null ? "unknown" : yuan(amountFen),
      };
      return parsed(answer, deposit.issues);
    },
  ),
  "project-arrears": calcKind(
    z.object({
      generalContractor: id,
      projectOwner: id,
      employers,
      ownerShort: amountString.optional(),
      unsettled: amountString.optional(),
    }),
    (question) =>
      withinRange(() => {
        const arrears = projectArrears({
          generalContractorId: question.generalContractor,
          projectOwnerId: question.projectOwner,
          employers: question.employers,
          ownerShortFen: question.ownerShort ?? zeroFen,
          unsettledFen: question.unsettled ?? zeroFen,
        });
        if (!arrears.ok) return arrears;
        const answer = {
          arrears: yuan(arrears.value.arrearsFen),
          employers: arrears.value.employers.map((employer) => ({
            directlyLiable: employer.directlyLiableId,
            arrears: yuan(employer.arrearsFen),
            payers: employer.payers.map(({ partyId, amountFen, how, article, shares }) => ({
              party: partyId,
              amount: yuan(amountFen),
              how,
              article,
              shares: shares.map(({ workerId, amountFen: share }) => ({
                worker: workerId,
                amount: yuan(share),
              })),
            })),
            recourse: employer.recourse.map(({ creditorId, debtorId, amountFen }) => ({
              creditor: creditorId,
              debtor: debtorId,
              amount: yuan(amountFen),
            })),
          })),
        };
        return parsed(answer, arrears.issues);
      }),
  ),
};

function tableAnswer(table: ProjectWageTable, standing: WageTableStanding): CalcAnswer {
  const states = new Map(standing.lines.map(({ workerId, state }) => [workerId, state]));
  return {
    route: table.route,
    gross: yuan(table.grossFen),
    net: yuan(table.netFen),
    workers: table.lines.map(({ workerId, grossFen, netFen, minimum }) => ({
      worker: workerId,
      gross: yuan(grossFen),
      net: yuan(netFen),
      minimum: minimum === null ? null : yuan(minimum.minimumFen),
      state: standing.drawnUp ? states.get(workerId) : "not-drawn-up",
    })),
    excluded: table.excluded.map(({ workerId, codes }) => ({ worker: workerId, codes })),
  };
}

function instructionAnswer(instruction: OutsideInstruction<"migrant-worker">): CalcAnswer {
  const amountOf = ({ workerId, netFen }: { readonly workerId: string; readonly netFen: Fen }) => ({
    worker: workerId,
    net: formatYuan(netFen),
  });
  return {
    instructed: yuan(instruction.totalFen),
    payments: instruction.payments.map((payment) => ({
      ...amountOf(payment),
      reference: payment.reference,
    })),
    held: instruction.held.map((held) => ({ ...amountOf(held), codes: held.codes })),
  };
}
