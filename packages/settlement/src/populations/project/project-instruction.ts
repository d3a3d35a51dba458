import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import { settlementIssues } from "../../issues.js";
import {
  instructOutside,
  type OutsideInstruction,
  type PayingAccountByPopulation,
  type PlatformIdentity,
} from "../outside-instruction.js";
import type { ProjectWageTable } from "./project-wages.js";
import { wageTableStanding, type WageTableStep } from "./wage-table-steps.js";

/** What stands behind an instruction: the table's steps, the paying account, who the platform is. */
export interface ProjectInstructionInput {
  readonly steps: readonly WageTableStep[];
  readonly payingAccount: PayingAccountByPopulation["migrant-worker"];
  readonly platform: PlatformIdentity;
}

/**
 * The instruction to the general contractor's dedicated account to pay the workers of a wage table (State
 * Council Order 724, articles 26 and 31): each row that was instructed, straight to the worker's own account.
 *
 * @returns the instruction with the issues of {@link wageTableStanding} and {@link instructOutside}; or
 *   `paying-account-of-another-project` where the account is not the general contractor's for this project
 * @example
 * const account = { name: "某总承包公司某项目农民工工资专用账户", number: "100200300401" };
 * const on = plainDate("2024-04-02");
 * const table = projectWages({
 *   tableId: "T-1", projectId: "PR1", division: "360403", generalContractorId: "G1", employerId: "S1",
 *   from: plainDate("2024-03-01"), to: plainDate("2024-03-31"),
 *   lines: [{ workerId: "W1", workerName: "张三", registered: true, terms: { kind: "day", dayFen: fen(22000) },
 *     work: { attendedCentidays: 2350 }, deductions: [],
 *     ownAccount: { holderName: "张三", number: "6299990000000000004" } }],
 * }, createFacts(jiujiangPacks));
 * const steps = [
 *   { kind: "draw-up", actor: { role: "employer", partyId: "S1" }, on },
 *   { kind: "confirm", actor: { role: "worker", partyId: "W1" }, on, workerId: "W1", netFen: fen(517000) },
 *   { kind: "review", actor: { role: "general-contractor", partyId: "G1" }, on },
 *   { kind: "instruct", actor: { role: "general-contractor", partyId: "G1" }, on },
 * ] as const;
 * const made = table.ok ? instructProjectWages(table.value, {
 *   steps,
 *   payingAccount: { kind: "project-wage-account", holderId: "G1", projectId: "PR1", account },
 *   platform: { id: "PLATFORM", accountNumbers: ["100200300400"] },
 * }) : undefined;
 * made?.ok && made.value.payments.map(({ workerId, netFen }) => [workerId, netFen]); // => [["W1", 517000]]
 */
export function instructProjectWages(
  table: ProjectWageTable,
  { steps, payingAccount, platform }: ProjectInstructionInput,
): Parsed<OutsideInstruction<"migrant-worker">> {
  const { generalContractorId, projectId } = table;
  const isItsAccount =
    payingAccount.holderId === generalContractorId && payingAccount.projectId === projectId;
  const standing = wageTableStanding(table, steps);
  const instructed = new Set(
    standing.lines.filter(({ state }) => state === "instructed").map(({ workerId }) => workerId),
  );
  const payees = table.lines.filter(({ workerId }) => instructed.has(workerId));
  const order = {
    population: "migrant-worker",
    instructionId: table.tableId,
    payingAccount,
    payees,
  } as const;
  const made = instructOutside(order, platform);
  if (!isItsAccount) {
    const another = createIssue(settlementIssues, "paying-account-of-another-project", { projectId });
    return failed(another, ...made.issues);
  }
  return made.ok ? parsed(made.value, [...standing.issues, ...made.issues]) : made;
}
