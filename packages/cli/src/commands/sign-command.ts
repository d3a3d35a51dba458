import { bundleStatement, canonicalJson, type SettlementStatement } from "@tongchou/settlement";
import type { Command } from "commander";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";
import { publishFolder, type OutputFile } from "../files/output-folder.js";
import { checkIssued } from "../issued/check-issued.js";
import { earlierStatements } from "../issued/earlier-statements.js";
import { readIssuedFile } from "../issued/issued-file.js";
import { readSigning } from "../issued/signing-keys.js";
import { say } from "../terminal/terminal.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";
import { withCorrectsOption, withUserIdOption } from "./issued-options.js";
import { withOutputOptions } from "./month-options.js";

interface Options extends CommonOptions {
  readonly key: string;
  readonly sm2UserId?: string;
  readonly corrects?: readonly string[];
  readonly out: string;
  readonly replace?: true;
}

/** `tongchou sign`: signed bundles of statements that pass verification. */
export function signCommand(context: CommandContext): Command {
  const text = (zh: string, en: string): string => (context.language === "zh" ? zh : en);
  const command = createCommand(
    context,
    "sign",
    {
      zh: "把核验通过的结算单做成签名的结算包（规范 JSON、默克尔树、Ed25519 或 SM2 签名）；有一份核验不过即不写任何文件",
      en: "make signed bundles (canonical JSON, Merkle tree, Ed25519 or SM2) of statements that pass verification; if one fails, nothing is written",
    },
    [
      {
        command: "tongchou sign out/2024-03/statements/*.json --key keys/private.pem --out signed",
        zh: "给一个月的结算单签名",
        en: "sign the statements of a month",
      },
    ],
  )
    .argument("<statement...>", text("结算单 JSON 文件", "statement files (JSON)"))
    .requiredOption("--key <file>", text("私钥文件", "file of the private key"));
  withUserIdOption(withCorrectsOption(command, context.language), context.language);
  withOutputOptions(command, context.language);
  return command.action(async (given: string[], options: Options) => {
    const session = sessionOf(context, options);
    const signing = await readSigning(session, options.key, options.sm2UserId);
    const earlier = earlierStatements({ files: given, folders: options.corrects });
    const files: OutputFile[] = [];
    for (const file of given) {
      const checked = await checkIssued(await readIssuedFile(file), { verifiers: [], earlier });
      if (checked.kind !== "statement" || !checked.isSound || checked.statement === undefined) {
        throw refused(file);
      }
      const { recomputed } = checked.statement;
      const bundle = await bundleStatement(recomputed, signing);
      files.push({ path: bundleName(recomputed, files, file), bytes: canonicalJson(bundle) });
    }
    const outcome = await publishFolder(options.out, files, { replace: options.replace === true });
    const keys = signing.signers.map(({ algorithm, keyId }) => ({ algorithm, keyId }));
    const paths = files.map(({ path }) => path);
    context.terminal.writeOut(
      options.json === true
        ? `${JSON.stringify({ out: options.out, outcome, keys, files: paths })}\n`
        : say(session, {
            zh: `已签名 ${paths.length} 份，在 ${options.out}（${keys.map(keyText).join("，")}）\n`,
            en: `${paths.length} signed, in ${options.out} (${keys.map(keyText).join(", ")})\n`,
          }),
    );
    context.finish(exitCodes.done);
  });
}

function keyText({ algorithm, keyId }: { readonly algorithm: string; readonly keyId: string }): string {
  return `${algorithm} ${keyId}`;
}

/** The bundle's file; a statement's id comes from a file and may not lead elsewhere. */
function bundleName({ input }: SettlementStatement, others: readonly OutputFile[], file: string): string {
  const name = `${input.statementId}.bundle.json`;
  const isName = /^[^/\\:\0]+$/.test(input.statementId) && !input.statementId.startsWith(".");
  if (isName && !others.some(({ path }) => path === name)) return name;
  throw new CommandError(exitCodes.input, {
    zh: `${file} 的结算单编号不能作文件名，或与另一份重复。`,
    en: `The statement's id in ${file} makes no file name, or is that of another statement.`,
  });
}

function refused(file: string): CommandError {
  return new CommandError(exitCodes.findings, {
    zh: `${file} 不是核验通过的结算单，没有签名，也没有写任何文件；请用 tongchou verify 查看原因。`,
    en: `${file} is no statement that passes verification. Nothing was signed or written; tongchou verify says why.`,
  });
}
