import { createIssue, failed, type Issue, parsed, type Parsed, placeIssues } from "@tongchou/core";
import {
  type CellPlan,
  type Cells,
  type FileLine,
  planByNames,
  planByPosition,
  readLine,
  splitCells,
} from "../codec/record-line.js";
import { bankIssues } from "../issues.js";
import {
  commentPrefixes,
  detailFields,
  type Field,
  type FileLayout,
  lineLayout,
  type MarkerLine,
  type SummaryLine,
} from "../profiles/layout.js";

/** A summary line as read. */
export interface SummaryRecord {
  readonly row: number;
  readonly cells: Cells;
}

/** A file taken apart into the lines around the payments and the payments' own. */
export interface FileFrame {
  readonly summaries: readonly SummaryRecord[];
  readonly details: readonly FileLine[];
  /** Where the columns of the payments' lines are. */
  readonly plan: CellPlan;
}

/**
 * Matches the lines around the payments with a layout, from the top and from the end.
 *
 * @returns the frame; or `file-truncated`, `columns-missing`, or all that is wrong with those lines
 */
export function matchFrame(layout: FileLayout, lines: readonly FileLine[], file: string): Parsed<FileFrame> {
  const templates = layout.lines.filter((template) => template.kind !== "comment");
  const place = templates.findIndex((template) => template.kind === "detail");
  const opening = templates.slice(0, place);
  const closing = templates.slice(place + 1);
  const fields = detailFields(layout);
  const truncated = createIssue(
    bankIssues,
    "file-truncated",
    { found: lines.length, allowed: templates.length - 1 },
    { place: { file } },
  );

  const summaries: SummaryRecord[] = [];
  const issues: Issue[] = [];
  const match = (template: (typeof templates)[number], line: FileLine): void => {
    if (template.kind !== "marker" && template.kind !== "summary") return;
    const cells = readFrameLine(layout, template, line);
    issues.push(...placeIssues(cells.issues, { place: { file, row: line.row } }));
    if (cells.ok && template.kind === "summary") summaries.push({ row: line.row, cells: cells.value });
  };

  let plan = planByPosition(fields);
  let rest = lines;
  for (const template of opening) {
    if (template.kind === "columns") {
      const columns = findColumns(layout, fields, rest);
      if (columns === undefined) return failed(columnsMissing(fields, file));
      plan = columns.plan;
      rest = rest.slice(columns.index + 1);
    } else {
      const index = rest.findIndex((line) => !isComment(layout, line));
      const line = rest[index];
      if (line === undefined) return failed(truncated);
      match(template, line);
      rest = rest.slice(index + 1);
    }
  }
  const content = rest.filter((line) => !isComment(layout, line));
  const detailCount = content.length - closing.length;
  if (detailCount < 0) return failed(truncated);
  for (const [index, line] of content.slice(detailCount).entries()) {
    const template = closing[index];
    if (template !== undefined) match(template, line);
  }
  return issues.length > 0
    ? { ok: false, issues }
    : parsed({ summaries, plan, details: content.slice(0, detailCount) });
}

function readFrameLine(
  layout: FileLayout,
  template: MarkerLine | SummaryLine,
  line: FileLine,
): Parsed<Cells> {
  if (template.kind === "summary")
    return readLine(lineLayout(layout, "summary"), planByPosition(template.fields), line);
  if (line.text?.trim() === template.text.trim()) return parsed(new Map());
  return failed(createIssue(bankIssues, "line-unexpected", { allowed: template.text }));
}

function isComment(layout: FileLayout, line: FileLine): boolean {
  const { text } = line;
  if (text === undefined || layout.kind === "packet") return false;
  if (commentPrefixes(layout).some((prefix) => text.startsWith(prefix))) return true;
  return layout.lines.some((template) => template.kind === "comment" && template.text === text);
}

/** The first line that names every column that is needed, each once; its start may be that of a comment. */
function findColumns(
  layout: FileLayout,
  fields: readonly Field[],
  lines: readonly FileLine[],
): { readonly index: number; readonly plan: CellPlan } | undefined {
  if (layout.kind !== "delimited") return undefined;
  const prefix = layout.commentPrefix ?? "";
  for (const [index, { text }] of lines.entries()) {
    if (text === undefined) continue;
    const bare = text.startsWith(prefix) ? text.slice(prefix.length) : text;
    const plan = planByNames(fields, splitCells(bare, layout.delimiter));
    if (plan !== undefined) return { index, plan };
  }
  return undefined;
}

/** Says which columns were looked for. */
export function columnsMissing(fields: readonly Field[], file: string): Issue {
  const headers = fields.filter(({ optional }) => optional !== true).map((field) => field.headers?.[0] ?? "");
  return createIssue(bankIssues, "columns-missing", { headers: headers.join("、") }, { place: { file } });
}
