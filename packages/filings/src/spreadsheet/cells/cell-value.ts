import {
  createIssue,
  failed,
  type Issue,
  type IssueValues,
  maskPersonalIn,
  type Parsed,
} from "@tongchou/core";
import { filingIssues, type FilingIssueCode } from "../../issues.js";
import type { Cell } from "../workbook.js";
import { plainDecimal } from "./decimal-text.js";

/** A cell with a value in it: neither an error nor a formula without a result. */
export type ValueCell = Extract<Cell, { readonly kind: "text" | "number" | "boolean" }>;

const shownMax = 30;

/**
 * The value of a cell as text: a number without an exponent, a text without white space around it and without
 * characters of no width.
 */
export function textOf(cell: ValueCell): string {
  switch (cell.kind) {
    case "text":
      return cell.text.replace(/[\u200B-\u200D\u2060]/g, "").trim();
    case "number":
      return plainDecimal(cell.text);
    case "boolean":
      return cell.isTrue ? "TRUE" : "FALSE";
  }
}

/** True for the marks that stand for nothing in a table: `-`, `/`, `无` and their like. */
export function meansNothing(text: string): boolean {
  return /^([-–—―－/／\\]+|无|暂无|没有|不详|空)$/.test(text);
}

/**
 * Prepares a cell's text for a message: long texts are cut, and what may be somebody's in the wrong column,
 * long numbers and names, is masked.
 */
export function showText(text: string): string {
  const characters = Array.from(maskPersonalIn(text.replace(/\s+/g, " ")));
  return characters.length <= shownMax ? characters.join("") : `${characters.slice(0, shownMax).join("")}…`;
}

/** An issue of this package about one value. */
export function cellIssue(code: FilingIssueCode, values: IssueValues = {}): Issue {
  return createIssue(filingIssues, code, values);
}

/** A value that could not be read. */
export function refuse(code: FilingIssueCode, values: IssueValues = {}): Parsed<never> {
  return failed(cellIssue(code, values));
}
