import {
  fen,
  sumFen,
  type EmployerUnit,
  type Fen,
  type Issue,
  type PlannedWorker,
  type Worker,
} from "@tongchou/core";
import {
  createRosterForm,
  createStatisticsForm,
  reconcileForms,
  rosterFormRowOf,
  rosterProfile,
  statisticsProfile,
  tallyRoster,
  type RosterFormRow,
  type StatisticsFormRow,
} from "@tongchou/filings";
import { createIssue } from "@tongchou/core";
import type { MonthInput, SettlementStatement } from "@tongchou/settlement";
import { cliIssues } from "../issues.js";
import { joinDocuments, workbookFile, type WrittenDocuments } from "./workbook-file.js";

/** What the policy's two forms are made of. */
export interface FormInput {
  readonly month: MonthInput;
  readonly planned: ReadonlyMap<string, PlannedWorker>;
  readonly statements: readonly SettlementStatement[];
}

/**
 * The policy's two forms, reconciled: a roster form for each unit, with the route of every worker filled in,
 * and one statistics form.
 *
 * @returns the files, and `forms-differ` for every figure in which the forms do not agree
 */
export async function formFiles(input: FormInput): Promise<WrittenDocuments> {
  const units = input.month.units.map((unit) => ({ unit, ...rosterRows(unit, input) }));
  const statistics = units.map(({ unit, rows }, index) => statisticsRow(unit, index + 1, rows, input));
  const rosterForms = await Promise.all(
    units.map(({ unit, rows, filledInOn }) =>
      workbookFile(
        `forms/roster-form-${unit.id}.xlsx`,
        [
          createRosterForm(rows, {
            unitName: unit.name,
            creditCode: unit.creditCode,
            nature: unit.nature,
            filledInOn,
          }),
        ],
        { profile: rosterProfile.id, rows: rows.length },
      ),
    ),
  );
  const statisticsForm = await workbookFile(
    "forms/statistics-form.xlsx",
    [createStatisticsForm(statistics)],
    {
      profile: statisticsProfile.id,
      rows: statistics.length,
    },
  );
  const differences = reconcileForms(
    statistics,
    units.flatMap(({ rows }) => rows),
  );
  const issues = differences.map(({ unitName, header, statistics: stated, roster }): Issue =>
    createIssue(cliIssues, "forms-differ", { unitName, header, stated: stated ?? "—", roster }),
  );
  return joinDocuments([...rosterForms, statisticsForm, { files: [], issues }]);
}

function rosterRows(
  unit: EmployerUnit,
  { month, planned }: FormInput,
): { rows: readonly Partial<RosterFormRow>[]; filledInOn: FormDate } {
  const roster = month.rosters.find(({ unitId }) => unitId === unit.id);
  const filledInOn = roster?.filledInOn;
  const rows = (roster?.workers ?? []).map((worker, index) => ({
    ...rosterFormRowOf(planned.get(worker.workerId) ?? { worker, unit }, filledInOn),
    serial: index + 1,
  }));
  return { rows, filledInOn };
}

type FormDate = NonNullable<MonthInput["rosters"][number]>["filledInOn"];

function statisticsRow(
  unit: EmployerUnit,
  serial: number,
  rows: readonly Partial<RosterFormRow>[],
  { month, planned, statements }: FormInput,
): Partial<StatisticsFormRow> {
  const workers = month.rosters.find(({ unitId }) => unitId === unit.id)?.workers ?? [];
  const contracts = month.contracts.filter((contract) => contract.unitId === unit.id);
  const agencies = contracts.map(
    ({ agencyId }) => month.agencies.find(({ id }) => id === agencyId)?.name ?? agencyId,
  );
  const statement = statements.find(({ input }) => input.unit.id === unit.id);
  const [tally] = tallyRoster(rows);
  return {
    ...tally,
    serial,
    unitName: unit.name,
    nature: unit.nature,
    shortageTalent: workers.filter(
      ({ workerId }) => planned.get(workerId)?.approval?.ground === "shortage-talent",
    ).length,
    insured: workers.filter((worker) => isPositive(worker.contributionWageFen)).length,
    withHousingFund: workers.filter((worker: Worker) => isPositive(worker.housingFundRate)).length,
    ...(statement === undefined ? {} : yearlyCost(statement)),
    agencyNames: [...new Set(agencies)].join("；"),
    contractTerm: [...new Set(contracts.map(({ signedOn, expiresOn }) => `${signedOn}至${expiresOn}`))].join(
      "；",
    ),
  };
}

function isPositive(amount: number | undefined): boolean {
  return (amount ?? 0) > 0;
}

/** The month's figures as the base that the three unchanged are measured from, and twelve times their sum. */
function yearlyCost({ lines, totals }: SettlementStatement): Partial<StatisticsFormRow> {
  const housingFund = sumFen(lines.map((line) => line.housingFundEachSideFen));
  const insurance = fen(totals.employerContributionsFen - housingFund);
  const fee: Fen = fen(totals.agencyFeeFen + totals.vatFen);
  return {
    monthlyInsuranceFen: insurance,
    monthlyHousingFundFen: housingFund,
    monthlyServiceFeeFen: fee,
    yearlyFundsFen: fen(12 * (totals.grossFen + insurance + housingFund + fee)),
  };
}
