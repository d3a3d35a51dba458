import {
  createIssue,
  deductionClaimKinds,
  fen,
  formatYuan,
  maxFen,
  proportionOf,
  subtractFen,
  zeroFen,
  type BilingualText,
  type DeductionClaimKind,
  type Fen,
  type Issue,
  type PlainDate,
} from "@tongchou/core";
import { minimumWage, type Facts } from "@tongchou/statutory";
import { settlementIssues } from "../../issues.js";
import type { LawDate } from "../../law-date.js";

/** A claim on one month's pay. */
export interface DeductionClaim {
  readonly id: string;
  readonly kind: DeductionClaimKind;
  /** Day of the order, or on which the claim arose: of two of a kind the earlier is met first. */
  readonly since: PlainDate;
  readonly dueFen: Fen;
  /**
   * Net pay that has to be left. Of a court's order it is what the court leaves for living; without it
   * nothing is taken until somebody decides.
   */
  readonly keepFen?: Fen | undefined;
}

/** A month's pay before the claims on it. */
export interface PayBeforeClaims {
  readonly grossFen: Fen;
  /** Part of the gross that the minimum wage does not count. */
  readonly overtimeFen: Fen;
  /** Gross less the worker's insurance, housing fund and tax; may be negative. */
  readonly netFen: Fen;
}

/**
 * Why a claim was not met in full.
 *
 * - `net`: no pay is left.
 * - `keep`: the amount that has to be left to the worker is reached.
 * - `damage-share`: a fifth of the month's wage is the most for damage.
 * - `minimum-wage`: less than the minimum wage would remain.
 * - `unknown`: the limit is not known, so nothing was taken.
 */
export type DeductionLimit = "net" | "keep" | "damage-share" | "minimum-wage" | "unknown";

/** What was taken for a claim, and what is left of it to be carried. */
export interface TakenDeduction {
  readonly id: string;
  readonly kind: DeductionClaimKind;
  readonly takenFen: Fen;
  readonly leftFen: Fen;
  /** Why something is left; `null` where nothing is. */
  readonly limit: DeductionLimit | null;
}

/** A month's pay after the claims on it. */
export interface PayAfterClaims {
  readonly taken: readonly TakenDeduction[];
  /** What the worker is paid; never negative. */
  readonly payableFen: Fen;
  /** What insurance, fund and tax exceed the gross by: a receivable, never a payment. */
  readonly carriedFen: Fen;
  /** `court-order-floor-unknown`, `damage-floor-unknown` and `deduction-carried`. */
  readonly issues: readonly Issue[];
}

/** Where and when the minimum wage is tested. */
export interface DeductionPlace extends LawDate {
  /** Division of the workplace, six digits of GB/T 2260. */
  readonly division: string;
}

const wholePpm = 1_000_000;

/**
 * Takes the claims on a month's pay, each as far as the law and what is left allow.
 *
 * All damage of a month together is at most a fifth of its wage, and the wage without overtime, less the
 * damage, stays at the minimum wage or above (工资支付暂行规定 article 16). Orders of several courts are met
 * in the order of their days (最高人民法院关于人民法院执行工作若干问题的规定 article 55); what one of them
 * leaves for living is not touched by the claims after it.
 *
 * @returns what was taken of each claim in the order in which they are met, whatever order they come in
 * @example
 * const pay = { grossFen: fen(300000), overtimeFen: fen(0), netFen: fen(260000) };
 * const damage = { id: "D1", kind: "damage", since: plainDate("2024-02-01"), dueFen: fen(100000) } as const;
 * const place = { division: "360403", on: plainDate("2024-03-31") };
 * const { taken, payableFen } = takeDeductions(pay, [damage], place, createFacts(jiujiangPacks));
 * taken.map(({ takenFen, limit }) => [takenFen, limit]); // => [[60000, "damage-share"]]
 * payableFen; // => 200000
 */
