/**
 * How an issue weighs.
 *
 * - `error`: the data cannot be used; the record it belongs to is held out, the rest goes through.
 * - `needs-decision`: the law or the data leaves a choice that a person has to take; the options are listed.
 * - `warning`: the record goes through, and somebody should look at it.
 * - `info`: worth knowing.
 */
export type Severity = "error" | "needs-decision" | "warning" | "info";

/** The languages every message is written in. */
export type Language = "zh" | "en";

/** One sentence in both languages. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** Where in an input something was found. Rows count from 1 as spreadsheets do; columns are letters. */
export interface Place {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  /** The column's header as the file has it. */
  readonly header?: string | undefined;
}

/** What an issue is about, by ids only: never a name, an identity number or an account number. */
export interface Subject {
  readonly unitId?: string | undefined;
  readonly workerId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly agencyId?: string | undefined;
}

/** One way out of a `needs-decision` issue. */
export interface DecisionOption extends BilingualText {
  readonly code: string;
}

/** A problem, a question or a remark about data, ready to be shown in either language. */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly message: BilingualText;
  readonly place?: Place;
  /** JSON pointer (RFC 6901) into the record, where there is no file. */
  readonly path?: string;
  readonly subject?: Subject;
  /** Clause of the policy or law that the issue rests on, such as `P2-3.6`. */
  readonly clause?: string;
  readonly options?: readonly DecisionOption[];
}

/**
 * What a catalogue says of one code. `{name}` in a message stands for a value given when the issue is made.
 */
export interface IssueDefinition extends BilingualText {
  readonly severity: Severity;
  readonly clause?: string;
  readonly options?: readonly DecisionOption[];
}

/** The stable codes of a package with their messages. */
export type IssueCatalogue<Code extends string = string> = Readonly<Record<Code, IssueDefinition>>;

/** Values for the placeholders of a message: they are shown, so identity and account numbers come masked. */
export type IssueValues = Readonly<Record<string, string | number>>;

/** Where and about whom an issue is; every field is optional. */
export interface IssueContext {
  readonly place?: Place | undefined;
  readonly path?: string | undefined;
  readonly subject?: Subject | undefined;
  readonly clause?: string | undefined;
  readonly severity?: Severity | undefined;
}

/**
 * Makes an issue from a catalogue entry.
 *
 * @throws RangeError when a placeholder of the message has no value: such a call is a broken program
 * @example
 * createIssue(coreIssues, "money-not-a-number", { found: "面议" }).message.en;
 * // => 'The amount reads "面议", which is not a number. Enter digits in yuan, such as 3500.00.'
 */
export function createIssue<Code extends string>(
  catalogue: IssueCatalogue<Code>,
  code: Code,
  values: IssueValues = {},
  context: IssueContext = {},
): Issue {
  const definition = catalogue[code];
  const clause = context.clause ?? definition.clause;
  return {
    code,
    severity: context.severity ?? definition.severity,
    message: { zh: fill(definition.zh, values, code), en: fill(definition.en, values, code) },
    ...(context.place === undefined ? {} : { place: context.place }),
    ...(context.path === undefined ? {} : { path: context.path }),
    ...(context.subject === undefined ? {} : { subject: context.subject }),
    ...(clause === undefined ? {} : { clause }),
    ...(definition.options === undefined ? {} : { options: definition.options }),
  };
}

function fill(template: string, values: IssueValues, code: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`issue ${code} needs a value for {${name}}`);
    return String(value);
  });
}

/**
 * Adds a place and a subject to issues that were found in a value before its place was known.
 *
 * @example
 * placeIssues(parseYuan("x").issues, { place: { file: "pay.xlsx", row: 4 } })[0]?.place?.row; // => 4
 */
export function placeIssues(
  issues: readonly Issue[],
  context: Pick<IssueContext, "place" | "subject">,
): readonly Issue[] {
  return issues.map((issue) => ({
    ...issue,
    ...(context.place === undefined ? {} : { place: context.place }),
    ...(context.subject === undefined ? {} : { subject: { ...issue.subject, ...context.subject } }),
  }));
}

/**
 * Writes a place for people.
 *
 * @example
 * formatPlace({ file: "roster-U01.xlsx", sheet: "信息汇总表", row: 58, column: "F" }, "en");
 * // => "roster-U01.xlsx › 信息汇总表 › row 58, column F"
 */
export function formatPlace(place: Place, language: Language): string {
  const parts = [place.file];
  if (place.sheet !== undefined) parts.push(place.sheet);
  const cell: string[] = [];
  const header =
    place.header === undefined ? "" : language === "zh" ? `（${place.header}）` : ` (${place.header})`;
  if (place.row !== undefined) cell.push(language === "zh" ? `第${place.row}行` : `row ${place.row}`);
  if (place.column !== undefined) {
    cell.push(language === "zh" ? `${place.column}列${header}` : `column ${place.column}${header}`);
  }
  if (cell.length > 0) parts.push(cell.join(language === "zh" ? "" : ", "));
  return parts.join(" › ");
}
