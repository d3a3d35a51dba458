import { createIssue, type Issue, type IssueContext } from "@tongchou/core";
import { factDefinitions } from "./fact-definitions.js";
import type { FactId } from "./fact-ids.js";
import type { FactLookUp } from "./facts.js";
import { statutoryIssues } from "./issues.js";

/**
 * The issue of a fact that is not known: which one, for which day, and what to do.
 *
 * @example
 * const facts = createFacts([]);
 * const answer = facts.lookUp("cn.iit.commission", { on: plainDate("2024-01-01") });
 * answer.known ? "" : factUnknown(answer).code; // => "fact-unknown"
 */
export function factUnknown<Id extends FactId>(
  answer: Extract<FactLookUp<Id>, { readonly known: false }>,
  context: IssueContext = {},
): Issue {
  const { zh, en } = factDefinitions[answer.id];
  const values = { id: answer.id, on: answer.query.on, titleZh: zh, titleEn: en };
  return createIssue(statutoryIssues, "fact-unknown", values, context);
}