export function takeDeductions(
  pay: PayBeforeClaims,
  claims: readonly DeductionClaim[],
  place: DeductionPlace,
  facts: Facts,
): PayAfterClaims {
  const damage = claims.some(({ kind }) => kind === "damage") ? damageRoom(pay, place, facts) : [];
  const taken: TakenDeduction[] = [];
  const issues: Issue[] = [];
  let left = maxFen(zeroFen, pay.netFen);
  let keep = zeroFen;
  let damageTaken = zeroFen;
  for (const claim of claims.toSorted(byRank)) {
    const own = maxFen(keep, claim.keepFen ?? zeroFen);
    const rooms: Room[] = [
      { limit: "net", roomFen: left },
      { limit: "keep", roomFen: subtractFen(left, own) },
    ];
    if (claim.kind === "damage") {
      rooms.unshift(...damage.map((room) => ({ ...room, roomFen: subtractFen(room.roomFen, damageTaken) })));
    }
    if (claim.kind === "court-order") {
      if (claim.keepFen === undefined) rooms.unshift(closed);
      else keep = own;
    }
    const result = takeOne(claim, rooms);
    left = subtractFen(left, result.takenFen);
    if (claim.kind === "damage") damageTaken = fen(damageTaken + result.takenFen);
    taken.push(result);
    issues.push(...issuesOf(claim, result));
  }
  return { taken, payableFen: left, carriedFen: maxFen(zeroFen, subtractFen(zeroFen, pay.netFen)), issues };
}

/** The most that one limit lets through; nothing where it is below nought. */
interface Room {
  readonly limit: DeductionLimit;
  readonly roomFen: Fen;
}

/** A limit that is not known lets nothing through. */
const closed: Room = { limit: "unknown", roomFen: zeroFen };

/** Takes what every limit lets through, and names the tightest: of two alike the first. */
function takeOne({ id, kind, dueFen }: DeductionClaim, rooms: readonly Room[]): TakenDeduction {
  let takenFen = dueFen;
  let limit: DeductionLimit | null = null;
  for (const room of rooms) {
    const roomFen = maxFen(zeroFen, room.roomFen);
    if (roomFen >= takenFen) continue;
    takenFen = roomFen;
    limit = room.limit;
  }
  return { id, kind, takenFen, leftFen: subtractFen(dueFen, takenFen), limit };
}

/** Both limits of damage in a month: its share of the wage, rounded down, and the minimum wage. */
function damageRoom(pay: PayBeforeClaims, place: DeductionPlace, facts: Facts): readonly Room[] {
  const share = facts.lookUp("cn.deduction.damage-share", place);
  const standard = minimumWage(facts, place.division, place.on, place.knownOn);
  if (!share.known || !standard.ok) return [closed];
  const fraction = { numerator: share.fact.value.rate, denominator: wholePpm };
  const countedFen = subtractFen(pay.grossFen, pay.overtimeFen);
  return [
    { limit: "damage-share", roomFen: proportionOf(maxFen(zeroFen, pay.grossFen), fraction, "down") },
    { limit: "minimum-wage", roomFen: subtractFen(countedFen, standard.value.standardFen) },
  ];
}

function byRank(a: DeductionClaim, b: DeductionClaim): number {
  const rank = deductionClaimKinds.indexOf(a.kind) - deductionClaimKinds.indexOf(b.kind);
  if (rank !== 0) return rank;
  const [left, right] = [`${a.since} ${a.id}`, `${b.since} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

const limitNames: Readonly<Record<Exclude<DeductionLimit, "unknown">, BilingualText>> = {
  net: { zh: "本月实发已扣完", en: "no pay is left this month" },
  keep: { zh: "须为本人保留的金额已到", en: "the amount that has to be left is reached" },
  "damage-share": { zh: "赔偿扣款已达当月工资的法定比例", en: "damage is at its share of the month's wage" },
  "minimum-wage": { zh: "再扣将低于最低工资标准", en: "more would go below the minimum wage" },
};

function issuesOf(
  { id, kind }: DeductionClaim,
  { takenFen, leftFen, limit }: TakenDeduction,
): readonly Issue[] {
  if (limit === null) return [];
  if (limit === "unknown") {
    const code = kind === "court-order" ? "court-order-floor-unknown" : "damage-floor-unknown";
    return [createIssue(settlementIssues, code, { claim: id })];
  }
  const { zh, en } = limitNames[limit];
  const amounts = { taken: formatYuan(takenFen), left: formatYuan(leftFen) };
  return [createIssue(settlementIssues, "deduction-carried", { claim: id, ...amounts, zh, en })];
}
