import {
  createIssue,
  type Fen,
  formatYuan,
  type Issue,
  parsed,
  type Parsed,
  type Place,
  placeIssues,
} from "@tongchou/core";
import { totalsOf } from "../codec/totals.js";
import { readIsoAmount, readIsoCount } from "./amount.js";
import { iso20022Issues } from "./issues.js";
import { kindIssues } from "./message-kind.js";
import {
  createRecordReader,
  type MessageShape,
  type RecordShape,
  type RecordValues,
} from "./record-reader.js";

/** A payment as a payment order asks for it. */
export interface OrderedPayment {
  readonly reference: string;
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly payeeBankName?: string | undefined;
  readonly payeeCnapsCode?: string | undefined;
  readonly amountFen: Fen;
  readonly words?: string | undefined;
}

/** A payment order as its bank reads it. */
export interface PaymentOrder {
  readonly batchNumber: string;
  readonly payDate?: string | undefined;
  readonly payerName?: string | undefined;
  readonly payerAccount?: string | undefined;
  readonly payments: readonly OrderedPayment[];
}

const headFields = { id: ["MsgId"], count: ["NbOfTxs"], sum: ["CtrlSum"] } as const;
const orderFields = {
  payDate: ["ReqdExctnDt/Dt", "ReqdExctnDt"],
  payerName: ["Dbtr/Nm"],
  payerAccount: ["DbtrAcct/Id/Othr/Id", "DbtrAcct/Id/IBAN"],
} as const;
const paymentFields = {
  reference: ["PmtId/EndToEndId"],
  amount: ["Amt/InstdAmt"],
  currency: ["Amt/InstdAmt/@Ccy"],
  payeeCnapsCode: ["CdtrAgt/FinInstnId/ClrSysMmbId/MmbId"],
  payeeBankName: ["CdtrAgt/FinInstnId/Nm"],
  payeeName: ["Cdtr/Nm"],
  payeeAccount: ["CdtrAcct/Id/Othr/Id", "CdtrAcct/Id/IBAN"],
  words: ["RmtInf/Ustrd"],
} as const;

const root = "Document/CstmrCdtTrfInitn";
const shape: MessageShape = {
  head: { path: `${root}/GrpHdr`, fields: headFields } satisfies RecordShape<keyof typeof headFields>,
  order: { path: `${root}/PmtInf`, fields: orderFields } satisfies RecordShape<keyof typeof orderFields>,
  payment: {
    path: `${root}/PmtInf/CdtTrfTxInf`,
    fields: paymentFields,
  } satisfies RecordShape<keyof typeof paymentFields>,
};

/**
 * Reads a payment order back, as its bank does. All or nothing: a part of what does not add up is not paid.
 *
 * @param currency default: `CNY`
 * @returns the order, or `xml-` issues, `iso20022-message-unsupported`, `iso20022-element-missing`,
 *   `iso20022-amount-malformed`, `iso20022-currency`, `iso20022-totals-differ`
 */
export function readPain001(
  content: Uint8Array | Iterable<Uint8Array>,
  options: { readonly file?: string; readonly currency?: string } = {},
): Parsed<PaymentOrder> {
  const { file = "pain.001", currency = "CNY" } = options;
  const issues: Issue[] = [];
  const payments: OrderedPayment[] = [];
  let head: RecordValues<keyof typeof headFields> = { id: undefined, count: undefined, sum: undefined };
  let order: Partial<RecordValues<keyof typeof orderFields>> = {};
  const reader = createRecordReader(
    [shape],
    {
      head: (values: RecordValues<keyof typeof headFields>) => (head = { ...values }),
      order: (values: RecordValues<keyof typeof orderFields>) => (order = { ...values }),
      payment: (values: RecordValues<keyof typeof paymentFields>, place: () => Place) => {
        const payment = paymentOf(values, currency);
        if (payment.ok) payments.push(payment.value);
        else issues.push(...placeIssues(payment.issues, { place: place() }));
      },
    },
    { file, onRoot: (attributes) => issues.push(...kindIssues(attributes, ["pain.001.001"], reader.place)) },
  );
  for (const chunk of content instanceof Uint8Array ? [content] : content) if (!reader.write(chunk)) break;
  const document = reader.end();
  issues.push(...document.issues);
  if (!issues.some(({ severity }) => severity === "error")) issues.push(...totalIssues(head, payments, file));
  if (issues.some(({ severity }) => severity === "error")) return { ok: false, issues };
  return parsed({ batchNumber: head.id ?? "", ...order, payments }, issues);
}

function paymentOf(
  values: RecordValues<keyof typeof paymentFields>,
  expected: string,
): Parsed<OrderedPayment> {
  const { reference, payeeName, payeeAccount, payeeBankName, payeeCnapsCode, words } = values;
  const { amount, currency } = values;
  const found = readIsoAmount(amount, { element: "CdtTrfTxInf/Amt/InstdAmt", currency, expected });
  const missing = [
    ...(reference === undefined ? ["PmtId/EndToEndId"] : []),
    ...(payeeName === undefined ? ["Cdtr/Nm"] : []),
    ...(payeeAccount === undefined ? ["CdtrAcct/Id"] : []),
  ].map((element) => createIssue(iso20022Issues, "iso20022-element-missing", { element }));
  if (!found.ok || reference === undefined || payeeName === undefined || payeeAccount === undefined) {
    return { ok: false, issues: [...missing, ...found.issues] };
  }
  const known = { reference, payeeName, payeeAccount, payeeBankName, payeeCnapsCode, words };
  return parsed({ ...known, amountFen: found.value });
}

function totalIssues(
  head: RecordValues<keyof typeof headFields>,
  payments: readonly OrderedPayment[],
  file: string,
): readonly Issue[] {
  const context = { place: { file } };
  const totals = totalsOf(payments.map(({ amountFen }) => amountFen));
  if (!totals.ok) return totals.issues;
  const { count, amountFen } = totals.value;
  const differs = (element: string, declared: string | number, found: string | number): Issue =>
    createIssue(iso20022Issues, "iso20022-totals-differ", { element, declared, found }, context);
  const issues: Issue[] = [];
  const declared = readIsoCount(head.count);
  if (declared !== count) issues.push(differs("GrpHdr/NbOfTxs", declared ?? "—", count));
  if (head.sum === undefined) return issues;
  const sum = readIsoAmount(head.sum, { element: "GrpHdr/CtrlSum", currency: undefined, expected: "" });
  if (!sum.ok) issues.push(...placeIssues(sum.issues, context));
  else if (sum.value !== amountFen) {
    issues.push(differs("GrpHdr/CtrlSum", formatYuan(sum.value), formatYuan(amountFen)));
  }
  return issues;
}
