import { parseWithSchema, type Issue, type Parsed, type PlainDate } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import type { z } from "zod";

/** The fields of an answer, ready to be written as JSON. */
export type CalcAnswer = Readonly<Record<string, unknown>>;

/** What answers rest on besides the question. */
export interface CalcContext {
  readonly facts: Facts;
  /** Today, against which birth dates are checked. */
  readonly today: PlainDate;
}

/** Answers one kind of question from its fields. */
export type CalcKind = (fields: unknown, context: CalcContext) => Parsed<CalcAnswer>;

/** A kind of question from the shape of its fields and the rule that answers it. */
export function calcKind<Question>(
  schema: z.ZodType<Question, unknown>,
  answer: (question: Question, context: CalcContext) => Parsed<CalcAnswer>,
): CalcKind {
  return (fields, context) => {
    const question = parseWithSchema(schema, fields);
    return question.ok ? answer(question.value, context) : question;
  };
}

/** Warnings beside an answer, left out when there are none. */
export function withIssues(answer: CalcAnswer, issues: readonly Issue[]): CalcAnswer {
  return issues.length === 0 ? answer : { ...answer, issues };
}
