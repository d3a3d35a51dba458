import { createIssue, formatYuan, type HousingFundRemittance, type Issue, placeOf } from "@tongchou/core";
import { filingIssues } from "../issues.js";
import type { HousingFundEntry } from "./read-housing-fund.js";

/**
 * Compares what is to be paid in with the list of the fund's portal, person by person, by document number.
 * Whether an account is sealed is left to the reader: the words of its state are not public.
 *
 * @param remittances of one month, and of one unit
 * @returns `fund-person-missing` (not on the fund's list; JSON pointer into `remittances`), `fund-amount-differs`
 *   for each side and `fund-person-left-over` (both at the fund's row), `declaration-repeated` for a person
 *   who stands on either list again
 * @example
 * reconcileHousingFund([], []); // => []
 */
export function reconcileHousingFund(
  remittances: readonly HousingFundRemittance[],
  portalRows: readonly HousingFundEntry[],
): readonly Issue[] {
  const issues: Issue[] = [];
  const atFund = new Map<string, { readonly index: number; readonly entry: HousingFundEntry }>();
  for (const [index, entry] of portalRows.entries()) {
    const number = entry.values.documentNumber ?? "";
    const first = atFund.get(number)?.index;
    if (first === undefined) atFund.set(number, { index, entry });
    else issues.push(repeated(first, { place: placeOf(entry.source, "documentNumber") }));
  }
  const ours = new Map<string, number>();
  for (const [index, remittance] of remittances.entries()) {
    const first = ours.get(remittance.documentNumber);
    const path = `/${index}`;
    if (first !== undefined) {
      issues.push(repeated(first, { path }));
      continue;
    }
    ours.set(remittance.documentNumber, index);
    const found = atFund.get(remittance.documentNumber);
    if (found === undefined) issues.push(createIssue(filingIssues, "fund-person-missing", {}, { path }));
    else issues.push(...compareAmounts(remittance, found.entry));
  }
  for (const [number, { entry }] of atFund) {
    if (ours.has(number)) continue;
    issues.push(createIssue(filingIssues, "fund-person-left-over", {}, { place: placeOf(entry.source) }));
  }
  return issues;
}

function repeated(first: number, at: Pick<Issue, "path" | "place">): Issue {
  return createIssue(filingIssues, "declaration-repeated", { first: first + 1 }, at);
}

function compareAmounts(
  expected: HousingFundRemittance,
  { values, source }: HousingFundEntry,
): readonly Issue[] {
  return sides.flatMap((field) => {
    const found = values[field];
    if (found === undefined || found === expected[field]) return [];
    const place = placeOf(source, field);
    const header = place.header ?? field;
    const shown = { header, found: formatYuan(found), expected: formatYuan(expected[field]) };
    return [createIssue(filingIssues, "fund-amount-differs", shown, { place })];
  });
}

const sides = ["employerFen", "employeeFen"] as const;
