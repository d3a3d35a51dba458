import { coreIssues } from "../issues/catalogue.js";
import { createIssue, type Issue, type Place, type Subject } from "../issues/issue.js";
import { fen, formatYuan, zeroFen, type Fen } from "../money/fen.js";
import { formatRate, ratePpm, type RatePpm } from "../money/rate.js";
import type { PayItemKind } from "../records/pay-record.js";

/** What the policy keeps unchanged for a worker (P2-2.3), as far as it is known. */
export interface WorkConditions {
  readonly workplace?: string | undefined;
  readonly post?: string | undefined;
  /** Monthly gross pay as a whole. */
  readonly grossFen?: Fen | undefined;
  /** The same by kind of item; a kind that is not named is 0. */
  readonly payItemsFen?: Readonly<Partial<Record<PayItemKind, Fen>>> | undefined;
  readonly contributionWageFen?: Fen | undefined;
  readonly housingFundRate?: RatePpm | undefined;
  readonly annualLeaveDays?: number | undefined;
  /** Benefits outside gross pay, such as meals or a commercial insurance, in money a month. */
  readonly welfareFen?: Fen | undefined;
}

/** The items compared, one by one: workplace, post, then compensation item by item (N19). */
export type UnchangedItem = Exclude<keyof WorkConditions, "payItemsFen"> | `pay:${PayItemKind}`;

/** How one item stands after the migration. */
export interface UnchangedResult {
  readonly item: UnchangedItem;
  /** `unknown`: one of the sides is not on record; nothing is claimed. */
  readonly outcome: "unchanged" | "raised" | "lowered" | "changed" | "unknown";
}

const items: readonly Exclude<keyof WorkConditions, "payItemsFen">[] = [
  "workplace",
  "post",
  "grossFen",
  "contributionWageFen",
  "housingFundRate",
  "annualLeaveDays",
  "welfareFen",
];

const payItems: readonly PayItemKind[] = ["basic", "allowance", "performance", "overtime", "bonus", "other"];

interface Comparison {
  readonly item: UnchangedItem;
  readonly before: string | number | undefined;
  readonly after: string | number | undefined;
}

/**
 * Compares a worker's conditions before and after the migration, item by item.
 *
 * Workplace and post have to be the same; of compensation no item may fall, and a rise in one never makes up
 * for a fall in another.
 *
 * @returns one result for each item, in a fixed order; items of pay only where both sides name them
 * @example
 * compareConditions({ post: "护士" }, { post: "保安" })[1]; // => { item: "post", outcome: "changed" }
 */
export function compareConditions(before: WorkConditions, after: WorkConditions): readonly UnchangedResult[] {
  return comparisons(before, after).map((entry) => ({ item: entry.item, outcome: outcomeOf(entry) }));
}

function comparisons(before: WorkConditions, after: WorkConditions): readonly Comparison[] {
  const whole = items.map((item) => ({ item, before: before[item], after: after[item] }));
  const payBefore = before.payItemsFen;
  const payAfter = after.payItemsFen;
  if (payBefore === undefined || payAfter === undefined) return whole;
  const named = payItems.filter((kind) => payBefore[kind] !== undefined || payAfter[kind] !== undefined);
  return [
    ...whole,
    ...named.map((kind): Comparison => ({
      item: `pay:${kind}`,
      before: payBefore[kind] ?? zeroFen,
      after: payAfter[kind] ?? zeroFen,
    })),
  ];
}

function outcomeOf({ before, after }: Comparison): UnchangedResult["outcome"] {
  if (before === undefined || after === undefined) return "unknown";
  if (before === after) return "unchanged";
  if (typeof before === "string" || typeof after === "string") return "changed";
  return after > before ? "raised" : "lowered";
}

/**
 * The issues of a comparison: an item that changed or fell is `three-unchanged-broken`.
 *
 * @param places where each item of the later state stands, to point at it
 * @example
 * const before = { housingFundRate: ratePpm(120000) };
 * threeUnchangedIssues(before, { housingFundRate: ratePpm(50000) }, {})[0]?.message.en;
 * // => 'The housing-fund rate goes from "0.12" to "0.05", against the three unchanged. Explain or correct it.'
 */
export function threeUnchangedIssues(
  before: WorkConditions,
  after: WorkConditions,
  subject: Subject,
  places: Readonly<Partial<Record<UnchangedItem, Place>>> = {},
): readonly Issue[] {
  return comparisons(before, after)
    .filter((entry) => outcomeOf(entry) === "changed" || outcomeOf(entry) === "lowered")
    .map(({ item, before: was, after: is }) => {
      const values = { ...itemNames[item], before: show(item, was), after: show(item, is) };
      return createIssue(coreIssues, "three-unchanged-broken", values, { subject, place: places[item] });
    });
}

const itemNames: Readonly<Record<UnchangedItem, { itemZh: string; itemEn: string }>> = {
  workplace: { itemZh: "工作地点", itemEn: "workplace" },
  post: { itemZh: "工作岗位", itemEn: "post" },
  grossFen: { itemZh: "应发工资", itemEn: "gross pay" },
  contributionWageFen: { itemZh: "社保缴费基数", itemEn: "contribution base" },
  housingFundRate: { itemZh: "公积金缴存比例", itemEn: "housing-fund rate" },
  annualLeaveDays: { itemZh: "年休假天数", itemEn: "annual leave" },
  welfareFen: { itemZh: "福利待遇", itemEn: "welfare" },
  "pay:basic": { itemZh: "基本工资", itemEn: "basic pay" },
  "pay:allowance": { itemZh: "津贴补贴", itemEn: "allowances" },
  "pay:performance": { itemZh: "绩效工资", itemEn: "performance pay" },
  "pay:overtime": { itemZh: "加班值班费", itemEn: "overtime pay" },
  "pay:bonus": { itemZh: "全年一次性奖金", itemEn: "year-end bonus" },
  "pay:other": { itemZh: "其他工资项目", itemEn: "other pay" },
};

function show(item: UnchangedItem, value: string | number | undefined): string {
  if (typeof value !== "number") return value ?? "";
  if (item === "housingFundRate") return formatRate(ratePpm(value));
  return item === "annualLeaveDays" ? String(value) : formatYuan(fen(value));
}
