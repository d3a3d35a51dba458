import type { Place } from "@tongchou/core";
import { type XmlAttributes, type XmlHandler, XmlReader, type XmlReadOptions } from "../xml/index.js";

/** What is read of one kind of record: its place in the message, and where in it each value stands. */
export interface RecordShape<Field extends string> {
  /** Path of the record's element from the root, such as `Document/BkToCstmrStmt/Stmt/Ntry`. */
  readonly path: string;
  /** Paths from there, of which the first found counts; an attribute is the last step, as `Amt/@Ccy`. */
  readonly fields: Readonly<Record<Field, readonly string[]>>;
}

/** The values of a record, without white space around them; missing where the message does not have them. */
export type RecordValues<Field extends string> = Readonly<Record<Field, string | undefined>>;

/** What hears of a record that comes to its end. */
export type RecordListener = (values: RecordValues<string>, place: () => Place) => void;

/** The record of one kind that is being read. */
interface OpenRecord {
  /** A record without a value yet: to copy it is faster than to clear one. */
  readonly empty: Record<string, string | undefined>;
  values: Record<string, string | undefined>;
}

interface Slot {
  readonly record: OpenRecord;
  readonly field: string;
}

/** An element that is read, or stands above one. */
interface Node {
  readonly children: Map<string, Node>;
  readonly slots: Slot[];
  readonly attributes: (Slot & { readonly name: string })[];
  begins: OpenRecord | undefined;
  ended: ((place: () => Place) => void) | undefined;
}

/** The records of a message by what they are called here. */
export type MessageShape = Readonly<Record<string, RecordShape<string>>>;

/**
 * Makes a reader that picks values out of a message as it comes and keeps one record of each kind.
 *
 * Elements that no shape names are passed over.
 *
 * @param listeners what to call at the end of each record, by the shape's name
 * @param options `onRoot` hears of the root's attributes, which say what the message is
 */
export function createRecordReader(
  shapes: readonly MessageShape[],
  listeners: Readonly<Record<string, RecordListener>>,
  options: XmlReadOptions & { readonly onRoot: (attributes: XmlAttributes) => void },
): XmlReader {
  const top = createNode();
  for (const shape of shapes) {
    for (const [name, each] of Object.entries(shape)) addRecord(top, each, listeners[name]);
  }
  const reader: XmlReader = new XmlReader(
    createHandler(top, options.onRoot, () => reader.place),
    { ...options, dropPrefixes: true },
  );
  return reader;
}

function createHandler(
  top: Node,
  onRoot: (attributes: XmlAttributes) => void,
  place: () => Place,
): XmlHandler {
  const stack: (Node | undefined)[] = [];
  let node: Node | undefined = top;
  let text = "";
  return {
    open: (name, attributes) => {
      if (stack.length === 0) onRoot(attributes);
      stack.push(node);
      node = node?.children.get(name);
      text = "";
      if (node === undefined) return;
      const { begins } = node;
      if (begins !== undefined) begins.values = { ...begins.empty };
      if (attributes.size > 0) takeAttributes(node, attributes);
    },
    text: (piece) => {
      if (node !== undefined) text += piece;
    },
    close: () => {
      if (node !== undefined) {
        for (const { record, field } of node.slots) record.values[field] ??= text.trim();
        node.ended?.(place);
        text = "";
      }
      node = stack.pop();
    },
  };
}

function takeAttributes(node: Node, attributes: XmlAttributes): void {
  for (const { record, field, name } of node.attributes) record.values[field] ??= attributes.get(name);
}

function addRecord(top: Node, shape: RecordShape<string>, listener: RecordListener | undefined): void {
  const empty = Object.fromEntries(Object.keys(shape.fields).map((field) => [field, undefined]));
  const record: OpenRecord = { empty, values: { ...empty } };
  const element = nodeAt(top, shape.path);
  element.begins = record;
  if (listener !== undefined) element.ended = (place) => listener(record.values, place);
  for (const [field, paths] of Object.entries(shape.fields)) {
    for (const path of paths) {
      const [elementPath = "", attribute] = path.split("/@");
      const node = nodeAt(element, elementPath);
      if (attribute === undefined) node.slots.push({ record, field });
      else node.attributes.push({ record, field, name: attribute });
    }
  }
}

function nodeAt(start: Node, path: string): Node {
  let node = start;
  for (const name of path.split("/")) {
    const child = node.children.get(name) ?? createNode();
    node.children.set(name, child);
    node = child;
  }
  return node;
}

function createNode(): Node {
  return { children: new Map(), slots: [], attributes: [], begins: undefined, ended: undefined };
}
