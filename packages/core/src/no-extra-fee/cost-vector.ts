import { fen, zeroFen, type Fen } from "../money/fen.js";

/**
 * What a worker's month costs the unit, component by component.
 *
 * Keys name components: `pay:<item>`, `employer:<insurance>`, `housing-fund`, `agency-fee`, `platform-fee`,
 * `vat`, `surcharges`, `bank-fee`, `disability-fund`, `union-dues`, `services`, `other`. A component that is
 * not named is 0.
 */
export type CostVector = Readonly<Record<string, Fen>>;

/**
 * The components named by any of the vectors, each once, sorted.
 *
 * @example
 * componentsOf({ vat: fen(1) }, { "agency-fee": fen(2), vat: fen(3) }); // => ["agency-fee", "vat"]
 */
export function componentsOf(...vectors: readonly CostVector[]): readonly string[] {
  return [...new Set(vectors.flatMap((vector) => Object.keys(vector)))].toSorted();
}

/**
 * The change from one vector to another, component by component; components that do not change are left out.
 *
 * @example
 * costChange({ "agency-fee": fen(60) }, { "agency-fee": fen(70), vat: fen(0) }); // => { "agency-fee": 10 }
 */
export function costChange(before: CostVector, after: CostVector): CostVector {
  const change: Record<string, Fen> = {};
  for (const component of componentsOf(before, after)) {
    const difference = fen((after[component] ?? 0) - (before[component] ?? 0));
    if (difference !== 0) change[component] = difference;
  }
  return change;
}

/**
 * The sum of vectors, component by component.
 *
 * @example
 * sumCosts([{ vat: fen(1) }, { vat: fen(2), "agency-fee": fen(60) }]); // => { vat: 3, "agency-fee": 60 }
 */
export function sumCosts(vectors: Iterable<CostVector>): CostVector {
  const total: Record<string, Fen> = {};
  for (const vector of vectors) {
    for (const [component, amount] of Object.entries(vector)) {
      total[component] = fen((total[component] ?? 0) + amount);
    }
  }
  return total;
}

/**
 * The sum over all components.
 *
 * @example
 * costTotal({ vat: fen(1), "agency-fee": fen(60) }); // => 61
 */
export function costTotal(vector: CostVector): Fen {
  return Object.values(vector).reduce((sum, amount) => fen(sum + amount), zeroFen);
}
