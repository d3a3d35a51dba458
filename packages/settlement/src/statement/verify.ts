import { createIssue, failed, parsed, parseWithSchema, type Issue, type Parsed } from "@tongchou/core";
import { readFactPack } from "@tongchou/statutory";
import { z } from "zod";
import { canonicalJson } from "../canonical-json.js";
import { settlementIssues } from "../issues.js";
import { digestOf } from "./digest.js";
import { buildStatement, statementSchemaName, type SettlementStatement } from "./statement.js";
import { statementInputSchema } from "./statement-input.js";

/** A place where a statement says something else than its own input yields. */
export interface Difference {
  /** JSON pointer (RFC 6901) into the statement. */
  readonly pointer: string;
  readonly found: string;
  readonly recomputed: string;
}

/** What checking a statement found. It is sound when there is no difference and the guarantee holds. */
export interface Verification {
  readonly statementId: string;
  readonly isSound: boolean;
  readonly digestMatches: boolean;
  readonly differences: readonly Difference[];
  /** The statement as its input yields it. */
  readonly recomputed: SettlementStatement;
}

const outlineSchema: z.ZodType<{ schema: string; input: Record<string, unknown>; digest: string }, unknown> =
  z.looseObject({
    schema: z.literal(statementSchemaName),
    input: z.record(z.string(), z.unknown()),
    digest: z.string(),
  });

/**
 * Checks a statement from the statement alone: reckons every line, fee, sum and term of the guarantee again
 * from the input and the facts that it names, and compares everything with what it says.
 *
 * @param json the parsed statement file
 * @returns the verification, or the issues of a document that is no statement
 */
export function verifyStatement(json: unknown): Parsed<Verification> {
  const outline = parseWithSchema(outlineSchema, json);
  if (!outline.ok) return outline;
  const { facts: factsJson, ...rest } = outline.value.input;
  const input = parseWithSchema(statementInputSchema, rest);
  const facts = readFactPack(factsJson);
  if (!input.ok || !facts.ok) return combine([input, facts]);
  const rebuilt = buildStatement({ ...input.value, facts: facts.value });
  if (!rebuilt.ok) return rebuilt;
  const { digest, ...body } = outline.value;
  const digestMatches = digest === digestOf(body);
  const differences = compare(json, plainJson(rebuilt.value), "");
  const holds = rebuilt.value.guarantee.holds;
  return parsed({
    statementId: input.value.statementId,
    isSound: digestMatches && differences.length === 0 && holds,
    digestMatches,
    differences,
    recomputed: rebuilt.value,
  });
}

/** The issues of several results that could not be read. */
function combine(results: readonly Parsed<unknown>[]): Parsed<never> {
  const [first, ...rest] = results.flatMap((result): readonly Issue[] => (result.ok ? [] : result.issues));
  return failed(first ?? createIssue(settlementIssues, "statement-unreadable"), ...rest);
}

/** A document as a reader of its file sees it: members that are undefined do not stand in it. */
function plainJson(value: unknown): unknown {
  return JSON.parse(canonicalJson(value));
}

function compare(found: unknown, recomputed: unknown, pointer: string): readonly Difference[] {
  if (isContainer(found) && isContainer(recomputed) && Array.isArray(found) === Array.isArray(recomputed)) {
    const keys = new Set([...Object.keys(found), ...Object.keys(recomputed)]);
    return [...keys].flatMap((key) =>
      compare(found[key], recomputed[key], `${pointer}/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`),
    );
  }
  if (found === recomputed) return [];
  return [{ pointer, found: show(found), recomputed: show(recomputed) }];
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function show(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value);
}
