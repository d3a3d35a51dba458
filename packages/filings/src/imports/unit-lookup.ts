import { type EmployerUnit, foldFullWidth } from "@tongchou/core";

/**
 * Finds units by what files call them: name, id or unified social credit code. Blanks and the width of
 * characters do not count.
 */
export function createUnitLookup(
  units: readonly EmployerUnit[],
): (text: string | undefined) => EmployerUnit | undefined {
  const byKey = new Map<string, EmployerUnit>();
  for (const unit of units) {
    for (const key of [unit.creditCode, unit.name, unit.id]) byKey.set(unitKey(key), unit);
  }
  return (text) => (text === undefined ? undefined : byKey.get(unitKey(text)));
}

/** The form in which names of units are compared. */
export function unitKey(text: string): string {
  return foldFullWidth(text).replace(/\s/g, "").toUpperCase();
}
