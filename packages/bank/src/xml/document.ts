import { type Parsed, parsed } from "@tongchou/core";
import type { XmlAttributes } from "./attributes.js";
import type { XmlElement } from "./element.js";
import { treeLimits, type XmlReadOptions } from "./limits.js";
import { XmlReader } from "./reader.js";

/** An element that is still being read. */
interface OpenElement {
  readonly name: string;
  readonly attributes: XmlAttributes;
  text: string;
  readonly children: XmlElement[];
  readonly line: number;
  readonly column: number;
}

/**
 * Reads a whole message into a tree.
 *
 * The encoding is the declared one; GB2312 and GBK are read by the table of GB18030, which contains them.
 * Limits keep what a hostile message can cost: see {@link treeLimits}.
 *
 * @returns the root element, or one `xml-` issue with line and column of what is wrong
 * @example
 * const document = readXmlDocument(new TextEncoder().encode("<TX><REQUEST_SN>1</REQUEST_SN></TX>"));
 * document.ok && document.value.children[0]?.name; // => "REQUEST_SN"
 */
export function readXmlDocument(
  bytes: Uint8Array | Iterable<Uint8Array>,
  options: XmlReadOptions = {},
): Parsed<XmlElement> {
  const open: OpenElement[] = [];
  const roots: XmlElement[] = [];
  const handler = {
    open(name: string, attributes: XmlAttributes): void {
      const { line, column } = reader;
      open.push({ name, attributes, text: "", children: [], line, column });
    },
    text(text: string): void {
      const element = open.at(-1);
      if (element !== undefined) element.text += text;
    },
    close(): void {
      const element = open.pop();
      if (element === undefined) return;
      if (element.children.length > 0 && element.text.trim() === "") element.text = "";
      (open.at(-1)?.children ?? roots).push(element);
    },
  };
  const reader = new XmlReader(handler, { ...treeLimits, ...options });
  for (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) if (!reader.write(chunk)) break;
  const summary = reader.end();
  if (!summary.ok) return summary;
  const [root] = roots;
  if (root === undefined) throw new RangeError("a document without a root was not refused");
  return parsed(root);
}
