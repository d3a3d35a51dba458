import {
  createIssue,
  failed,
  maxFen,
  parsed,
  proportionOf,
  subtractFen,
  zeroFen,
  type Fen,
  type Parsed,
  type PlainDate,
  type VatTaxpayer,
} from "@tongchou/core";
import type { Confidence, FactId, Facts } from "@tongchou/statutory";
import { settlementIssues } from "./issues.js";

/** Services of agencies that are taxed apart. */
export type VatService = "dispatch" | "outsourcing" | "agency";

/**
 * What the tax is on: the full price, the balance after wages and contributions passed through, or the
 * balance by the elected simple method of agency services.
 */
export type VatMethod = "full" | "balance" | "simple";

/** A supply of an agency. */
export interface VatSupply {
  readonly service: VatService;
  readonly taxpayer: VatTaxpayer;
  /** Without it, the method that the amounts and the law suggest: the balance where it may be taken. */
  readonly method?: VatMethod | undefined;
  /** Price, tax included. */
  readonly grossFen: Fen;
  /** Wages, welfare, insurance and housing fund passed through. */
  readonly deductibleFen?: Fen | undefined;
  readonly on: PlainDate;
  readonly knownOn?: PlainDate | undefined;
}

/** The tax contained in a price. */
export interface VatResult {
  readonly method: VatMethod;
  readonly vatFen: Fen;
  readonly confidence: Confidence;
}

const rules: Readonly<Partial<Record<`${VatService}.${VatTaxpayer}.${VatMethod}`, VatFactId>>> = {
  "dispatch.general.full": "cn.vat.dispatch.general.full",
  "dispatch.general.balance": "cn.vat.dispatch.general.balance",
  "dispatch.small-scale.full": "cn.vat.dispatch.small-scale.full",
  "dispatch.small-scale.balance": "cn.vat.dispatch.small-scale.balance",
  "agency.general.balance": "cn.vat.agency.general.balance",
  "agency.general.simple": "cn.vat.agency.general.simple",
  "agency.small-scale.balance": "cn.vat.agency.small-scale.balance",
  "outsourcing.general.full": "cn.vat.outsourcing.general.full",
};

type VatFactId = Extract<FactId, `cn.vat.${VatService}.${string}`>;

const ppmPerUnit = 1_000_000;

/**
 * The value-added tax contained in the price of a service: base ÷ (1 + rate) × rate, half-up to the fen.
 *
 * For a general taxpayer this is the tax before input tax is taken off.
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
  for (const method of methodsToTry(supply)) {
    const id = rules[`${supply.service}.${supply.taxpayer}.${method}`];
    if (id === undefined) continue;
    const answer = facts.lookUp(id, supply);
    if (!answer.known) continue;
    const { rate, base } = answer.fact.value;
    const deductible = base === "balance" ? (supply.deductibleFen ?? zeroFen) : zeroFen;
    const taxedFen = maxFen(zeroFen, subtractFen(supply.grossFen, deductible));
    const vatFen = proportionOf(taxedFen, { numerator: rate, denominator: ppmPerUnit + rate }, "half-up");
    return parsed({ method, vatFen, confidence: answer.fact.confidence });
  }
  const values = {
    on: supply.on,
    ...serviceNames[supply.service],
    ...taxpayerNames[supply.taxpayer],
    ...methodNames[supply.method ?? "any"],
  };
  return failed(createIssue(settlementIssues, "vat-method-unavailable", values));
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
  outsourcing: { serviceZh: "劳务外包", serviceEn: "outsourcing" },
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
