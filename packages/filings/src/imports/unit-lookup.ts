import { createIssue, type EmployerUnit, type Issue, placeOf, type RowSource } from "@tongchou/core";
import { unitKey } from "../forms/unit-key.js";
import { filingIssues } from "../issues.js";
import { showText } from "../spreadsheet/cells/cell-value.js";

/** How a row says which unit it belongs to. */
export interface UnitMention {
  readonly source: RowSource;
  /** Name, id or unified social credit code from the row's own column. */
  readonly unitName: string | undefined;
  readonly unitCreditCode?: string | undefined;
  /** Name from the head of the form. */
  readonly headUnitName?: string | undefined;
}

/** The unit of a row, or why there is none. */
export interface UnitOfRow {
  readonly unit: EmployerUnit | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Finds the unit of each row: by its credit code or the name in its own column, by the form's head, or
 * because there is only one. A name that is not known counts for that only unit too. Blanks and the width
 * of characters do not count.
 *
 * @returns the unit, or the issues `unit-missing`, `unit-unknown`; the warning `unit-name-differs`, once for
 *   each name in a file
 */
export function createUnitResolver(units: readonly EmployerUnit[]): (mention: UnitMention) => UnitOfRow {
  const byKey = new Map<string, EmployerUnit>();
  for (const unit of units) {
    for (const key of [unit.creditCode, unit.name, unit.id]) byKey.set(unitKey(key), unit);
  }
  const find = (text: string | undefined): EmployerUnit | undefined =>
    text === undefined ? undefined : byKey.get(unitKey(text));
  const only = units.length === 1 ? units[0] : undefined;
  const warned = new Set<string>();
  return ({ source, unitName, unitCreditCode, headUnitName }) => {
    const known = find(unitCreditCode) ?? find(unitName);
    if (known !== undefined) return { unit: known, issues: [] };
    const place = placeOf(source, "unitName");
    if (unitName === undefined) {
      const unit = find(headUnitName) ?? only;
      return {
        unit,
        issues: unit === undefined ? [createIssue(filingIssues, "unit-missing", {}, { place })] : [],
      };
    }
    if (only === undefined) {
      const issue = createIssue(filingIssues, "unit-unknown", { found: showText(unitName) }, { place });
      return { unit: undefined, issues: [issue] };
    }
    const key = `${source.file} ${unitKey(unitName)}`;
    if (warned.has(key)) return { unit: only, issues: [] };
    warned.add(key);
    const names = { found: showText(unitName), unit: only.name };
    return { unit: only, issues: [createIssue(filingIssues, "unit-name-differs", names, { place })] };
  };
}
