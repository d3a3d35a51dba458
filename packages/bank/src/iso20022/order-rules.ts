import {
  type CorporateAccount,
  createIssue,
  type Issue,
  parseCnapsCode,
  parsed,
  type PayoutPurpose,
  type PayoutRecord,
} from "@tongchou/core";
import type { MessagePart, PartRules } from "../channels/encode-parts.js";
import { normaliseName } from "../codec/payee-name.js";
import { bankIssues } from "../issues.js";
import { type FieldKind, fieldNames } from "../profiles/field.js";
import { xmlTextIssues } from "../xml/index.js";
import { iso20022Issues } from "./issues.js";
import { defaultPurposes, type Iso20022Options, type Iso20022Purpose } from "./options.js";
import { writePain001 } from "./pain001-writer.js";

/** A text of an order, and the characters that the schemas allow: Max35Text, Max34Text or Max140Text. */
interface OrderText<Property extends string> {
  readonly property: Property;
  readonly kind: Exclude<FieldKind, "constant" | "ignored">;
  readonly allowed: number;
}

const paymentTexts: readonly OrderText<"reference" | "payeeAccount" | "payeeName" | "payeeBankName">[] = [
  { property: "reference", kind: "reference", allowed: 35 },
  { property: "payeeAccount", kind: "payee-account", allowed: 34 },
  { property: "payeeName", kind: "payee-name", allowed: 140 },
  { property: "payeeBankName", kind: "payee-bank-name", allowed: 140 },
];
const payerTexts: readonly OrderText<"name" | "number" | "bankName">[] = [
  { property: "name", kind: "payer-name", allowed: 140 },
  { property: "number", kind: "payer-account", allowed: 34 },
  { property: "bankName", kind: "payer-bank-name", allowed: 140 },
];

/**
 * The rules by which a batch becomes payment orders.
 *
 * @throws RangeError when an option is one that no message of the schemas can hold
 */
export function orderRules(options: Iso20022Options): PartRules {
  checkOptions(options);
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
    write: (part) => {
      const issues = payerIssues(part.payer);
      if (issues.some(({ severity }) => severity === "error")) return { ok: false, issues };
      return parsed({ [Symbol.iterator]: () => writePain001(orderOf(part, purposes), options) }, issues);
    },
  };
}

function checkOptions(options: Iso20022Options): void {
  const { clearingSystem, currency, initiatingPartyId, purposes = {} } = options;
  const texts: [name: string, text: string | undefined, pattern: RegExp][] = [
    ["clearingSystem", clearingSystem, /^[^]{1,5}$/u],
    ["currency", currency, /^[A-Z]{3}$/],
    ["initiatingPartyId", initiatingPartyId, /^[^]{1,35}$/u],
  ];
  for (const [name, each] of Object.entries(purposes)) {
    texts.push([`category of ${name}`, each.category, /^[^]{1,4}$/u]);
    texts.push([`purpose of ${name}`, each.purpose, /^[^]{1,4}$/u]);
    texts.push([`words of ${name}`, each.words, /^[^]{1,140}$/u]);
  }
  for (const [name, text, pattern] of texts) {
    if (text === undefined || (pattern.test(text) && xmlTextIssues(text).length === 0)) continue;
    throw new RangeError(`a message of ISO 20022 cannot hold this ${name}: ${text}`);
  }
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
  return paymentTexts.flatMap((each) => {
    const text = payment[each.property] ?? "";
    return textIssues(each.property === "payeeName" ? normaliseName(text) : text, each, "");
  });
}

function payerIssues(payer: CorporateAccount): readonly Issue[] {
  const path = "/payer";
  const issues = payerTexts.flatMap((each) => {
    const text = payer[each.property] ?? "";
    return textIssues(each.property === "name" ? normaliseName(text) : text, each, path);
  });
  if (normaliseName(payer.name) === "") {
    issues.push(createIssue(bankIssues, "field-missing", fieldNames("payer-name"), { path: `${path}/name` }));
  }
  const { cnapsCode = "" } = payer;
  const found = cnapsCode === "" ? [] : parseCnapsCode(cnapsCode).issues;
  return [...issues, ...found.map((issue) => ({ ...issue, path: `${path}/cnapsCode` }))];
}

function textIssues(text: string, { property, kind, allowed }: OrderText<string>, base: string): Issue[] {
  const path = `${base}/${property}`;
  const issues: Issue[] = xmlTextIssues(text).map((issue) => ({ ...issue, path }));
  const found = text.length <= allowed ? text.length : Array.from(text).length;
  if (found > allowed) {
    const values = { ...fieldNames(kind), found, allowed };
    issues.unshift(createIssue(iso20022Issues, "iso20022-text-too-long", values, { path }));
  }
  return issues;
}
