import { addMonthsToPeriod, monthsBetween, period, plainDate, type Period } from "../calendar/plain-date.js";
import { fen, type Fen } from "../money/fen.js";
import type { AgencyContract } from "../parties/agency-contract.js";
import type { DirectHireApproval } from "../parties/direct-hire-approval.js";
import type { EmployerUnit } from "../parties/employer-unit.js";
import type { HrAgency } from "../parties/hr-agency.js";
import type { Worker } from "../parties/worker.js";
import type { MigrationPlan, PlanInput } from "../planning/plan.js";
import type { WorkerFacts } from "../planning/worker-checks.js";
import { citizenNumber } from "./identity-numbers.js";

/** A unit, an agency and a contract that nothing is wrong with; tests change what they are about. */
export function aUnit(changes: Partial<EmployerUnit> = {}): EmployerUnit {
  return {
    id: "U01",
    name: "示例市立医院",
    nature: "balance-funded",
    creditCode: "12360499MA0003021M",
    division: "360403",
    level: "city",
    ...changes,
  };
}

export function anAgency(changes: Partial<HrAgency> = {}): HrAgency {
  return {
    id: "A01",
    name: "示例人力甲公司",
    creditCode: "91360499MA00080176",
    vatTaxpayer: "general",
    ...changes,
  };
}

export function aContract(changes: Partial<AgencyContract> = {}): AgencyContract {
  return {
    id: "C01",
    unitId: "U01",
    agencyId: "A01",
    mode: "dispatch",
    signedOn: plainDate("2022-01-01"),
    expiresOn: plainDate("2025-12-31"),
    feeTerms: { kind: "per-head", monthlyFen: fen(6000) },
    vatIncluded: true,
    intention: "keep",
    ...changes,
  };
}

let serial = 0;

/** A direct hire of 2020, born 1985-06-06, who is willing; every call makes another person. */
export function aWorker(changes: Partial<Worker> = {}): Worker {
  serial += 1;
  return {
    workerId: `U01-${serial}`,
    unitId: "U01",
    population: "non-establishment",
    name: "张三",
    documentKind: "resident-identity-card",
    documentNumber: citizenNumber("19850606", String(serial % 1000).padStart(3, "0")),
    sex: "male",
    birth: plainDate("1985-06-06"),
    mode: "direct",
    hiredOn: plainDate("2020-01-01"),
    fundingSource: "fiscal-full",
    grossFen: fen(450_000),
    willing: true,
    ...changes,
  };
}

/** A worker supplied under {@link aContract}. */
export function aDispatchedWorker(changes: Partial<Worker> = {}): Worker {
  return aWorker({ mode: "dispatch", agencyName: "示例人力甲公司", ...changes });
}

export function anApproval(worker: Worker, changes: Partial<DirectHireApproval> = {}): DirectHireApproval {
  return {
    documentNumber: worker.documentNumber,
    unitId: worker.unitId,
    ground: "shortage-talent",
    status: "approved",
    approvalNumber: "示专班审〔2024〕3号",
    approvedOn: plainDate("2024-01-20"),
    ...changes,
  };
}

const retirementRules = { M60: [60, 4, 36], F55: [55, 4, 36], F50: [50, 2, 60] } as const;

/**
 * Dated facts of an invented town. Retirement: the ages of 1978, from 2025 on later by a month for every two
 * or four months of birth (decision of 2024-09-13).
 */
export const townFacts: WorkerFacts = {
  retirementMonth(category, birth): Period {
    const [years, step, cap] = retirementRules[category];
    const original = addMonthsToPeriod(birth, years * 12);
    const late = monthsBetween(period("2025-01"), original);
    return addMonthsToPeriod(original, late < 0 ? 0 : Math.min(Math.floor(late / step) + 1, cap));
  },
  minimumWage: (): { standardFen: Fen } => ({ standardFen: fen(185_000) }),
  cityAverageMonthly: (): Fen => fen(700_000),
  publicWelfareMonths: (): number => 36,
};

/** A plan for March 2024, the first month that units no longer pay themselves. */
export function planOf(workers: readonly Worker[], changes: Partial<PlanInput> = {}): PlanInput {
  return {
    period: period("2024-03"),
    transferDate: plainDate("2024-03-01"),
    units: [aUnit()],
    agencies: [anAgency()],
    contracts: [aContract()],
    rosters: [{ unitId: "U01", workers }],
    approvals: [],
    facts: townFacts,
    ...changes,
  };
}

/** The branch of every planned worker, the number held out, and the issues about workers. */
export function outline(plan: MigrationPlan): {
  readonly branches: readonly string[];
  readonly heldOut: number;
  readonly codes: readonly string[];
} {
  return {
    branches: plan.workers.map((entry) => entry.decision.branch),
    heldOut: plan.heldOut.length,
    codes: plan.issues.filter((issue) => issue.subject?.workerId !== undefined).map((issue) => issue.code),
  };
}
