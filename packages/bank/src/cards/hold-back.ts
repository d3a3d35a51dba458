import { createIssue, groupBy, type Issue, maskAccountNumber, type PayoutRecord } from "@tongchou/core";
import { comparableAccount } from "../codec/payee-key.js";
import type { CardState, FinancialState } from "./card-state.js";
import { type CardIssueCode, cardIssues } from "./issues.js";

/** Where both sides of a payee's card stand. */
export interface CardStanding {
  /** The number of the card's bank account, to which money is paid. */
  readonly account: string;
  readonly social: CardState;
  /** Missing where the bank has not been asked. */
  readonly financial?: FinancialState | undefined;
}

/** Why a payment waits: the code of its issue. */
export type HoldBackReason =
  "card-lost" | "card-temporarily-lost" | "card-cancelled" | "card-dormant" | "card-not-activated";

/** A payment that was held back. */
export interface HeldBackPayment {
  readonly payment: PayoutRecord;
  readonly reason: HoldBackReason;
  readonly issue: Issue;
}

/** Payments by whether their cards can take money: every payment is in exactly one of the two. */
export interface CardScreening {
  readonly payments: readonly PayoutRecord[];
  readonly heldBack: readonly HeldBackPayment[];
  /** Those of the held back, and `card-state-unknown` of payments that go through. */
  readonly issues: readonly Issue[];
}

// From what ends a card to what its holder can undo alone: the first that applies is said.
const socialReasons: Readonly<Partial<Record<CardState, HoldBackReason>>> = {
  cancelled: "card-cancelled",
  "lost-cancelled": "card-cancelled",
  lost: "card-lost",
  "temporarily-lost": "card-temporarily-lost",
};
const financialReasons: Readonly<Partial<Record<FinancialState, HoldBackReason>>> = {
  cancelled: "card-cancelled",
  lost: "card-lost",
  "temporarily-lost": "card-temporarily-lost",
  dormant: "card-dormant",
  "not-activated": "card-not-activated",
};
const gravity: readonly HoldBackReason[] = [
  "card-cancelled",
  "card-lost",
  "card-temporarily-lost",
  "card-dormant",
  "card-not-activated",
];

/**
 * Takes payments out of a batch before it is built, whose cards cannot take money: lost or cancelled on
 * either side, or dormant or not activated at the bank. A card that is active at the bank alone takes money.
 *
 * Payments to accounts without a standing go through: they need be no social-security cards.
 *
 * @param standings in any order; of several for one account, the one that holds money back counts
 * @example
 * const payee = { payeeName: "张三", payeeAccount: "6299990000000000005" };
 * const payment = { ...payee, reference: "R1", amountFen: fen(500), purpose: "wage" };
 * const standing = { account: "6299990000000000005", social: "issued", financial: "not-activated" };
 * holdBackByCard([payment], [standing]).heldBack[0]?.reason; // => "card-not-activated"
 * holdBackByCard([payment], []).payments.length; // => 1
 */
export function holdBackByCard(
  payments: readonly PayoutRecord[],
  standings: Iterable<CardStanding>,
): CardScreening {
  const byAccount = groupBy(Array.from(standings), ({ account }) => comparableAccount(account));
  const goingThrough: PayoutRecord[] = [];
  const heldBack: HeldBackPayment[] = [];
  const issues: Issue[] = [];
  for (const payment of payments) {
    const found = byAccount.get(comparableAccount(payment.payeeAccount)) ?? [];
    const reason = reasonOf(found);
    if (reason === undefined) {
      goingThrough.push(payment);
      if (found.some(isUnknown)) issues.push(issueOf("card-state-unknown", payment));
      continue;
    }
    const issue = issueOf(reason, payment);
    heldBack.push({ payment, reason, issue });
    issues.push(issue);
  }
  return { payments: goingThrough, heldBack, issues };
}

function reasonOf(standings: readonly CardStanding[]): HoldBackReason | undefined {
  const reasons = new Set(
    standings.flatMap(({ social, financial }) => [
      socialReasons[social],
      financial === undefined ? undefined : financialReasons[financial],
    ]),
  );
  return gravity.find((reason) => reasons.has(reason));
}

/** A card that was only issued may have an account that nobody activated, which the bank alone knows. */
function isUnknown({ social, financial }: CardStanding): boolean {
  const isUnasked = social === "issued" && financial === undefined;
  return isUnasked || social === "unknown" || financial === "unknown";
}

function issueOf(code: CardIssueCode, { reference, payeeAccount }: PayoutRecord): Issue {
  const values = { reference, account: maskAccountNumber(payeeAccount) };
  return createIssue(cardIssues, code, values);
}
