import { groupBy, createIssue, type Issue, type PayRecord, placeOf } from "@tongchou/core";
import { filingIssues } from "../../issues.js";
import type { PayBatch } from "./pay-import.js";

/**
 * Puts the batches of a month together: one record for each person, with the items of all batches in order.
 * Whatever else a record says comes from the first batch that has the person. Somebody who stands in one
 * batch more than once, or on the same pay in two, is left with separate records, because nobody has decided
 * which of them counts: a sheet that was saved twice pays nobody twice.
 *
 * @returns a batch for each month, its name made of theirs; the warning `pay-batches-disagree` where the
 *   running totals of a person differ from batch to batch, and `pay-batches-repeat`, to be decided, where the
 *   pay of a person is the same in two
 * @example
 * const month = period("2024-03");
 * const records = [];
 * mergePayBatches([{ batch: "工资", period: month, records }, { batch: "补发", period: month, records }])
 *   .batches.map(({ batch }) => batch); // => ["工资+补发"]
 */
export function mergePayBatches(batches: readonly PayBatch[]): {
  readonly batches: readonly PayBatch[];
  readonly issues: readonly Issue[];
} {
  const months = groupBy(batches, ({ period }) => period);
  const issues: Issue[] = [];
  const merged = Array.from(months, ([period, ofMonth]): PayBatch => {
    const repeated = new Set(ofMonth.flatMap(({ records }) => repeatedPeople(records)));
    const [only, another] = ofMonth;
    if (only !== undefined && another === undefined && repeated.size === 0) return only;
    const all = ofMonth.flatMap(({ records }) => records);
    const people = groupBy(all, ({ documentNumber }) => documentNumber);
    const records = Array.from(people, ([number, same]): readonly PayRecord[] => {
      const [first, ...later] = same;
      if (first === undefined || repeated.has(number)) return same;
      const again = later.filter((record, index) => isOnePay(record, same.slice(0, index + 1)));
      issues.push(...again.map((record) => issueAt("pay-batches-repeat", record)));
      if (again.length > 0) return same;
      for (const record of later)
        if (!agree(first, record)) issues.push(issueAt("pay-batches-disagree", record));
      return [{ ...first, items: same.flatMap(({ items }) => items) }];
    });
    return { batch: ofMonth.map(({ batch }) => batch).join("+"), period, records: records.flat() };
  });
  return { batches: merged, issues };
}

function repeatedPeople(records: readonly PayRecord[]): readonly string[] {
  const people = groupBy(records, ({ documentNumber }) => documentNumber);
  return [...people].flatMap(([number, same]) => (same.length > 1 ? [number] : []));
}

/** A later batch that leaves the running totals out does not disagree. */
function agree(first: PayRecord, later: PayRecord): boolean {
  const fields = [
    "additionalDeductionsFen",
    "incomeBeforeFen",
    "specialDeductionsBeforeFen",
    "taxWithheldBeforeFen",
  ] as const;
  return fields.every((field) => later[field] === 0 || later[field] === first[field]);
}

/** The same items, of the same amounts, as in a batch before. */
function isOnePay({ items }: PayRecord, before: readonly PayRecord[]): boolean {
  const written = JSON.stringify(items);
  return (
    items.some(({ amountFen }) => amountFen !== 0) &&
    before.some((record) => JSON.stringify(record.items) === written)
  );
}

function issueAt(code: "pay-batches-disagree" | "pay-batches-repeat", { source }: PayRecord): Issue {
  const place = source === undefined ? undefined : placeOf(source);
  return createIssue(filingIssues, code, {}, { place });
}
