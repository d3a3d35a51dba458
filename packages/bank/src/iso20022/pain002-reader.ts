import { createIssue, type Issue, parsed, type Parsed, type Place, placeIssues } from "@tongchou/core";
import type { PaymentOutcome } from "../adapter.js";
import type { PartResult } from "../channel.js";
import { maskNumbers } from "../codec/mask-numbers.js";
import { bankIssues } from "../issues.js";
import type { FailureReason, StatusMeaning, StatusTable } from "../outcome.js";
import type { XmlReader } from "../xml/index.js";
import { readIsoAmount } from "./amount.js";
import { iso20022Issues } from "./issues.js";
import { kindIssues } from "./message-kind.js";
import {
  createRecordReader,
  type MessageShape,
  type RecordShape,
  type RecordValues,
} from "./record-reader.js";
import { paymentStatuses, returnReasons } from "./status-tables.js";

const reasonFields = {
  reason: ["StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry"],
  reasonText: ["StsRsnInf/AddtlInf"],
} as const;
const groupFields = { id: ["OrgnlMsgId"], status: ["GrpSts"], ...reasonFields } as const;
const partFields = { id: ["OrgnlPmtInfId"], status: ["PmtInfSts"], ...reasonFields } as const;
const paymentFields = {
  reference: ["OrgnlEndToEndId"],
  status: ["TxSts"],
  ...reasonFields,
  amount: ["OrgnlTxRef/Amt/InstdAmt"],
  currency: ["OrgnlTxRef/Amt/InstdAmt/@Ccy"],
  payeeName: ["OrgnlTxRef/Cdtr/Nm", "OrgnlTxRef/Cdtr/Pty/Nm"],
  payeeAccount: ["OrgnlTxRef/CdtrAcct/Id/Othr/Id", "OrgnlTxRef/CdtrAcct/Id/IBAN"],
} as const;
type GroupField = keyof typeof groupFields;
type PaymentField = keyof typeof paymentFields;

const report = "Document/CstmrPmtStsRpt";
const shape: MessageShape = {
  group: { path: `${report}/OrgnlGrpInfAndSts`, fields: groupFields } satisfies RecordShape<GroupField>,
  part: { path: `${report}/OrgnlPmtInfAndSts`, fields: partFields } satisfies RecordShape<GroupField>,
  payment: {
    path: `${report}/OrgnlPmtInfAndSts/TxInfAndSts`,
    fields: paymentFields,
  } satisfies RecordShape<PaymentField>,
};

/** How a status report is read; every field has a default. */
export interface Pain002Options {
  /** Name for the places of issues. Default: `pain.002`. */
  readonly file?: string | undefined;
  /** Default: {@link paymentStatuses}. */
  readonly statuses?: StatusTable | undefined;
  /** Default: {@link returnReasons}. */
  readonly reasons?: Readonly<Record<string, FailureReason>> | undefined;
  /** Default: `CNY`. */
  readonly currency?: string | undefined;
}

/**
 * Reads pain.002, in versions 03 and 10, chunk by chunk.
 *
 * The status of the whole message or of a part is that of each payment without one of its own: it is the
 * result's `rest`, which `completeResult` of `@tongchou/bank/channels` spreads over what was sent. A part that
 * was accepted with some payments rejected (PART) says nothing of the others.
 */
export class Pain002Reader {
  readonly #options: Pain002Options;
  readonly #file: string;
  readonly #reader: XmlReader;
  readonly #issues: Issue[] = [];
  readonly #outcomes: PaymentOutcome[] = [];
  #rest: PartResult["rest"];
  #groupStatus: string | undefined;
  #batchNumber: string | undefined;
  #parts = 0;
  /** Payments of the part being read that have no status of their own. */
  #silent: { readonly values: RecordValues<PaymentField>; readonly place: () => Place }[] = [];
  #isOther = false;

