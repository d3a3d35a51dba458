import type {
  AgencyContract,
  DirectHireApproval,
  EmployerUnit,
  Fen,
  HrAgency,
  Issue,
  PayChange,
  PayRecord,
  Period,
  PlainDate,
  Roster,
  RosterMention,
  RowSource,
  ServiceOrder,
  UnitChoice,
} from "@tongchou/core";
import type { CarriedDebt } from "./changes/carried-debt.js";
import type { StatementSettings } from "../statement/statement-input.js";

/** A row of a roster that makes no worker, with its problems. */
export interface HeldOutRow {
  readonly source: RowSource;
  readonly unitId?: string | undefined;
  /** Id that issues name the row by. */
  readonly workerId?: string | undefined;
  readonly issues: readonly Issue[];
}

/** Where a unit's account stands when a month is settled. */
export interface UnitBalance {
  readonly unitId: string;
  /** What the month before ended with as still due; negative when the unit had paid too much. */
  readonly previousBalanceFen: Fen;
  readonly receivedFen: Fen;
}

/** Everything that a month is planned and settled from. */
export interface MonthInput {
  readonly period: Period;
  /** First day of the new arrangement; the same in later months. */
  readonly transferDate: PlainDate;
  /** Day whose knowledge of facts is used; without it, all that is known. */
  readonly knownOn?: PlainDate | undefined;
  readonly settings: StatementSettings;
  readonly units: readonly EmployerUnit[];
  readonly agencies: readonly HrAgency[];
  readonly contracts: readonly AgencyContract[];
  /** Orders of services beyond the routes; those that do not run in the month are left out. */
  readonly serviceOrders?: readonly ServiceOrder[] | undefined;
  readonly rosters: readonly Roster[];
  readonly pay: readonly PayRecord[];
  /** Deductions, bonuses, back pay, last days and the like. */
  readonly changes?: readonly PayChange[] | undefined;
  /** Debts that the month before carried to this one ({@link carryDebts}). */
  readonly carried?: readonly CarriedDebt[] | undefined;
  readonly approvals: readonly DirectHireApproval[];
  readonly choices?: readonly UnitChoice[] | undefined;
  /** Units that are not named begin with nothing due and nothing received. */
  readonly balances?: readonly UnitBalance[] | undefined;
  readonly heldOutRows?: readonly HeldOutRow[] | undefined;
  /** People on held-out rows, who may stand on the rosters once more. */
  readonly otherMentions?: readonly RosterMention[] | undefined;
  /** Issues found in reading, whose codes say why somebody is not settled. */
  readonly issues?: readonly Issue[] | undefined;
}
