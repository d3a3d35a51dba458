import { setFlagsFromString } from "node:v8";

/** To how many times of what a whole month holds the heap may grow before garbage is collected. */
const growth = 1.15;

/** The most times for what is left of it. */
const growthMax = 3;

/** Workers of a unit from which on its statement alone takes most of the memory. */
const largeUnitWorkers = 10_000;

/**
 * Lets the heap grow in small steps. A month leaves much garbage behind and little that is kept; without this
 * Node would rather take twice the memory than collect it. As units are settled less is kept, and the steps
 * may be as much larger. It is left to Node again where a unit is so large that small steps cost time and
 * save nothing.
 *
 * @param share of the month that is still held, from 0 to 1
 * @param unitWorkersMax workers of the largest unit
 */
export function boundHeapGrowth(share: number, unitWorkersMax: number): void {
  const times = unitWorkersMax > largeUnitWorkers ? 1 : Math.min(growthMax, growth / share);
  setFlagsFromString(`--heap-growing-percent=${Math.round((times - 1) * 100)}`);
}
