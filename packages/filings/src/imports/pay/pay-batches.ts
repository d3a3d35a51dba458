import { createIssue, type Issue, type PayRecord, type Period, placeOf } from "@tongchou/core";
import { filingIssues } from "../../issues.js";
import type { PayBatch } from "./pay-import.js";

/**
 * Puts the batches of a month together: one record for each person, with the items of all batches in order.
 * Whatever else a record says comes from the first batch that has the person. Somebody who stands in one
 * batch more than once is left with separate records, because nobody has decided which of them counts.
 *
 * @returns a batch for each month, its name made of theirs; the warning `pay-batches-disagree` where the
 *   running totals of a person differ from batch to batch
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
  const months = new Map<Period | undefined, PayBatch[]>();
  for (const batch of batches) months.set(batch.period, [...(months.get(batch.period) ?? []), batch]);
  const issues: Issue[] = [];
  const merged = Array.from(months, ([period, ofMonth]): PayBatch => {
    const repeated = new Set(ofMonth.flatMap(({ records }) => repeatedPeople(records)));
    const people = new Map<string, PayRecord>();
    const apart: PayRecord[] = [];
    for (const record of ofMonth.flatMap(({ records }) => records)) {
      const first = people.get(record.documentNumber);
      if (repeated.has(record.documentNumber)) apart.push(record);
      else if (first === undefined) people.set(record.documentNumber, record);
      else {
        if (!agree(first, record)) issues.push(disagreement(record));
        people.set(record.documentNumber, { ...first, items: [...first.items, ...record.items] });
      }
    }
    return {
      batch: ofMonth.map(({ batch }) => batch).join("+"),
      period,
      records: [...people.values(), ...apart],
    };
  });
  return { batches: merged, issues };
}

function repeatedPeople(records: readonly PayRecord[]): readonly string[] {
  const seen = new Set<string>();
  return records
    .map(({ documentNumber }) => documentNumber)
    .filter((number) => seen.has(number) || !seen.add(number));
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

function disagreement(record: PayRecord): Issue {
  const place = record.source === undefined ? undefined : placeOf(record.source);
  return createIssue(filingIssues, "pay-batches-disagree", {}, { place });
}
