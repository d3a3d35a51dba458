import {
  createIssue,
  failed,
  maxFen,
  parsed,
  proportionOf,
  subtractFen,
  zeroFen,
  type Fen,
  type Issue,
  type Parsed,
  type PlainDate,
  type VatMethod,
  type VatService,
  type VatTaxpayer,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { settlementIssues } from "./issues.js";
import { vatRulesOf, type VatCase, type VatRule } from "./vat-rule.js";

/**
 * A supply of an agency. Without a method, the one that the amounts and the law suggest: the balance where it
 * may be taken.
 */
export interface VatSupply extends VatCase {
  /** Price, tax included. */
  readonly grossFen: Fen;
  /** Wages, welfare, insurance and housing fund passed through. */
  readonly deductibleFen?: Fen | undefined;
  readonly on: PlainDate;
  readonly knownOn?: PlainDate | undefined;
}

/** The tax contained in a price, and the rule it is reckoned by. */
export interface VatResult extends VatRule {
  /** The part of the price that is taxed, the tax included. */
  readonly taxedFen: Fen;
  /** The part that is deducted before tax. */
  readonly untaxedFen: Fen;
  readonly vatFen: Fen;
}

const ppmPerUnit = 1_000_000;

/**
 * The value-added tax contained in the price of a service: base ÷ (1 + rate) × rate, half-up to the fen.
 *
 * For a general taxpayer this is the tax before input tax is taken off. Taxes that follow it (城市维护建设税,
 * 教育费附加) are the agency's own and not in it.
 *
 * @param supply amounts in fen, tax included
 * @returns the tax, or `vat-method-unavailable` where no rule is established for that service, taxpayer,
 *   method and day
 * @example
 * const supply = { service: "dispatch", taxpayer: "small-scale", grossFen: fen(580000) } as const;
 * const tax = valueAddedTax({ ...supply, on: plainDate("2026-03-31") }, createFacts(jiujiangPacks));
 * tax.ok && tax.value.vatFen; // => 5743
 */
export function valueAddedTax(supply: VatSupply, facts: Facts): Parsed<VatResult> {
  const { service, taxpayer, grossFen, deductibleFen = zeroFen } = supply;
  for (const method of methodsToTry(supply)) {
    const [rule] = vatRulesOf({ service, taxpayer, method }, supply, facts);
    if (rule === undefined) continue;
    return parsed(taxByRule(rule, grossFen, deductibleFen));
  }
  return failed(vatMethodUnavailable(supply, supply.on));
}

/** The issue `vat-method-unavailable`: no rule is established for a case on a day, and none is assumed. */
export function vatMethodUnavailable({ service, taxpayer, method }: VatCase, on: PlainDate): Issue {
  const values = {
    on,
    ...serviceNames[service],
    ...taxpayerNames[taxpayer],
    ...methodNames[method ?? "any"],
  };
  return createIssue(settlementIssues, "vat-method-unavailable", values);
}

/** The tax that a rule has in a price, and what of the price it is on. */
export function taxByRule(rule: VatRule, grossFen: Fen, deductibleFen: Fen): VatResult {
  const deductible = rule.base === "balance" ? deductibleFen : zeroFen;
  const taxedFen = maxFen(zeroFen, subtractFen(grossFen, deductible));
  const share = { numerator: rule.rate, denominator: ppmPerUnit + rule.rate };
  const vatFen = proportionOf(taxedFen, share, "half-up");
  return { ...rule, taxedFen, untaxedFen: subtractFen(grossFen, taxedFen), vatFen };
}

/**
 * A method that was asked for is the only one; else the balance where something is deducted, then the full
 * price.
 */
function methodsToTry(supply: VatSupply): readonly VatMethod[] {
  if (supply.method !== undefined) return [supply.method];
  return (supply.deductibleFen ?? 0) > 0 || supply.service === "agency"
    ? ["balance", "full"]
    : ["full", "balance"];
}

const serviceNames: Readonly<Record<VatService, { serviceZh: string; serviceEn: string }>> = {
  dispatch: { serviceZh: "劳务派遣", serviceEn: "dispatch" },
  "dispatch-unlicensed": { serviceZh: "无派遣许可的人力资源服务", serviceEn: "dispatch without a licence" },
  outsourcing: { serviceZh: "劳务外包", serviceEn: "outsourcing" },
  "outsourcing-construction": {
    serviceZh: "劳务外包（建筑、运输）",
    serviceEn: "outsourced construction or transport",
  },
  agency: { serviceZh: "人力资源外包", serviceEn: "agency service" },
};

const taxpayerNames: Readonly<Record<VatTaxpayer, { taxpayerZh: string; taxpayerEn: string }>> = {
  general: { taxpayerZh: "一般纳税人", taxpayerEn: "general" },
  "small-scale": { taxpayerZh: "小规模纳税人", taxpayerEn: "small-scale" },
};

const methodNames: Readonly<Record<VatMethod | "any", { methodZh: string; methodEn: string }>> = {
  full: { methodZh: "全额", methodEn: "full price" },
  balance: { methodZh: "差额", methodEn: "balance" },
  simple: { methodZh: "简易计税", methodEn: "simple" },
  any: { methodZh: "未指明", methodEn: "any" },
};
