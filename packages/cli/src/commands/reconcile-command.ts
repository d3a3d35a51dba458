import { basename } from "node:path";
import {
  createProfileAdapter,
  readBatch,
  reconcile,
  type BankProfile,
  type BatchResult,
  type FiledPart,
  type ReconciledRow,
  type Reconciliation,
  type SentFile,
} from "@tongchou/bank";
import {
  formatYuanGrouped,
  maskAccountNumber,
  maskName,
  type BilingualText,
  type Issue,
} from "@tongchou/core";
import type { SheetContent, SheetValue } from "@tongchou/filings";
import type { Command } from "commander";
import { CommandError } from "../command-error.js";
import { workbookFile } from "../documents/workbook-file.js";
import { exitCodes } from "../exit-codes.js";
import { publishFolder } from "../files/output-folder.js";
import { readInput } from "../files/read-input.js";
import { loadBankProfile } from "../month/month-run.js";
import { issueGroups } from "../report/issue-groups.js";
import { issueLines } from "../terminal/issue-lines.js";
import { drawTable } from "../terminal/table.js";
import { say, type Session } from "../terminal/terminal.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";

type Options = CommonOptions & {
  sent: string[];
  result: string[];
  bankProfile?: string;
  out?: string;
  replace?: true;
};

const standingNames: Readonly<Record<ReconciledRow["kind"], BilingualText>> = {
  paid: { zh: "已付", en: "paid" },
  rejected: { zh: "拒绝", en: "rejected" },
  returned: { zh: "退汇", en: "returned" },
  processing: { zh: "处理中", en: "processing" },
  unconfirmed: { zh: "待对方银行确认", en: "unconfirmed" },
  unknown: { zh: "状态不明", en: "unknown" },
  missing: { zh: "无回执", en: "missing" },
  "amount-differs": { zh: "金额不符", en: "amount differs" },
  repeated: { zh: "重复回执", en: "repeated" },
  unexpected: { zh: "未发送的回执", en: "unexpected" },
};

/** `tongchou reconcile`: what the bank made of the files that were sent. */
export function reconcileCommand(context: CommandContext): Command {
  const isChinese = context.language === "zh";
  return createCommand(
    context,
    "reconcile",
    {
      zh: "用银行回执核对发出的代发文件，每一笔都有着落；有未付清的以退出码 1 结束",
      en: "compare bank files with the bank's results and account for every row; exits with 1 while anything is not paid",
    },
    [
      {
        command: "tongchou reconcile --sent out/2024-03/bank/*.txt --result results/*.txt",
        zh: "核对一个月的代发",
        en: "reconcile a month's payments",
      },
    ],
  )
    .requiredOption("--sent <file...>", isChinese ? "发出的代发文件" : "files that were sent")
    .requiredOption("--result <file...>", isChinese ? "银行回执文件" : "result files of the bank")
    .option(
      "--bank-profile <id or file>",
      isChinese
        ? "银行格式：tongchou banks 列出的编号，或配置文件（JSON）"
        : "the bank's format: an id of `tongchou banks`, or a JSON profile",
    )
    .option("--out <folder>", isChinese ? "另存为 reconciliation.xlsx" : "also write reconciliation.xlsx")
    .option(
      "--replace",
      isChinese ? "覆盖内容不同的已有输出" : "replace an existing output with other content",
    )
    .action(async (options: Options) => {
      const session = sessionOf(context, options);
      const profile = await loadBankProfile(options.bankProfile);
      const sent = await readSent(options.sent, profile);
      const results = await readResults(options.result, profile);
      const found = reconcile(sent, results.results);
      const issues = [...results.issues, ...found.issues];
      if (options.out !== undefined) {
        const { files } = await workbookFile("reconciliation.xlsx", [rowSheet(session, found)]);
        await publishFolder(options.out, files, { replace: options.replace === true });
      }
      context.terminal.writeOut(
        options.json === true
          ? `${JSON.stringify({ sent: found.sent, totals: found.totals, rows: found.rows.map(rowRecord), issues })}\n`
          : report(session, found, issues),
      );
      const isSettled = found.totals.paid.count === found.sent.count && found.totals.unexpected.count === 0;
      context.finish(isSettled ? exitCodes.done : exitCodes.findings);
    });
}

/** Reads files that were sent back, as the bank reads them: batch by batch, a batch's parts together. */
async function readSent(paths: readonly string[], profile: BankProfile): Promise<readonly SentFile[]> {
  const batches = new Map<string, string[]>();
  for (const path of paths) {
    const batch = basename(path).replace(/-\d{2}(?=\.[^.]*$)/, "");
    batches.set(batch, [...(batches.get(batch) ?? []), path]);
  }
  const sent: SentFile[] = [];
  for (const ofBatch of batches.values()) {
    const files = await Promise.all(
      ofBatch.map(async (path) => ({ name: basename(path), content: await readInput(path) })),
    );
    const parts = readBatch(profile, files);
    if (!parts.ok) throw unreadable(ofBatch.join(", "), parts.issues);
    sent.push(...parts.value.map(sentFile));
  }
  return sent;
}

