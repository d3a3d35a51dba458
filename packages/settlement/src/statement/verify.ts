import { createIssue, failed, parsed, parseWithSchema, type Parsed } from "@tongchou/core";
import { createFacts, readFactPack, type FactPack } from "@tongchou/statutory";
import { z } from "zod";
import { assembleCorrection } from "../correction/assemble-correction.js";
import { earlierMissing, earlierUnsound } from "../correction/earlier-statement.js";
import type { StatementReference } from "../correction/statement-correction.js";
import { failedTogether } from "../failed-together.js";
import { settlementIssues } from "../issues.js";
import { digestOf } from "./digest.js";
import { buildStatement, settleUnit } from "./settle-unit.js";
import { statementSchemaName, type SettlementStatement } from "./statement.js";
import { statementInputSchema, type StatementInput, type UnitMonth } from "./statement-input.js";

/** A place where a statement says something else than its own input yields. */
export interface Difference {
  /** JSON pointer (RFC 6901) into the statement. */
  readonly pointer: string;
  /** What stands there, as JSON; empty when nothing does. */
  readonly found: string;
  /** What should stand there, as JSON; empty when nothing should. */
  readonly recomputed: string;
}

/** What checking a statement found. It is sound when there is no difference and the guarantee holds. */
export interface Verification {
  readonly statementId: string;
  readonly isSound: boolean;
  /** True when the digest is that of the file's own content. */
  readonly digestMatches: boolean;
  readonly differences: readonly Difference[];
  /** The statement as its input yields it. */
  readonly recomputed: SettlementStatement;
}

type JsonObject = Readonly<Record<string, unknown>>;

const inputSchema: z.ZodType<{ readonly input: UnitMonth }, unknown> = z.object({
  input: statementInputSchema,
});

const packsSchema: z.ZodType<{ readonly input: { readonly facts: readonly unknown[] } }, unknown> = z.object({
  input: z.object({ facts: z.array(z.unknown()) }),
});

const correctsSchema: z.ZodType<{ readonly input: { readonly corrects: StatementReference } }, unknown> =
  z.object({
    input: z.object({ corrects: z.object({ statementId: z.string(), digest: z.string() }) }),
  });

/**
 * Checks a statement from the statement alone: reckons every line, fee, sum and term of the guarantee again
 * from the input and the facts that it names, and compares everything with what it says.
 *
 * Whatever the document is, the answer is a verification or issues; nothing throws.
 *
 * @param json the parsed statement file
 * @param earlier for a correction: the parsed files of the statements it goes back to, with which its
 *   reference and its differences are checked; others among them do no harm
 * @returns the verification; or `statement-unreadable` for a document that is no statement, `schema-invalid`
 *   with a JSON pointer for parts of the input that do not have their form, the issues of `readFactPack` for
 *   its facts, those of `settleUnit` for an input that cannot be settled, and for a correction
 *   `earlier-statement-missing` and `earlier-statement-unsound`
 * @example
 * verifyStatement({ schema: "something-else" }).ok; // => false
 */
export function verifyStatement(json: unknown, earlier: readonly unknown[] = []): Parsed<Verification> {
  try {
    return recompute(json, earlier);
  } catch (error) {
    // A document may be nested deeper than anything can be read.
    if (!(error instanceof RangeError)) throw error;
    return failed(createIssue(settlementIssues, "statement-unreadable"));
  }
}

function recompute(json: unknown, earlier: readonly unknown[]): Parsed<Verification> {
  if (!isObject(json) || json["schema"] !== statementSchemaName || !isObject(json["input"])) {
    return failed(createIssue(settlementIssues, "statement-unreadable"));
  }
  const input = parseWithSchema(inputSchema, json);
  const facts = readPacks(json["input"]["facts"]);
  if (!input.ok || !facts.ok) return failedTogether(input, facts);
  const given = { ...input.value.input, facts: facts.value };
  const rebuilt =
    json["input"]["corrects"] === undefined ? buildStatement(given) : rebuildCorrection(json, given, earlier);
  if (!rebuilt.ok) return rebuilt;
  // The digest seals what the file says, right or wrong; differences are about what it says.
  const { digest, ...body } = json;
  const { digest: _, ...recomputed } = rebuilt.value;
  const differences: Difference[] = [];
  compare(body, recomputed, "", differences);
  // What says the same has the same digest, which was reckoned already.
  const digestMatches = digest === (differences.length === 0 ? rebuilt.value.digest : digestOf(body));
  return parsed({
    statementId: input.value.input.statementId,
    isSound: digestMatches && differences.length === 0 && rebuilt.value.guarantee.holds,
    digestMatches,
    differences,
    recomputed: rebuilt.value,
  });
}

/** Reckons a correction again from its own input and the statement that it goes back to. */
function rebuildCorrection(
  json: JsonObject,
  { facts, ...month }: StatementInput,
  earlier: readonly unknown[],
): Parsed<SettlementStatement> {
  const reference = parseWithSchema(correctsSchema, json);
  if (!reference.ok) return reference;
  const { corrects } = reference.value.input;
  const document = earlier.find((other) => isObject(other) && other["digest"] === corrects.digest);
  if (document === undefined) return failed(earlierMissing(corrects));
  const others = earlier.filter((other) => other !== document);
  const before = recompute(document, others);
  if (!before.ok || !before.value.digestMatches || before.value.differences.length > 0) {
    return failed(earlierUnsound(corrects));
  }
  const now = settleUnit(month, createFacts(facts));
  return now.ok ? parsed(assembleCorrection(now.value, before.value.recomputed)) : now;
}

function readPacks(json: unknown): Parsed<readonly FactPack[]> {
  const list = parseWithSchema(packsSchema, { input: { facts: json } });
  if (!list.ok) return list;
  const packs = list.value.input.facts.map((pack, index) =>
    placed(readFactPack(pack), `/input/facts/${index}`),
  );
  const read = packs.flatMap((pack) => (pack.ok ? [pack.value] : []));
  return read.length === packs.length ? parsed(read) : failedTogether(...packs);
}

/** Lets the pointers of a part's issues begin at the whole document. */
function placed<Value>(result: Parsed<Value>, pointer: string): Parsed<Value> {
  if (result.ok) return result;
  return {
    ok: false,
    issues: result.issues.map((issue) => ({ ...issue, path: pointer + (issue.path ?? "") })),
  };
}

/** Every place where a document differs; members that are undefined do not stand in a file. */
function compare(found: unknown, recomputed: unknown, pointer: string, into: Difference[]): void {
  if (!isObject(found) || !isObject(recomputed) || Array.isArray(found) !== Array.isArray(recomputed)) {
    into.push({ pointer, found: show(found), recomputed: show(recomputed) });
    return;
  }
  const extra = Object.keys(found).filter((key) => !Object.hasOwn(recomputed, key));
  for (const key of [...Object.keys(recomputed), ...extra]) {
    const [left, right] = [member(found, key), member(recomputed, key)];
    if (left !== right) compare(left, right, `${pointer}/${pointerToken(key)}`, into);
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}

/** A member that a document has itself; a key such as `__proto__` names nothing else. */
function member(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function pointerToken(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function show(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value);
}
