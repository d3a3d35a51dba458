export type { XmlAttributes } from "./attributes.js";
export { readXmlDocument } from "./document.js";
export { elementAt, elementsAt, placeOfElement, textAt, type XmlElement } from "./element.js";
export { type XmlIssueCode, xmlIssues } from "./issues.js";
export { type XmlLimits, type XmlReadOptions } from "./limits.js";
export { XmlReader, type XmlSummary } from "./reader.js";
export type { XmlHandler } from "./tokenizer.js";
export {
  encodeXmlPieces,
  escapeXml,
  type XmlContent,
  xmlElement,
  xmlTextIssues,
  type XmlWriteOptions,
  writeXmlDocument,
  writeXmlStream,
} from "./writer.js";
