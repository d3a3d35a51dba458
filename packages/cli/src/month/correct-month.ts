import { groupBy } from "@tongchou/core";
import { correctStatement, type SettlementStatement } from "@tongchou/settlement";
import type { Facts } from "@tongchou/statutory";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";
import { readCheckedFolder } from "../issued/checked-folder.js";

/** A month that was settled before, settled anew. */
export interface CorrectedMonth {
  /** Corrections of what differs, and first statements of units that had none. */
  readonly statements: readonly SettlementStatement[];
  /** Ids of issued statements of which nothing differs. */
  readonly unchanged: readonly string[];
  /** Ids of issued statements whose unit has nobody to settle now: no correction was made. */
  readonly withoutMonth: readonly string[];
}

/**
 * Compares a month's statements with those that were issued for it, and corrects what differs.
 *
 * @param folders where the issued statements are, corrections of theirs included
 * @throws CommandError when an issued statement does not follow from its own input, or two of a unit go their
 *   own ways
 */
export async function correctMonth(
  settled: readonly SettlementStatement[],
  folders: readonly string[],
  facts: Facts,
): Promise<CorrectedMonth> {
  const [period] = settled.map(({ input }) => input.period);
  const issued = (await issuedIn(folders)).filter(({ input }) => input.period === period);
  const last = lastOfUnits(issued);
  const statements: SettlementStatement[] = [];
  const unchanged: string[] = [];
  for (const statement of settled) {
    const earlier = last.get(statement.input.unit.id);
    if (earlier === undefined) {
      statements.push(statement);
      continue;
    }
    const outcome = correctStatement(earlier, statement.input, facts);
    if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message.en).join("; "));
    if (outcome.value.kind === "corrected") statements.push(outcome.value.statement);
    else unchanged.push(earlier.input.statementId);
  }
  const units = new Set(settled.map(({ input }) => input.unit.id));
  const withoutMonth = [...last.values()]
    .map(({ input }) => input)
    .filter(({ unit }) => !units.has(unit.id))
    .map(({ statementId }) => statementId);
  return { statements, unchanged, withoutMonth };
}

async function issuedIn(folders: readonly string[]): Promise<readonly SettlementStatement[]> {
  const statements: SettlementStatement[] = [];
  for (const folder of folders) {
    const own = await readCheckedFolder(folder, {
      corrects: folders,
      isGood: ({ digestMatches, differences }) => digestMatches && differences.length === 0,
      refusal: { zh: "不能据以更正", en: "cannot be corrected" },
    });
    statements.push(...own);
  }
  return [...new Map(statements.map((statement) => [statement.digest, statement])).values()];
}

/** Of each unit the statement that no other one corrects. */
function lastOfUnits(issued: readonly SettlementStatement[]): ReadonlyMap<string, SettlementStatement> {
  const corrected = new Set(issued.map(({ input }) => input.corrects?.digest));
  const last = issued.filter(({ digest }) => !corrected.has(digest));
  return new Map(
    Array.from(
      groupBy(last, ({ input }) => input.unit.id),
      ([unitId, own]) => {
        const [statement, other] = own;
        if (statement === undefined || other !== undefined) throw forked(own);
        return [unitId, statement];
      },
    ),
  );
}

function forked(statements: readonly SettlementStatement[]): CommandError {
  const ids = statements.map(({ input }) => input.statementId).join(", ");
  return new CommandError(exitCodes.findings, {
    zh: `同一单位同一月份有互不衔接的结算单（${ids}），无法确定更正哪一份；请只给出实际出具的。`,
    en: `Statements of one unit and month do not go back to each other (${ids}), so it is not clear which to correct. Give only those that were issued.`,
  });
}
