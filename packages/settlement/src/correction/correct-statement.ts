import { createIssue, failed, parsed, zeroFen, type Fen, type Parsed } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { canonicalJson } from "../canonical-json.js";
import { settlementIssues } from "../issues.js";
import { settleUnit } from "../statement/settle-unit.js";
import type { UnitMonth } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import { assembleCorrection, correctionIdOf } from "./assemble-correction.js";

/** What happened on the unit's account since the statement that is corrected. */
export interface AccountSince {
  /** What the unit owes after the last statement issued to it; without it, after the corrected one. */
  readonly previousBalanceFen?: Fen | undefined;
  /** What the unit has paid in since; nothing without it. */
  readonly receivedFen?: Fen | undefined;
}

/** What correcting a statement came to. */
export type CorrectionOutcome =
  { readonly kind: "unchanged" } | { readonly kind: "corrected"; readonly statement: SettlementStatement };

/**
 * Corrects an issued statement: settles its month anew and makes a statement of what differs. The one that
 * was issued stays as it is.
 *
 * The correction refers to the issued statement by id and digest; it has the lines of the whole month as they
 * are now, says of each figure that differs what it was and why, and pays and charges only the difference.
 * What was paid too much is carried, never taken back. A correction is corrected in the same way.
 *
 * @param earlier the last statement of the unit's month
 * @param month the month as it is known now; its `statementId`, `previousBalanceFen` and `receivedFen` are the
 *   first statement's and are not looked at
 * @returns the correction, or `unchanged` where no figure and no payment differs; `correction-mismatch` for
 *   another unit's or month's data, and the issues of {@link settleUnit}
 * @example
 * const month = {
 *   statementId: "S-1",
 *   period: period("2024-03"),
 *   unit: { id: "U1", name: "某单位", creditCode: "", division: "360403" },
 *   law: { on: plainDate("2024-03-31") },
 *   baselineLaw: { on: plainDate("2023-12-31") },
 *   settings: { case1Insurance: "forward", floatDaysMax: 3 } as const,
 *   agencies: [], contracts: [], workers: [], excluded: [],
 *   previousBalanceFen: fen(500),
 *   receivedFen: fen(0),
 * };
 * const facts = createFacts(jiujiangPacks);
 * const issued = settleUnit(month, facts);
 * if (!issued.ok) throw new Error("the month cannot be settled");
 * correctStatement(issued.value, month, facts);
 * // => { ok: true, value: { kind: "unchanged" }, issues: [] }
 */
export function correctStatement(
  earlier: SettlementStatement,
  month: UnitMonth,
  facts: Facts,
  account: AccountSince = {},
): Parsed<CorrectionOutcome> {
  const { statementId, unit, period } = earlier.input;
  if (month.unit.id !== unit.id || month.period !== period) {
    const values = { earlier: statementId, unit: unit.id, period };
    return failed(createIssue(settlementIssues, "correction-mismatch", values));
  }
  const { previousBalanceFen = earlier.funding.stillDueFen, receivedFen = zeroFen } = account;
  const now = settleUnit(
    { ...month, statementId: correctionIdOf(earlier), previousBalanceFen, receivedFen },
    facts,
  );
  if (!now.ok) return now;
  try {
    const statement = assembleCorrection(now.value, earlier);
    return parsed(isEmpty(statement, earlier) ? { kind: "unchanged" } : { kind: "corrected", statement });
  } catch (error) {
    // Amounts throw when they leave the safe range; only the data can bring them there.
    if (!(error instanceof RangeError)) throw error;
    return failed(createIssue(settlementIssues, "amounts-out-of-range", { reason: error.message }));
  }
}

/** True for a correction that changes no figure, moves no money and invoices nothing. */
function isEmpty(statement: SettlementStatement, earlier: SettlementStatement): boolean {
  const { correction, disbursements, funding, invoices } = statement;
  const isMoved = disbursements.length > 0 || funding.chargedFen !== 0 || invoices.length > 0;
  return correction?.lines.length === 0 && !isMoved && openAmounts(statement) === openAmounts(earlier);
}

/** What is held for whom, and what was paid too much to whom. */
function openAmounts({ held, correction }: SettlementStatement): string {
  const overpaid = (correction?.settlements ?? []).filter(({ overpaidFen }) => overpaidFen > 0);
  return canonicalJson([held, overpaid.map(({ payee, overpaidFen }) => [payee, overpaidFen])]);
}
