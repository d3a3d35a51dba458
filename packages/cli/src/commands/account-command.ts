import { parsePeriod, parseWithSchema, plainDateSchema } from "@tongchou/core";
import { migrationAccount, type AccountOptions, type SettlementStatement } from "@tongchou/settlement";
import type { Command } from "commander";
import { z } from "zod";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";
import { checkedInput, checkedOption } from "../files/checked-input.js";
import { readInputJson } from "../files/read-input.js";
import { checkIssued, type CheckTools } from "../issued/check-issued.js";
import { earlierStatements } from "../issued/earlier-statements.js";
import { readIssuedFile } from "../issued/issued-file.js";
import { readVerifiers } from "../issued/signing-keys.js";
import { accountText } from "../report/account-lines.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";
import { withUserIdOption } from "./issued-options.js";

interface Options extends CommonOptions {
  readonly migratedFrom?: string;
  readonly cash?: string;
  readonly publicKey?: readonly string[];
  readonly sm2UserId?: string;
  readonly workers?: boolean;
}

const cashSchema: z.ZodType<Pick<AccountOptions, "cash" | "calendar">, unknown> = z.strictObject({
  cash: z.array(
    z.strictObject({ statementId: z.string(), receivedOn: plainDateSchema, paidOn: plainDateSchema }),
  ),
  calendar: z
    .strictObject({
      from: plainDateSchema,
      to: plainDateSchema,
      restDays: z.array(plainDateSchema),
      workDays: z.array(plainDateSchema),
    })
    .optional(),
});

/** `tongchou account`: the whole migration, month by month. */
export function accountCommand(context: CommandContext): Command {
  const text = (zh: string, en: string): string => (context.language === "zh" ? zh : en);
  const command = createCommand(
    context,
    "account",
    {
      zh: "把多个月的结算单连成一本账：余额逐期相接、条款和平移前数据不变、各月均没有增加收费；不成立即以退出码 1 结束，并指出最早的月份、人员和项目",
      en: "draw up the account of several months' statements: balances go on, terms and baselines stay, no month adds a fee; exits with 1 and names the first month, worker and component where that is not so",
    },
    [
      {
        command: "tongchou account --migrated-from 2024-03 out/*/statements/*.json",
        zh: "2024年3月起平移，此前的结算单作为平移前的依据",
        en: "migrated from March 2024 on; statements of earlier months show what was before",
      },
      {
        command: "tongchou account --migrated-from 2024-03 signed/*.bundle.json --public-key public.pem",
        zh: "用已签名的结算包成账，先核验签名",
        en: "from signed bundles, whose signatures are checked first",
      },
    ],
  )
    .argument(
      "<file...>",
      text("各月结算单 JSON 文件或结算包", "statement files of the months (JSON) or bundles"),
    )
    .option(
      "--migrated-from <month>",
      text("第一个经平台结算的月份", "first month settled through the platform"),
    )
    .option(
      "--cash <file>",
      text(
        "到款和付款日期，可附工作日历（JSON）",
        "days of money in and out, with a calendar of working days (JSON)",
      ),
    )
    .option("--public-key <file...>", text("必须有签名的公钥", "public keys that must have signed"))
    .option("--workers", text("也按人列出变动原因", "show each worker's change and its causes as well"));
  return withUserIdOption(command, context.language).action(async (files: string[], options: Options) => {
    const migratedFrom =
      options.migratedFrom === undefined
        ? undefined
        : checkedOption("--migrated-from", options.migratedFrom, parsePeriod);
    const verifiers = await readVerifiers(options.publicKey ?? [], options.sm2UserId);
    const earlier = earlierStatements({ files });
    const statements = await verifiedStatements(files, { verifiers, earlier });
    const cash =
      options.cash === undefined
        ? {}
        : checkedInput(options.cash, parseWithSchema(cashSchema, await readInputJson(options.cash)));
    const account = migrationAccount(statements, { ...cash, migratedFrom });
    context.terminal.writeOut(
      options.json === true
        ? `${JSON.stringify(account)}\n`
        : accountText(sessionOf(context, options), account, { withWorkers: options.workers === true }),
    );
    context.finish(account.holds ? exitCodes.done : exitCodes.findings);
  });
}

/**
 * The statements of files and bundles that follow from their own input, and whose seals and signatures hold.
 *
 * @throws CommandError when one does not, because an account of it would prove nothing
 */
async function verifiedStatements(
  files: readonly string[],
  tools: CheckTools,
): Promise<readonly SettlementStatement[]> {
  const statements: SettlementStatement[] = [];
  for (const file of files) {
    const { kind, statement, issues } = await checkIssued(await readIssuedFile(file), tools);
    if (statement === undefined) {
      if (kind === "bundle") throw statementRefused(file);
      return checkedInput(file, { ok: false, issues });
    }
    const isSealed = issues.length === 0 && statement.digestMatches;
    if (!isSealed || statement.differences.length > 0) throw statementRefused(file);
    statements.push(statement.recomputed);
  }
  return statements;
}

function statementRefused(file: string): CommandError {
  return new CommandError(exitCodes.findings, {
    zh: `${file}：结算单与其自身数据、封印或签名不符，不能据以成账，请先用 tongchou verify 核对。`,
    en: `${file}: the statement does not follow from its own data, or its seals or signatures do not hold, so no account rests on it. Check it with tongchou verify.`,
  });
}
