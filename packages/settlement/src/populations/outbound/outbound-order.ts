import {
  createIssue,
  fen,
  formatYuan,
  parsed,
  settlementRouteOf,
  subtractFen,
  sumFen,
  type Fen,
  type Issue,
  type Parsed,
  type PlainDate,
  type RouteOf,
  type VatMethod,
  type VatTaxpayer,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { settlementIssues } from "../../issues.js";
import type { LawDate } from "../../law-date.js";
import { valueAddedTax } from "../../value-added-tax.js";
import { namingFacts } from "../named-facts.js";
import {
  outboundWages,
  type OutboundWage,
  type OutboundWorker,
  type SettledWorker,
} from "./outbound-wages.js";
import { recruitmentFees, type LabourCooperative, type RecruitmentFee } from "./recruitment-fee.js";

/** One order of labour from elsewhere, organised as outsourcing and settled through the platform (P1-5.3). */
export interface OutboundOrder {
  readonly orderId: string;
  readonly clientId: string;
  /** Who employs the workers and invoices the client. */
  readonly providerId: string;
  /** Day of the settlement. */
  readonly on: PlainDate;
  /** Six digits of the division where the work is done; without it no minimum wage is tested. */
  readonly division?: string | undefined;
  /** What the client pays, tax included. */
  readonly totalFen: Fen;
  readonly workers: readonly OutboundWorker[];
  readonly cooperatives: readonly LabourCooperative[];
  /** The provider's own fee, without tax. */
  readonly serviceFeeFen: Fen;
  /** Travel, lodging, accident insurance and the like that the order pays for. */
  readonly otherCosts: readonly { readonly item: string; readonly amountFen: Fen }[];
  /** Value-added tax in the total: as invoiced, or to be reckoned on the full price. */
  readonly vat:
    | { readonly kind: "invoiced"; readonly vatFen: Fen }
    | {
        readonly kind: "reckoned";
        readonly taxpayer: VatTaxpayer;
        readonly method?: VatMethod | undefined;
      };
}

/** Money of an order and where it goes. `forwarded` is what is withheld and contributed. */
export interface OutboundPayment {
  readonly to:
    | { readonly kind: "worker"; readonly workerId: string }
    | { readonly kind: "cooperative"; readonly cooperativeId: string }
    | { readonly kind: "provider"; readonly providerId: string }
    | { readonly kind: "forwarded" };
  readonly amountFen: Fen;
}

/** An order settled: its parts, where they go, and what they leave of the total. */
export interface OutboundSettlement {
  readonly population: "outbound-labour";
  readonly route: RouteOf<"outbound-labour">;
  readonly orderId: string;
  readonly totalFen: Fen;
  readonly workers: readonly OutboundWage[];
  readonly excluded: readonly { readonly workerId: string; readonly codes: readonly string[] }[];
  readonly wagesFen: Fen;
  readonly contributionsFen: Fen;
  readonly recruitment: readonly RecruitmentFee[];
  readonly recruitmentFen: Fen;
  readonly serviceFeeFen: Fen;
  readonly otherCostsFen: Fen;
  /** `null` where no rule of value-added tax is established. */
  readonly vatFen: Fen | null;
  /** Total less all parts; `null` while a part is not known. */
  readonly differenceFen: Fen | null;
  /** They add up to all parts that are known. */
  readonly payments: readonly OutboundPayment[];
}

/**
 * Settles an order of outbound labour: every worker's pay, the co-operatives' recruitment fees, the provider's
 * fee, other costs and tax, reconciled to the order's total.
 *
 * @param knownOn day whose knowledge of facts is used
 * @returns the settlement. A worker is excluded for `wage-line-repeated`, `deduction-unlawful` (a recruitment
 *   fee is one), `negative-net` and the issues of {@link labourPay}. `pay-below-attendance-minimum` stands beside where the place is known, `order-not-reconciled` says
 *   what is over or missing; `vat-method-unavailable`, the issues of {@link recruitmentFees} and `fact-not-confirmed` stand beside
 * @example
 * const worker = {
 *   workerId: "W1", workerName: "赵六", cooperativeId: "C1", terms: { kind: "hour", hourFen: fen(2500) },
 *   work: { attendedCentidays: 2600, centihours: 20800 }, deductions: [],
 *   contributionsFen: fen(0), daysStayed: 31,
 * } as const;
 * const settled = settleOutboundOrder({
 *   orderId: "O-1", clientId: "K1", providerId: "P1", on: plainDate("2026-03-31"), totalFen: fen(609500),
 *   workers: [worker], serviceFeeFen: fen(25000), otherCosts: [],
 *   cooperatives: [{ cooperativeId: "C1", terms: { kind: "per-head", headFen: fen(30000) } }],
 *   vat: { kind: "reckoned", taxpayer: "general" },
 * }, createFacts(jiujiangPacks));
 * const value = settled.ok ? settled.value : undefined;
 * [value?.wagesFen, value?.vatFen, value?.differenceFen]; // => [520000, 34500, 0]
 */
export function settleOutboundOrder(
  order: OutboundOrder,
  facts: Facts,
  knownOn?: PlainDate,
): Parsed<OutboundSettlement> {
  return namingFacts(facts, (recorded) => settle(order, { on: order.on, knownOn }, recorded));
}

function settle(order: OutboundOrder, law: LawDate, facts: Facts): Parsed<OutboundSettlement> {
  const { orderId, totalFen, serviceFeeFen } = order;
  const wages = outboundWages(order, law, facts);
  const recruits = wages.settled.map(({ worker, wage }) => ({ ...worker, grossFen: wage.grossFen }));
  const fees = recruitmentFees(order.cooperatives, recruits);
  const recruitment = fees.ok ? fees.value : [];
  const vat = vatOf(order, law, facts);
  const vatFen = vat.ok ? vat.value : null;
  const parts = {
    wagesFen: sumFen(wages.settled.map(({ wage }) => wage.grossFen)),
    contributionsFen: sumFen(wages.settled.map(({ worker }) => worker.contributionsFen)),
    recruitmentFen: sumFen(recruitment.map(({ feeFen }) => feeFen)),
    serviceFeeFen,
    otherCostsFen: sumFen(order.otherCosts.map(({ amountFen }) => amountFen)),
  };
  const differenceFen =
    vatFen === null ? null : subtractFen(totalFen, sumFen([...Object.values(parts), vatFen]));
  const issues: Issue[] = [...wages.issues, ...fees.issues, ...vat.issues];
  if (differenceFen !== null && differenceFen !== 0) {
    const partsFen = subtractFen(totalFen, differenceFen);
    const values = {
      total: formatYuan(totalFen),
      parts: formatYuan(partsFen),
      difference: formatYuan(differenceFen),
    };
    issues.push(createIssue(settlementIssues, "order-not-reconciled", values, { clause: "P1-5.3" }));
  }
  const settlement: OutboundSettlement = {
    population: "outbound-labour",
    route: settlementRouteOf["outbound-labour"],
    orderId,
    totalFen,
    workers: wages.settled.map(({ wage }) => wage),
    excluded: wages.excluded,
    recruitment,
    ...parts,
    vatFen,
    differenceFen,
    payments: paymentsOf(order, wages.settled, recruitment, fen(parts.otherCostsFen + (vatFen ?? 0))),
  };
  return parsed(settlement, issues);
}

function vatOf({ vat, totalFen }: OutboundOrder, law: LawDate, facts: Facts): Parsed<Fen> {
  if (vat.kind === "invoiced") return parsed(vat.vatFen);
  const { taxpayer, method } = vat;
  const supply = { service: "outsourcing", taxpayer, method, grossFen: totalFen, ...law } as const;
  const tax = valueAddedTax(supply, facts);
  return tax.ok ? parsed(tax.value.vatFen, tax.issues) : tax;
}

function paymentsOf(
  { providerId, serviceFeeFen }: OutboundOrder,
  settled: readonly SettledWorker[],
  recruitment: readonly RecruitmentFee[],
  providerCostsFen: Fen,
): readonly OutboundPayment[] {
  const forwarded = settled.map(({ worker, wage }) => fen(worker.contributionsFen + wage.deductionsFen));
  const payments: readonly OutboundPayment[] = [
    ...settled.map(({ wage: { workerId, netFen } }) => ({
      to: { kind: "worker", workerId } as const,
      amountFen: netFen,
    })),
    ...recruitment.map(({ cooperativeId, feeFen }) => ({
      to: { kind: "cooperative", cooperativeId } as const,
      amountFen: feeFen,
    })),
    { to: { kind: "forwarded" }, amountFen: sumFen(forwarded) },
    { to: { kind: "provider", providerId }, amountFen: fen(serviceFeeFen + providerCostsFen) },
  ];
  return payments.filter(({ amountFen }) => amountFen !== 0);
}
