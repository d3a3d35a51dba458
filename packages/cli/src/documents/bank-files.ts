import { createProfileAdapter, type BankProfile, type PaymentFile } from "@tongchou/bank";
import {
  createIssue,
  formatYuan,
  payoutReference,
  placeIssues,
  sumFen,
  type CorporateAccount,
  type Fen,
  type HrAgency,
  type Issue,
  type PayoutRecord,
  type PlainDate,
  type Worker,
} from "@tongchou/core";
import type { SettlementStatement } from "@tongchou/settlement";
import { cliIssues } from "../issues.js";
import { joinDocuments, type WrittenDocuments } from "./workbook-file.js";

/** What bank files are made with. */
export interface BankInput {
  readonly profile: BankProfile;
  readonly payDate: PlainDate;
  /** The supervised wage account; without it the bank takes the account from the channel. */
  readonly payer?: CorporateAccount | undefined;
  /** Workers with their accounts, by worker id. */
  readonly workers: ReadonlyMap<string, Worker>;
  readonly agencies: readonly HrAgency[];
}

/** What is due to an agency and cannot be written, because no account of the agency is on record. */
interface UnpaidAgency {
  readonly agencyId: string;
  readonly amountFen: Fen;
}

/**
 * The bank's batch files of the statements: for each unit the net pay of the workers whom the platform pays
 * itself, and what is due to agencies.
 *
 * @returns the files; the bank's issues of payments that could not be written, `worker-account-missing`, and
 *   `agency-account-missing` once for each agency
 */
export async function bankFiles(
  statements: readonly SettlementStatement[],
  input: BankInput,
): Promise<WrittenDocuments> {
  const adapter = createProfileAdapter(input.profile);
  const unpaid: UnpaidAgency[] = [];
  const written: WrittenDocuments[] = [];
  for (const statement of statements) {
    const payouts = payoutsOf(statement, input);
    unpaid.push(...payouts.unpaid);
    if (payouts.payments.length === 0) {
      written.push({ files: [], issues: payouts.issues });
      continue;
    }
    const { payDate, payer } = input;
    const batchNumber = batchNumberOf(statement);
    const encoded = await adapter.encode({ batchNumber, payer, payDate, payments: payouts.payments });
    const files = encoded.files.map((file) => ({
      path: `bank/${file.name}`,
      bytes: contentOf(file),
      profile: input.profile.id,
      rows: file.payments.length,
    }));
    const found = placeIssues(encoded.issues, { subject: { unitId: statement.input.unit.id } });
    written.push({ files, issues: [...payouts.issues, ...found] });
  }
  return joinDocuments([...written, { files: [], issues: unpaidIssues(unpaid) }]);
}

function unpaidIssues(unpaid: readonly UnpaidAgency[]): readonly Issue[] {
  const agencyIds = [...new Set(unpaid.map(({ agencyId }) => agencyId))].toSorted();
  return agencyIds.map((agencyId) => {
    const amounts = unpaid.filter((entry) => entry.agencyId === agencyId).map(({ amountFen }) => amountFen);
    const values = { agency: agencyId, amount: formatYuan(sumFen(amounts)) };
    return createIssue(cliIssues, "agency-account-missing", values, { subject: { agencyId } });
  });
}

/**
 * A batch's number hangs on the statement and its content: the same statement gives the same number, another
 * one, such as a corrected one, another.
 */
export function batchNumberOf(statement: SettlementStatement): string {
  return `${statement.input.statementId}-${statement.digest.slice(0, 8)}`;
}

/** The payments of a statement that go through the bank. */
export function payoutsOf(
  statement: SettlementStatement,
  input: Pick<BankInput, "workers" | "agencies">,
): {
  readonly payments: readonly PayoutRecord[];
  readonly unpaid: readonly UnpaidAgency[];
  readonly issues: readonly Issue[];
} {
  const { statementId, unit } = statement.input;
  const payments: PayoutRecord[] = [];
  const unpaid: UnpaidAgency[] = [];
  const issues: Issue[] = [];
  const paidBefore = workersPaidBefore(statement);
  for (const line of statement.lines) {
    if (line.payment.kind !== "instructed" || line.payment.amountFen === 0) continue;
    const worker = input.workers.get(line.workerId);
    if (worker?.account === undefined) {
      const context = { subject: { unitId: unit.id, workerId: line.workerId } };
      issues.push(
        createIssue(
          cliIssues,
          "worker-account-missing",
          { amount: formatYuan(line.payment.amountFen) },
          context,
        ),
      );
      continue;
    }
    const purpose = paidBefore.has(line.workerId) ? "wage-supplement" : "wage";
    payments.push({
      reference: payoutReference({ statementId, payeeId: line.workerId, purpose, attempt: 1 }),
      payeeName: worker.name,
      payeeAccount: worker.account,
      payeeBankName: worker.bankName,
      amountFen: line.payment.amountFen,
      purpose,
    });
  }
  for (const { payee, amountFen } of statement.disbursements) {
    if (payee.kind !== "agency") continue;
    const { agencyId } = payee;
    const account = input.agencies.find((agency) => agency.id === agencyId)?.account;
    if (account === undefined) {
      unpaid.push({ agencyId, amountFen });
      continue;
    }
    payments.push({
      reference: payoutReference({
        statementId,
        payeeId: agencyId,
        purpose: "agency-settlement",
        attempt: 1,
      }),
      payeeName: account.name,
      payeeAccount: account.number,
      payeeBankName: account.bankName,
      payeeCnapsCode: account.cnapsCode,
      amountFen,
      purpose: "agency-settlement",
    });
  }
  return { payments, unpaid, issues };
}

/** Workers whom an earlier statement of the month has paid. */
function workersPaidBefore({ correction }: SettlementStatement): ReadonlySet<string> {
  const settlements = correction?.settlements ?? [];
  return new Set(
    settlements.flatMap(({ payee, paidBeforeFen }) =>
      payee.kind === "worker" && paidBeforeFen > 0 ? [payee.workerId] : [],
    ),
  );
}

function contentOf(file: PaymentFile): Uint8Array {
  return Buffer.concat([...file.content]);
}
