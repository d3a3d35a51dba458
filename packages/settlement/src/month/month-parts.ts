import { groupBy, type PayRecord, type Roster, type RosterMention, type Worker } from "@tongchou/core";
import { payNames, type PayNames } from "./join-pay.js";
import type { MonthInput } from "./month-input.js";

/**
 * A month in parts, one for each unit that has a roster, in the order of the units: each holds what of the
 * month bears on the unit, people elsewhere who share an identity number or an id with its own included.
 *
 * Preparing and settling part after part makes the same statements as the whole month does, with one unit's
 * share of the memory: a part that was taken is no longer held here, nor is the month. Issues that are about
 * no unit, such as pay without a worker, are those of the whole month only.
 *
 * @example
 * const unit = { id: "U1", name: "", nature: "balance-funded", creditCode: "", division: "360403" } as const;
 * const month = {
 *   period: period("2024-03"), transferDate: plainDate("2024-03-01"), agencies: [], contracts: [],
 *   settings: { case1Insurance: "forward", floatDaysMax: 3 } as const, pay: [], approvals: [],
 *   units: [unit, { ...unit, id: "U2" }], rosters: ["U1", "U2"].map((unitId) => ({ unitId, workers: [] })),
 * };
 * Array.from(monthParts(month), ({ rosters }) => rosters.map(({ unitId }) => unitId)); // => [["U1"], ["U2"]]
 */
export function monthParts(month: MonthInput): Generator<MonthInput> {
  const partOf = createDivider(month);
  const units = groupBy(month.units, ({ id }) => id);
  const rosters = groupBy(month.rosters, ({ unitId }) => unitId);
  const parts = Array.from(units, ([unitId, same]): readonly MonthInput[] => {
    const ofUnit = rosters.get(unitId);
    return ofUnit === undefined ? [] : [{ ...partOf(unitId, ofUnit), units: same }];
  });
  return takenFrom(parts.flat());
}

/** Hands the parts on in their order and lets go of each. */
function* takenFrom(parts: MonthInput[]): Generator<MonthInput> {
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) yield part;
}

/** Lists of a month that are divided by unit or by person; every part has the others as they are. */
type DividedLists =
  | "rosters"
  | "pay"
  | "changes"
  | "carried"
  | "approvals"
  | "choices"
  | "heldOutRows"
  | "otherMentions"
  | "issues";

function createDivider(month: MonthInput): (unitId: string, rosters: readonly Roster[]) => MonthInput {
  const {
    changes = [],
    carried = [],
    choices = [],
    heldOutRows = [],
    issues = [],
    otherMentions = [],
  } = month;
  const names = payNames(month.pay);
  const doubles = doublesIn(month, names);
  const approvalsByUnit = groupBy(month.approvals, ({ unitId }) => unitId);
  const heldOutByUnit = groupBy(heldOutRows, ({ unitId }) => unitId);
  const mentionsByUnit = groupBy(otherMentions, ({ unitId }) => unitId);
  const changesByNumber = groupBy(changes, ({ documentNumber }) => documentNumber);
  const carriedById = groupBy(carried, ({ workerId }) => workerId);
  const choicesById = groupBy(choices, ({ workerId }) => workerId);
  const issuesById = groupBy(issues, ({ subject }) => subject?.workerId);
  return (unitId, rosters) => {
    const workers = rosters.flatMap((roster) => roster.workers);
    const numbers = [...new Set(workers.map(({ documentNumber }) => documentNumber))];
    const own = numbers.flatMap((documentNumber) => names.recordsOf({ documentNumber }));
    const ids = [...new Set(workers.flatMap((worker) => [worker.workerId, names.idOf(worker)]))];
    const ownMentions = mentionsByUnit.get(unitId) ?? [];
    const people = [...workers.map((worker) => named(worker, names)), ...ownMentions];
    const divided: Pick<MonthInput, DividedLists> = {
      rosters,
      pay: [...new Set([...own, ...own.flatMap((record) => sharingNumber(record, names))])],
      changes: numbers.flatMap((number) => changesByNumber.get(number) ?? []),
      carried: ids.flatMap((id) => carriedById.get(id) ?? []),
      approvals: approvalsByUnit.get(unitId) ?? [],
      choices: ids.flatMap((id) => choicesById.get(id) ?? []),
      heldOutRows: heldOutByUnit.get(unitId) ?? [],
      otherMentions: [...new Set([...ownMentions, ...doubles(unitId, people)])],
      issues: ids.flatMap((id) => issuesById.get(id) ?? []),
    };
    return { ...month, ...divided };
  };
}

function sharingNumber({ employeeNumber }: PayRecord, { sharedNumbers }: PayNames): readonly PayRecord[] {
  return employeeNumber === undefined ? [] : (sharedNumbers.get(employeeNumber) ?? []);
}

/** Finds the mentions outside a unit that share the identity number or the id of somebody in it. */
function doublesIn(
  { rosters, otherMentions = [] }: MonthInput,
  names: PayNames,
): (unitId: string, own: readonly RosterMention[]) => readonly RosterMention[] {
  const workers = rosters.flatMap((roster) => roster.workers.map((worker) => named(worker, names)));
  const mentions = [...workers, ...otherMentions];
  const byNumber = repeatedBy(mentions, ({ documentNumber }) => documentNumber);
  const byId = repeatedBy(mentions, ({ workerId }) => workerId);
  return (unitId, own) =>
    own
      .flatMap(({ documentNumber, workerId }) => [
        ...(byNumber.get(documentNumber) ?? []),
        ...(byId.get(workerId) ?? []),
      ])
      .filter((mention) => mention.unitId !== unitId);
}

/** A worker as the rosters mention one, under the id that is settled. */
function named(worker: Worker, names: PayNames): RosterMention {
  const { documentNumber, unitId, source } = worker;
  return { documentNumber, unitId, workerId: names.idOf(worker), source };
}

function repeatedBy(
  mentions: readonly RosterMention[],
  keyOf: (mention: RosterMention) => string | undefined,
): ReadonlyMap<string | undefined, readonly RosterMention[]> {
  return new Map([...groupBy(mentions, keyOf)].filter(([key, same]) => key !== undefined && same.length > 1));
}
