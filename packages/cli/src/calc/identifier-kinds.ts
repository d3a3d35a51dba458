import {
  parseBankAccount,
  parseCnapsCode,
  parseCreditCode,
  parsed,
  parseIdentityNumber,
  type Parsed,
  type PlainDate,
} from "@tongchou/core";
import { z } from "zod";
import { calcKind, type CalcKind } from "./calc-kind.js";

/** Kinds of questions about identifiers. */
export const identifierKinds: Readonly<Record<string, CalcKind>> = {
  id: calcKind(
    z.object({ type: z.enum(["citizen", "credit-code", "bank-card", "cnaps"]), value: z.string() }),
    ({ type, value }, { today }) => {
      const result = readIdentifier(type, value, today);
      const normalised = result.ok ? result.value : null;
      return parsed({ valid: result.ok, normalised, issues: [] }, result.issues);
    },
  ),
};

function readIdentifier(
  type: "citizen" | "credit-code" | "bank-card" | "cnaps",
  value: string,
  asOf: PlainDate,
): Parsed<string> {
  switch (type) {
    case "citizen":
      return mapParsed(parseIdentityNumber(value, { asOf }), ({ number }) => number);
    case "credit-code":
      return mapParsed(parseCreditCode(value), ({ code }) => code);
    case "bank-card":
      return parseBankAccount(value, { isCard: true });
    case "cnaps":
      // There is no code book to ask here, so the check digit decides.
      return mapParsed(parseCnapsCode(value, { strict: true }), ({ code }) => code);
  }
}

function mapParsed<From>(result: Parsed<From>, map: (value: From) => string): Parsed<string> {
  return result.ok ? parsed(map(result.value), result.issues) : result;
}
