import { createIssue, failed, type Issue, parsed, type Parsed } from "@tongchou/core";
import { type BankEncoding, encodeText } from "../encoding.js";
import type { Provenance } from "../profile.js";
import type { CardAnswer, CardApplication, CardHolder, CardOperation, SocialCard } from "./card-registry.js";
import type { CardRequest } from "./card-request.js";
import type { CardStateTable } from "./card-state.js";
import { cardIssues } from "./issues.js";

/** Who asks, and with what rights. Secrets go into calls and nowhere else. */
export interface CardSettings {
  /** Bank, channel, clerk, city and whatever else the family's fields name. */
  readonly [setting: string]: string | undefined;
}

/** What a call says: of the holder, the card, the application, or of who asks. */
export type CardInput = Partial<CardApplication & SocialCard & { readonly reason: string }> & CardHolder;

/** One value of a call. */
export interface CardField {
  /** The registry's own key. */
  readonly key: string;
  /** Where its value comes from: a property of the input, or else a setting of that name. */
  readonly from: keyof CardInput | { readonly setting: string };
  /** The registry's code for each value. Default: values go as they are. */
  readonly codes?: Readonly<Record<string, string>> | undefined;
  /** What is written where nothing is given. Default: the field is missing. */
  readonly fallback?: string | undefined;
  readonly widthBytes?: number | undefined;
  readonly optional?: boolean | undefined;
}

/** How a registry is asked for one thing. */
export interface CardOperationFormat {
  /** The registry's word for it. */
  readonly word: string;
  readonly fields: readonly CardField[];
}

/** What a reply says, before it is looked up. */
export interface CardReply {
  readonly code: string;
  readonly text: string;
  readonly values: ReadonlyMap<string, string>;
}

/** A protocol that registries of several provinces speak, as data and two functions. */
export interface CardFamily {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly provenance: Provenance;
  readonly encoding: BankEncoding;
  readonly operations: Readonly<Partial<Record<CardOperation, CardOperationFormat>>>;
  /** The key under which a call says what it is, where that stands among its values. */
  readonly wordKey?: string | undefined;
  /** Meaning of each code of a reply, character for character. */
  readonly answers: Readonly<Record<string, CardAnswer["kind"]>>;
  readonly states: CardStateTable;
  /** The keys of a queried card. */
  readonly recordKeys: {
    readonly state: string;
    readonly cardNumber: string;
    readonly bankCardNumber?: string | undefined;
  };
  /** What goes beside the text of a call. */
  parametersOf(format: CardOperationFormat): CardRequest["parameters"];
  /** Writes the text of a call. */
  write(fields: Readonly<Record<string, string>>): Parsed<Uint8Array>;
  read(reply: Uint8Array): Parsed<CardReply>;
}

/**
 * Writes a call.
 *
 * @returns the call, or `card-operation-unsupported`, `card-field-missing`, `card-field-too-wide` and
 *   `character-unmappable`; none of them repeats a value
 */
export function writeCardRequest(
  family: CardFamily,
  operation: CardOperation,
  values: { readonly input: CardInput; readonly settings: CardSettings },
): Parsed<CardRequest> {
  const format = family.operations[operation];
  if (format === undefined) {
    return failed(createIssue(cardIssues, "card-operation-unsupported", { registry: family.id, operation }));
  }
  const issues: Issue[] = [];
  const fields: Record<string, string> =
    family.wordKey === undefined ? {} : { [family.wordKey]: format.word };
  for (const field of format.fields) {
    const text = textOf(field, values);
    if (text === "") {
      if (field.optional !== true)
        issues.push(createIssue(cardIssues, "card-field-missing", { operation, field: field.key }));
      continue;
    }
    issues.push(...widthIssues(field, text, family.encoding));
    fields[field.key] = text;
  }
  if (issues.some(({ severity }) => severity === "error")) return { ok: false, issues };
  const content = family.write(fields);
  if (!content.ok) return content;
  const parameters = family.parametersOf(format);
  return parsed({ operation: format.word, content: content.value, parameters, fields }, issues);
}

function textOf(
  { from, codes, fallback = "" }: CardField,
  { input, settings }: { readonly input: CardInput; readonly settings: CardSettings },
): string {
  const given = (typeof from === "string" ? input[from] : settings[from.setting])?.trim() ?? "";
  if (given === "") return fallback;
  if (codes === undefined) return given;
  return Object.hasOwn(codes, given) ? (codes[given] ?? "") : "";
}

function widthIssues(
  { key, widthBytes = Infinity }: CardField,
  text: string,
  encoding: BankEncoding,
): readonly Issue[] {
  const bytes = encodeText(text, encoding);
  if (!bytes.ok || bytes.value.length <= widthBytes) return bytes.issues;
  const values = { field: key, found: bytes.value.length, allowed: widthBytes };
  return [...bytes.issues, createIssue(cardIssues, "card-field-too-wide", values)];
}
