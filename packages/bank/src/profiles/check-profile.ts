import { createIssue, type Issue, type IssueValues } from "@tongchou/core";
import { type BankEncoding, encodeText } from "../encoding.js";
import { type BankIssueCode, bankIssues } from "../issues.js";
import type { BankProfile } from "../profile.js";
import { type FieldKind, fieldNames, fieldTraits } from "./field.js";
import {
  commentPrefixes,
  type Field,
  type FileLayout,
  lineLayout,
  type ResultLayout,
  type SheetLayout,
} from "./layout.js";

/** Whether a layout is for payments to a bank or for its answers. */
type Direction = "payment" | "result";

/**
 * Tests that the parts of a profile fit together, which its schema cannot see.
 *
 * @returns the `profile-` issues of {@link bankIssues}, each with a JSON pointer to the part
 */
export function checkProfile(profile: BankProfile): readonly Issue[] {
  const { payment, result } = profile;
  const resultLayouts = result === undefined ? [] : [result.layout, ...(result.otherLayouts ?? [])];
  return [
    ...checkLayout(payment.layout, { direction: "payment", path: "/payment/layout" }),
    ...resultLayouts.flatMap((layout, index) =>
      checkResultLayout(layout, index === 0 ? "/result/layout" : `/result/otherLayouts/${index - 1}`),
    ),
    ...Object.entries(payment.purposes).flatMap(([purpose, word]) =>
      checkText(word, payment.layout, `/payment/purposes/${purpose}`),
    ),
    ...(payment.partBatchNumber === undefined
      ? []
      : checkTemplate(payment.partBatchNumber, {
          needed: ["{batchNumber}", "{part}"],
          allowed: /^(\{batchNumber\}|\{part\}|[A-Za-z0-9-])*$/,
          path: "/payment/partBatchNumber",
        })),
    ...checkTemplate(payment.fileName, {
      needed: ["{batchNumber}"],
      allowed: /^(\{(batchNumber|payDate|payerAccount)\}|[\p{L}\p{N}_.-])*$/u,
      path: "/payment/fileName",
    }),
  ];
}

function checkResultLayout(layout: ResultLayout, path: string): readonly Issue[] {
  return layout.kind === "sheet"
    ? checkSheet(layout, `${path}/fields`)
    : checkLayout(layout, { direction: "result", path });
}

/** Either all columns that are needed have names, or those that are read have letters. */
function checkSheet(layout: SheetLayout, path: string): readonly Issue[] {
  const kinds = new Set(layout.fields.map((field) => field.kind));
  const hasNames = layout.fields.some((field) => field.headers !== undefined);
  return [
    ...layout.fields
      .filter((field) => (hasNames ? field.headers : field.column) === undefined)
      .map((field) => problem("profile-headers-missing", path, fieldNames(field.kind))),
    ...missingKinds(kinds, "result").map((kind) => problem("profile-field-missing", path, fieldNames(kind))),
  ];
}

function checkLayout(
  layout: FileLayout,
  context: { readonly direction: Direction; readonly path: string },
): readonly Issue[] {
  const { direction } = context;
  const path = `${context.path}/lines`;
  const details = layout.lines.filter((line) => line.kind === "detail");
  const lines = layout.lines.flatMap((line, index): readonly Issue[] => {
    const linePath = `${path}/${index}`;
    switch (line.kind) {
      case "comment":
        return checkText(line.text, { encoding: layout.encoding }, `${linePath}/text`);
      case "marker":
        return [
          ...checkText(line.text, { encoding: layout.encoding }, `${linePath}/text`),
          ...checkStart(line.text, layout, linePath),
        ];
      case "columns":
        return checkColumns(layout, index, linePath);
      case "summary":
      case "detail": {
        const [first] = line.fields;
        return [
          ...checkFields(line.fields, { layout, direction, line: line.kind, path: linePath }),
          ...checkStart(first?.kind === "constant" ? first.value : "", layout, linePath),
        ];
      }
    }
  });
  if (layout.kind === "packet" && !isPacket(layout)) lines.push(problem("profile-packet-lines", path));
  if (details.length !== 1)
    return [problem("profile-detail-count", path, { found: details.length }), ...lines];
  const kinds = new Set(details.flatMap((line) => line.fields).map((field) => field.kind));
  return [
    ...lines,
    ...missingKinds(kinds, direction).map((kind) => problem("profile-field-missing", path, fieldNames(kind))),
  ];
}

/** One head and its payments: no other line has a place in a packet. */
function isPacket({ lines }: FileLayout): boolean {
  return lines.map((line) => line.kind).join(" ") === "summary detail";
}

