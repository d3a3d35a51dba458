import { fen, plainDate } from "@tongchou/core";
import type { PayingAccountByPopulation, PlatformIdentity } from "../populations/outside-instruction.js";
import {
  projectWages,
  type ProjectWageDraft,
  type ProjectWageTable,
  type ProjectWageTableDraft,
} from "../populations/project/project-wages.js";
import type { WageTableStep } from "../populations/project/wage-table-steps.js";
import { facts } from "./unit-month.js";

/** The platform, which may stand on neither end of a payment of these populations. */
export const platform: PlatformIdentity = { id: "PLATFORM", accountNumbers: ["1002-0030-0400"] };

/** The dedicated account of general contractor G1 for project PR1. */
export const projectAccount: PayingAccountByPopulation["migrant-worker"] = {
  kind: "project-wage-account",
  holderId: "G1",
  projectId: "PR1",
  account: { name: "某总承包公司某项目农民工工资专用账户", number: "100200300401" },
};

/** A worker with 23.5 days at 220 yuan (5,170 yuan), by whatever differs. */
export function rowOf(workerId: string, differences: Partial<ProjectWageDraft> = {}): ProjectWageDraft {
  return {
    workerId,
    workerName: "张三",
    registered: true,
    terms: { kind: "day", dayFen: fen(22_000) },
    work: { attendedCentidays: 2350 },
    deductions: [],
    ownAccount: { holderName: "张三", number: "6299990000000000004" },
    ...differences,
  };
}

/** The table of subcontractor S1 for March 2024 on project PR1, by whatever differs. */
export function draftOf(
  lines: readonly ProjectWageDraft[],
  differences: Partial<ProjectWageTableDraft> = {},
): ProjectWageTableDraft {
  return {
    tableId: "T-2024-03-S1",
    projectId: "PR1",
    division: "360403",
    generalContractorId: "G1",
    employerId: "S1",
    from: plainDate("2024-03-01"),
    to: plainDate("2024-03-31"),
    lines,
    ...differences,
  };
}

/** The reckoned table of {@link draftOf}. */
export function tableOf(
  lines: readonly ProjectWageDraft[],
  differences: Partial<ProjectWageTableDraft> = {},
): ProjectWageTable {
  const table = projectWages(draftOf(lines, differences), facts);
  if (!table.ok) throw new Error(table.issues.map(({ code }) => code).join(" "));
  return table.value;
}

const on = plainDate("2024-04-02");

/** The steps of a table, taken by whoever may take them, on one day. */
export const steps = {
  drawUp: { kind: "draw-up", actor: { role: "employer", partyId: "S1" }, on },
  review: { kind: "review", actor: { role: "general-contractor", partyId: "G1" }, on },
  instruct: { kind: "instruct", actor: { role: "general-contractor", partyId: "G1" }, on },
  confirm: (workerId: string, netFen = 517_000): WageTableStep => ({
    kind: "confirm",
    actor: { role: "worker", partyId: workerId },
    workerId,
    netFen: fen(netFen),
    on,
  }),
} as const;
