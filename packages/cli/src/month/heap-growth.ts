import { setFlagsFromString } from "node:v8";

/** By how many percent the heap may grow from one collection of garbage to the next. */
const growthPercent = 20;

/** Workers of a unit from which on its statement alone takes most of the memory. */
const largeUnitWorkers = 10_000;

/**
 * Lets the heap grow in small steps. A month leaves much garbage behind and little that is kept; without this
 * Node would rather take twice the memory than collect it.
 */
export function boundHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
}

/** Leaves it to Node again where a unit is so large that small steps cost time and save nothing. */
export function freeHeapGrowth(rosters: readonly { readonly workers: readonly unknown[] }[]): void {
  if (rosters.some(({ workers }) => workers.length > largeUnitWorkers)) {
    setFlagsFromString("--heap-growing-percent=0");
  }
}
