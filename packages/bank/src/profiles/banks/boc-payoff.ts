import type { Parsed } from "@tongchou/core";
import { type BankProfile, parseProfile } from "../../profile.js";
import type { DelimitedLayout, Field, LayoutShape } from "../layout.js";
import { personalWords } from "./purpose-words.js";

/** What the person who makes a BOC profile has to say, and may say. */
export interface BocPayoffOptions {
  /** What the bank counts amounts in. It has no default: published code for this format is split on it. */
  readonly amountUnit: LayoutShape["amountUnit"];
  /** What the result counts in. Default: the same. */
  readonly resultAmountUnit?: LayoutShape["amountUnit"] | undefined;
  /** `1` for debit cards (19 digits), `4` for credit cards (16 digits). Default: `1`. */
  readonly cardKind?: "1" | "4" | undefined;
  /** The branch's own number, such as `40522`, written for payer and payee. Default: the CNAPS codes. */
  readonly branchNumber?: string | undefined;
}

/**
 * Makes the profile of BOC's payroll text, between `PAYOFFSTART` and `PAYOFFEND`.
 *
 * Its results are spreadsheets, whose words of status no source gives: until they are in the profile, every
 * outcome is unknown.
 *
 * @returns the profile; `amount-unit-missing` when nobody said the unit
 * @example
 * createBocPayoffProfile({ amountUnit: "yuan" }).ok; // => true
 * createBocPayoffProfile({}).issues[0]?.code; // => "amount-unit-missing"
 */
export function createBocPayoffProfile(options: BocPayoffOptions): Parsed<BankProfile> {
  return parseProfile(bocPayoffProfile(options));
}

/** BOC's payroll text in yuan, as one integrator wrote it. */
export const bocPayoffYuanProfile: BankProfile = bocPayoffProfile({ amountUnit: "yuan" });

/** BOC's payroll text in fen, as another integrator wrote it. */
export const bocPayoffFenProfile: BankProfile = bocPayoffProfile({ amountUnit: "fen" });

function bocPayoffProfile(options: BocPayoffOptions): BankProfile {
  const { amountUnit, resultAmountUnit = amountUnit } = options;
  return {
    id: `boc.payoff-${amountUnit}@1`,
    name: { zh: "中国银行代发文本（PAYOFF）", en: "BOC payroll text (PAYOFF)" },
    provenance: {
      source: "integrator code moutainhigh/pay-4, 2016 (yuan), and zhouwei2008/boss, 2015 (fen)",
      verifiedBy: null,
      verifiedOn: null,
    },
    payment: { layout: layoutOf(options), purposes: personalWords, fileName: "{batchNumber}.txt" },
    result: {
      layout: {
        kind: "sheet",
        amountUnit: resultAmountUnit,
        firstRow: 11,
        fields: [
          { kind: "amount", column: "E" },
          { kind: "payee-account", column: "F" },
          { kind: "payee-name", column: "G" },
          { kind: "status", column: "J" },
          { kind: "reason", column: "K", optional: true },
        ],
      },
      statuses: {},
    },
  };
}

function layoutOf({ amountUnit, cardKind = "1", branchNumber }: BocPayoffOptions): DelimitedLayout {
  const branchOf = (kind: "payer-cnaps-code" | "payee-cnaps-code"): Field =>
    branchNumber === undefined ? { kind, optional: true } : { kind: "constant", value: branchNumber };
  return {
    kind: "delimited",
    delimiter: "|",
    trailingDelimiter: true,
    encoding: "gbk",
    amountUnit,
    lines: [
      { kind: "marker", text: "PAYOFFSTART" },
      {
        kind: "summary",
        fields: [
          { kind: "batch-number" },
          branchOf("payer-cnaps-code"),
          { kind: "payer-account" },
          { kind: "constant", value: "CNY" },
          { kind: "total-amount" },
          { kind: "total-count" },
          { kind: "constant", value: cardKind },
          { kind: "constant", value: "工资" },
          { kind: "ignored", optional: true },
          { kind: "pay-date" },
          { kind: "ignored", optional: true },
        ],
      },
      {
        kind: "detail",
        fields: [
          branchOf("payee-cnaps-code"),
          { kind: "payee-bank-name", optional: true },
          { kind: "constant", value: "CNY" },
          { kind: "amount" },
          { kind: "payee-account" },
          { kind: "payee-name" },
          { kind: "ignored", optional: true },
          { kind: "ignored", optional: true },
          { kind: "purpose" },
        ],
      },
      { kind: "marker", text: "PAYOFFEND" },
    ],
  };
}
