import { foldFullWidth } from "@tongchou/core";

/**
 * The form in which names and codes of units are compared: without blanks, full width folded, in capitals.
 */
export function unitKey(name: string): string {
  return foldFullWidth(name).replace(/\s/g, "").toUpperCase();
}
