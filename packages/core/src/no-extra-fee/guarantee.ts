import { daysBetween, type PlainDate } from "../calendar/plain-date.js";
import { branchDefinitions, type Branch } from "../migration/branches.js";
import { fen, sumFen, zeroFen, type Fen } from "../money/fen.js";
import { deductionClaimKinds } from "../records/pay-change.js";
import { attributionIsComplete, causeIsZero, type CostAttribution } from "./attribution.js";
import { costChange, costTotal, type CostVector } from "./cost-vector.js";

/** The eight terms of the guarantee that no fee is added (reading of P2-2.0, P2-3.2.1, P2-3.2.2). */
export type GuaranteeTermId =
  | "component-equality"
  | "attribution"
  | "conservation"
  | "rounding"
  | "cap"
  | "nothing-from-worker"
  | "float"
  | "invoice-chain";

/** The outcome of one term. `breaches` names what does not hold, by ids and amounts. */
export interface GuaranteeTerm {
  readonly id: GuaranteeTermId;
  readonly clauses: readonly string[];
  readonly outcome: "holds" | "broken" | "not-tested";
  readonly breaches: readonly string[];
}

/** One worker's month on both sides of the equation, under the same law and the same HR facts. */
export interface WorkerCost {
  readonly workerId: string;
  readonly branch: Branch;
  /** True when the unit ordered extra services for this worker; branches 1B and 3C mean it anyway. */
  readonly hasServiceOrder?: boolean | undefined;
  /** What the unit would have paid without the platform. */
  readonly before: CostVector;
  /** What the unit is charged. */
  readonly after: CostVector;
  /** What is taken from the worker's gross, by kind. */
  readonly deductions: Readonly<Record<string, Fen>>;
}

/** Money in and out for one unit and month. */
export interface MoneyFlow {
  readonly receivedFen: Fen;
  readonly paidFen: readonly { readonly to: string; readonly amountFen: Fen }[];
  /** Money received and not passed on yet, item by item. */
  readonly heldFen: readonly { readonly reason: string; readonly amountFen: Fen }[];
  readonly platformIncomeFen: Fen;
  readonly receivedOn?: PlainDate | undefined;
  readonly paidOn?: PlainDate | undefined;
}

/** Who invoices whom, and what kind of supply it is. */
export interface InvoiceEdge {
  readonly from: string;
  readonly to: string;
  readonly supply: string;
}

/** The test of one fee against the original cost, where a contract is new. */
export interface CapTest {
  readonly contractId: string;
  readonly holds: boolean;
  readonly waiverId?: string | undefined;
}

/** Everything the guarantee is tested on. */
export interface GuaranteeInput {
  readonly workers: readonly WorkerCost[];
  /**
   * Whole change of the unit's cost since before the migration; absent when the earlier facts are not known.
   */
  readonly attribution?:
    { readonly before: CostVector; readonly after: CostVector; readonly parts: CostAttribution } | undefined;
  readonly flow: MoneyFlow;
  /** Amounts that were split, with their parts. */
  readonly splits: readonly {
    readonly id: string;
    readonly wholeFen: Fen;
    readonly partsFen: readonly Fen[];
  }[];
  readonly caps: readonly CapTest[];
  /** Calendar days that money may stay between receipt and payment. */
  readonly floatDaysMax: number;
  /** Who invoices whom before and after: the same edges, because the platform is on the cash edge only. */
  readonly invoicesBefore: readonly InvoiceEdge[];
  readonly invoicesAfter: readonly InvoiceEdge[];
}

/** The guarantee with all its terms. It holds when no term is broken. */
export interface Guarantee {
  readonly holds: boolean;
  readonly terms: readonly GuaranteeTerm[];
}

/**
 * What may be taken from a worker's pay: insurance, housing fund, tax, and the claims of a court, for damage,
 * and by agreement, each within its own limits (工资支付暂行规定 articles 15 and 16).
 */
export const lawfulDeductions: ReadonlySet<string> = new Set([
  "pension",
  "medical",
  "unemployment",
  "housing-fund",
  "income-tax",
  ...deductionClaimKinds,
]);

/**
 * Tests the guarantee of no extra fee, term by term.
 *
 * @example
 * const nothing = { receivedFen: fen(0), paidFen: [], heldFen: [], platformIncomeFen: fen(0) };
 * testGuarantee({
 *   workers: [], flow: nothing, splits: [], caps: [], floatDaysMax: 3, invoicesBefore: [], invoicesAfter: [],
 * }).holds; // => true
 */
export function testGuarantee(input: GuaranteeInput): Guarantee {
  const terms = [
    componentEquality(input.workers),
    attribution(input),
    conservation(input.flow),
    rounding(input.splits),
    cap(input.caps),
    nothingFromWorker(input.workers),
    float(input.flow, input.floatDaysMax),
    invoiceChain(input.invoicesBefore, input.invoicesAfter),
  ];
  return { holds: terms.every((term) => term.outcome !== "broken"), terms };
}

/**
 * Branches on which no component of the cost may change: cases 1 and 2a. Services bought on top of case 2a
 * (3C) leave the old contract as it is.
 *
 * @example
 * (["1A", "2A", "2B", "3C"] as const).map(isCostNeutral); // => [true, true, false, true]
 */
