import type { Place } from "@tongchou/core";

/** An element of a document that is held whole. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Its own text, without that of its children; empty where it has children and nothing but white space. */
  readonly text: string;
  readonly children: readonly XmlElement[];
  /** Where its tag begins, both from 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * The elements at a path of names below an element, such as `eb/out/rd`; all that are there, in order.
 */
export function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
  let found: readonly XmlElement[] = [element];
  for (const name of path.split("/")) {
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return found;
}

/** The first element at a path of names, or nothing. */
export function elementAt(element: XmlElement, path: string): XmlElement | undefined {
  return elementsAt(element, path)[0];
}

/**
 * The text of the first element at a path of names, without white space around it; nothing where there is no
 * such element.
 */
export function textAt(element: XmlElement, path: string): string | undefined {
  return elementAt(element, path)?.text.trim();
}

/** Where an element stands, for an issue. */
export function placeOfElement(element: XmlElement, file: string): Place {
  return { file, row: element.line, column: String(element.column) };
}
