import type { Issue, PayoutRecord } from "@tongchou/core";
import { ByteWriter } from "../codec/byte-writer.js";
import { composeLine, joinCells, padCell } from "../codec/record-line.js";
import type { PaymentFormat } from "../profile.js";
import {
  allFields,
  detailFields,
  type DetailLine,
  type Field,
  type FileLayout,
  lineLayout,
  type LineTemplate,
} from "../profiles/layout.js";
import { type PartFacts, partText, paymentProperties, paymentTextOf } from "./cell-values.js";
import { checkCell } from "./check-payment.js";

/** Bytes after which a chunk is given out. */
const chunkLength = 65_536;

/** One part of a batch: what its lines have in common, and its payments, all of which can be written. */
export interface BatchPart {
  readonly facts: PartFacts;
  readonly payments: readonly PayoutRecord[];
}

/**
 * Tests what the part writes besides its payments: the payer, the totals, its numbers.
 *
 * @returns the issues of {@link checkCell}
 */
export function checkPart(format: PaymentFormat, part: BatchPart): readonly Issue[] {
  return allFields(format.layout)
    .filter(({ kind }) => paymentProperties[kind] === undefined && kind !== "constant" && kind !== "ignored")
    .flatMap((field) => checkCell(partText(field, part.facts, part.payments.length), field, format.layout));
}

/** Writes a part that has been tested, some lines at a time. */
export function* writePart(format: PaymentFormat, part: BatchPart): Generator<Uint8Array, void> {
  const { layout } = format;
  const writer = new ByteWriter(layout.encoding);
  const end = lineEndOf(layout);
  for (const line of layout.lines) {
    if (line.kind === "detail") {
      const pieces = linePieces(format, part.facts, line.fields);
      for (let next = 0; next < part.payments.length;) {
        next = writePayments(writer, pieces, { payments: part.payments, next });
        if (writer.length >= chunkLength) yield writer.take();
      }
    } else {
      writer.write(frameLine(format, part, line) + end);
    }
  }
  if (writer.length > 0) yield writer.take();
}

function lineEndOf({ kind, lineEnd }: FileLayout): string {
  if (kind === "packet") return "";
  return lineEnd === "lf" ? "\n" : "\r\n";
}

/** A line that stands once in a file. */
function frameLine(format: PaymentFormat, part: BatchPart, line: Exclude<LineTemplate, DetailLine>): string {
  const { layout } = format;
  switch (line.kind) {
    case "comment":
    case "marker":
      return line.text;
    case "columns":
      return joinCells(
        lineLayout(layout, "detail"),
        detailFields(layout).map((field) => field.headers?.[0] ?? ""),
      );
    case "summary":
      return composeLine(
        lineLayout(layout, "summary"),
        line.fields,
        line.fields.map((field) => partText(field, part.facts, 0)),
      );
  }
}

/** What stands in a payment's line, from left to right: a text on all lines, or what hangs on the payment. */
type LinePiece =
  | string
  | { readonly textOf: (payment: PayoutRecord, serial: number) => string }
  | { readonly numberOf: (payment: PayoutRecord, serial: number) => number; readonly decimals: 0 | 2 };

/** Writes payments until a chunk is full; gives the place of the next one, from 0. */
function writePayments(
  writer: ByteWriter,
  pieces: readonly LinePiece[],
  from: { readonly payments: readonly PayoutRecord[]; readonly next: number },
): number {
  const { payments } = from;
  let { next } = from;
  for (; next < payments.length && writer.length < chunkLength; next += 1) {
    const payment = payments[next];
    if (payment === undefined) continue;
    for (const piece of pieces) {
      if (typeof piece === "string") writer.write(piece);
      else if ("textOf" in piece) writer.write(piece.textOf(payment, next + 1));
      else writer.writeNumber(piece.numberOf(payment, next + 1), piece.decimals);
    }
  }
  return next;
}

/** The pieces of a payment's line; texts that stand side by side are one. */
function linePieces(format: PaymentFormat, facts: PartFacts, fields: readonly Field[]): readonly LinePiece[] {
  const layout = lineLayout(format.layout, "detail");
  const delimiter = layout.kind === "delimited" ? layout.delimiter : "";
  const isTrailing = layout.kind === "delimited" && layout.trailingDelimiter === true;
  const pieces: LinePiece[] = [""];
  const add = (piece: LinePiece): void => {
    const last = pieces.at(-1);
    if (typeof piece === "string" && typeof last === "string") pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  };
  for (const [index, field] of fields.entries()) {
    if (index > 0) add(delimiter);
    add(pieceOf(field, format, facts));
  }
  add((isTrailing ? delimiter : "") + lineEndOf(format.layout));
  return pieces;
}

function pieceOf(field: Field, format: PaymentFormat, facts: PartFacts): LinePiece {
  const layout = lineLayout(format.layout, "detail");
  const isPlain = layout.kind === "delimited" && field.padding === undefined && field.sign === undefined;
  if (isPlain && field.kind === "serial") return { numberOf: (_, serial) => serial, decimals: 0 };
  if (isPlain && field.kind === "amount") {
    return { numberOf: ({ amountFen }) => amountFen, decimals: layout.amountUnit === "fen" ? 0 : 2 };
  }
  if (paymentProperties[field.kind] !== undefined) {
    const textOf = paymentTextOf(field, format);
    return { textOf: isPlain ? textOf : (payment) => padCell(layout, field, textOf(payment)) };
  }
  if (field.kind === "serial" || field.kind === "line-number") {
    return { textOf: (_, serial) => padCell(layout, field, partText(field, facts, serial)) };
  }
  return padCell(layout, field, partText(field, facts, 0));
}
