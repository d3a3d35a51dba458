import { createIssue, failed, type Issue, parsed, type Parsed } from "@tongchou/core";
import type { ResultFile } from "../adapter.js";
import type { BankEncoding } from "../encoding.js";
import { placeOfElement, readXmlDocument, textAt, type XmlElement } from "../xml/index.js";
import { collectAnswer } from "./answer-bytes.js";
import { channelIssues } from "./issues.js";

/** What an answer has to be before anything in it counts. */
export interface AnswerFrame {
  /** Name of the root element. */
  readonly root: string;
  /** What the bytes are where the answer does not say. */
  readonly encoding: BankEncoding;
}

/**
 * Reads an answer in XML and hands its root on.
 *
 * @returns what `read` makes of it, or `answer-too-large`, `xml-` issues, or `answer-unreadable` for
 *   another root
 */
export async function readXmlAnswer<T>(
  file: ResultFile,
  { root, encoding }: AnswerFrame,
  read: (element: XmlElement) => Parsed<T>,
): Promise<Parsed<T>> {
  const bytes = await collectAnswer(file);
  if (!bytes.ok) return bytes;
  const document = readXmlDocument(bytes.value, { file: file.name, encoding });
  if (!document.ok) return document;
  const element = document.value;
  return element.name === root ? read(element) : failed(unreadable(element, root, file.name));
}

/** The text of an element that the answer has to have, or `answer-unreadable`. */
export function neededText(element: XmlElement, path: string, file: string): Parsed<string> {
  const text = textAt(element, path);
  return text === undefined || text === "" ? failed(unreadable(element, path, file)) : parsed(text);
}

/** An answer without what it has to have. */
export function unreadable(element: XmlElement, path: string, file: string): Issue {
  const place = placeOfElement(element, file);
  return createIssue(channelIssues, "answer-unreadable", { element: path }, { place });
}

/** A row of an answer without what it has to have: it is left out, and counts as not answered. */
export function unreadableRow(element: XmlElement, path: string, file: string): Issue {
  const place = placeOfElement(element, file);
  return createIssue(channelIssues, "row-unreadable", { element: path }, { place });
}
