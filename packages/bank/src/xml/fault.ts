import type { IssueValues } from "@tongchou/core";
import type { XmlIssueCode } from "./issues.js";

/** What ends the reading of a document; the reader catches it and makes an issue of it. */
export class XmlFault extends Error {
  readonly code: XmlIssueCode;
  readonly values: IssueValues;

  constructor(code: XmlIssueCode, values: IssueValues = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}
