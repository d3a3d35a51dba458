import { formatYuan } from "@tongchou/core";
import {
  explainItem,
  lineItems,
  occasionalLineItems,
  type Explanation,
  type LineItem,
  type SettlementStatement,
} from "@tongchou/settlement";
import { Argument, Option, type Command } from "commander";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";
import { checkIssued } from "../issued/check-issued.js";
import { earlierStatements } from "../issued/earlier-statements.js";
import { readIssuedFile } from "../issued/issued-file.js";
import { drawTable } from "../terminal/table.js";
import { say, type Session } from "../terminal/terminal.js";
import { createCommand, sessionOf, type CommandContext, type CommonOptions } from "./command.js";
import { withCorrectsOption } from "./issued-options.js";

interface Options extends CommonOptions {
  readonly worker: string;
  readonly item?: LineItem;
  readonly corrects?: readonly string[];
}

const allItems: readonly LineItem[] = [...lineItems, ...occasionalLineItems];

/** `tongchou explain`: how the figures of one worker's line came about. */
export function explainCommand(context: CommandContext): Command {
  const isChinese = context.language === "zh";
  const command = createCommand(
    context,
    "explain",
    {
      zh: "说明结算单中某人每一项的公式、数字、参数和依据",
      en: "explain a worker's line: formula, numbers, facts and clause of each item",
    },
    [
      {
        command: "tongchou explain out/2024-03/statements/S-2024-03-U01.json --worker W00004 --item tax",
        zh: "个人所得税是怎么算的",
        en: "how the tax came about",
      },
    ],
  )
    .addArgument(
      new Argument("<statement>", isChinese ? "结算单 JSON 文件或结算包" : "statement file (JSON) or bundle"),
    )
    .requiredOption("--worker <id>", isChinese ? "人员编号，例如 W00004" : "worker id, such as W00004")
    .addOption(new Option("--item <item>", isChinese ? "只说明一项" : "one item only").choices(allItems));
  return withCorrectsOption(command, context.language).action(async (file: string, options: Options) => {
    const session = sessionOf(context, options);
    const statement = await readStatement(file, options);
    const items = options.item === undefined ? allItems : [options.item];
    const told = items.flatMap((item) => explainItem(statement, options.worker, item) ?? []);
    if (told.length === 0) {
      throw new CommandError(exitCodes.input, {
        zh: `结算单中没有 ${options.worker}。`,
        en: `The statement has no worker ${options.worker}.`,
      });
    }
    context.terminal.writeOut(
      options.json === true
        ? `${JSON.stringify(told)}\n`
        : told.map((explanation) => explanationText(session, explanation)).join("\n"),
    );
    context.finish(exitCodes.done);
  });
}

/** The statement of a file as its input yields it. */
async function readStatement(file: string, { corrects }: Options): Promise<SettlementStatement> {
  const earlier = earlierStatements({ folders: corrects });
  const { statement, issues } = await checkIssued(await readIssuedFile(file), { verifiers: [], earlier });
  if (statement !== undefined) return statement.recomputed;
  const [reason] = issues.map(({ message }) => message);
  throw new CommandError(exitCodes.input, {
    zh: `${file} 不是可用的结算单：${reason?.zh ?? ""}`,
    en: `${file} is no statement that can be explained: ${reason?.en ?? ""}`,
  });
}

function explanationText(session: Session, told: Explanation): string {
  const result =
    told.resultFen === null ? say(session, { zh: "未知", en: "unknown" }) : formatYuan(told.resultFen);
  const basis = [told.clause, ...told.facts].join("; ");
  const columns = [
    { title: say(session, { zh: "数据", en: "number" }) },
    { title: "", align: "right" as const },
  ];
  const inputs = told.inputs.map((input) => [say(session, input), input.value]);
  return (
    `${say(session, told.title)} = ${told.formula === "" ? result : `${told.formula} = ${result}`}\n` +
    drawTable(columns, inputs, 4) +
    `    ${say(session, { zh: "依据", en: "basis" })}: ${basis}\n`
  );
}
