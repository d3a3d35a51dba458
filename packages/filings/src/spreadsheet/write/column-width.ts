import type { SheetColumn } from "./sheet-content.js";

const narrowest = 8;
const widest = 40;
const margin = 2;

/** A column's width in characters: its own, or what its header takes, Han characters counting twice. */
export function columnWidth({ header, width }: SheetColumn): number {
  if (width !== undefined) return width;
  let size = margin;
  for (const character of header) size += character < "\u0100" ? 1 : 2;
  return Math.min(widest, Math.max(narrowest, size));
}
