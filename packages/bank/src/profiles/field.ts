import type { BilingualText, IssueValues } from "@tongchou/core";

/** What only a summary line holds: counts and amounts of the part and of the batch. */
export type SummaryFieldKind =
  "total-count" | "total-amount" | "batch-total-count" | "batch-total-amount" | "more-parts";

/**
 * What a column of a payment's line holds. `status` and `reason` are of result files only.
 *
 * `line-number` is the number of the payment where references are too long for the bank: the part's batch
 * number, then the payment's place in the part. `payee-kind` tells persons from corporations.
 */
export type DetailFieldKind =
  | "serial"
  | "line-number"
  | "reference"
  | "payee-name"
  | "payee-account"
  | "payee-bank-name"
  | "payee-cnaps-code"
  | "payee-kind"
  | "amount"
  | "purpose"
  | "status"
  | "reason";

/**
 * What a column of any line may hold. `ignored` is written empty and not read; `batch-number` is the part's
 * own, `whole-batch-number` the one that all parts share.
 */
export type AnyLineFieldKind =
  | "constant"
  | "ignored"
  | "pay-date"
  | "batch-number"
  | "whole-batch-number"
  | "part-number"
  | "part-count"
  | "payer-name"
  | "payer-account"
  | "payer-bank-name"
  | "payer-cnaps-code";

/** What a column holds. */
export type FieldKind = SummaryFieldKind | DetailFieldKind | AnyLineFieldKind;

/** What is true of every column of a kind. */
export interface FieldTraits extends BilingualText {
  readonly line: "summary" | "detail" | "any";
  /** A number may be padded with zeros: they do not change it. Account numbers and references are text. */
  readonly isNumber: boolean;
}

function field(zh: string, en: string, line: FieldTraits["line"], isNumber = false): FieldTraits {
  return { zh, en, line, isNumber };
}

/** The traits of every kind of column, with its name in both languages. */
export const fieldTraits: Readonly<Record<FieldKind, FieldTraits>> = {
  amount: field("金额", "amount", "detail", true),
  "batch-number": field("批次号", "batch number", "any"),
  "batch-total-amount": field("全批总金额", "batch total amount", "summary", true),
  "batch-total-count": field("全批总笔数", "batch total count", "summary", true),
  constant: field("固定值", "constant", "any"),
  ignored: field("不使用的列", "ignored column", "any"),
  "line-number": field("行号", "line number", "detail"),
  "more-parts": field("是否还有后续分包", "more parts to come", "summary"),
  "part-count": field("分包总数", "part count", "any", true),
  "part-number": field("分包序号", "part number", "any", true),
  "pay-date": field("付款日期", "pay date", "any"),
  "payee-account": field("收款账号", "payee account", "detail"),
  "payee-bank-name": field("收款行名", "payee bank name", "detail"),
  "payee-cnaps-code": field("收款行联行号", "payee CNAPS code", "detail"),
  "payee-kind": field("收款人公私标志", "payee kind", "detail"),
  "payee-name": field("收款人姓名", "payee name", "detail"),
  "payer-account": field("付款账号", "payer account", "any"),
  "payer-bank-name": field("付款行名", "payer bank name", "any"),
  "payer-cnaps-code": field("付款行联行号", "payer CNAPS code", "any"),
  "payer-name": field("付款户名", "payer name", "any"),
  purpose: field("用途", "purpose", "detail"),
  reason: field("原因", "reason", "detail"),
  reference: field("付款编号", "reference", "detail"),
  serial: field("序号", "serial number", "detail", true),
  status: field("状态", "status", "detail"),
  "total-amount": field("总金额", "total amount", "summary", true),
  "total-count": field("总笔数", "total count", "summary", true),
  "whole-batch-number": field("整批批次号", "number of the whole batch", "any"),
};

/** The name of a column for the placeholders of a message. */
export function fieldNames(kind: FieldKind): IssueValues {
  return { fieldZh: fieldTraits[kind].zh, fieldEn: fieldTraits[kind].en };
}
