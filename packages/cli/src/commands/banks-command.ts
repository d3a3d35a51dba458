import { type BankProfile, builtInProfiles } from "@tongchou/bank";
import type { BilingualText } from "@tongchou/core";
import type { Command } from "commander";
import { drawTable } from "../terminal/table.js";
import { say, type Session } from "../terminal/terminal.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";

const unitNames: Readonly<Record<"fen" | "yuan", BilingualText>> = {
  fen: { zh: "分", en: "fen" },
  yuan: { zh: "元", en: "yuan" },
};

/** `tongchou banks`: the built-in formats of banks, for `--bank-profile`. */
export function banksCommand(context: CommandContext): Command {
  return createCommand(
    context,
    "banks",
    {
      zh: "列出内置的银行文件格式，其编号可用于 --bank-profile；均未与银行手册核对",
      en: "list the built-in formats of banks, whose ids --bank-profile takes; none has been compared with a bank's manual",
    },
    [{ command: "tongchou banks", zh: "列出内置格式", en: "list the built-in formats" }],
  ).action((options: CommonOptions) => {
    const session = sessionOf(context, options);
    context.terminal.writeOut(
      options.json === true
        ? `${JSON.stringify(builtInProfiles.map(recordOf))}\n`
        : drawTable(
            [
              { title: say(session, { zh: "编号", en: "id" }) },
              { title: say(session, { zh: "单位", en: "unit" }) },
              { title: say(session, { zh: "编码", en: "encoding" }) },
              { title: say(session, { zh: "每个文件笔数上限", en: "rows a file" }), align: "right" },
              { title: say(session, { zh: "名称", en: "name" }) },
            ],
            builtInProfiles.map((profile) => rowOf(session, profile)),
            0,
          ),
    );
  });
}

function rowOf(session: Session, { id, name, payment }: BankProfile): readonly string[] {
  const { amountUnit, encoding } = payment.layout;
  const rows = payment.limits?.rowsPerFile;
  return [
    id,
    say(session, unitNames[amountUnit]),
    encoding,
    rows === undefined ? "" : String(rows),
    say(session, name),
  ];
}

function recordOf({ id, name, provenance, payment, result }: BankProfile): object {
  const { amountUnit, encoding } = payment.layout;
  const rowsPerFile = payment.limits?.rowsPerFile ?? null;
  return { id, name, provenance, amountUnit, encoding, rowsPerFile, results: result?.layout.kind ?? null };
}