  constructor(options: Pain002Options = {}) {
    this.#options = options;
    this.#file = options.file ?? "pain.002";
    const listeners = {
      group: (values: RecordValues<GroupField>, place: () => Place): void => {
        this.#groupStatus = values.status;
        this.#group(values, place);
      },
      part: (values: RecordValues<GroupField>, place: () => Place): void => {
        this.#parts += 1;
        this.#endPart(values, place);
      },
      payment: (values: RecordValues<PaymentField>, place: () => Place): void => this.#payment(values, place),
    };
    this.#reader = createRecordReader([shape], listeners, {
      file: this.#file,
      onRoot: (attributes) => {
        this.#issues.push(...kindIssues(attributes, ["pain.002.001"], this.#reader.place));
        this.#isOther = this.#issues.some(({ severity }) => severity === "error");
      },
    });
  }

  /** Takes the next bytes. */
  write(chunk: Uint8Array): void {
    if (!this.#isOther) this.#reader.write(chunk);
  }

  /**
   * Ends the message.
   *
   * @returns the outcomes; fails with `xml-` issues and `iso20022-message-unsupported`. `status-unknown`,
   *   `iso20022-element-missing` are of single payments
   */
  end(): Parsed<PartResult> {
    const document = this.#isOther ? parsed(undefined) : this.#reader.end();
    const issues = [...this.#issues, ...document.issues];
    if (!document.ok || this.#isOther) return { ok: false, issues };
    // What is said of one of several parts holds for no payment of another.
    const rest = this.#parts > 1 ? undefined : this.#rest;
    const batchNumber = this.#parts > 1 ? undefined : this.#batchNumber;
    const standing = rest?.status === "rejected" ? "rejected" : "processing";
    const known = { file: this.#file, batchNumber, outcomes: this.#outcomes };
    return parsed({ ...known, standing, statusText: rest?.statusText, rest }, issues);
  }

  #group(values: RecordValues<GroupField>, place: () => Place): void {
    this.#batchNumber = values.id ?? this.#batchNumber;
    const { status } = values;
    // A part that was taken in part says nothing of any one payment.
    if (status === undefined || status === "PART") return;
    this.#rest = this.#said(values, status, place);
  }

  /** A payment without a status stands as its part does, or else as the message. */
  #endPart(part: RecordValues<GroupField>, place: () => Place): void {
    const said = [part.status, this.#groupStatus].find((status) => status !== undefined && status !== "PART");
    for (const silent of this.#silent) {
      if (said !== undefined) this.#outcome(silent.values, said, silent.place);
      else {
        const element = "TxInfAndSts/TxSts";
        this.#report([createIssue(iso20022Issues, "iso20022-element-missing", { element })], silent.place);
      }
    }
    this.#silent = [];
    this.#group(part, place);
  }

  #payment(values: RecordValues<PaymentField>, place: () => Place): void {
    if (values.status !== undefined) return this.#outcome(values, values.status, place);
    const here = place();
    this.#silent.push({ values, place: () => here });
  }

  #outcome(values: RecordValues<PaymentField>, status: string, place: () => Place): void {
    const { reference, amount, currency, payeeName, payeeAccount } = values;
    const row = this.#outcomes.length + 1;
    const expected = this.#options.currency ?? "CNY";
    const context = { element: "OrgnlTxRef/Amt", currency, expected };
    const found = amount === undefined ? undefined : readIsoAmount(amount, context);
    if (found?.ok === false) this.#report(found.issues, place);
    this.#outcomes.push({
      row,
      ...this.#said(values, status, place),
      reference: reference === "NOTPROVIDED" ? undefined : reference,
      payeeName,
      payeeAccount,
      amountFen: found?.ok === true ? found.value : undefined,
    });
  }

  #said(
    values: Pick<RecordValues<PaymentField>, "reason" | "reasonText">,
    status: string,
    place: () => Place,
  ): Pick<PaymentOutcome, "status" | "statusText" | "reason" | "reasonText"> {
    const { statuses = paymentStatuses, reasons = returnReasons } = this.#options;
    const meaning: StatusMeaning | undefined = Object.hasOwn(statuses, status) ? statuses[status] : undefined;
    if (meaning === undefined) {
      const found = maskNumbers(status).slice(0, 35);
      this.#report([createIssue(bankIssues, "status-unknown", { found })], place);
    }
    const code = values.reason;
    const known = code !== undefined && Object.hasOwn(reasons, code) ? reasons[code] : undefined;
    const isRefused = meaning?.outcome === "rejected" || meaning?.outcome === "returned";
    return {
      status: meaning?.outcome ?? "unknown",
      statusText: status,
      reason: meaning?.reason ?? known ?? (isRefused ? "other" : undefined),
      reasonText: values.reasonText ?? code,
    };
  }

  #report(issues: readonly Issue[], place: () => Place): void {
    this.#issues.push(...placeIssues(issues, { place: place() }));
  }
}
