import { coreIssues } from "../issues/catalogue.js";
import { createIssue, type Issue, type Place, type Subject } from "../issues/issue.js";
import { formatYuan, type Fen } from "../money/fen.js";
import { formatRate, type RatePpm } from "../money/rate.js";

/** What the policy keeps unchanged for a worker (P2-2.3), as far as it is known. */
export interface WorkConditions {
  readonly workplace?: string | undefined;
  readonly post?: string | undefined;
  readonly grossFen?: Fen | undefined;
  readonly contributionWageFen?: Fen | undefined;
  readonly housingFundRate?: RatePpm | undefined;
  readonly annualLeaveDays?: number | undefined;
}

/** The items compared, one by one: workplace, post, then compensation item by item (N19). */
export type UnchangedItem = keyof WorkConditions;

/** How one item stands after the migration. */
export interface UnchangedResult {
  readonly item: UnchangedItem;
  /** `unknown`: one of the sides is not on record; nothing is claimed. */
  readonly outcome: "unchanged" | "raised" | "lowered" | "changed" | "unknown";
}

const items: readonly UnchangedItem[] = [
  "workplace",
  "post",
  "grossFen",
  "contributionWageFen",
  "housingFundRate",
  "annualLeaveDays",
];

/**
 * Compares a worker's conditions before and after the migration, item by item.
 *
 * Workplace and post have to be the same; of compensation no item may fall, and a rise in one never makes up
 * for a fall in another.
 *
 * @example
 * compareConditions({ post: "护士" }, { post: "保安" })[1]; // => { item: "post", outcome: "changed" }
 */
export function compareConditions(before: WorkConditions, after: WorkConditions): readonly UnchangedResult[] {
  return items.map((item) => ({ item, outcome: outcomeOf(before[item], after[item]) }));
}

function outcomeOf(
  before: string | number | undefined,
  after: string | number | undefined,
): UnchangedResult["outcome"] {
  if (before === undefined || after === undefined) return "unknown";
  if (before === after) return "unchanged";
  if (typeof before === "string" || typeof after === "string") return "changed";
  return after > before ? "raised" : "lowered";
}

/**
 * The issues of a comparison: an item that changed or fell is `three-unchanged-broken`.
 *
 * @param places where each item of the later state stands, to point at it
 */
export function threeUnchangedIssues(
  before: WorkConditions,
  after: WorkConditions,
  subject: Subject,
  places: Readonly<Partial<Record<UnchangedItem, Place>>> = {},
): readonly Issue[] {
  return compareConditions(before, after)
    .filter((result) => result.outcome === "changed" || result.outcome === "lowered")
    .map(({ item }) => {
      const values = { ...itemNames[item], before: show(item, before[item]), after: show(item, after[item]) };
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
};

function show(item: UnchangedItem, value: string | number | undefined): string {
  if (typeof value !== "number") return value ?? "";
  if (item === "grossFen" || item === "contributionWageFen") return formatYuan(value as Fen);
  return item === "housingFundRate" ? formatRate(value as RatePpm) : String(value);
}
