import type { Issue, PayoutRecord } from "@tongchou/core";
import { composeLine, joinCells } from "../codec/record-line.js";
import { encodeAccepted } from "../encoding.js";
import type { PaymentFormat } from "../profile.js";
import { allFields, detailFields, type Field, type FileLayout, lineLayout } from "../profiles/layout.js";
import { type PartFacts, partText, paymentProperties, paymentText } from "./cell-values.js";
import { checkCell } from "./check-payment.js";

/** Characters that are encoded at a time. */
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
  const { encoding } = format.layout;
  const end = lineEndOf(format.layout);
  let text = "";
  for (const line of partLines(format, part)) {
    text += line + end;
    if (text.length < chunkLength) continue;
    yield encodeAccepted(text, encoding);
    text = "";
  }
  if (text !== "") yield encodeAccepted(text, encoding);
}

function lineEndOf({ kind, lineEnd }: FileLayout): string {
  if (kind === "packet") return "";
  return lineEnd === "lf" ? "\n" : "\r\n";
}

function* partLines(format: PaymentFormat, part: BatchPart): Generator<string, void> {
  const { layout } = format;
  const summaryLayout = lineLayout(layout, "summary");
  const detailLayout = lineLayout(layout, "detail");
  for (const line of layout.lines) {
    switch (line.kind) {
      case "comment":
      case "marker":
        yield line.text;
        break;
      case "columns":
        yield joinCells(
          detailLayout,
          detailFields(layout).map((field) => field.headers?.[0] ?? ""),
        );
        break;
      case "summary":
        yield composeLine(
          summaryLayout,
          line.fields,
          line.fields.map((field) => partText(field, part.facts, 0)),
        );
        break;
      case "detail":
        for (const [index, payment] of part.payments.entries()) {
          const textOf = (field: Field): string =>
            paymentProperties[field.kind] === undefined
              ? partText(field, part.facts, index + 1)
              : paymentText(field, payment, format);
          yield composeLine(detailLayout, line.fields, line.fields.map(textOf));
        }
        break;
    }
  }
}