export function isCostNeutral(branch: Branch): boolean {
  const { route } = branchDefinitions[branch];
  return route === "payroll-hosting" || route === "tripartite-transfer" || branch === "3C";
}

/** Services that the unit ordered are its own choice and stand apart in the attribution. */
function mayPayServices(worker: WorkerCost): boolean {
  return worker.hasServiceOrder === true || worker.branch === "1B" || worker.branch === "3C";
}

/**
 * The components of a worker's cost that changed though they may not: none on a branch that is not bound to
 * the old cost, and none for services that the unit ordered.
 *
 * @example
 * const worker = { workerId: "W1", branch: "2A", deductions: {} } as const;
 * brokenComponents({ ...worker, before: { vat: fen(5) }, after: { vat: fen(7) } }); // => { vat: 2 }
 */
export function brokenComponents(worker: WorkerCost): CostVector {
  if (!isCostNeutral(worker.branch)) return {};
  const changed = Object.entries(costChange(worker.before, worker.after));
  return Object.fromEntries(
    changed.filter(([component]) => component !== "services" || !mayPayServices(worker)),
  );
}

function componentEquality(workers: readonly WorkerCost[]): GuaranteeTerm {
  const breaches = workers.flatMap((worker) =>
    Object.entries(brokenComponents(worker)).map(
      ([component, amount]) => `${worker.workerId} ${component} ${amount}`,
    ),
  );
  return term("component-equality", ["P2-3.2.1", "P2-3.2.2a", "P2-2.0"], breaches);
}

function attribution(input: GuaranteeInput): GuaranteeTerm {
  const change = input.attribution;
  if (change === undefined) return notTested("attribution", ["P2-2.0"]);
  const breaches: string[] = [];
  if (!attributionIsComplete(change.before, change.after, change.parts)) breaches.push("incomplete");
  const isNeutral = input.workers.every((worker) => isCostNeutral(worker.branch));
  if (isNeutral && !causeIsZero(change.parts, "migration")) {
    breaches.push(`migration ${costTotal(change.parts.migration)}`);
  }
  return term("attribution", ["P2-2.0"], breaches);
}

function conservation(flow: MoneyFlow): GuaranteeTerm {
  const out = fen(sumFen(flow.paidFen.map((payment) => payment.amountFen)) + flow.platformIncomeFen);
  const held = sumFen(flow.heldFen.map((item) => item.amountFen));
  const breaches: string[] = [];
  if (flow.receivedFen !== out + held) breaches.push(`in ${flow.receivedFen} out ${out} held ${held}`);
  if (flow.platformIncomeFen !== zeroFen) breaches.push(`platform income ${flow.platformIncomeFen}`);
  return term("conservation", ["P1-5.2b", "P2-3.2.1"], breaches);
}

function rounding(splits: GuaranteeInput["splits"]): GuaranteeTerm {
  const breaches = splits
    .filter((split) => sumFen(split.partsFen) !== split.wholeFen)
    .map((split) => `${split.id} ${split.wholeFen} parts ${sumFen(split.partsFen)}`);
  return term("rounding", ["P2-3.2.2a"], breaches);
}

function cap(caps: readonly CapTest[]): GuaranteeTerm {
  const clauses = ["P2-3.2.2b"];
  if (caps.length === 0) return notTested("cap", clauses);
  const breaches = caps
    .filter((test) => !test.holds && test.waiverId === undefined)
    .map((test) => test.contractId);
  return term("cap", clauses, breaches);
}

function nothingFromWorker(workers: readonly WorkerCost[]): GuaranteeTerm {
  const breaches = workers.flatMap((worker) =>
    Object.entries(worker.deductions)
      .filter(([kind, amount]) => amount !== 0 && !lawfulDeductions.has(kind))
      .map(([kind, amount]) => `${worker.workerId} ${kind} ${amount}`),
  );
  return term("nothing-from-worker", ["P2-2.3"], breaches);
}

function float(flow: MoneyFlow, floatDaysMax: number): GuaranteeTerm {
  if (flow.receivedOn === undefined || flow.paidOn === undefined) return notTested("float", ["P1-5.2c"]);
  const days = daysBetween(flow.receivedOn, flow.paidOn);
  return term("float", ["P1-5.2c"], days > floatDaysMax ? [`${days} days, at most ${floatDaysMax}`] : []);
}

function invoiceChain(before: readonly InvoiceEdge[], after: readonly InvoiceEdge[]): GuaranteeTerm {
  const known = new Set(before.map(edgeKey));
  const found = new Set(after.map(edgeKey));
  const breaches = [
    ...[...found].filter((key) => !known.has(key)).map((key) => `added ${key}`),
    ...[...known].filter((key) => !found.has(key)).map((key) => `missing ${key}`),
  ];
  return term("invoice-chain", ["P2-3.2.2a", "P2-2.0"], breaches);
}

function edgeKey(edge: InvoiceEdge): string {
  return `${edge.from} -> ${edge.to} ${edge.supply}`;
}

function term(id: GuaranteeTermId, clauses: readonly string[], breaches: readonly string[]): GuaranteeTerm {
  return { id, clauses, outcome: breaches.length === 0 ? "holds" : "broken", breaches };
}

function notTested(id: GuaranteeTermId, clauses: readonly string[]): GuaranteeTerm {
  return { id, clauses, outcome: "not-tested", breaches: [] };
}
