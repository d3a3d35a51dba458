import type { SettlementLine } from "../statement/settlement-line.js";
import type { LineInput } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import { changedPointers } from "./changed-pointers.js";
import { correctionSteps, linesById, type CorrectionStep } from "./correction-steps.js";
import type { ItemCorrection, ItemValue, LineCorrection } from "./statement-correction.js";

/**
 * Every line that differs between an issued month and the month as it is reckoned now, with the causes of
 * each figure.
 */
export function lineCorrections(
  earlier: SettlementStatement,
  now: SettlementStatement,
): readonly LineCorrection[] {
  const before = linesById(earlier.lines);
  const after = linesById(now.lines);
  const differing = [...new Set([...before.keys(), ...after.keys()])]
    .filter((workerId) => changedPointers(figuresOf(before, workerId), figuresOf(after, workerId)).length > 0)
    .toSorted();
  if (differing.length === 0) return [];
  const steps = correctionSteps(earlier, now);
  const inputsBefore = inputsById(earlier);
  const inputsNow = inputsById(now);
  return differing.map((workerId) => ({
    workerId,
    change: !before.has(workerId) ? "added" : after.has(workerId) ? "changed" : "removed",
    inputs: changedPointers(inputsBefore.get(workerId), inputsNow.get(workerId)),
    items: itemCorrections(workerId, before, steps),
  }));
}

type Lines = ReadonlyMap<string, SettlementLine>;
type Items = ReadonlyMap<string, ItemValue>;

/** A line but for how it is paid, which is each statement's own. */
function figuresOf(lines: Lines, workerId: string): Omit<SettlementLine, "payment"> | undefined {
  const line = lines.get(workerId);
  if (line === undefined) return undefined;
  const { payment: _, ...figures } = line;
  return figures;
}

function inputsById({ input }: SettlementStatement): ReadonlyMap<string, LineInput> {
  return new Map(input.workers.map((line) => [line.workerId, line]));
}

function itemCorrections(
  workerId: string,
  before: Lines,
  steps: readonly CorrectionStep[],
): readonly ItemCorrection[] {
  const states = [before, ...steps.map(({ lines }) => lines)].map((lines): Items => {
    const items = new Map<string, ItemValue>();
    collectItems(figuresOf(lines, workerId), "", items);
    return items;
  });
  const [first, last] = [states[0], states.at(-1)];
  const names = new Set(states.flatMap((items) => [...items.keys()]));
  return [...names]
    .filter((item) => first?.get(item) !== last?.get(item))
    .map((item) => ({
      item,
      before: first?.get(item),
      after: last?.get(item),
      causes: steps.flatMap(({ causes }, index) =>
        states[index]?.get(item) === states[index + 1]?.get(item) ? [] : causes,
      ),
    }));
}

function collectItems(value: unknown, pointer: string, into: Map<string, ItemValue>): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      collectItems(member, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, into);
    }
  } else if (value !== undefined) {
    into.set(pointer, value as ItemValue);
  }
}
