import { readdir } from "node:fs/promises";
import { keyIdOf, type SignatureAlgorithm } from "@tongchou/settlement";
import { Option, type Command } from "commander";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";
import { publishFolder } from "../files/output-folder.js";
import { newKeyFiles } from "../issued/key-files.js";
import { say } from "../terminal/terminal.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";

interface Options extends CommonOptions {
  readonly algorithm: SignatureAlgorithm;
  readonly out: string;
}

/** `tongchou keygen`: a new key for signing statements. */
export function keygenCommand(context: CommandContext): Command {
  const text = (zh: string, en: string): string => (context.language === "zh" ? zh : en);
  return createCommand(
    context,
    "keygen",
    {
      zh: "生成签名密钥：私钥文件仅本人可读，公钥文件发给核验的人；已有的密钥不会被覆盖",
      en: "make a key for signing: a private file that only its owner may read, and a public one for those who verify; no key is ever overwritten",
    },
    [
      { command: "tongchou keygen --out keys", zh: "Ed25519 密钥", en: "a key for Ed25519" },
      { command: "tongchou keygen --algorithm SM2 --out keys", zh: "SM2 密钥", en: "a key for SM2" },
    ],
  )
    .addOption(
      new Option("--algorithm <name>", text("签名算法", "signature algorithm"))
        .choices(["Ed25519", "SM2"])
        .default("Ed25519"),
    )
    .requiredOption("--out <folder>", text("新目录，写入私钥和公钥", "new folder for both files"))
    .action(async (options: Options) => {
      const session = sessionOf(context, options);
      await refuseOverwriting(options.out);
      const { publicKey, files } = newKeyFiles(options.algorithm);
      await publishFolder(options.out, files, { replace: false });
      const keyId = keyIdOf(publicKey);
      const paths = files.map(({ path }) => path);
      context.terminal.writeOut(
        options.json === true
          ? `${JSON.stringify({ out: options.out, algorithm: options.algorithm, keyId, files: paths })}\n`
          : say(session, {
              zh: `密钥 ${keyId}（${options.algorithm}）在 ${options.out}：${paths.join("、")}\n`,
              en: `Key ${keyId} (${options.algorithm}) in ${options.out}: ${paths.join(", ")}\n`,
            }),
      );
      context.finish(exitCodes.done);
    });
}

/** A key that is lost cannot be made again, so nothing here replaces one. */
async function refuseOverwriting(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return;
  throw new CommandError(exitCodes.output, {
    zh: `${folder} 中已有文件，密钥不会被覆盖；请换一个目录。`,
    en: `${folder} holds files already, and keys are not overwritten. Choose another folder.`,
  });
}
