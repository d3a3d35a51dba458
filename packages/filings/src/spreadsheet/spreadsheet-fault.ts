import { createIssue, type Issue, type IssueValues } from "@tongchou/core";
import { filingIssues, type FilingIssueCode } from "../issues.js";

/**
 * Carries an issue out of the depth of a parser. It never leaves this folder: readers turn it into a failed
 * result or into the fault that ends a sheet.
 */
export class SpreadsheetFault extends Error {
  readonly issue: Issue;

  constructor(code: FilingIssueCode, values: IssueValues = {}) {
    const issue = createIssue(filingIssues, code, values);
    super(issue.message.en);
    this.name = "SpreadsheetFault";
    this.issue = issue;
  }
}

/** The issue an error carries. Anything else is a broken program and goes on. */
export function issueOfFault(error: unknown): Issue {
  if (error instanceof SpreadsheetFault) return error.issue;
  throw error;
}