function sentFile({ file, batchNumber, payments }: FiledPart): SentFile {
  return {
    batchNumber: batchNumber ?? file,
    // A format without references is matched by payee and amount; the purpose does not matter here.
    payments: payments.map(({ reference = "", purpose = "wage", ...payment }) => ({
      ...payment,
      reference,
      purpose,
    })),
  };
}

async function readResults(
  paths: readonly string[],
  profile: BankProfile,
): Promise<{ results: readonly BatchResult[]; issues: readonly Issue[] }> {
  const adapter = createProfileAdapter(profile);
  const results: BatchResult[] = [];
  const issues: Issue[] = [];
  for (const path of paths) {
    const result = await adapter.decode({ name: basename(path), content: await readInput(path) });
    if (!result.ok) throw unreadable(path, result.issues);
    results.push(result.value);
    issues.push(...result.issues);
  }
  return { results, issues };
}

function unreadable(path: string, issues: readonly Issue[]): CommandError {
  const lines = (language: "zh" | "en"): string =>
    issues
      .flatMap((issue) => issueLines(issue, language))
      .map((line) => `\n  ${line}`)
      .join("");
  return new CommandError(exitCodes.input, {
    zh: `${path} 无法按所选格式读取：${lines("zh")}`,
    en: `${path} cannot be read by the chosen format:${lines("en")}`,
  });
}

function report(session: Session, found: Reconciliation, issues: readonly Issue[]): string {
  const columns = [
    { title: say(session, { zh: "结果", en: "outcome" }) },
    { title: say(session, { zh: "笔数", en: "payments" }), align: "right" as const },
    { title: say(session, { zh: "金额（元）", en: "amount (yuan)" }), align: "right" as const },
  ];
  const kinds = Object.keys(standingNames) as ReconciledRow["kind"][];
  const rows = kinds
    .filter((kind) => found.totals[kind].count > 0)
    .map((kind) => [
      say(session, standingNames[kind]),
      String(found.totals[kind].count),
      formatYuanGrouped(found.totals[kind].amountFen),
    ]);
  const sent = [
    say(session, { zh: "发出合计", en: "sent in all" }),
    String(found.sent.count),
    formatYuanGrouped(found.sent.amountFen),
  ];
  return `${drawTable(columns, [...rows, sent], 0)}\n${issueGroups(session, issues).join("")}`;
}

/** A row for programs: references and masked numbers, no names. */
function rowRecord(row: ReconciledRow): Readonly<Record<string, unknown>> {
  if (row.kind === "unexpected") {
    const { reference, payeeAccount, amountFen, statusText } = row.outcome;
    return {
      kind: row.kind,
      file: row.file,
      reference,
      account: maskAccountNumber(payeeAccount ?? ""),
      amountFen,
      statusText,
    };
  }
  const { reference, payeeAccount, amountFen } = row.payment;
  const reasons = row.outcomes.map(({ statusText, reason, reasonText }) => ({
    statusText,
    reason,
    reasonText,
  }));
  return {
    kind: row.kind,
    batchNumber: row.batchNumber,
    reference,
    account: maskAccountNumber(payeeAccount),
    amountFen,
    outcomes: reasons,
  };
}

function rowSheet(session: Session, found: Reconciliation): SheetContent {
  const text = (zh: string, en: string, width?: number) => ({
    header: say(session, { zh, en }),
    format: "text" as const,
    width,
  });
  return {
    name: say(session, { zh: "对账明细", en: "reconciliation" }),
    columns: [
      text("结果", "outcome", 14),
      text("批次", "batch", 26),
      text("流水号", "reference", 24),
      text("户名", "name"),
      text("账号", "account", 24),
      { header: say(session, { zh: "金额（元）", en: "amount (yuan)" }), format: "money" },
      text("银行状态", "bank's words", 16),
      text("原因", "reason", 24),
    ],
    rows: found.rows.map((row): readonly SheetValue[] => {
      const outcomes = row.kind === "unexpected" ? [row.outcome] : row.outcomes;
      const payment = row.kind === "unexpected" ? row.outcome : row.payment;
      return [
        say(session, standingNames[row.kind]),
        row.kind === "unexpected" ? row.file : row.batchNumber,
        payment.reference,
        maskName(payment.payeeName ?? ""),
        maskAccountNumber(payment.payeeAccount ?? ""),
        payment.amountFen,
        outcomes.map(({ statusText }) => statusText).join("; "),
        outcomes.map(({ reasonText }) => reasonText ?? "").join("; "),
      ];
    }),
  };
}
