import { createIssue, failed, type Parsed } from "@tongchou/core";
import { cliIssues } from "../issues.js";
import type { CalcAnswer, CalcContext, CalcKind } from "./calc-kind.js";
import { contractKinds } from "./contract-kinds.js";
import { feeKinds } from "./fee-kinds.js";
import { historyKinds } from "./history-kinds.js";
import { identifierKinds } from "./identifier-kinds.js";
import { insuranceKinds } from "./insurance-kinds.js";
import { populationKinds } from "./population-kinds.js";
import { payKinds } from "./pay-kinds.js";
import { taxKinds } from "./tax-kinds.js";

const kinds: ReadonlyMap<string, CalcKind> = new Map(
  Object.entries({
    ...taxKinds,
    ...contractKinds,
    ...feeKinds,
    ...insuranceKinds,
    ...populationKinds,
    ...payKinds,
    ...historyKinds,
    ...identifierKinds,
  }),
);

/** The kinds of questions, in the order in which the help lists them. */
export const calcKindNames: readonly string[] = [...kinds.keys()];

/**
 * Answers one line: a JSON object with a `kind` and the fields of that kind.
 *
 * @returns one line of JSON: `{"ok":true,...}` with the fields of the kind, and `issues` where something has
 *   to be said beside the answer; or `{"ok":false,"issues":[...]}` with everything that is wrong
 */
export function answerLine(line: string, context: CalcContext): string {
  const answer = answerText(line, context);
  if (!answer.ok) return JSON.stringify({ ok: false, issues: answer.issues });
  const remarks = answer.issues.length === 0 ? {} : { issues: answer.issues };
  return JSON.stringify({ ok: true, ...answer.value, ...remarks });
}

function answerText(line: string, context: CalcContext): Parsed<CalcAnswer> {
  let question: unknown;
  try {
    // Shells on Windows put a byte-order mark before the first line.
    question = JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch {
    return failed(createIssue(cliIssues, "line-not-json"));
  }
  if (typeof question !== "object" || question === null || Array.isArray(question)) {
    return failed(createIssue(cliIssues, "line-not-object"));
  }
  const { kind, ...fields } = question as Record<string, unknown>;
  const answer = typeof kind === "string" ? kinds.get(kind) : undefined;
  if (answer === undefined) {
    const values = { found: typeof kind === "string" ? kind : "", kinds: calcKindNames.join(", ") };
    return failed(createIssue(cliIssues, "kind-unknown", values, { path: "/kind" }));
  }
  return answer(fields, context);
}
