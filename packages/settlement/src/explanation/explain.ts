import {
  groupBy,
  maxFen,
  sumFen,
  zeroFen,
  type BilingualText,
  type Fen,
  type ServiceOrder,
} from "@tongchou/core";
import { createFacts, type FactId } from "@tongchou/statutory";
import { insuranceKinds, type InsuranceKind } from "../contributions.js";
import { settlementRules, type SettlementRules } from "../settlement-rules.js";
import type { ContractFee } from "../statement/contract-fee.js";
import type { SettledEntry } from "../statement/settlement-line.js";
import type { SettlementStatement } from "../statement/statement.js";
import {
  explainFee,
  explainFeeTax,
  explainGross,
  explainNet,
  explainUnitCost,
  priceOfLine,
} from "./amounts.js";
import {
  explainBase,
  explainHousingFund,
  explainInsurance,
  explainTax,
  explainTaxable,
} from "./deductions.js";
import { explainBonusTax, explainEarlierContributions, explainOtherDeductions } from "./special-items.js";
import { explainServices } from "./services.js";

/** What can be explained of a line. */
export type LineItem =
  | "gross"
  | "contribution-base"
  | `${InsuranceKind}.${"employer" | "employee"}`
  | "housing-fund"
  | "taxable"
  | "tax"
  | "net"
  | "bonus-tax"
  | "other-deductions"
  | "earlier-contributions.employee"
  | "earlier-contributions.employer"
  | "agency-fee"
  | "vat"
  | "services"
  | "unit-cost";

/** One number that an item was reckoned from. */
export interface ExplanationInput extends BilingualText {
  /** Amount in yuan, rate, or count, as text. */
  readonly value: string;
}

/** How an item of a line came about. */
export interface Explanation {
  readonly workerId: string;
  readonly item: LineItem;
  readonly title: BilingualText;
  /**
   * The formula with the numbers filled in, in yuan, ready to be worked out: `+ − × ÷`, `min`, `max`, and
   * `round(x, unit)` for half-up (`roundHalfEven`, `roundDown`, `roundUp` for the other rules). A share of a
   * fee is exact to less than a fen, since what does not divide goes by largest remainder; so is each term of
   * several orders of services. Empty where no rate is established.
   */
  readonly formula: string;
  readonly inputs: readonly ExplanationInput[];
  /** The result in fen; `null` for an item without an established rate. */
  readonly resultFen: Fen | null;
  /** Facts of the statement that were used. */
  readonly facts: readonly FactId[];
  /** Law, article, or clause of the policy. */
  readonly clause: string;
}

/** An explanation but for whom and what it is about. */
export type Told = Omit<Explanation, "workerId" | "item">;

/** A line with everything around it that an explanation may point at. */
export interface ExplainedLine extends SettledEntry {
  readonly statement: SettlementStatement;
  readonly rules: SettlementRules;
  /** Fee of the contract that is settled for the worker. */
  readonly fee: ContractFee | undefined;
  /** Pay under that contract that carries a fee; a clawback carries none. */
  readonly payWithFeeFen: Fen;
  /** Price of everybody under that contract, as far as a tax on the full price is shared by it. */
  readonly pricesFen: Fen;
  /** Pay of everybody whom an order of services names that carries a fee. */
  payOfOrder(order: ServiceOrder): Fen;
}

/** Explains items of a statement's lines. */
export type Explainer = (workerId: string, item: LineItem) => Explanation | undefined;

/** Items of a line that only some lines have. */
export const occasionalLineItems: readonly LineItem[] = [
  "bonus-tax",
  "other-deductions",
  "earlier-contributions.employee",
  "earlier-contributions.employer",
  "services",
];

/** Every item that each line can explain, in the order of the statement. */
export const lineItems: readonly LineItem[] = [
  "gross",
  "contribution-base",
  ...insuranceKinds.flatMap((kind): LineItem[] => [`${kind}.employee`, `${kind}.employer`]),
  "housing-fund",
  "taxable",
  "tax",
  "net",
  "agency-fee",
  "vat",
  "unit-cost",
];

/**
 * Explains one item of one worker's line: formula, numbers, facts and clause. Nothing of it is kept in the
 * statement; it is told on demand.
 *
 * @returns the explanation, or undefined when the statement has no such worker, or the line no such item
 */
