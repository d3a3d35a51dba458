import {
  coreIssues,
  createIssue,
  failed,
  type Fen,
  formatYuan,
  parsed,
  type Parsed,
  parseYuan,
  plainNumberText,
} from "@tongchou/core";
import { cellIssue, meansNothing, refuse, showText, textOf, type ValueCell } from "./cell-value.js";
import { plainDecimal, roundNoise, shiftPoint } from "./decimal-text.js";

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+`;
const amountPattern = new RegExp(
  String.raw`^([+-]?)(?:人民币|RMB|CNY|[¥￥])?([+-]?)(${digits})(万元?|元整?|元/月|块)?$`,
  "i",
);

/**
 * Reads an amount: `5,240.50`, `¥3720`, `645.00元`, `(1,234.00)`, `0.5万元`, or a number cell with the noise of
 * binary arithmetic.
 *
 * @param isTenThousands true when the column's header gives its unit as 万元
 * @returns the amount; undefined for `-`, `/`, `无`; the issues `money-date-cell` and core's
 *   `money-not-a-number`, `money-too-precise`, `money-out-of-range`; the warning `money-ten-thousands` when
 *   the cell itself says 万元
 */
export function readMoneyCell(cell: ValueCell, isTenThousands: boolean): Parsed<Fen | undefined> {
  const text = textOf(cell);
  if (cell.kind === "number") {
    if (cell.isDate) return refuse("money-date-cell", { found: text });
    return readDecimal(text, isTenThousands ? 4 : 0, text);
  }
  const plain = plainNumberText(text).replaceAll("\u2212", "-");
  if (meansNothing(plain)) return parsed(undefined);
  const bracketed = /^\((.+)\)$/.exec(plain);
  const match = amountPattern.exec(bracketed?.[1] ?? plain);
  if (match === null) return failed(createIssue(coreIssues, "money-not-a-number", { found: showText(text) }));
  const [, outer, inner, number = "", unit = ""] = match;
  const isNegative = outer === "-" || inner === "-" || bracketed !== null;
  const decimal = (isNegative ? "-" : "") + plainDecimal(number.replaceAll(",", ""));
  const isOwnUnit = unit.startsWith("万");
  const result = readDecimal(decimal, isOwnUnit || (isTenThousands && unit === "") ? 4 : 0, text);
  if (!result.ok || !isOwnUnit) return result;
  const values = { found: showText(text), amount: formatYuan(result.value) };
  return parsed(result.value, [cellIssue("money-ten-thousands", values)]);
}

/** `places`: how far the point moves to turn the number into yuan. */
function readDecimal(decimal: string, places: number, shown: string): Parsed<Fen> {
  const yuan = shiftPoint(decimal, places);
  const result = parseYuan(roundNoise(yuan, 2) ?? yuan);
  if (result.ok) return result;
  const [first] = result.issues;
  const code = first?.code === "money-too-precise" ? first.code : "money-out-of-range";
  return failed(createIssue(coreIssues, code, { found: showText(shown) }));
}
