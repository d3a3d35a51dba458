import {
  createIssue,
  failed,
  formatYuan,
  fen,
  parsed,
  proportionOf,
  sumFen,
  type Fen,
  type Issue,
  type Parsed,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { rounded } from "../explanation/formula.js";
import { factsFor } from "../facts-for.js";
import { settlementIssues } from "../issues.js";
import type { LawDate } from "../law-date.js";

/** The price of a number of pieces: 3.50 yuan for 100 bricks has no price of one brick in whole fen. */
export interface PiecePrice {
  readonly item: string;
  readonly priceFen: Fen;
  readonly perUnits: number;
}

/**
 * What was agreed to be paid for work: by day, hour, piece or month (State Council Order 724, article 13).
 *
 * A month that was not worked in full is counted by one of two conventions, both on 21.75 paid days:
 * `paid-days` pays the days attended, `paid-days-missed` takes the days missed from the month's wage.
 */
export type PayTerms =
  | { readonly kind: "day"; readonly dayFen: Fen }
  | { readonly kind: "hour"; readonly hourFen: Fen }
  | { readonly kind: "piece"; readonly prices: readonly PiecePrice[] }
  | {
      readonly kind: "month";
      readonly monthFen: Fen;
      readonly convention: "paid-days" | "paid-days-missed";
    };

/** A quantity of finished work, in thousandths of its unit. */
export interface PieceQuantity {
  readonly item: string;
  readonly milliunits: number;
}

/** What the attendance register and the measured quantities say of one worker and period. */
export interface WorkDone {
  /** Days attended, in hundredths of a day. */
  readonly attendedCentidays: number;
  /** Days that the worker was to attend, in hundredths; for pay by month it is needed. */
  readonly scheduledCentidays?: number | undefined;
  /** Hours of normal work, in hundredths. */
  readonly centihours?: number | undefined;
  readonly quantities?: readonly PieceQuantity[] | undefined;
}

/** One part of the pay with the way it was reckoned. */
export interface LabourPayItem {
  /** The kind of the terms; for piecework the piece. */
  readonly item: string;
  /** `round(220.00 × 23.5, 0.01)`; the arguments in yuan and whole days, hours or units. */
  readonly formula: string;
  readonly amountFen: Fen;
}

/** Pay for normal work, overtime not included. */
export interface LabourPay {
  readonly kind: PayTerms["kind"];
  readonly items: readonly LabourPayItem[];
  readonly payFen: Fen;
}

const hundredths = 100;
const thousandths = 1000;

/**
 * Reckons pay by day, hour, piece or month from attendance and quantities.
 *
 * Each item is rounded once, half-up to the fen, so that the items on a worker's slip add up.
 *
 * @returns the pay; or `work-figure-missing` (hours, scheduled days or quantities that the terms need, or a
 *   figure that is no whole number of 0 or more), `piece-price-missing`, `piece-price-repeated`,
 *   `fact-unknown` (paid days of the month)
 * @example
 * const facts = createFacts(jiujiangPacks);
 * const law = { on: plainDate("2024-03-31") };
 * const pay = labourPay({ kind: "day", dayFen: fen(22000) }, { attendedCentidays: 2350 }, law, facts);
 * pay.ok && pay.value; // => {
 * //   kind: "day",
 * //   items: [{ item: "day", formula: "round(220.00 × 23.5, 0.01)", amountFen: 517000 }],
 * //   payFen: 517000,
 * // }
 */
export function labourPay(terms: PayTerms, work: WorkDone, law: LawDate, facts: Facts): Parsed<LabourPay> {
  const items = itemsOf(terms, work, law, facts);
  if (!items.ok) return items;
  return parsed({
    kind: terms.kind,
    items: items.value,
    payFen: sumFen(items.value.map((item) => item.amountFen)),
  });
}

function itemsOf(
  terms: PayTerms,
  work: WorkDone,
  law: LawDate,
  facts: Facts,
): Parsed<readonly LabourPayItem[]> {
  const { attendedCentidays, centihours } = work;
  if (!isFigure(attendedCentidays)) return failed(missing("attended"));
  switch (terms.kind) {
    case "day":
      return parsed([timed("day", terms.dayFen, attendedCentidays)]);
    case "hour":
      if (!isFigure(centihours)) return failed(missing("hours"));
      return parsed([timed("hour", terms.hourFen, centihours)]);
    case "piece":
      return pieceItems(terms.prices, work.quantities);
    case "month":
      return monthItems(terms, work, law, facts);
  }
}

function timed(item: "day" | "hour", priceFen: Fen, count: number): LabourPayItem {
  return shareItem(item, priceFen, { numerator: count, denominator: hundredths }, [count / hundredths]);
}

function pieceItems(
  prices: readonly PiecePrice[],
  quantities: readonly PieceQuantity[] | undefined,
): Parsed<readonly LabourPayItem[]> {
  const issues: Issue[] = [];
  const priceOf = new Map<string, PiecePrice>();
  for (const price of prices) {
    if (priceOf.has(price.item)) {
      issues.push(createIssue(settlementIssues, "piece-price-repeated", { item: price.item }));
    }
    priceOf.set(price.item, price);
  }
  if (quantities === undefined) return failed(missing("quantities"), ...issues);
  const items: LabourPayItem[] = [];
  for (const { item, milliunits } of quantities) {
    const price = priceOf.get(item);
    if (price === undefined || !isFigure(price.perUnits) || price.perUnits === 0) {
      issues.push(createIssue(settlementIssues, "piece-price-missing", { item }));
    } else if (!isFigure(milliunits)) {
      issues.push(missing("quantities"));
    } else {
      items.push(pieceItem(price, milliunits));
    }
  }
  const [first, ...rest] = issues;
  return first === undefined ? parsed(items) : failed(first, ...rest);
}

function pieceItem({ item, priceFen, perUnits }: PiecePrice, milliunits: number): LabourPayItem {
  const fraction = { numerator: milliunits, denominator: thousandths * perUnits };
  return shareItem(item, priceFen, fraction, [milliunits / thousandths, perUnits]);
}

/** Whoever attended every day that was asked for has the whole month's wage, however many days it has. */
function monthItems(
  terms: Extract<PayTerms, { readonly kind: "month" }>,
  work: WorkDone,
  law: LawDate,
  facts: Facts,
): Parsed<readonly LabourPayItem[]> {
  const { attendedCentidays, scheduledCentidays } = work;
  if (!isFigure(scheduledCentidays)) return failed(missing("scheduled"));
  const missed = scheduledCentidays - attendedCentidays;
  if (missed <= 0) {
    const whole = { item: "month", formula: formatYuan(terms.monthFen), amountFen: terms.monthFen };
    return parsed([whole]);
  }
  const known = factsFor(facts, ["cn.wage.paid-days"], law.on, law.knownOn);
  if (!known.ok) return known;
  const paidDays = known.value["cn.wage.paid-days"].value.count;
  const whole = Math.round(paidDays * hundredths);
  const counted = terms.convention === "paid-days" ? attendedCentidays : whole - missed;
  const numerator = Math.min(Math.max(0, counted), whole);
  const quotient = [numerator / hundredths, paidDays] as const;
  return parsed([shareItem("month", terms.monthFen, { numerator, denominator: whole }, quotient)]);
}

/** @param shown the factor, and the divisor where there is one */
function shareItem(
  item: string,
  priceFen: Fen,
  fraction: Parameters<typeof proportionOf>[1],
  [factor, divisor]: readonly [number, number?],
): LabourPayItem {
  const product = `${formatYuan(priceFen)} × ${factor}`;
  const term = divisor === undefined || divisor === 1 ? product : `${product} ÷ ${divisor}`;
  return {
    item,
    formula: rounded(term, { mode: "half-up", unitFen: fen(1) }),
    amountFen: proportionOf(priceFen, fraction, "half-up"),
  };
}

function isFigure(count: number | undefined): count is number {
  return count !== undefined && Number.isSafeInteger(count) && count >= 0;
}

const figureNames = {
  attended: { figureZh: "出勤天数", figureEn: "days attended" },
  hours: { figureZh: "工时", figureEn: "hours worked" },
  quantities: { figureZh: "完成数量", figureEn: "quantities" },
  scheduled: { figureZh: "应出勤天数", figureEn: "days to attend" },
} as const;

function missing(figure: keyof typeof figureNames): Issue {
  return createIssue(settlementIssues, "work-figure-missing", figureNames[figure]);
}
