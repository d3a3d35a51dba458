// @ts-check
/** @import { BankProfile, FileLayout, OutcomeStatus } from "@tongchou/bank" */
/** @import { Fen, Issue } from "@tongchou/core" */
import { readBatch } from "@tongchou/bank";
import { profileSamples } from "@tongchou/bank/testing";
import { sumFen } from "@tongchou/core";

/**
 * A payment as the bank understood it.
 *
 * @typedef {object} BookedPayment
 * @property {string} reference
 * @property {string} payeeName
 * @property {string} payeeAccount
 * @property {Fen} amountFen
 */

/**
 * How the bank reads files and writes results.
 *
 * @typedef {object} PaymentFormat
 * @property {(name: string, content: Uint8Array) => ReadPart} read
 * @property {(part: WrittenPart) => Uint8Array} write
 */

/**
 * @typedef {{ ok: true, batchNumber: string, payments: readonly BookedPayment[] } | { ok: false, issues: readonly Issue[] }} ReadPart
 */

/**
 * @typedef {object} WrittenPart
 * @property {string} batchNumber
 * @property {readonly { payment: BookedPayment, status: OutcomeStatus }[]} rows
 */

/**
 * Reads and writes by a profile, from the bank's side of it.
 *
 * @param {BankProfile} profile one whose results have a text layout
 * @returns {PaymentFormat | undefined} nothing where results cannot be written
 */
export function paymentFormat(profile) {
  const { answer, statuses = {} } = profileSamples(profile);
  if (answer === undefined) return undefined;
  const payment = { ...profile.payment, layout: withoutParts(profile.payment.layout) };
  return {
    read(name, content) {
      const parts = readBatch({ ...profile, payment }, [{ name, content }]);
      if (!parts.ok) return parts;
      const [part] = parts.value;
      const payments = (part?.payments ?? []).map(
        ({ reference = "", payeeName, payeeAccount, amountFen }) => {
          return { reference, payeeName, payeeAccount, amountFen };
        },
      );
      return { ok: true, batchNumber: part?.batchNumber ?? name, payments };
    },
    write({ batchNumber, rows }) {
      const totals = { count: rows.length, amountFen: sumFen(rows.map(({ payment }) => payment.amountFen)) };
      const lines = rows.map(({ payment, status }) => {
        return {
          payment: { ...payment, purpose: /** @type {const} */ ("wage") },
          statusText: wordFor(statuses, status),
        };
      });
      return answer.write({ batchNumber, rows: lines, totals }) ?? new Uint8Array();
    },
  };
}

/**
 * This bank takes each part for itself: what a part says of the others is not compared.
 *
 * @param {FileLayout} layout
 * @returns {FileLayout}
 */
function withoutParts(layout) {
  const ofParts = new Set(["part-number", "part-count", "batch-total-count", "batch-total-amount"]);
  const lines = layout.lines.map((line) => {
    if (!("fields" in line)) return line;
    const fields = line.fields.map((field) =>
      ofParts.has(field.kind) ? { ...field, kind: /** @type {const} */ ("ignored") } : field,
    );
    return { ...line, fields };
  });
  return /** @type {FileLayout} */ ({ ...layout, lines });
}

/**
 * @param {Readonly<Record<string, { outcome: OutcomeStatus }>>} statuses
 * @param {OutcomeStatus} status
 */
function wordFor(statuses, status) {
  return Object.entries(statuses).find(([, { outcome }]) => outcome === status)?.[0] ?? "";
}
