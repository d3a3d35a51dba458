import type { Fen } from "@tongchou/core";
import type { FactId } from "@tongchou/statutory";
import type { DisbursementPayee } from "../statement/funding.js";

/** An issued statement, named so that no other can be meant. */
export interface StatementReference {
  readonly statementId: string;
  /** Its digest, in hexadecimal. */
  readonly digest: string;
}

/** A single value of a line. */
export type ItemValue = string | number | boolean | null;

/**
 * Why a figure of an issued month is another one now.
 *
 * - `input`: what was reported of the month.
 * - `law`: the day whose law counts, or whose knowledge of it.
 * - `fact`: another version of a fact, as after a late announcement.
 */
export type CorrectionCause =
  { readonly kind: "input" } | { readonly kind: "law" } | { readonly kind: "fact"; readonly id: FactId };

/** One figure of a line as it was issued and as it is now. */
export interface ItemCorrection {
  /** JSON pointer into the line, such as `/netFen`. */
  readonly item: string;
  /** Absent where there was no line. */
  readonly before?: ItemValue | undefined;
  /** Absent where there is no line any more. */
  readonly after?: ItemValue | undefined;
  /** In the order in which they are let in: input, law, then each fact by its id. */
  readonly causes: readonly CorrectionCause[];
}

/** What changes on one worker's line. */
export interface LineCorrection {
  readonly workerId: string;
  readonly change: "added" | "changed" | "removed";
  /** JSON pointers into the worker's input that changed; without any, the cause lies elsewhere. */
  readonly inputs: readonly string[];
  readonly items: readonly ItemCorrection[];
}

/** Whose money a correction settles: a worker whom the platform pays, or another payee of the statement. */
export type SettlementPayee =
  | Exclude<DisbursementPayee, { readonly kind: "workers" }>
  | { readonly kind: "worker"; readonly workerId: string };

/**
 * What a payee is due for the month, has got, and gets now:
 * due + overpaid = paid before + paid now + held.
 */
export interface PayeeSettlement {
  readonly payee: SettlementPayee;
  readonly dueFen: Fen;
  readonly paidBeforeFen: Fen;
  /** Never below nought: nothing is taken back without being agreed. */
  readonly paidNowFen: Fen;
  /** Waits on the wage account for an account number. */
  readonly heldFen: Fen;
  /** Carried until it is made up; the unit has laid it out. */
  readonly overpaidFen: Fen;
}

/** What a correction says beyond the month as it is now. */
export interface StatementCorrection {
  /** JSON pointers into the input, but for its workers, that changed. */
  readonly inputs: readonly string[];
  /** Facts of which another version is used. */
  readonly facts: readonly FactId[];
  /** Every line whose figures differ, by worker id. */
  readonly lines: readonly LineCorrection[];
  /** Every payee of the month, and the workers who get something or got too much. */
  readonly settlements: readonly PayeeSettlement[];
  /** What the statements before have charged the unit for the month. */
  readonly chargedBeforeFen: Fen;
}
