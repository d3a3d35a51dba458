import {
  createIssue,
  failed,
  parsed,
  parseWithSchema,
  plainDateSchema,
  type Issue,
  type Parsed,
} from "@tongchou/core";
import { z } from "zod";
import type { FactPack, FactVersion } from "./fact.js";
import { factDefinitions } from "./fact-definitions.js";
import type { FactId } from "./fact-ids.js";
import { factShapeSchemas } from "./fact-values.js";
import { statutoryIssues } from "./issues.js";

const packSchema: z.ZodType<{ id: string; version: string; facts: Record<string, unknown> }, unknown> =
  z.strictObject({
    id: z.string().min(1),
    version: z.string().min(1),
    facts: z.record(z.string(), z.unknown()),
  });

/**
 * Reads a deployment's own pack from JSON, to be laid over the built-in ones.
 *
 * @param json `{ id, version, facts }`, where `facts` has a list of versions for each fact id: `value` in the
 *   shape of the fact, `effectiveFrom`, `effectiveTo` and `announcedOn` as days or `null`, `source`,
 *   `confidence`, and perhaps a `note`
 * @returns the pack, or every problem at once: `schema-invalid` with a JSON pointer, `fact-id-unknown`,
 *   `fact-dates-reversed`
 * @example
 * const pack = readFactPack({ id: "ours", version: "1", facts: { "cn.3604.nothing": [] } });
 * pack.ok ? [] : pack.issues.map((issue) => issue.code); // => ["fact-id-unknown"]
 */
export function readFactPack(json: unknown): Parsed<FactPack> {
  const outline = parseWithSchema(packSchema, json);
  if (!outline.ok) return outline;
  const issues: Issue[] = [];
  const facts: Record<string, readonly FactVersion<unknown>[]> = {};
  for (const [id, json] of Object.entries(outline.value.facts)) {
    const versions = isFactId(id) ? readVersions(id, json) : unknownId(id);
    issues.push(...versions.issues);
    if (versions.ok) facts[id] = versions.value;
  }
  const [first, ...rest] = issues;
  if (first !== undefined) return failed(first, ...rest);
  return parsed({ id: outline.value.id, version: outline.value.version, facts });
}

function isFactId(id: string): id is FactId {
  return Object.hasOwn(factDefinitions, id);
}

function unknownId(id: string): Parsed<readonly FactVersion<unknown>[]> {
  const path = `/facts/${id.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return failed(createIssue(statutoryIssues, "fact-id-unknown", { id }, { path }));
}

function readVersions(id: FactId, json: unknown): Parsed<readonly FactVersion<unknown>[]> {
  const read = parseWithSchema(versionsSchema(id), { facts: { [id]: json } });
  if (!read.ok) return read;
  const versions = read.value.facts[id] ?? [];
  const issues = versions.flatMap(({ effectiveFrom, effectiveTo }, index) => {
    if (effectiveTo === null || effectiveFrom <= effectiveTo) return [];
    const values = { id, from: effectiveFrom, to: effectiveTo };
    return [createIssue(statutoryIssues, "fact-dates-reversed", values, { path: `/facts/${id}/${index}` })];
  });
  const [first, ...rest] = issues;
  return first === undefined ? parsed(versions) : failed(first, ...rest);
}

type VersionsSchema = z.ZodType<
  { readonly facts: Readonly<Record<string, readonly FactVersion<unknown>[]>> },
  unknown
>;

/** Schemas are costly to make, so each is made once, when it is first needed. */
const schemas = new Map<FactId, VersionsSchema>();

/** The versions of a fact with the outline around them, so that pointers start at the pack. */
function versionsSchema(id: FactId): VersionsSchema {
  const known = schemas.get(id);
  if (known !== undefined) return known;
  const version = z.strictObject({
    value: factShapeSchemas[factDefinitions[id].shape],
    effectiveFrom: plainDateSchema,
    effectiveTo: plainDateSchema.nullable(),
    announcedOn: plainDateSchema.nullable(),
    source: z.string().min(1),
    confidence: z.enum(["confirmed", "secondary", "unverified"]),
    note: z.string().optional(),
  });
  const schema = z.object({ facts: z.object({ [id]: z.array(version) }) });
  schemas.set(id, schema);
  return schema;
}
