import { componentsOf, costChange, sumCosts, type CostVector } from "./cost-vector.js";

/** The causes that the whole change of a cost is put down to. */
export type CostCause = "law" | "hr-facts" | "base" | "rounding" | "services" | "migration";

/** The causes in the order in which they are taken one after the other. */
export const costCauses: readonly CostCause[] = [
  "law",
  "hr-facts",
  "base",
  "rounding",
  "services",
  "migration",
];

/** The cost after each cause has been let in, on top of those before it. */
export type CostStates = Readonly<Record<CostCause, CostVector>>;

/** The change of a cost, cause by cause and component by component. */
export type CostAttribution = Readonly<Record<CostCause, CostVector>>;

/**
 * Puts the whole change of a cost down to causes.
 *
 * Each cause is the step from the state before it to the state after it, so the parts add up to the whole by
 * construction, in every component and to the fen.
 *
 * @param before the cost before the migration, under the law and facts of that time
 * @param states the cost with law, then HR facts, contribution base, rounding, voluntary services and at last
 *   the migration let in; the last one is the cost that is charged
 * @returns for each cause the change of every component that it moved, in fen
 * @example
 * const before = { "agency-fee": fen(6000) };
 * const after = { "agency-fee": fen(6000), vat: fen(57) };
 * attributeChange(before, {
 *   law: after, "hr-facts": after, base: after, rounding: after, services: after, migration: after,
 * }).law; // => { vat: 57 }
 */
export function attributeChange(before: CostVector, states: CostStates): CostAttribution {
  let previous = before;
  const parts: Partial<Record<CostCause, CostVector>> = {};
  for (const cause of costCauses) {
    parts[cause] = costChange(previous, states[cause]);
    previous = states[cause];
  }
  return parts as CostAttribution;
}

/**
 * True when the parts of an attribution add up to the change between two costs in every component.
 *
 * @example
 * const none = { law: {}, "hr-facts": {}, base: {}, rounding: {}, services: {}, migration: {} };
 * attributionIsComplete({ vat: fen(0) }, { vat: fen(57) }, { ...none, law: { vat: fen(57) } }); // => true
 * attributionIsComplete({ vat: fen(0) }, { vat: fen(57) }, none); // => false
 */
export function attributionIsComplete(
  before: CostVector,
  after: CostVector,
  parts: CostAttribution,
): boolean {
  const explained = sumCosts(costCauses.map((cause) => parts[cause]));
  const change = costChange(before, after);
  return componentsOf(explained, change).every((name) => (explained[name] ?? 0) === (change[name] ?? 0));
}

/**
 * True when a cause changed no component: parts that cancel out in the sum do not pass.
 *
 * @example
 * const none = { law: {}, "hr-facts": {}, base: {}, rounding: {}, services: {}, migration: {} };
 * causeIsZero({ ...none, migration: { "agency-fee": fen(-1), vat: fen(1) } }, "migration"); // => false
 */
export function causeIsZero(parts: CostAttribution, cause: CostCause): boolean {
  return Object.values(parts[cause]).every((amount) => amount === 0);
}
