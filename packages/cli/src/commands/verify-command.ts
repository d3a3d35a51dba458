import type { Command } from "commander";
import { exitCodes } from "../exit-codes.js";
import { checkIssued } from "../issued/check-issued.js";
import { earlierStatements } from "../issued/earlier-statements.js";
import { readIssuedFile } from "../issued/issued-file.js";
import { readVerifiers } from "../issued/signing-keys.js";
import { verificationJson, verificationText } from "../report/verification-report.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";
import { withCorrectsOption, withUserIdOption } from "./issued-options.js";

interface Options extends CommonOptions {
  readonly publicKey?: readonly string[];
  readonly sm2UserId?: string;
  readonly corrects?: readonly string[];
}

/** `tongchou verify`: recomputes statements from themselves, and checks bundles and proofs of lines. */
export function verifyCommand(context: CommandContext): Command {
  const text = (zh: string, en: string): string => (context.language === "zh" ? zh : en);
  const command = createCommand(
    context,
    "verify",
    {
      zh: "只凭文件核验结算单、签名的结算包和个人行证明：重算每一行、每个合计和证明，核对签名和树；有任何一分或一个字节不符即以退出码 1 结束",
      en: "check statements, signed bundles and proofs of single lines from the files alone: every line, sum and term is recomputed, signature and tree are checked; exits with 1 on any difference, of a fen or a byte",
    },
    [
      {
        command: "tongchou verify out/2024-03/statements/*.json",
        zh: "核对一个月的全部结算单",
        en: "check all statements of a month",
      },
      {
        command: "tongchou verify signed/*.bundle.json --public-key public.pem",
        zh: "连同签名一起核对",
        en: "check the signatures as well",
      },
    ],
  )
    .argument(
      "<file...>",
      text("结算单 JSON 文件、结算包或个人行证明", "statement files (JSON), bundles or proofs of lines"),
    )
    .option("--public-key <file...>", text("必须有签名的公钥", "public keys that must have signed"));
  withUserIdOption(withCorrectsOption(command, context.language), context.language);
  return command.action(async (files: string[], options: Options) => {
    const session = sessionOf(context, options);
    const verifiers = await readVerifiers(options.publicKey ?? [], options.sm2UserId);
    const earlier = earlierStatements({ files, folders: options.corrects });
    let isSound = true;
    const reports: unknown[] = [];
    for (const file of files) {
      const checked = await checkIssued(await readIssuedFile(file), { verifiers, earlier });
      isSound &&= checked.isSound;
      if (options.json === true) reports.push(verificationJson(checked));
      else context.terminal.writeOut(verificationText(session, checked));
    }
    if (options.json === true) {
      context.terminal.writeOut(`${JSON.stringify({ isSound, files: reports })}\n`);
    }
    context.finish(isSound ? exitCodes.done : exitCodes.findings);
  });
}
