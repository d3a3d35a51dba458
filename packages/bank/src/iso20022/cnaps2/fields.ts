import {
  createIssue,
  type Fen,
  formatYuan,
  type Issue,
  parsed,
  type Parsed,
  parsePlainDate,
} from "@tongchou/core";
import {
  elementAt,
  textAt,
  type XmlContent,
  type XmlElement,
  xmlElement,
  xmlTextIssues,
} from "../../xml/index.js";
import { readIsoAmount } from "../amount.js";
import { iso20022Issues } from "../issues.js";

/** How a value of a message is written. */
export type CnapsForm = "text" | "digits" | "code" | "date" | "compact-date" | "moment" | "bank" | "amount";

/** One value of a message: its property here, its path there, its form and what it may hold. */
export interface CnapsField<Property extends string> {
  readonly property: Property;
  readonly path: string;
  readonly form: CnapsForm;
  /** Characters that it may have. */
  readonly max: number;
  readonly isOptional?: boolean;
}

/** The values of a record: amounts in fen, all else as text. */
export type CnapsValues = Readonly<Record<string, string | Fen | undefined>>;

const forms: Readonly<
  Record<CnapsForm, { readonly zh: string; readonly en: string; readonly test: RegExp }>
> = {
  text: { zh: "文字", en: "text", test: /[^]/ },
  digits: { zh: "数字", en: "digits", test: /^\d+$/ },
  code: { zh: "字母和数字", en: "letters and digits", test: /^[A-Za-z0-9.]+$/ },
  date: { zh: "日期 YYYY-MM-DD", en: "a day as YYYY-MM-DD", test: /^\d{4}-\d{2}-\d{2}$/ },
  "compact-date": { zh: "日期 YYYYMMDD", en: "a day as YYYYMMDD", test: /^\d{8}$/ },
  moment: {
    zh: "时间 YYYY-MM-DDThh:mm:ss",
    en: "a moment as YYYY-MM-DDThh:mm:ss",
    test: /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3])(?::[0-5]\d){2}$/,
  },
  bank: { zh: "12 位行号", en: "a code of 12 digits", test: /^\d{12}$/ },
  amount: { zh: "金额", en: "an amount", test: /^\d+\.\d\d$/ },
};

/**
 * Tests a value that is to be written, or was read.
 *
 * @returns nothing, or `cnaps-field-missing`, `cnaps-field-too-wide`, `cnaps-bank-code`,
 *   `cnaps-field-malformed`, `xml-text-unwritable`
 */
function checkValue(field: CnapsField<string>, text: string | undefined): readonly Issue[] {
  const element = field.path;
  if (text === undefined || text === "") {
    return field.isOptional === true ? [] : [createIssue(iso20022Issues, "cnaps-field-missing", { element })];
  }
  const found = Array.from(text).length;
  if (found > field.max) {
    return [createIssue(iso20022Issues, "cnaps-field-too-wide", { element, found, allowed: field.max })];
  }
  const { test, zh, en } = forms[field.form];
  if (test.test(text) && isDay(field.form, text) && text.trim() === text) return xmlTextIssues(text);
  if (field.form === "bank") {
    return [
      createIssue(iso20022Issues, "cnaps-bank-code", { element, found: text.replace(/\d(?=\d{4})/g, "*") }),
    ];
  }
  return [createIssue(iso20022Issues, "cnaps-field-malformed", { element, allowedZh: zh, allowedEn: en })];
}

function isDay(form: CnapsForm, text: string): boolean {
  if (form === "compact-date") {
    return parsePlainDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`).ok;
  }
  return (form !== "date" && form !== "moment") || parsePlainDate(text.slice(0, 10)).ok;
}

/** An element that is put together from paths. */
interface Branch {
  readonly name: string;
  readonly children: Map<string, Branch>;
  leaf: XmlContent | undefined;
}

/** Writes values at their paths below an element; fields come in the order of the message. */
export function writeCnapsFields(
  fields: readonly CnapsField<string>[],
  values: CnapsValues,
): { readonly children: readonly XmlContent[]; readonly issues: readonly Issue[] } {
  const top: Branch = { name: "", children: new Map(), leaf: undefined };
  const issues: Issue[] = [];
  for (const field of fields) {
    const value = values[field.property];
    const text = typeof value === "number" ? formatYuan(value) : value;
    issues.push(...checkValue(field, text));
    if (text === undefined || text === "") continue;
    let branch = top;
    for (const name of field.path.split("/")) {
      const child = branch.children.get(name) ?? {
        name,
        children: new Map<string, Branch>(),
        leaf: undefined,
      };
      branch.children.set(name, child);
      branch = child;
    }
    const attributes: Readonly<Record<string, string>> = field.form === "amount" ? { Ccy: "CNY" } : {};
    branch.leaf = xmlElement(branch.name, text, attributes);
  }
  return { children: contentOf(top), issues };
}

function contentOf(branch: Branch): readonly XmlContent[] {
  return Array.from(
    branch.children.values(),
    (child) => child.leaf ?? xmlElement(child.name, contentOf(child)),
  );
}

/** Reads values at their paths below an element. */
export function readCnapsFields(
  fields: readonly CnapsField<string>[],
  element: XmlElement,
): Parsed<CnapsValues> {
  const issues: Issue[] = [];
  const values: Record<string, string | Fen | undefined> = {};
  for (const field of fields) {
    const found = textAt(element, field.path);
    // Senders write what they have no value of as the word null.
    const text = found === "" || (found === "null" && field.isOptional === true) ? undefined : found;
    if (field.form === "amount" && text !== undefined) {
      const currency = elementAt(element, field.path)?.attributes.get("Ccy");
      const amount = readIsoAmount(text, { element: field.path, currency, expected: "CNY" });
      issues.push(...amount.issues);
      if (amount.ok) values[field.property] = amount.value;
    } else {
      issues.push(...checkValue(field, text));
      values[field.property] = text;
    }
  }
  return issues.length > 0 ? { ok: false, issues } : parsed(values);
}
