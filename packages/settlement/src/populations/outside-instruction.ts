import {
  createIssue,
  failed,
  parsed,
  parsePersonName,
  payoutReference,
  settlementRouteOf,
  sumFen,
  type CorporateAccount,
  type Fen,
  type Issue,
  type OutsidePopulation,
  type Parsed,
  type RouteOf,
} from "@tongchou/core";
import { settlementIssues } from "../issues.js";

/** The account that pays a population whose money may not pass through the platform. */
export interface PayingAccountByPopulation {
  /** The general contractor's dedicated account of one project (State Council Order 724, article 26). */
  readonly "migrant-worker": {
    readonly kind: "project-wage-account";
    readonly holderId: string;
    readonly projectId: string;
    readonly account: CorporateAccount;
  };
  /** The host of the internship pays the student itself (教职成〔2021〕4号, article 18). */
  readonly "student-intern": {
    readonly kind: "host-account";
    readonly holderId: string;
    readonly account: CorporateAccount;
  };
  /** The public funds of one work-relief project. */
  readonly "work-relief": {
    readonly kind: "public-fund-account";
    readonly holderId: string;
    readonly projectId: string;
    readonly account: CorporateAccount;
  };
}

/** An account of the worker's own, which nobody else may hold (State Council Order 724, article 31). */
export interface OwnAccount {
  readonly holderName: string;
  readonly number: string;
  readonly bankName?: string | undefined;
}

/** Somebody who is to be paid outside the platform. */
export interface OutsidePayee {
  readonly workerId: string;
  readonly workerName: string;
  readonly ownAccount?: OwnAccount | undefined;
  readonly netFen: Fen;
  /** 1 unless a payment was refused or came back: who pays it again counts on. */
  readonly attempt?: number | undefined;
}

/**
 * One payment of an instruction. It is no payout of the platform: it has no payee account that a bank adapter
 * of the platform knows, and its route does not compile as one.
 */
export interface OutsidePayment {
  /** The same table, worker and attempt always have the same reference, so nobody is paid twice. */
  readonly reference: string;
  readonly workerId: string;
  readonly ownAccount: OwnAccount;
  readonly netFen: Fen;
}

/** A payment that is not instructed, and the codes of the issues that hold it. */
export interface HeldOutsidePayment {
  readonly workerId: string;
  readonly netFen: Fen;
  readonly codes: readonly string[];
}

/**
 * An instruction to the holder of the account that pays by law. The platform reckons, checks, hands over and
 * archives it; none of the money is the platform's at any time.
 */
export interface OutsideInstruction<P extends OutsidePopulation> {
  readonly population: P;
  readonly route: RouteOf<P>;
  readonly instructionId: string;
  readonly payingAccount: PayingAccountByPopulation[P];
  readonly payments: readonly OutsidePayment[];
  readonly held: readonly HeldOutsidePayment[];
  readonly totalFen: Fen;
}

/** The platform's id and accounts: they may stand on neither end of such a payment. */
export interface PlatformIdentity {
  readonly id: string;
  readonly accountNumbers: readonly string[];
}

/** What an instruction is made from. */
export interface OutsideOrder<P extends OutsidePopulation> {
  readonly population: P;
  /** Id of the table or report; references derive from it. */
  readonly instructionId: string;
  readonly payingAccount: PayingAccountByPopulation[P];
  readonly payees: readonly OutsidePayee[];
}

const payingKinds: { readonly [P in OutsidePopulation]: PayingAccountByPopulation[P]["kind"] } = {
  "migrant-worker": "project-wage-account",
  "student-intern": "host-account",
  "work-relief": "public-fund-account",
};

/**
 * Makes the instruction for a population whose money may not pass through the platform.
 *
 * @returns the instruction with what is held and why: `own-account-missing`, `account-not-own`,
 *   `platform-account-on-route`; or `paying-account-not-of-route` and `platform-account-on-route` where the
 *   paying side is not the one the law names. Somebody with nothing to get has no payment
 * @example
 * const account = { name: "某总承包公司某项目农民工工资专用账户", number: "100200300401" };
 * const payingAccount = { kind: "project-wage-account", holderId: "G1", projectId: "PR1", account } as const;
 * const ownAccount = { holderName: "张三", number: "6299990000000000004" };
 * const payees = [{ workerId: "W1", workerName: "张三", ownAccount, netFen: fen(517000) }];
 * const order = { population: "migrant-worker", instructionId: "T-1", payingAccount, payees } as const;
 * const made = instructOutside(order, { id: "PLATFORM", accountNumbers: ["100200300400"] });
 * made.ok && [made.value.route, made.value.totalFen]; // => ["project-account", 517000]
 */
export function instructOutside<P extends OutsidePopulation>(
  order: OutsideOrder<P>,
  platform: PlatformIdentity,
): Parsed<OutsideInstruction<P>> {
  const { population, instructionId, payingAccount, payees } = order;
  const route = settlementRouteOf[population];
  const [first, ...rest] = payerIssues(order, platform);
  if (first !== undefined) return failed(first, ...rest);
  const payments: OutsidePayment[] = [];
  const held: HeldOutsidePayment[] = [];
  const issues: Issue[] = [];
  for (const payee of payees) {
    const { workerId, ownAccount, netFen, attempt = 1 } = payee;
    if (netFen <= 0) continue;
    const found = accountIssues(payee, route, platform);
    issues.push(...found);
    if (ownAccount === undefined || found.length > 0) {
      held.push({ workerId, netFen, codes: found.map(({ code }) => code) });
      continue;
    }
    const identity = { statementId: instructionId, payeeId: workerId, purpose: "wage", attempt } as const;
    payments.push({ reference: payoutReference(identity), workerId, ownAccount, netFen });
  }
  const totalFen = sumFen(payments.map((payment) => payment.netFen));
  return parsed({ population, route, instructionId, payingAccount, payments, held, totalFen }, issues);
}

function payerIssues<P extends OutsidePopulation>(
  { population, payingAccount }: OutsideOrder<P>,
  platform: PlatformIdentity,
): readonly Issue[] {
  const route = settlementRouteOf[population];
  const issues: Issue[] = [];
  const allowed = payingKinds[population];
  if (payingAccount.kind !== allowed) {
    const values = { found: payingAccount.kind, allowed, route };
    issues.push(createIssue(settlementIssues, "paying-account-not-of-route", values));
  }
  const { holderId, account } = payingAccount;
  if (holderId === platform.id || isPlatforms(account.number, platform)) {
    issues.push(createIssue(settlementIssues, "platform-account-on-route", { route }));
  }
  return issues;
}

function accountIssues(
  { workerId, workerName, ownAccount }: OutsidePayee,
  route: string,
  platform: PlatformIdentity,
): readonly Issue[] {
  const context = { subject: { workerId } };
  if (ownAccount === undefined) return [createIssue(settlementIssues, "own-account-missing", {}, context)];
  const issues: Issue[] = [];
  if (plainName(ownAccount.holderName) !== plainName(workerName)) {
    issues.push(createIssue(settlementIssues, "account-not-own", {}, context));
  }
  if (isPlatforms(ownAccount.number, platform)) {
    issues.push(createIssue(settlementIssues, "platform-account-on-route", { route }, context));
  }
  return issues;
}

function isPlatforms(number: string, { accountNumbers }: PlatformIdentity): boolean {
  return accountNumbers.some((own) => digitsOf(own) === digitsOf(number));
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, "");
}

/** A name as registers hold it; one that cannot be read is compared as it is. */
function plainName(name: string): string {
  const read = parsePersonName(name);
  return read.ok ? read.value.name : name;
}
