import { plainDate, type PlainDate } from "@tongchou/core";
import { createFacts, jiujiangPacks, type Facts } from "@tongchou/statutory";
import { answerLine } from "../calc.js";

/** The fields of a question or an answer. */
export type Fields = Readonly<Record<string, unknown>>;

/** The day of asking. */
export const today: PlainDate = plainDate("2026-11-21");

/** The built-in facts. */
export const facts: Facts = createFacts(jiujiangPacks);

/** Asks one question as a line, and reads the line that comes back. */
export function ask(question: unknown, known: Facts = facts): Fields & { readonly ok: boolean } {
  const line = answerLine(JSON.stringify(question), { facts: known, today });
  return JSON.parse(line) as Fields & { readonly ok: boolean };
}

/** Code and path of every issue of an answer. */
export function codesOf(answer: Fields): readonly (readonly unknown[])[] {
  const issues = (answer["issues"] ?? []) as readonly { readonly code: string; readonly path?: string }[];
  return issues.map(({ code, path }) => [code, path]);
}

/** The same item a number of times. */
export function repeated<Item>(count: number, item: Item): readonly Item[] {
  return Array.from({ length: count }, () => item);
}

/** A wage question but for its months. */
export const wages: Fields = {
  kind: "wage-withholding",
  year: 2019,
  startMonth: 1,
  mode: "months-at-unit",
};

/** Three years and two months of service. */
export const served: Fields = { from: "2021-01-01", to: "2024-02-29" };

/** A severance question. */
export const severance: Fields = {
  kind: "severance",
  segments: [served],
  average12: "5000",
  cityAverageMonthly: "7000",
};

/** 4,500 of wages, 1,200 of contributions and 100 of fee, by whoever. */
export const dispatched: Fields = { kind: "vat", service: "dispatch", gross: "5800", deductible: "5700" };
