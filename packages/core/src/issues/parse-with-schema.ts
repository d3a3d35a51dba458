import { z } from "zod";
import { coreIssues } from "./catalogue.js";
import { createIssue, type Issue } from "./issue.js";
import { parsed, type Parsed } from "./parsed.js";

/**
 * Reads a value of unknown shape with a schema.
 *
 * A check of our own in a schema gives its English message as `error` and the Chinese one as `params.zh`.
 *
 * @returns the value, or one `schema-invalid` issue for each part that does not fit, its path a JSON pointer;
 *   messages say what form is expected and never repeat the value
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
    const path = problem.path.map(pointerToken).join("");
    const issue = createIssue(coreIssues, "schema-invalid", { path: path === "" ? "/" : path }, { path });
    return {
      ...issue,
      message: {
        zh: `${issue.message.zh}${chineseMessage(problem) ?? chinese[index]?.message ?? problem.message}`,
        en: `${issue.message.en} ${problem.message}`,
      },
    };
  });
  return { ok: false, issues };
}

/** One token of a JSON pointer (RFC 6901, section 3). */
function pointerToken(part: PropertyKey): string {
  return `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function chineseMessage(problem: z.core.$ZodIssue): string | undefined {
  const message: unknown = problem.code === "custom" ? problem.params?.["zh"] : undefined;
  return typeof message === "string" ? message : undefined;
}
