import {
  createIssue,
  parsed,
  parseWithSchema,
  type Issue,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import type { z } from "zod";
import { cliIssues } from "../issues.js";

/** The fields of an answer, ready to be written as JSON. */
export type CalcAnswer = Readonly<Record<string, unknown>>;

/** What answers rest on besides the question. */
export interface CalcContext {
  readonly facts: Facts;
  /** Today, against which birth dates are checked. */
  readonly today: PlainDate;
}

/** Answers one kind of question from its fields. */
export type CalcKind = (
  fields: Readonly<Record<string, unknown>>,
  context: CalcContext,
) => Parsed<CalcAnswer>;

/**
 * A kind of question from the shape of its fields and the rule that answers it.
 *
 * A field that the kind does not know is the warning `field-unknown`: a misspelt option would otherwise
 * change an amount without a word.
 */
export function calcKind<Question>(
  schema: z.ZodObject & z.ZodType<Question, unknown>,
  answer: (question: Question, context: CalcContext) => Parsed<CalcAnswer>,
): CalcKind {
  return (fields, context) => {
    const unknown = Object.keys(fields).filter((field) => !Object.hasOwn(schema.shape, field));
    const question = parseWithSchema(schema, fields);
    if (!question.ok) return question;
    const result = answer(question.value, context);
    return result.ok ? parsed(result.value, [...result.issues, ...unknown.map(fieldUnknown)]) : result;
  };
}

function fieldUnknown(field: string): Issue {
  const path = `/${field.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return createIssue(cliIssues, "field-unknown", { field }, { path });
}
