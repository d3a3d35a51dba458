import { delimitedProfile, findBuiltInProfile, parseProfile, type BankProfile } from "@tongchou/bank";
import {
  corporateAccountSchema,
  lastDayOf,
  parsePeriod,
  parsePlainDate,
  parseWithSchema,
  plainDate,
  type CorporateAccount,
  type Issue,
  type Period,
  type PlainDate,
} from "@tongchou/core";
import type { MonthInput } from "@tongchou/settlement";
import type { Facts } from "@tongchou/statutory";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { CommandContext } from "../commands/command.js";
import { exitCodes } from "../exit-codes.js";
import { checkedInput, checkedOption } from "../files/checked-input.js";
import { readInputJson } from "../files/read-input.js";
import { whereabouts } from "../terminal/issue-lines.js";
import type { Progress } from "../terminal/progress.js";
import { loadFacts } from "./load-facts.js";
import { readMonth } from "./read-month.js";
import { payDateOf } from "./pay-date.js";

/** The options that every command on a month's folder has, as the command line gives them. */
export interface MonthArguments {
  readonly in: string;
  readonly period: string;
  readonly knownOn?: string;
  readonly transferDate?: string;
  readonly facts?: readonly string[];
  readonly case1Insurance?: "forward" | "unit";
  readonly bankProfile?: string;
  readonly payDate?: string;
}

/** A month's folder, read, with everything that the commands on it need. */
export interface LoadedMonth {
  readonly month: MonthInput;
  readonly knownOn: PlainDate;
  readonly facts: Facts;
}

/** First day of the new arrangement in the city's timetable (P2-3.5). */
const transferDate: PlainDate = plainDate("2024-03-01");

/** Days that money may stay on the wage account between coming in and going out. */
const floatDaysMax = 3;

/**
 * Reads a month's folder by the options of a command. Where a file of it cannot be used, the rest goes on,
 * and the command ends with the exit code of an input that cannot be read: nobody may take the month for
 * whole. A plan can do without a pay sheet.
 *
 * @throws CommandError for an option that cannot be understood, or an input that cannot be read
 */
export async function loadMonth(
  args: MonthArguments,
  progress: Progress,
  context: CommandContext,
  { isPayNeeded = true }: { readonly isPayNeeded?: boolean } = {},
): Promise<LoadedMonth> {
  const period = checkedOption("--period", args.period, parsePeriod);
  const knownOn =
    args.knownOn === undefined
      ? lastDayOf(period)
      : checkedOption("--known-on", args.knownOn, parsePlainDate);
  const transfer =
    args.transferDate === undefined
      ? transferDate
      : checkedOption("--transfer-date", args.transferDate, parsePlainDate);
  const facts = await loadFacts([...(await ownPack(args.in)), ...(args.facts ?? [])]);
  const { files, unread } = await readMonth(args.in, { period, asOf: lastDayOf(period) }, (done, total) =>
    progress.step({ zh: "读取文件", en: "reading files" }, done, total),
  );
  const lacking = isPayNeeded ? unread : unread.filter(({ code }) => code !== "pay-sheet-missing");
  if (lacking.length > 0) {
    progress.finish();
    tellUnread(lacking, context);
    context.finish(exitCodes.input);
  }
  return {
    month: {
      ...files,
      period,
      knownOn,
      transferDate: transfer,
      settings: { case1Insurance: args.case1Insurance ?? "forward", floatDaysMax },
    },
    knownOn,
    facts,
  };
}

function tellUnread(unread: readonly Issue[], { terminal, language }: CommandContext): void {
  const head = {
    zh: "该月不完整，其余部分照常处理：",
    en: "The month is not whole; the rest of it goes on:",
  };
  const lines = unread.map(
    (issue) =>
      `  ${whereabouts(issue, language)}${language === "zh" ? "：" : ": "}${issue.message[language]}\n`,
  );
  terminal.writeError(`${head[language]}\n${lines.join("")}`);
}

/** How the payments of a month reach the bank. */
export interface PaymentOptions {
  readonly profile: BankProfile;
  readonly payDate: PlainDate;
  readonly payer?: CorporateAccount | undefined;
}

/**
 * Reads the options of payments: the bank's profile, the pay day, and the wage account of `platform.json`.
 */
export async function loadPaymentOptions(args: MonthArguments, period: Period): Promise<PaymentOptions> {
  const payDate =
    args.payDate === undefined
      ? payDateOf(period)
      : checkedOption("--pay-date", args.payDate, parsePlainDate);
  return { profile: await loadBankProfile(args.bankProfile), payDate, payer: await wageAccount(args.in) };
}

/** A built-in profile by its id, one from a JSON file, or the delimited one of this project. */
export async function loadBankProfile(path: string | undefined): Promise<BankProfile> {
  if (path === undefined) return delimitedProfile;
  const builtIn = findBuiltInProfile(path);
  if (builtIn !== undefined) return builtIn;
  return checkedInput(path, parseProfile(await readInputJson(path)));
}

const platformSchema = z.object({ wageAccount: corporateAccountSchema.optional() });

async function wageAccount(folder: string): Promise<CorporateAccount | undefined> {
  const path = join(folder, "platform.json");
  if (!(await exists(path))) return undefined;
  return checkedInput(path, parseWithSchema(platformSchema, await readInputJson(path))).wageAccount;
}

/** A pack of facts that lies in the month's folder itself. */
async function ownPack(folder: string): Promise<readonly string[]> {
  const path = join(folder, "facts.json");
  return (await exists(path)) ? [path] : [];
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
