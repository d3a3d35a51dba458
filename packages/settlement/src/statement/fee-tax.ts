import {
  fen,
  maxFen,
  multiplyRate,
  sumFen,
  zeroFen,
  type EmployingMode,
  type FeeAgreement,
  type Fen,
  type VatService,
  type VatTaxpayer,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import type { LawDate } from "../law-date.js";
import { vatRulesOf, type VatCase, type VatRule } from "../vat-rule.js";

/** What tax on a fee is reckoned with. */
export interface FeeTax {
  readonly facts: Facts;
  readonly law: LawDate;
}

/** Tax on top of a fee that excludes it. */
export interface TaxOnTop {
  /** Nought when the fee contains it, `null` when no method is established. */
  readonly vatFen: Fen | null;
  /** True where it is on the whole price, pay and contributions passed through included. */
  readonly isOnPrice: boolean;
}

/** What a fee is charged by: a contract, whose mode may say the service, or an order of services. */
export interface ChargedAgreement extends FeeAgreement {
  readonly mode?: EmployingMode | undefined;
}

/** What an agency is paid for under a contract. */
interface TaxedSupply {
  readonly feeFen: Fen;
  readonly heads: readonly { readonly passedThrough: () => Fen }[];
}

/**
 * The service that an agency invoices under a contract. Outsourcing may be an agency service (人力资源外包) or
 * labour outsourcing (承揽), which are taxed apart: only the contract can say, and only the order of services.
 */
export function vatServiceOf({ mode, vatService }: ChargedAgreement): VatService | undefined {
  return vatService ?? (mode === "dispatch" ? "dispatch" : undefined);
}

/** The case whose rule taxes a contract; undefined where the service or the taxpayer is not known. */
export function vatCaseOf(
  contract: ChargedAgreement,
  taxpayer: VatTaxpayer | undefined,
): VatCase | undefined {
  const service = vatServiceOf(contract);
  if (service === undefined || taxpayer === undefined) return undefined;
  return { service, taxpayer, method: contract.vatMethod };
}

/**
 * Tax on a fee that excludes it: on the fee where the law taxes the balance; on fee, pay and contributions
 * where it taxes the full price and lets nothing be deducted (公告2026年第10号 三(三)6 for small-scale taxpayers).
 */
export function taxOnTop(
  contract: ChargedAgreement,
  { feeFen, heads }: TaxedSupply,
  taxpayer: VatTaxpayer | undefined,
  tax: FeeTax,
): TaxOnTop {
  if (contract.vatIncluded) return { vatFen: zeroFen, isOnPrice: false };
  const rule = vatRuleOnTop(contract, taxpayer, tax);
  if (rule === undefined) return { vatFen: null, isOnPrice: false };
  const isOnPrice = rule.base === "full";
  const passedThrough = isOnPrice ? sumFen(heads.map((head) => head.passedThrough())) : zeroFen;
  const taxedFen = maxFen(zeroFen, fen(feeFen + passedThrough));
  return { vatFen: multiplyRate(taxedFen, rule.rate, "half-up"), isOnPrice };
}

/** The rule that a fee without tax is taxed by; undefined where none is established. */
export function vatRuleOnTop(
  contract: ChargedAgreement,
  taxpayer: VatTaxpayer | undefined,
  { facts, law }: FeeTax,
): VatRule | undefined {
  const vatCase = vatCaseOf(contract, taxpayer);
  const [rule] = vatCase === undefined ? [] : vatRulesOf(vatCase, law, facts);
  return rule;
}
