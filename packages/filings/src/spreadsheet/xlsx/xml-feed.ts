import { SaxesParser } from "saxes";
import { SpreadsheetFault } from "../spreadsheet-fault.js";

/** What a reader of XML hears of. Names come without their namespace prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Takes a document piece by piece. */
export interface XmlFeed {
  write(piece: Uint8Array): void;
  end(): void;
}

/** Spreadsheets nest a dozen elements deep. */
const depthMax = 64;
/** Longest stretch of text or markup without an element in it; a cell holds 32,767 characters at the most. */
const stretchMax = 1_048_576;
const stepCharacters = 65_536;

/**
 * A guarded XML parser: a document type, entities of its own, deep nesting and endless text are refused, so
 * that a hostile file costs no more than its size.
 *
 * Throws a fault with `xml-damaged`, `xml-doctype` or `xml-too-deep`.
 */
export function createXmlFeed(listener: XmlListener): XmlFeed {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let depth = 0;
  let stretch = 0;
  parser.on("error", () => {
    throw new SpreadsheetFault("xml-damaged");
  });
  parser.on("doctype", () => {
    throw new SpreadsheetFault("xml-doctype");
  });
  parser.on("opentag", ({ name, attributes }) => {
    stretch = 0;
    depth += 1;
    if (depth > depthMax) throw new SpreadsheetFault("xml-too-deep", { limit: depthMax });
    listener.open?.(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    stretch = 0;
    depth -= 1;
    listener.close?.(localName(name));
  });
  if (listener.text !== undefined) parser.on("text", (text) => listener.text?.(text));
  if (listener.text !== undefined) parser.on("cdata", (text) => listener.text?.(text));
  const feed = (text: string): void => {
    for (let start = 0; start < text.length; start += stepCharacters) {
      const step = text.slice(start, start + stepCharacters);
      stretch += step.length;
      parser.write(step);
      if (stretch > stretchMax) throw new SpreadsheetFault("xml-damaged");
    }
  };
  return {
    write: (piece) => feed(decode(decoder, piece)),
    end: () => {
      feed(decode(decoder));
      parser.close();
    },
  };
}

/** Feeds a whole document; no pieces at all stand for a part that is not there, of which nothing is heard. */
export function readXml(pieces: Iterable<Uint8Array>, listener: XmlListener): void {
  let feed: XmlFeed | undefined;
  for (const piece of pieces) {
    feed ??= createXmlFeed(listener);
    feed.write(piece);
  }
  feed?.end();
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    // The decoder throws on bytes that are no UTF-8 and on nothing else.
    throw new SpreadsheetFault("xml-damaged");
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
