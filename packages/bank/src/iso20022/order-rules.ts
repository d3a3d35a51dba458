import { createIssue, type Issue, parsed, type PayoutPurpose, type PayoutRecord } from "@tongchou/core";
import type { MessagePart, PartRules } from "../channels/encode-parts.js";
import { normaliseName } from "../codec/payee-name.js";
import { type AnyLineFieldKind, type FieldKind, fieldNames } from "../profiles/field.js";
import { xmlTextIssues } from "../xml/index.js";
import { iso20022Issues } from "./issues.js";
import { defaultPurposes, type Iso20022Options, type Iso20022Purpose } from "./options.js";
import { writePain001 } from "./pain001-writer.js";

/** Characters that the schemas allow: Max35Text, Max34Text and Max140Text. */
const lengths: readonly {
  readonly property: "reference" | "payeeAccount" | "payeeName" | "payeeBankName";
  readonly kind: Exclude<FieldKind, AnyLineFieldKind>;
  readonly allowed: number;
}[] = [
  { property: "reference", kind: "reference", allowed: 35 },
  { property: "payeeAccount", kind: "payee-account", allowed: 34 },
  { property: "payeeName", kind: "payee-name", allowed: 140 },
  { property: "payeeBankName", kind: "payee-bank-name", allowed: 140 },
];

/** The rules by which a batch becomes payment orders. */
export function orderRules(options: Iso20022Options): PartRules {
  const purposes: Readonly<Partial<Record<PayoutPurpose, Iso20022Purpose>>> =
    options.purposes ?? defaultPurposes;
  return {
    encoding: "utf-8",
    amountUnit: "yuan",
    purposes: Object.fromEntries(Object.entries(purposes).map(([purpose, { words }]) => [purpose, words])),
    limits: options.limits ?? {},
    fields: [
      { kind: "reference" },
      { kind: "payee-name" },
      { kind: "payee-account" },
      { kind: "payee-bank-name", optional: true },
      { kind: "payee-cnaps-code", optional: true },
      { kind: "amount" },
      { kind: "purpose" },
    ],
    batchNumberLengthMax: 35,
    checkRow,
    fileExtension: "xml",
    write: (part) => parsed({ [Symbol.iterator]: () => writePain001(orderOf(part, purposes), options) }),
  };
}

function orderOf(
  part: MessagePart,
  purposes: Readonly<Partial<Record<string, Iso20022Purpose>>>,
): Parameters<typeof writePain001>[0] {
  const categories = new Set(part.payments.map(({ purpose }) => purposes[purpose]?.category));
  return {
    batchNumber: part.batchNumber,
    createdAt: part.submittedAt,
    payDate: part.payDate,
    payer: part.payer,
    count: part.totals.count,
    totalFen: part.totals.amountFen,
    category: categories.size === 1 ? Array.from(categories)[0] : undefined,
    payments: part.payments,
  };
}

function checkRow(payment: PayoutRecord): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { property, kind, allowed } of lengths) {
    const text = property === "payeeName" ? normaliseName(payment.payeeName) : (payment[property] ?? "");
    const path = `/${property}`;
    const found = text.length <= allowed ? text.length : Array.from(text).length;
    if (found > allowed) {
      const values = { ...fieldNames(kind), found, allowed };
      issues.push(createIssue(iso20022Issues, "iso20022-text-too-long", values, { path }));
    }
    for (const issue of xmlTextIssues(text)) issues.push({ ...issue, path });
  }
  return issues;
}
