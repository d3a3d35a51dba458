import { z } from "zod";
import { coreIssues } from "./catalogue.js";
import { createIssue, type Issue } from "./issue.js";
import { parsed, type Parsed } from "./parsed.js";

/**
 * Reads a value of unknown shape with a schema.
 *
 * @returns the value, or one `schema-invalid` issue for each part that does not fit, its path a JSON pointer
 * @example
 * const result = parseWithSchema(employerUnitSchema, {});
 * result.ok ? "" : result.issues[0]?.path; // => "/id"
 */
export function parseWithSchema<T>(schema: z.ZodType<T, unknown>, value: unknown): Parsed<T> {
  const result = schema.safeParse(value);
  if (result.success) return parsed(result.data);
  const english = result.error.issues;
  const chinese = schema.safeParse(value, { error: z.locales.zhCN().localeError }).error?.issues ?? english;
  const issues = english.map((problem, index): Issue => {
    const path = problem.path.map((part) => `/${String(part)}`).join("");
    const issue = createIssue(coreIssues, "schema-invalid", { path: path === "" ? "/" : path }, { path });
    return {
      ...issue,
      message: {
        zh: `${issue.message.zh}${chinese[index]?.message ?? problem.message}`,
        en: `${issue.message.en} ${problem.message}`,
      },
    };
  });
  return { ok: false, issues };
}
