import { z } from "zod";
import type { BankEncoding } from "../encoding.js";
import { type FieldKind, fieldTraits } from "./field.js";

/**
 * How a value shorter than its column is filled up, which also says where it stands: spaces after it put it
 * to the left, spaces or zeros before it to the right.
 */
export type Padding = "spaces-after" | "spaces-before" | "zeros-before";

/** What every column can say of itself. */
export interface FieldShape {
  /** Bytes in the file's encoding: the column's width in a fixed-width file, else the most it may hold. */
  readonly widthBytes?: number | undefined;
  /**
   * Default in a fixed-width file: zeros before numbers, spaces after text. In a delimited file the default
   * is no padding, and padding needs `widthBytes`.
   */
  readonly padding?: Padding | undefined;
  /** Names of the column where the file has a line of column names; the first one is written. */
  readonly headers?: readonly string[] | undefined;
  /** True when the value may be empty, and the column may be missing from a result. Default: false. */
  readonly optional?: boolean | undefined;
  /** `always` where amounts begin with `+`, before any zeros. Default: no sign. */
  readonly sign?: "always" | undefined;
  /** Letter of the column in a sheet without column names, such as `F`. */
  readonly column?: string | undefined;
}

/** A column with the same text on every line. */
export interface ConstantField extends FieldShape {
  readonly kind: "constant";
  readonly value: string;
}

/** The day the bank is asked to pay on, year first. */
export interface PayDateField extends FieldShape {
  readonly kind: "pay-date";
  /** What stands between year, month and day. Default: nothing, `20240315`. */
  readonly separator?: "" | "-" | "/" | undefined;
}

/** Whether the payee is a person or a corporation, in the bank's words. */
export interface PayeeKindField extends FieldShape {
  readonly kind: "payee-kind";
  readonly person: string;
  readonly corporation: string;
}

/** Whether this is the batch's last part, in the bank's words. */
export interface MorePartsField extends FieldShape {
  readonly kind: "more-parts";
  readonly more: string;
  readonly last: string;
}

/** A column of any other kind. */
export interface ValueField extends FieldShape {
  readonly kind: Exclude<FieldKind, "constant" | "pay-date" | "payee-kind" | "more-parts">;
}

/** One column of a line. */
export type Field = ConstantField | PayDateField | PayeeKindField | MorePartsField | ValueField;

/** A line that only people read; a file may leave it out. */
export interface CommentLine {
  readonly kind: "comment";
  readonly text: string;
  /** In reading, every line that begins so is this comment. Default: the whole text. */
  readonly prefix?: string | undefined;
}

/** A line that has to stand there word for word, such as `PAYOFFSTART`, or `*` at the end. */
export interface MarkerLine {
  readonly kind: "marker";
  readonly text: string;
}

/** A header before the payments or a trailer behind them. */
export interface SummaryLine {
  readonly kind: "summary";
  readonly fields: readonly Field[];
}

/**
 * The line of column names of a delimited file. Columns are then matched by name, whatever their order, and
 * what stands before this line is not read, save the lines that the layout has before it.
 */
export interface ColumnsLine {
  readonly kind: "columns";
}

/** The line of one payment; it repeats. */
export interface DetailLine {
  readonly kind: "detail";
  readonly fields: readonly Field[];
}

/** One line of a file, or the repeating one. */
export type LineTemplate = CommentLine | MarkerLine | SummaryLine | ColumnsLine | DetailLine;

/** What both kinds of layouts say. */
export interface LayoutShape {
  readonly encoding: BankEncoding;
  /** What amounts are counted in. It has no default: guessed wrong, every payment is off a hundredfold. */
  readonly amountUnit: "fen" | "yuan";
  /** End of line as written; both are read. Default: `crlf`. */
  readonly lineEnd?: "crlf" | "lf" | undefined;
  /** Start of lines to be skipped in reading, the line of column names excepted. Default: none. */
  readonly commentPrefix?: string | undefined;
  /** The file from top to bottom, with the one repeating detail line among them. */
  readonly lines: readonly LineTemplate[];
}

/** A file whose columns are separated by a delimiter. */
export interface DelimitedLayout extends LayoutShape {
  readonly kind: "delimited";
  readonly delimiter: string;
  /** True when lines end with a delimiter, too. Default: false. Both are read. */
  readonly trailingDelimiter?: boolean | undefined;
}

/** A file whose columns have fixed widths in bytes. */
export interface FixedWidthLayout extends LayoutShape {
  readonly kind: "fixed-width";
}

/**
 * A message without line ends: a head of fixed-width columns, then the payments one behind the other, each
 * of their columns ended by the delimiter. It has one summary line and the detail line.
 */
export interface PacketLayout extends LayoutShape {
  readonly kind: "packet";
  readonly delimiter: string;
}

/** What a file looks like. */
export type FileLayout = DelimitedLayout | FixedWidthLayout | PacketLayout;

