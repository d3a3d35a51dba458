import {
  coreIssues,
  createIssue,
  fen,
  type Fen,
  formatYuan,
  type Issue,
  parsed,
  type Parsed,
  type Place,
  placeIssues,
} from "@tongchou/core";
import type { FailureReason } from "../outcome.js";
import type { XmlReader } from "../xml/index.js";
import type {
  AccountEntry,
  BatchBooking,
  EntryDetail,
  EntryDirection,
  EntryReturn,
} from "./account-entry.js";
import { readIsoAmount, readIsoCount } from "./amount.js";
import {
  type AccountField,
  camtShapes,
  type DetailField,
  type EntryField,
  type HeaderField,
  type StatementField,
} from "./camt-shape.js";
import { iso20022Issues } from "./issues.js";
import { accountKinds, kindIssues } from "./message-kind.js";
import { createRecordReader, type RecordValues } from "./record-reader.js";
import { returnReasons } from "./status-tables.js";

/** How a message of an account is read; every field has a default. */
export interface CamtOptions {
  /** Name for the places of issues. Default: `camt`. */
  readonly file?: string | undefined;
  /** Entries in another currency are refused. Default: `CNY`. */
  readonly currency?: string | undefined;
  /** Meaning of reason codes. Default: {@link returnReasons}. */
  readonly reasons?: Readonly<Record<string, FailureReason>> | undefined;
}

/** What is known of a message that was read to its end. */
export interface CamtSummary {
  readonly messageId?: string | undefined;
  readonly entryCount: number;
  readonly creditFen: Fen;
  readonly debitFen: Fen;
}

/**
 * Reads camt.052, .053 or .054 chunk by chunk, in versions 02 and 08. It keeps the entry that is being read.
 *
 * An entry that cannot be used is an issue. Totals that the message declares are compared at its end, so no
 * entry counts before {@link end} has said that the message holds.
 */
export class CamtReader {
  readonly #options: CamtOptions;
  readonly #file: string;
  readonly #reader: XmlReader;
  readonly #issues: Issue[] = [];
  #entries: AccountEntry[] = [];
  #details: OpenDetail[] = [];
  #row = 0;
  #messageId: string | undefined;
  #isPage = false;
  #isRefused = false;
  #isOther = false;
  #account: string | undefined;
  readonly #sums: Sums = emptySums();
  #statementSums: Sums = emptySums();

