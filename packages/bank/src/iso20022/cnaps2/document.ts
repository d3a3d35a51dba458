import {
  createIssue,
  failed,
  type Fen,
  formatYuan,
  type Issue,
  parsed,
  type Parsed,
  placeIssues,
} from "@tongchou/core";
import { totalsOf } from "../../codec/totals.js";
import {
  elementsAt,
  placeOfElement,
  readXmlDocument,
  type XmlContent,
  xmlElement,
  type XmlElement,
  writeXmlDocument,
} from "../../xml/index.js";
import { iso20022Issues } from "../issues.js";
import { type CnapsValues, readCnapsFields, writeCnapsFields } from "./fields.js";
import type { CnapsLayout } from "./layouts.js";

/** The document of a message: its head and its rows. */
export interface CnapsDocument<Head, Row> {
  readonly head: Head;
  readonly rows: readonly Row[];
}

/**
 * Writes the document of a message. Count and total are those of the rows.
 *
 * @returns the bytes, or all issues of its values: `cnaps-field-missing`, `cnaps-field-too-wide`,
 *   `cnaps-field-malformed`, `cnaps-bank-code`, `xml-text-unwritable`
 * @example
 * import { ccms990 } from "@tongchou/bank/iso20022";
 * const head = { sender: "102100099996", sentOn: "20240315", messageType: "beps.121.001.01" };
 * const ids = { messageId: "1", messageReference: "2", code: "PM1I0000" };
 * encodeCnapsDocument(ccms990, { head: { ...head, ...ids }, rows: [] }).ok; // => true
 */
export function encodeCnapsDocument<Head extends object, Row extends object>(
  layout: CnapsLayout<Head, Row>,
  document: CnapsDocument<Head, Row>,
): Parsed<Uint8Array> {
  const { type, root, rowPath = "" } = layout;
  const rows = document.rows.map((row) => writeCnapsFields(layout.rows, row as CnapsValues));
  const totals = totalsOf(document.rows.map(amountOf));
  if (!totals.ok) return totals;
  const { count, amountFen } = totals.value;
  const sums = { rowCount: String(count), rowTotalFen: amountFen };
  const head = writeCnapsFields(layout.head, { ...(document.head as CnapsValues), ...sums });
  const issues: Issue[] = [
    ...head.issues.map((issue) => ({ ...issue, path: "/head" })),
    ...rows.flatMap((row, index) => row.issues.map((issue) => ({ ...issue, path: `/rows/${index}` }))),
  ];
  if (layout.rowPath !== undefined && rows.length === 0) {
    issues.push(createIssue(iso20022Issues, "cnaps-field-missing", { element: rowPath }, { path: "/rows" }));
  }
  if (issues.length > 0) return { ok: false, issues };
  const [parent, name] = rowPath.includes("/") ? rowPath.split("/") : [undefined, rowPath];
  const elements = rows.map(({ children }) => xmlElement(name ?? "", children));
  const content = head.children.map((child): XmlContent =>
    child.name === parent ? { ...child, children: [...(child.children ?? []), ...elements] } : child,
  );
  const body = xmlElement(root, parent === undefined ? [...content, ...elements] : content);
  return writeXmlDocument(xmlElement("Document", [body], { xmlns: namespaceOf(type) }));
}

/**
 * Reads the document of a message.
 *
 * @returns head and rows, or all issues: those of {@link encodeCnapsDocument} for values, `xml-` issues,
 *   `cnaps-message-unsupported`, and `iso20022-totals-differ` where head and rows do not agree
 */
export function decodeCnapsDocument<Head extends object, Row extends object>(
  layout: CnapsLayout<Head, Row>,
  bytes: Uint8Array,
  file = "cnaps",
): Parsed<CnapsDocument<Head, Row>> {
  const document = readXmlDocument(bytes, { file, dropPrefixes: true });
  if (!document.ok) return document;
  const [body, ...others] = elementsAt(document.value, layout.root);
  if (body === undefined || others.length > 0 || document.value.children.length !== 1) {
    const found = document.value.children[0]?.name.slice(0, 40) ?? "";
    const values = { found, allowed: layout.type };
    const context = { place: placeOfElement(document.value, file) };
    return failed(createIssue(iso20022Issues, "cnaps-message-unsupported", values, context));
  }
  const issues: Issue[] = [];
  const take = <T>(fields: CnapsLayout<Head, Row>["head" | "rows"], element: XmlElement): readonly T[] => {
    const values = readCnapsFields(fields, element);
    issues.push(...placeIssues(values.issues, { place: placeOfElement(element, file) }));
    return values.ok ? [values.value as T] : [];
  };
  const [values] = take<CnapsValues>(layout.head, body);
  const elements = layout.rowPath === undefined ? [] : elementsAt(body, layout.rowPath);
  const rows = elements.flatMap((element) => take<Row>(layout.rows, element));
  if (values === undefined || issues.length > 0) return { ok: false, issues };
  const { rowCount, rowTotalFen, ...head } = values;
  const differences = layout.rowPath === undefined ? [] : totalIssues({ rowCount, rowTotalFen }, rows);
  if (differences.length > 0) {
    return { ok: false, issues: placeIssues(differences, { place: placeOfElement(body, file) }) };
  }
  return parsed({ head: head as Head, rows });
}

function totalIssues(declared: CnapsValues, rows: readonly object[]): readonly Issue[] {
  const { rowCount, rowTotalFen } = declared;
  const totals = totalsOf(rows.map(amountOf));
  if (!totals.ok) return totals.issues;
  const issues: Issue[] = [];
  const { count, amountFen } = totals.value;
  if (Number(rowCount) !== count) {
    const values = { element: "NbOfTxs/CdtrNb", declared: rowCount ?? "—", found: count };
    issues.push(createIssue(iso20022Issues, "iso20022-totals-differ", values));
  }
  if (typeof rowTotalFen === "number" && rowTotalFen !== amountFen) {
    const found = formatYuan(amountFen);
    const values = { element: "CtrlSum/TtlAmt", declared: formatYuan(rowTotalFen), found };
    issues.push(createIssue(iso20022Issues, "iso20022-totals-differ", values));
  }
  return issues;
}

function amountOf(row: object): Fen | undefined {
  return "amountFen" in row ? (row.amountFen as Fen) : undefined;
}

function namespaceOf(type: string): string {
  return `urn:cnaps:std:${type.split(".")[0] ?? ""}:2010:tech:xsd:${type}`;
}
