import { canonicalJson, proofOfLine, readBundle, verifyLineProof } from "@tongchou/settlement";
import type { Command } from "commander";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";
import { checkedInput } from "../files/checked-input.js";
import { publishFile } from "../files/output-folder.js";
import { readInput } from "../files/read-input.js";
import { say } from "../terminal/terminal.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";

interface Options extends CommonOptions {
  readonly worker: string;
  readonly out: string;
  readonly replace?: true;
}

/** `tongchou proof`: one worker's line out of a bundle, for anybody to check. */
export function proofCommand(context: CommandContext): Command {
  const text = (zh: string, en: string): string => (context.language === "zh" ? zh : en);
  return createCommand(
    context,
    "proof",
    {
      zh: "从结算包中取出一个人的行和证明：任何人可用 tongchou verify 核对它属于已签名的结算单，看不到其他人的数据",
      en: "take one worker's line with its proof out of a bundle: anybody can check with tongchou verify that it stands in the signed statement, without seeing anyone else's data",
    },
    [
      {
        command: "tongchou proof signed/S-2024-03-U01.bundle.json --worker W00004 --out W00004.proof.json",
        zh: "给 W00004 的证明",
        en: "the proof for W00004",
      },
    ],
  )
    .argument("<bundle>", text("签名的结算包", "signed bundle"))
    .requiredOption("--worker <id>", text("人员编号，例如 W00004", "worker id, such as W00004"))
    .requiredOption("--out <file>", text("输出文件", "output file"))
    .option("--replace", text("覆盖内容不同的已有文件", "replace an existing file with other content"))
    .action(async (file: string, options: Options) => {
      const session = sessionOf(context, options);
      const { worker, out } = options;
      const proof = proofOfLine(checkedInput(file, readBundle(await readInput(file))), worker);
      if (proof === undefined) {
        throw new CommandError(exitCodes.input, {
          zh: `结算包中没有 ${worker}。`,
          en: `The bundle has no worker ${worker}.`,
        });
      }
      const bytes = canonicalJson(proof);
      const found = await verifyLineProof(Buffer.from(bytes));
      if (!found.ok || !found.value.isSound) {
        throw new CommandError(exitCodes.findings, {
          zh: `${file} 中 ${worker} 的行与签名摘要对不上，没有写证明；请用 tongchou verify 查看原因。`,
          en: `The line of ${worker} in ${file} does not fit what was signed; no proof was written. tongchou verify says why.`,
        });
      }
      const outcome = await publishFile(out, bytes, { replace: options.replace === true });
      const { statementId } = proof.head;
      context.terminal.writeOut(
        options.json === true
          ? `${JSON.stringify({ out, outcome, statementId, index: proof.index })}\n`
          : say(session, {
              zh: `${statementId} 中 ${worker} 的行和证明在 ${out}\n`,
              en: `The line of ${worker} in ${statementId} with its proof is in ${out}\n`,
            }),
      );
      context.finish(exitCodes.done);
    });
}
