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

/** A column of any other kind. */
export interface ValueField extends FieldShape {
  readonly kind: Exclude<FieldKind, "constant" | "pay-date">;
}

/** One column of a line. */
export type Field = ConstantField | PayDateField | ValueField;

/** A line that only people read; a file may leave it out. */
export interface CommentLine {
  readonly kind: "comment";
  readonly text: string;
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

/** What a file looks like. */
export type FileLayout = DelimitedLayout | FixedWidthLayout;

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
};

const valueKinds = (Object.keys(fieldTraits) as FieldKind[]).filter(
  (kind) => kind !== "constant" && kind !== "pay-date",
);

const fields: z.ZodType<readonly Field[]> = z
  .array(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("constant"), value: z.string(), ...shape }),
      z.strictObject({ kind: z.literal("pay-date"), separator: z.enum(["", "-", "/"]).optional(), ...shape }),
      z.strictObject({ kind: z.literal(valueKinds), ...shape }),
    ]),
  )
  .min(1);

const lineTemplate: z.ZodType<LineTemplate> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("comment"), text: z.string().min(1) }),
  z.strictObject({ kind: z.literal("marker"), text: z.string().min(1) }),
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

/** Shape of a file layout in JSON. */
export const fileLayoutSchema: z.ZodType<FileLayout, unknown> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("delimited"),
    delimiter: z.string().regex(sign),
    trailingDelimiter: z.boolean().optional(),
    ...layoutShape,
  }),
  z.strictObject({ kind: z.literal("fixed-width"), ...layoutShape }),
]);
