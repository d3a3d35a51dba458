import { maskAccountNumber } from "@tongchou/core";

/** Hides numbers as long as accounts in a text that a bank wrote: in another layout it may hold one. */
export function maskNumbers(text: string): string {
  return text.replace(/\d{9,}/g, maskAccountNumber);
}
