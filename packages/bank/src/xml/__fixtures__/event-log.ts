import { SaxesParser } from "saxes";
import type { Issue } from "@tongchou/core";
import { XmlReader, type XmlReadOptions } from "../index.js";

/** What a document says, as one text that does not depend on how its characters were cut. */
export interface EventLog {
  readonly log: string;
  readonly issues: readonly Issue[];
}

/** Everything that our reader tells of a document. */
export function logOf(chunks: Iterable<Uint8Array>, options: XmlReadOptions = {}): EventLog {
  let log = "";
  const reader = new XmlReader(
    {
      open: (name, attributes) => {
        log += `<${name}${Array.from(attributes, ([key, value]) => ` ${key}=${JSON.stringify(value)}`).join("")}>`;
      },
      text: (text) => {
        log += text;
      },
      close: (name) => {
        log += `</${name}>`;
      },
    },
    options,
  );
  for (const chunk of chunks) if (!reader.write(chunk)) break;
  const { issues } = reader.end();
  return { log: withoutLayout(log), issues };
}

/** The same of saxes, or nothing where it refuses the document or finds what we refuse on purpose. */
export function logOfSaxes(text: string): string | undefined {
  const parser = new SaxesParser({ xmlns: false });
  let log = "";
  let isRefused = false;
  let depth = 0;
  const refuse = (): void => {
    isRefused = true;
  };
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("processinginstruction", refuse);
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    log += `<${name}${Object.entries(attributes)
      .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
      .join("")}>`;
  });
  parser.on("text", (text) => {
    if (depth > 0) log += text;
  });
  parser.on("cdata", (text) => {
    log += text;
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    log += `</${name}>`;
  });
  parser.write(text).close();
  return isRefused ? undefined : withoutLayout(log);
}

/** White space that sets elements apart is told by saxes and not by us. */
function withoutLayout(log: string): string {
  return log.replace(/>\s+(?=<)/g, ">");
}
