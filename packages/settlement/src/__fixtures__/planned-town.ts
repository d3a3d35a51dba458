import {
  fen,
  period,
  plainDate,
  planMigration,
  ratePpm,
  type AgencyContract,
  type EmployerUnit,
  type HrAgency,
  type MigrationPlan,
  type PayRecord,
  type PlanInput,
  type PlannedWorker,
  type Worker,
} from "@tongchou/core";
import { planFacts } from "@tongchou/statutory";
import { facts } from "./unit-month.js";

/** First day of the new arrangement. */
export const transferDate = plainDate("2024-03-01");

/** A unit in 浔阳区, by whatever differs. */
export function aUnit(changes: Partial<EmployerUnit> = {}): EmployerUnit {
  return {
    id: "U1",
    name: "示例市立医院",
    nature: "balance-funded",
    creditCode: "12360499MA0003021M",
    division: "360403",
    level: "city",
    workInjuryClass: 2,
    ...changes,
  };
}

export const agencies: readonly HrAgency[] = [
  { id: "A1", name: "示例甲公司", creditCode: "91360499MA00080176", vatTaxpayer: "general" },
  { id: "A2", name: "示例乙公司", creditCode: "91360499MA00080256", vatTaxpayer: "small-scale" },
];

/** A dispatch contract with the first agency, by whatever differs. */
export function aContract(changes: Partial<AgencyContract> = {}): AgencyContract {
  return {
    id: "C1",
    unitId: "U1",
    agencyId: "A1",
    mode: "dispatch",
    signedOn: plainDate("2022-01-01"),
    expiresOn: plainDate("2025-12-31"),
    feeTerms: { kind: "per-head", monthlyFen: fen(6000) },
    vatIncluded: true,
    intention: "keep",
    ...changes,
  };
}

/** A direct hire on 4,500 yuan a month, insured on 4,000, by whatever differs. */
export function aWorker(workerId: string, changes: Partial<Worker> = {}): Worker {
  return {
    workerId,
    unitId: "U1",
    population: "non-establishment",
    name: "张三",
    documentKind: "resident-identity-card",
    documentNumber: `36049919850606${workerId.replaceAll(/\D/g, "").padStart(3, "0")}X`,
    sex: "male",
    birth: plainDate("1985-06-06"),
    mode: "direct",
    hiredOn: plainDate("2020-01-01"),
    fundingSource: "fiscal-full",
    grossFen: fen(450_000),
    contributionWageFen: fen(400_000),
    housingFundRate: ratePpm(80_000),
    willing: true,
    ...changes,
  };
}

/** The pay of {@link aWorker}, with two months of income before, by whatever differs. */
export function aPayRecord(changes: Partial<PayRecord> = {}): PayRecord {
  return {
    name: "张三",
    documentNumber: "36049919850606001X",
    items: [{ kind: "basic", amountFen: fen(450_000) }],
    additionalDeductionsFen: fen(300_000),
    incomeBeforeFen: fen(900_000),
    specialDeductionsBeforeFen: fen(148_000),
    taxWithheldBeforeFen: fen(700),
    ...changes,
  };
}

/** The plan of March 2024, by whatever differs. */
export function planOf(workers: readonly Worker[], changes: Partial<PlanInput> = {}): MigrationPlan {
  return planMigration({
    period: period("2024-03"),
    transferDate,
    units: [aUnit()],
    agencies,
    contracts: [],
    rosters: [{ unitId: "U1", workers }],
    approvals: [],
    facts: planFacts(facts, plainDate("2024-03-31")),
    ...changes,
  });
}

/** A worker's entry in such a plan. */
export function plannedWorker(worker: Worker, changes: Partial<PlanInput> = {}): PlannedWorker {
  const plan = planOf([worker], changes);
  const [entry] = plan.workers;
  if (entry === undefined) throw new Error(plan.issues.map(({ message }) => message.en).join("\n"));
  return entry;
}