/** How the columns of one line are set apart. */
export type LineLayout = DelimitedLayout | FixedWidthLayout;

/**
 * A result that a bank gives as a spreadsheet, read from its rows of cells. Columns are found by their
 * `headers`; where no field has any, by their `column`.
 */
export interface SheetLayout {
  readonly kind: "sheet";
  readonly amountUnit: LayoutShape["amountUnit"];
  /**
   * The first row of payments, from 1, where columns have no names. Default: the first row whose amount can
   * be read.
   */
  readonly firstRow?: number | undefined;
  readonly fields: readonly Field[];
}

/** What a result looks like. */
export type ResultLayout = FileLayout | SheetLayout;

/** The layout of a line: a packet's head has widths, its payments have delimiters. */
export function lineLayout(layout: FileLayout, line: "summary" | "detail"): LineLayout {
  if (layout.kind !== "packet") return layout;
  return line === "summary"
    ? { ...layout, kind: "fixed-width" }
    : { ...layout, kind: "delimited", trailingDelimiter: true };
}

/** What lines begin with that are skipped in reading. */
export function commentPrefixes(layout: FileLayout): readonly string[] {
  const prefixes = layout.lines.map((line) => (line.kind === "comment" ? line.prefix : undefined));
  return [layout.commentPrefix, ...prefixes].filter((prefix) => prefix !== undefined);
}

/** The columns of all lines. */
export function allFields(layout: FileLayout): readonly Field[] {
  return layout.lines.flatMap((line) => ("fields" in line ? line.fields : []));
}

/** The columns of a payment's line. */
export function detailFields(layout: FileLayout): readonly Field[] {
  return layout.lines.flatMap((line) => (line.kind === "detail" ? line.fields : []));
}

const shape = {
  widthBytes: z.int().min(1).max(1000).optional(),
  padding: z.enum(["spaces-after", "spaces-before", "zeros-before"]).optional(),
  headers: z.array(z.string().min(1)).min(1).optional(),
  optional: z.boolean().optional(),
  sign: z.literal("always").optional(),
  column: z
    .string()
    .regex(/^[A-Z]{1,2}$/)
    .optional(),
};

const valueKinds = (Object.keys(fieldTraits) as FieldKind[]).filter(
  (kind) => kind !== "constant" && kind !== "pay-date" && kind !== "payee-kind" && kind !== "more-parts",
);
const word = z.string().min(1);

const fields: z.ZodType<readonly Field[]> = z
  .array(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("constant"), value: z.string(), ...shape }),
      z.strictObject({ kind: z.literal("pay-date"), separator: z.enum(["", "-", "/"]).optional(), ...shape }),
      z.strictObject({ kind: z.literal("payee-kind"), person: word, corporation: word, ...shape }),
      z.strictObject({ kind: z.literal("more-parts"), more: word, last: word, ...shape }),
      z.strictObject({ kind: z.literal(valueKinds), ...shape }),
    ]),
  )
  .min(1);

const lineTemplate: z.ZodType<LineTemplate> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("comment"), text: word, prefix: word.optional() }),
  z.strictObject({ kind: z.literal("marker"), text: word }),
  z.strictObject({ kind: z.literal("summary"), fields }),
  z.strictObject({ kind: z.literal("columns") }),
  z.strictObject({ kind: z.literal("detail"), fields }),
]);

// A sign of its own: it stands in no number, name or date.
const sign = /^[^\p{L}\p{N}\r\n .+-]{1,4}$/u;

const layoutShape = {
  encoding: z.enum(["gb18030", "gbk", "utf-8"]),
  amountUnit: z.enum(["fen", "yuan"]),
  lineEnd: z.enum(["crlf", "lf"]).optional(),
  commentPrefix: z.string().regex(sign).optional(),
  lines: z.array(lineTemplate).min(1),
};

const textLayouts = [
  z.strictObject({
    kind: z.literal("delimited"),
    delimiter: z.string().regex(sign),
    trailingDelimiter: z.boolean().optional(),
    ...layoutShape,
  }),
  z.strictObject({ kind: z.literal("fixed-width"), ...layoutShape }),
  z.strictObject({ kind: z.literal("packet"), delimiter: z.string().regex(sign), ...layoutShape }),
] as const;
const sheetLayout = z.strictObject({
  kind: z.literal("sheet"),
  amountUnit: layoutShape.amountUnit,
  firstRow: z.int().min(1).optional(),
  fields,
});

/** Shape of a file layout in JSON. */
export const fileLayoutSchema: z.ZodType<FileLayout, unknown> = z.discriminatedUnion("kind", textLayouts);

/** Shape of a result's layout in JSON. */
export const resultLayoutSchema: z.ZodType<ResultLayout, unknown> = z.discriminatedUnion("kind", [
  ...textLayouts,
  sheetLayout,
]);