/** A result can be matched by its reference, or by payee and amount; a payment needs payee and amount. */
function missingKinds(kinds: ReadonlySet<FieldKind>, direction: Direction): readonly FieldKind[] {
  const payeeAndAmount = ["payee-account", "payee-name", "amount"] as const;
  const needed: readonly FieldKind[] =
    direction === "payment" ? payeeAndAmount : ["status", ...(isNumbered(kinds) ? [] : payeeAndAmount)];
  return needed.filter((kind) => !kinds.has(kind));
}

function isNumbered(kinds: ReadonlySet<FieldKind>): boolean {
  return kinds.has("reference") || kinds.has("line-number");
}

/** A line that begins like a comment would be skipped in reading. */
function checkStart(start: string, layout: FileLayout, path: string): readonly Issue[] {
  return commentPrefixes(layout)
    .filter((commentPrefix) => start.startsWith(commentPrefix))
    .map((commentPrefix) => problem("profile-line-hidden", path, { found: start, commentPrefix }));
}

function checkColumns(layout: FileLayout, index: number, path: string): readonly Issue[] {
  const behind = layout.lines.slice(index + 1);
  const detail = behind.find((line) => line.kind === "detail");
  const isAlone = layout.lines.filter((line) => line.kind === "columns").length === 1;
  if (layout.kind !== "delimited" || detail === undefined || !isAlone) {
    return [problem("profile-columns-misplaced", path)];
  }
  return detail.fields
    .filter((field) => field.headers === undefined)
    .map((field) => problem("profile-headers-missing", path, fieldNames(field.kind)));
}

function checkFields(
  fields: readonly Field[],
  context: { layout: FileLayout; direction: Direction; line: "summary" | "detail"; path: string },
): readonly Issue[] {
  const { layout, direction, line } = context;
  return fields.flatMap((field, index): readonly Issue[] => {
    const path = `${context.path}/fields/${index}`;
    const traits = fieldTraits[field.kind];
    const values = fieldNames(field.kind);
    const issues: Issue[] = [];
    const isOfResults = field.kind === "status" || field.kind === "reason";
    if ((traits.line !== "any" && traits.line !== line) || (isOfResults && direction === "payment")) {
      issues.push(problem("profile-field-misplaced", path, values));
    }
    const isRepeatable = field.kind === "constant" || field.kind === "ignored";
    if (!isRepeatable && fields.findIndex((other) => other.kind === field.kind) < index) {
      issues.push(problem("profile-field-repeated", path, values));
    }
    const needsWidth =
      lineLayout(layout, line).kind === "fixed-width" ||
      field.padding !== undefined ||
      (field.kind === "line-number" && direction === "payment");
    if (field.widthBytes === undefined && needsWidth) {
      issues.push(problem("profile-width-missing", path, values));
    }
    if (field.padding === "zeros-before" && !traits.isNumber) {
      issues.push(problem("profile-padding-unsafe", path, values));
    }
    for (const text of ownTexts(field)) {
      issues.push(...checkText(text, { ...layout, widthBytes: field.widthBytes }, path));
    }
    return [...issues, ...(field.headers ?? []).flatMap((header) => checkText(header, layout, path))];
  });
}

/** The texts that a column itself brings. */
function ownTexts(field: Field): readonly string[] {
  switch (field.kind) {
    case "constant":
      return [field.value];
    case "payee-kind":
      return [field.person, field.corporation];
    case "more-parts":
      return [field.more, field.last];
    default:
      return [];
  }
}

function checkText(
  text: string,
  room: { encoding: BankEncoding; delimiter?: string | undefined; widthBytes?: number | undefined },
  path: string,
): readonly Issue[] {
  const { encoding, delimiter, widthBytes = Infinity } = room;
  const bytes = encodeText(text, encoding);
  const isWritable =
    bytes.ok &&
    bytes.value.length <= widthBytes &&
    !/\p{Cc}/u.test(text) &&
    (delimiter === undefined || !text.includes(delimiter));
  return isWritable ? [] : [problem("profile-text-unwritable", path, { found: text, encoding })];
}

function checkTemplate(
  template: string,
  rule: { needed: readonly string[]; allowed: RegExp; path: string },
): readonly Issue[] {
  const isWhole = rule.needed.every((part) => template.includes(part));
  if (isWhole && rule.allowed.test(template)) return [];
  return [problem("profile-template-invalid", rule.path, { found: template, needed: rule.needed.join(" ") })];
}

function problem(code: BankIssueCode, path: string, values: IssueValues = {}): Issue {
  return createIssue(bankIssues, code, values, { path });
}
