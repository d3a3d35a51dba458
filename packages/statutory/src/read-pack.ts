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
 * @returns the pack, or every problem: `schema-invalid` with a JSON pointer, `fact-id-unknown`,
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
  for (const [id, versions] of Object.entries(outline.value.facts)) {
    const path = `/facts/${id}`;
    if (!isFactId(id)) {
      issues.push(createIssue(statutoryIssues, "fact-id-unknown", { id }, { path }));
      continue;
    }
    const read = parseWithSchema(versionsSchema(id), versions);
    if (!read.ok) {
      issues.push(...read.issues.map((issue) => ({ ...issue, path: `${path}${issue.path ?? ""}` })));
      continue;
    }
    for (const version of read.value) {
      if (version.effectiveTo !== null && version.effectiveTo < version.effectiveFrom) {
        const values = { id, from: version.effectiveFrom, to: version.effectiveTo };
        issues.push(createIssue(statutoryIssues, "fact-dates-reversed", values, { path }));
      }
    }
    facts[id] = read.value;
  }
  const [first, ...rest] = issues;
  if (first !== undefined) return failed(first, ...rest);
  return parsed({ id: outline.value.id, version: outline.value.version, facts });
}

function isFactId(id: string): id is FactId {
  return Object.hasOwn(factDefinitions, id);
}

function versionsSchema(id: FactId): z.ZodType<readonly FactVersion<unknown>[], unknown> {
  return z.array(
    z.strictObject({
      value: factShapeSchemas[factDefinitions[id].shape],
      effectiveFrom: plainDateSchema,
      effectiveTo: plainDateSchema.nullable(),
      announcedOn: plainDateSchema.nullable(),
      source: z.string().min(1),
      confidence: z.enum(["confirmed", "secondary", "unverified"]),
      note: z.string().optional(),
    }),
  );
}