export function explainItem(
  statement: SettlementStatement,
  workerId: string,
  item: LineItem,
): Explanation | undefined {
  return createExplainer(statement)(workerId, item);
}

/**
 * Prepares to explain many items of one statement: looks the rules up and indexes the lines once.
 *
 * @returns a function of worker id and item that answers as {@link explainItem}
 */
export function createExplainer(statement: SettlementStatement): Explainer {
  const { facts, law, unit, workers, serviceOrders = [] } = statement.input;
  const rules = settlementRules(createFacts(facts), law, { workInjuryClass: unit.workInjuryClass });
  const lines = new Map(statement.lines.map((line) => [line.workerId, line]));
  const inputs = new Map(workers.map((line) => [line.workerId, line]));
  const fees = new Map(statement.fees.map((fee) => [fee.contractId, fee]));
  const byContract = groupBy(workers, (line) => line.settledContractId);
  const payOf = (workerId: string): Fen => maxFen(zeroFen, lines.get(workerId)?.grossFen ?? zeroFen);
  const payWithFee = new Map(
    [...byContract].map(([id, ofContract]) => [id, sumFen(ofContract.map((line) => payOf(line.workerId)))]),
  );
  const prices = new Map(
    [...byContract].map(([id, ofContract]) => [
      id,
      sumFen(ofContract.map(({ workerId }) => priceOfLine(lines.get(workerId)))),
    ]),
  );
  const payOfOrders = new Map(
    serviceOrders.map(({ id, workerIds }) => [id, sumFen(workerIds.map(payOf))] as const),
  );
  const subjectOf = (workerId: string): ExplainedLine | undefined => {
    const result = lines.get(workerId);
    const line = inputs.get(workerId);
    if (result === undefined || line === undefined || !rules.ok) return undefined;
    return {
      statement,
      line,
      result,
      rules: rules.value,
      fee: fees.get(line.settledContractId ?? ""),
      payWithFeeFen: payWithFee.get(line.settledContractId) ?? zeroFen,
      pricesFen: prices.get(line.settledContractId) ?? zeroFen,
      payOfOrder: (order) => payOfOrders.get(order.id) ?? zeroFen,
    };
  };
  let last: { readonly workerId: string; readonly subject: ExplainedLine | undefined } | undefined;
  return (workerId, item) => {
    // The items of a line are mostly asked for one after the other.
    if (last?.workerId !== workerId) last = { workerId, subject: subjectOf(workerId) };
    if (last.subject === undefined) return undefined;
    const told = tell(last.subject, item);
    return told === undefined ? undefined : { workerId, item, ...told };
  };
}

function tell(subject: ExplainedLine, item: LineItem): Told | undefined {
  switch (item) {
    case "gross":
      return explainGross(subject);
    case "contribution-base":
      return explainBase(subject);
    case "housing-fund":
      return explainHousingFund(subject);
    case "taxable":
      return explainTaxable(subject);
    case "tax":
      return explainTax(subject);
    case "net":
      return explainNet(subject);
    case "bonus-tax":
      return explainBonusTax(subject);
    case "other-deductions":
      return explainOtherDeductions(subject);
    case "earlier-contributions.employee":
      return explainEarlierContributions(subject, "employee");
    case "earlier-contributions.employer":
      return explainEarlierContributions(subject, "employer");
    case "agency-fee":
      return explainFee(subject);
    case "vat":
      return explainFeeTax(subject);
    case "services":
      return explainServices(subject);
    case "unit-cost":
      return explainUnitCost(subject);
    case "pension.employer":
    case "medical.employer":
    case "unemployment.employer":
    case "workInjury.employer":
    case "maternity.employer":
      return explainInsurance(subject, insuranceOf(item), "employer");
    case "pension.employee":
    case "medical.employee":
    case "unemployment.employee":
    case "workInjury.employee":
    case "maternity.employee":
      return explainInsurance(subject, insuranceOf(item), "employee");
  }
}

function insuranceOf(item: `${InsuranceKind}.${string}`): InsuranceKind {
  return item.slice(0, item.indexOf(".")) as InsuranceKind;
}
