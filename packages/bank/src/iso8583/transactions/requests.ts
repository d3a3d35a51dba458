import type { Fen } from "@tongchou/core";
import type { FieldValue, IsoMessage } from "../message.js";

/** What every request of a sender carries. */
export interface RequestOrigin {
  /** Parts of the header, where the dialect has one. */
  readonly header?: IsoMessage["header"];
  /** Number of the message, six digits (field 11), used once a day. */
  readonly trace: string;
  /** Moment of sending in the network's time, such as `2024-03-15T09:30:00` (fields 7, 12 and 13). */
  readonly sentAt: string;
  /** The acquiring institution (field 32) and the one that forwards (field 33). */
  readonly acquirer?: string | undefined;
  readonly forwarder?: string | undefined;
  /** The sender's reference of twelve characters (field 37). */
  readonly retrieval?: string | undefined;
  /** Terminal and merchant (fields 41 and 42). */
  readonly terminal?: string | undefined;
  readonly merchant?: string | undefined;
  /**
   * Fields that a network asks for beside: names and identity numbers to compare, such as in 48, 57 or 61,
   * whose forms are not public. They come over the fields of the same number.
   */
  readonly additional?: Readonly<Record<number, FieldValue>> | undefined;
}

/** A payment to one account. */
export interface SinglePayment {
  /** The payee's account or card number (field 2). */
  readonly account: string;
  readonly amountFen: Fen;
}

/** What a request about the network itself asks for (field 70). */
export type NetworkFunction =
  "sign-on" | "sign-off" | "reset-key" | "cut-over-begin" | "cut-over-end" | "echo";

const networkFunctions: Readonly<Record<NetworkFunction, string>> = {
  "sign-on": "001",
  "sign-off": "002",
  "reset-key": "101",
  "cut-over-begin": "201",
  "cut-over-end": "202",
  echo: "301",
};

/** Renminbi in field 49 (ISO 4217). */
const renminbi = "156";

/**
 * Asks whether an account exists and fits a name (账户验证, 0100, field 3 = 33): before a batch is built.
 *
 * @example
 * const origin = { trace: "000452", sentAt: "2024-03-15T09:30:00" };
 * verificationRequest(origin, "6299990000000000005").fields[3]; // => "330000"
 */
export function verificationRequest(origin: RequestOrigin, account: string): IsoMessage {
  return request(origin, "0100", { 2: account, 3: "330000", 25: "00" });
}

/**
 * Pays one account at once (代付, 0200 with field 3 = 29).
 *
 * @example
 * const origin = { trace: "000452", sentAt: "2024-03-15T09:30:00" };
 * const payment = { account: "6299990000000000005", amountFen: fen(350_000) };
 * paymentRequest(origin, payment).fields[4]; // => 350000
 */
export function paymentRequest(origin: RequestOrigin, payment: SinglePayment): IsoMessage {
  const { account, amountFen } = payment;
  return request(origin, "0200", { 2: account, 3: "290000", 4: amountFen, 25: "00", 49: renminbi });
}

/**
 * Confirms a payment whose outcome is not known (代付确认, 0220 with field 25 = 68). Field 90 names it.
 *
 * @param payment the message that {@link paymentRequest} made
 * @example
 * const origin = { trace: "000452", sentAt: "2024-03-15T09:30:00", acquirer: "00010000" };
 * const sent = paymentRequest(origin, { account: "6299990000000000005", amountFen: fen(1) });
 * const again = { ...origin, trace: "000453", sentAt: "2024-03-15T09:31:00" };
 * confirmationRequest(again, sent).fields[90]; // => "020000045203150930000000001000000000000000"
 */
export function confirmationRequest(origin: RequestOrigin, payment: IsoMessage): IsoMessage {
  return request(origin, "0220", { ...repeated(payment), 25: "68", 90: originalData(payment) });
}

/**
 * Takes back a message (0420): the fields of the original, which field 90 names.
 *
 * Not a way out of an unknown payment to a person: what was paid out may be gone. Ask or confirm instead.
 *
 * @example
 * const origin = { trace: "000452", sentAt: "2024-03-15T09:30:00" };
 * const sent = paymentRequest(origin, { account: "6299990000000000005", amountFen: fen(1) });
 * reversalRequest({ ...origin, trace: "000453" }, sent).type; // => "0420"
 */
export function reversalRequest(origin: RequestOrigin, original: IsoMessage): IsoMessage {
  return request(origin, "0420", { ...repeated(original), 90: originalData(original) });
}

/**
 * Signs on or off, tests the line, and the like (0820 with field 70).
 *
 * @example
 * networkRequest({ trace: "000001", sentAt: "2024-03-15T09:00:00" }, "echo").fields[70]; // => "301"
 */
export function networkRequest(origin: RequestOrigin, networkFunction: NetworkFunction): IsoMessage {
  const { header, trace, sentAt, acquirer, forwarder, additional } = origin;
  const { transmission } = partsOfMoment(sentAt);
  const fields = { 7: transmission, 11: trace, 70: networkFunctions[networkFunction] };
  return {
    ...(header === undefined ? {} : { header }),
    type: "0820",
    fields: { ...present({ 32: acquirer, 33: forwarder }), ...fields, ...additional },
  };
}

function request(
  origin: RequestOrigin,
  type: string,
  fields: Readonly<Record<number, FieldValue>>,
): IsoMessage {
  const { header, trace, sentAt, acquirer, forwarder, retrieval, terminal, merchant, additional } = origin;
  const { transmission, time, day } = partsOfMoment(sentAt);
  const given = present({ 32: acquirer, 33: forwarder, 37: retrieval, 41: terminal, 42: merchant });
  return {
    ...(header === undefined ? {} : { header }),
    type,
    fields: { ...fields, 7: transmission, 11: trace, 12: time, 13: day, ...given, ...additional },
  };
}

/** What a message about another one has of it: account, processing code, amount, currency. */
function repeated({ fields }: IsoMessage): Readonly<Record<number, FieldValue>> {
  return present({ 2: fields[2], 3: fields[3], 4: fields[4], 25: fields[25], 49: fields[49] });
}

/**
 * The original data elements (ISO 8583:1987, field 90): type 4, trace 6, transmission 10, acquirer 11,
 * forwarder 11, all digits with zeros in front.
 */
function originalData({ type, fields }: IsoMessage): string {
  const digits = (number: number, size: number): string => {
    const value = fields[number];
    return (typeof value === "string" ? value : "").padStart(size, "0");
  };
  return type + digits(11, 6) + digits(7, 10) + digits(32, 11) + digits(33, 11);
}

function present(
  fields: Readonly<Record<number, FieldValue | undefined>>,
): Readonly<Record<number, FieldValue>> {
  const values: Record<number, FieldValue> = {};
  for (const [number, value] of Object.entries(fields)) {
    if (value !== undefined) values[Number(number)] = value;
  }
  return values;
}

function partsOfMoment(moment: string): {
  readonly transmission: string;
  readonly time: string;
  readonly day: string;
} {
  const match = /^\d{4}-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(moment);
  if (match === null) throw new RangeError("a moment is written as 2024-03-15T09:30:00");
  const [, month = "", date = "", hour = "", minute = "", second = ""] = match;
  const day = month + date;
  const time = hour + minute + second;
  return { transmission: day + time, time, day };
}
