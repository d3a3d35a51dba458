import { maskAccountNumber } from "@tongchou/core";
import type { Dialect } from "./dialect.js";
import type { FieldValue, IsoMessage } from "./message.js";

/**
 * Writes a message for a log: the message type and one line a field.
 *
 * Only what the dialect marks as `plain` is shown. Card and account numbers (field 2) are shown without their
 * middle, and of everything else, tracks, PIN blocks, names, chip data, only the size.
 *
 * @example
 * import { unionPayPos } from "@tongchou/bank/iso8583";
 * const message = { type: "0200", fields: { 2: "6299990000000000005", 3: "290000", 35: "6299=2912" } };
 * describeMessage(message, unionPayPos).split("\n");
 * // => ["0200", "F2 6299***********0005", "F3 290000", "F35 (9)"]
 */
export function describeMessage(message: IsoMessage, dialect: Dialect): string {
  const lines = Object.entries(message.fields).map(([number, value]) => {
    const shown = dialect.fields[Number(number)]?.shown;
    return `F${number} ${textOf(value, shown)}`;
  });
  return [message.type, ...lines].join("\n");
}

function textOf(value: FieldValue, shown: "plain" | "masked" | undefined): string {
  if (typeof value === "number") return shown === "plain" ? String(value) : "(Fen)";
  if (typeof value !== "string") return `(${value.length})`;
  if (shown === "masked") return maskAccountNumber(value);
  return shown === "plain" ? value : `(${value.length})`;
}