  constructor(options: CamtOptions = {}) {
    this.#options = options;
    this.#file = options.file ?? "camt";
    const listeners = {
      header: (values: RecordValues<HeaderField>): void => {
        this.#messageId = values.messageId;
        this.#isPage = isPartial(values);
      },
      account: ({ number }: RecordValues<AccountField>): void => {
        this.#account = number;
      },
      detail: (values: RecordValues<DetailField>, place: () => Place): void => this.#detail(values, place),
      entry: (values: RecordValues<EntryField>, place: () => Place): void => this.#entry(values, place),
      statement: (values: RecordValues<StatementField>, place: () => Place): void =>
        this.#statement(values, place),
    };
    this.#reader = createRecordReader(camtShapes, listeners, {
      file: this.#file,
      onRoot: (attributes) => {
        this.#issues.push(...kindIssues(attributes, accountKinds, this.#reader.place));
        this.#isOther = this.#issues.some(({ severity }) => severity === "error");
      },
    });
  }

  /**
   * Takes the next bytes.
   *
   * @returns the entries that they complete
   */
  write(chunk: Uint8Array): readonly AccountEntry[] {
    if (!this.#isOther) this.#reader.write(chunk);
    return this.#take();
  }

  /**
   * Ends the message.
   *
   * @returns the last entries, and whether the message holds: `xml-` issues, `iso20022-message-unsupported`,
   *   `iso20022-totals-differ` make it fail; issues of single entries do not
   */
  end(): { readonly entries: readonly AccountEntry[]; readonly summary: Parsed<CamtSummary> } {
    const document = this.#isOther ? parsed(undefined) : this.#reader.end();
    const issues = [...this.#issues, ...document.issues];
    const entries = this.#take();
    if (!document.ok || this.#isRefused || this.#isOther) return { entries, summary: { ok: false, issues } };
    const { count, credit, debit } = this.#sums;
    const sums = { entryCount: count, creditFen: fen(credit), debitFen: fen(debit) };
    return { entries, summary: parsed({ messageId: this.#messageId, ...sums }, issues) };
  }

  #take(): readonly AccountEntry[] {
    const entries = this.#entries;
    if (entries.length > 0) this.#entries = [];
    return entries;
  }

  #detail(values: RecordValues<DetailField>, place: () => Place): void {
    const { creditorName, creditorAccount, reference, returnReason, returnText } = values;
    const isOwn = values.amount !== undefined;
    // Of money that comes back, some banks say who paid before, others who pays now.
    const isToUs = creditorAccount !== undefined && creditorAccount === this.#account;
    const text = values.amount ?? values.instructedAmount;
    const amount =
      text === undefined
        ? undefined
        : readIsoAmount(text, {
            element: "TxDtls",
            currency: isOwn ? values.currency : values.instructedCurrency,
            expected: this.#options.currency ?? "CNY",
          });
    if (amount?.ok === false) this.#report(amount.issues, place);
    const returned = values.hasReturn === undefined ? undefined : this.#returnOf(returnReason, returnText);
    const detail = {
      reference: reference === "NOTPROVIDED" || reference === "" ? undefined : reference,
      batchNumber: values.partId,
      bankReference: values.bankReference,
      amountFen: amount?.ok === true ? amount.value : undefined,
      direction: directionOf(values.direction),
      payeeName: isToUs ? values.debtorName : creditorName,
      payeeAccount: isToUs ? values.debtorAccount : creditorAccount,
      remittance: values.remittance,
      returned,
    };
    this.#details.push(detail);
  }

  #returnOf(code: string | undefined, text: string | undefined): EntryReturn {
    const reasons = this.#options.reasons ?? returnReasons;
    const isKnown = code !== undefined && Object.hasOwn(reasons, code);
    return { code, reason: isKnown ? reasons[code] : "other", text };
  }

  #entry(values: RecordValues<EntryField>, place: () => Place): void {
    const details = this.#details;
    this.#details = [];
    this.#row += 1;
    this.#statementSums.count += 1;
    const expected = this.#options.currency ?? "CNY";
    const amount = readIsoAmount(values.amount, { element: "Ntry/Amt", currency: values.currency, expected });
    const direction = directionOf(values.direction);
    if (!amount.ok) this.#report(amount.issues, place);
    if (direction === undefined) {
      const element = "Ntry/CdtDbtInd";
      this.#report([createIssue(iso20022Issues, "iso20022-element-missing", { element })], place);
    }
    if (!amount.ok || direction === undefined) return;
    addTo(this.#statementSums, direction, amount.value);
    this.#entries.push({
      row: this.#row,
      account: this.#account,
      amountFen: amount.value,
      direction,
      isReversal: values.reversal === "true" || values.reversal === "1",
      status: values.status ?? "",
      bookingDate: values.bookingDate?.slice(0, 10),
      valueDate: values.valueDate?.slice(0, 10),
      bankReference: values.bankReference,
      family: values.family,
      subFamily: values.subFamily,
      batch: this.#batchOf(values, place),
      details: details.map((detail): EntryDetail => ({
        ...detail,
        direction: detail.direction ?? direction,
      })),
    });
  }

  #batchOf(values: RecordValues<EntryField>, place: () => Place): BatchBooking | undefined {
    const { batchPartId, batchMessageId, batchCount, batchSum, batchCurrency } = values;
    const batchNumber = batchPartId ?? batchMessageId;
    if (batchNumber === undefined && batchCount === undefined && batchSum === undefined) return undefined;
    const expected = this.#options.currency ?? "CNY";
    const context = { element: "Btch/TtlAmt", currency: batchCurrency, expected };
    const amount = batchSum === undefined ? undefined : readIsoAmount(batchSum, context);
    if (amount?.ok === false) this.#report(amount.issues, place);
    return {
      batchNumber,
      count: readIsoCount(batchCount),
      amountFen: amount?.ok === true ? amount.value : undefined,
    };
  }

  #statement(values: RecordValues<StatementField>, place: () => Place): void {
    const found = this.#statementSums;
    const sums = this.#sums;
    sums.count += found.count;
    sums.credit += found.credit;
    sums.debit += found.debit;
    this.#statementSums = emptySums();
    this.#account = undefined;
    if (!Number.isSafeInteger(sums.credit + sums.debit)) {
      const total = sums.credit + sums.debit;
      this.#refuse([createIssue(coreIssues, "money-out-of-range", { found: total })], place);
      return;
    }
    if (this.#isPage || isPartial(values)) return;
    this.#compare("TtlNtries/NbOfNtries", readIsoCount(values.entryCount), found.count, place);
    this.#compare("TtlCdtNtries/NbOfNtries", readIsoCount(values.creditCount), found.credits, place);
    this.#compare("TtlDbtNtries/NbOfNtries", readIsoCount(values.debitCount), found.debits, place);
    this.#compareSum("TtlCdtNtries/Sum", values.creditSum, found.credit, place);
    this.#compareSum("TtlDbtNtries/Sum", values.debitSum, found.debit, place);
  }

  #compareSum(element: string, text: string | undefined, found: number, place: () => Place): void {
    if (text === undefined) return;
    const sum = readIsoAmount(text, { element, currency: undefined, expected: "" });
    if (!sum.ok) this.#refuse(sum.issues, place);
    else if (sum.value !== found) {
      const values = { element, declared: formatYuan(sum.value), found: formatYuan(fen(found)) };
      this.#refuse([createIssue(iso20022Issues, "iso20022-totals-differ", values)], place);
    }
  }

  #compare(element: string, declared: number | undefined, found: number, place: () => Place): void {
    if (declared === undefined || declared === found) return;
    const values = { element, declared, found };
    this.#refuse([createIssue(iso20022Issues, "iso20022-totals-differ", values)], place);
  }

  #refuse(issues: readonly Issue[], place: () => Place): void {
    this.#isRefused = true;
    this.#report(issues, place);
  }

  #report(issues: readonly Issue[], place: () => Place): void {
    this.#issues.push(...placeIssues(issues, { place: place() }));
  }
}

/** A payment whose direction may be that of its entry. */
type OpenDetail = Omit<EntryDetail, "direction"> & { readonly direction: EntryDirection | undefined };

/** Counts, and sums in fen, which a hostile message can drive past what counts as money. */
interface Sums {
  count: number;
  credits: number;
  debits: number;
  credit: number;
  debit: number;
}

function emptySums(): Sums {
  return { count: 0, credits: 0, debits: 0, credit: 0, debit: 0 };
}

function addTo(sums: Sums, direction: EntryDirection, amount: Fen): void {
  if (direction === "credit") {
    sums.credits += 1;
    sums.credit += amount;
  } else {
    sums.debits += 1;
    sums.debit += amount;
  }
}

/** Whether something is one page of several, whose totals may be those of all pages. */
function isPartial(values: Pick<RecordValues<HeaderField>, "page" | "isLastPage">): boolean {
  const { page, isLastPage } = values;
  return page !== undefined && !(Number(page) === 1 && (isLastPage === "true" || isLastPage === "1"));
}

function directionOf(text: string | undefined): EntryDirection | undefined {
  if (text === "CRDT") return "credit";
  return text === "DBIT" ? "debit" : undefined;
}
