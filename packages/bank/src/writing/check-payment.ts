import {
  createIssue,
  formatYuan,
  type Issue,
  maskAccountNumber,
  parseCnapsCode,
  type PayoutRecord,
} from "@tongchou/core";
import { codePoint, encodeText } from "../encoding.js";
import { bankIssues } from "../issues.js";
import type { PaymentFormat } from "../profile.js";
import { fieldNames } from "../profiles/field.js";
import { commentPrefixes, detailFields, type Field, type FileLayout } from "../profiles/layout.js";
import { paymentProperties, paymentText } from "./cell-values.js";

/**
 * Tests whether a payment can be written; whether its reference is its own is for the batch to say.
 *
 * @param path JSON pointer to the payment
 * @returns all that is wrong, each with a pointer to the property; warnings do not keep a payment out
 */
export function checkPayment(payment: PayoutRecord, format: PaymentFormat, path: string): readonly Issue[] {
  const { layout, limits, purposes } = format;
  const { amountFen, purpose } = payment;
  const issues = [
    ...checkRoute(payment, path),
    ...checkAccount(payment.payeeAccount, `${path}/payeeAccount`),
  ];
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0) {
    const context = { path: `${path}/amountFen` };
    issues.push(createIssue(bankIssues, "amount-not-positive", { found: String(amountFen) }, context));
  } else if (limits?.amountPerPaymentFen !== undefined && amountFen > limits.amountPerPaymentFen) {
    const values = { found: formatYuan(amountFen), allowed: formatYuan(limits.amountPerPaymentFen) };
    issues.push(createIssue(bankIssues, "amount-above-limit", values, { path: `${path}/amountFen` }));
  }
  if (purposes[purpose] === undefined) {
    issues.push(
      createIssue(bankIssues, "purpose-unsupported", { found: purpose }, { path: `${path}/purpose` }),
    );
  }
  for (const field of detailFields(layout)) {
    const property = paymentProperties[field.kind];
    if (property === undefined || (property === "purpose" && purposes[purpose] === undefined)) continue;
    const text = paymentText(field, payment, format);
    const found = [...checkCell(text, field, layout)];
    if (field.kind === "payee-cnaps-code" && text !== "") found.push(...parseCnapsCode(text).issues);
    issues.push(...found.map((issue) => ({ ...issue, path: `${path}/${property}` })));
  }
  return issues;
}

/**
 * Money that may not pass through the platform is refused here too: a record read from a file has no types.
 *
 * @returns nothing, or `route-not-through-platform`
 */
function checkRoute({ route }: PayoutRecord, path: string): readonly Issue[] {
  if (route === undefined || route === "through-platform") return [];
  return [createIssue(bankIssues, "route-not-through-platform", { found: route }, { path: `${path}/route` })];
}

/**
 * Tests the form of an account number; whether one is needed is for the column to say.
 *
 * @returns nothing, or `account-characters`
 */
export function checkAccount(number: string, path: string): readonly Issue[] {
  if (/^[\d-]*$/.test(number)) return [];
  return [createIssue(bankIssues, "account-characters", { found: maskAccountNumber(number) }, { path })];
}

/**
 * Tests whether a value can stand in its column.
 *
 * @returns `field-missing`, `field-reserved-characters`, `field-too-wide`, `character-unmappable`, and the
 *   warning `character-private-use`
 */
export function checkCell(text: string, field: Field, layout: FileLayout): readonly Issue[] {
  const names = fieldNames(field.kind);
  if (text === "" && field.optional !== true) return [createIssue(bankIssues, "field-missing", names)];
  const issues: Issue[] = [];
  const reserved = reservedCharacters(text, field, layout);
  if (reserved.length > 0) {
    issues.push(
      createIssue(bankIssues, "field-reserved-characters", { ...names, characters: reserved.join(" ") }),
    );
  }
  const bytes = encodeText(text, layout.encoding);
  issues.push(...bytes.issues);
  const allowed = field.widthBytes;
  if (bytes.ok && allowed !== undefined && bytes.value.length > allowed) {
    issues.push(createIssue(bankIssues, "field-too-wide", { ...names, found: bytes.value.length, allowed }));
  }
  return issues;
}

/** What would shift columns or lines: control characters, the delimiter, the start of a comment. */
function reservedCharacters(text: string, field: Field, layout: FileLayout): readonly string[] {
  const found = (text.match(/\p{Cc}/gu) ?? []).map(codePoint);
  if ("delimiter" in layout && text.includes(layout.delimiter)) found.push(layout.delimiter);
  const isFirst = layout.lines.some((line) => "fields" in line && line.fields[0] === field);
  return isFirst ? [...found, ...commentPrefixes(layout).filter((prefix) => text.startsWith(prefix))] : found;
}
