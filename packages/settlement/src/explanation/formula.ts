import { fen, formatYuan, type BilingualText, type Fen, type Rounding } from "@tongchou/core";
import type { RoundingRule } from "../apply-rate.js";
import type { ExplanationInput } from "./explain.js";

/** A number of a formula: its name and its value as text. */
export function shown(name: BilingualText, value: string): ExplanationInput {
  return { zh: name.zh, en: name.en, value };
}

/** An amount of a formula, in yuan. */
export function shownYuan(name: BilingualText, amount: Fen): ExplanationInput {
  return shown(name, formatYuan(amount));
}

/** The values of numbers joined by a sign: `5000.00 − 400.00`. */
export function joined(inputs: readonly ExplanationInput[], sign: "+" | "−"): string {
  return inputs.map(({ value }) => value).join(` ${sign} `);
}

const roundingNames: Readonly<Record<Rounding, string>> = {
  "half-up": "round",
  "half-even": "roundHalfEven",
  down: "roundDown",
  up: "roundUp",
};

/** A term rounded by a rule: `round(4000.00 × 0.08, 0.01)`. */
export function rounded(term: string, rule: RoundingRule): string {
  return `${roundingNames[rule.mode]}(${term}, ${formatYuan(fen(rule.unitFen))})`;
}
