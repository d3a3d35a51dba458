import {
  addMonths,
  ageOn,
  createIssue,
  formatYuan,
  type Fen,
  type Issue,
  type IssueValues,
  type PlainDate,
  type RatePpm,
} from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor } from "../../facts-for.js";
import { settlementIssues } from "../../issues.js";
import type { LawDate } from "../../law-date.js";
import type { PopulationIssueCode } from "../issues.js";

/** One student's internship in a post, as it is arranged before it begins. */
export interface Internship {
  /** The student. */
  readonly workerId: string;
  readonly birth: PlainDate;
  readonly firstYear: boolean;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Day on which school, host and student had all signed the agreement. */
  readonly agreementOn?: PlainDate | undefined;
  /** Day of the informed consent of student and guardian. */
  readonly consentOn?: PlainDate | undefined;
  /** True when school or host have liability insurance, not at the student's cost. */
  readonly insured: boolean;
  /** True when an intermediary or a paid agent organises, arranges or manages the internship. */
  readonly throughIntermediary: boolean;
  /** What anybody takes from the student, by whatever name. */
  readonly fees: readonly { readonly kind: string; readonly amountFen: Fen }[];
}

/** The host's staff and interns on a day. */
export interface HostStaff {
  readonly staff: number;
  readonly interns: number;
  readonly posts: readonly { readonly post: string; readonly staff: number; readonly interns: number }[];
}

/**
 * Checks an internship before it begins (教职成〔2021〕4号: articles 16 and 19, agreement, consent, term and
 * insurance).
 *
 * @param knownOn day whose knowledge of facts is used
 * @returns all that is wrong: the errors `intern-under-age`, `intern-first-year`, `intern-agreement-missing`,
 *   `intern-consent-missing`, `intern-through-intermediary`, `intern-fee-charged`; the warnings
 *   `intern-term-long`, `intern-insurance-missing`; `fact-unknown`
 * @example
 * const internship = {
 *   workerId: "S1", birth: plainDate("2008-05-06"), firstYear: false, insured: true,
 *   from: plainDate("2024-03-01"), to: plainDate("2024-08-31"), agreementOn: plainDate("2024-02-20"),
 *   consentOn: plainDate("2024-02-20"), throughIntermediary: false, fees: [],
 * };
 * const issues = internshipIssues(internship, createFacts(jiujiangPacks));
 * issues.map(({ code }) => code); // => ["intern-under-age"]
 */
export function internshipIssues(
  internship: Internship,
  facts: Facts,
  knownOn?: PlainDate,
): readonly Issue[] {
  const { workerId, birth, from, to } = internship;
  const known = factsFor(facts, ["cn.intern.minimum-age", "cn.intern.months"], from, knownOn);
  const issues: Issue[] = [...known.issues];
  const report = (code: PopulationIssueCode, values: IssueValues = {}): void => {
    issues.push(createIssue(settlementIssues, code, values, { subject: { workerId } }));
  };
  if (known.ok) {
    const minimumAge = known.value["cn.intern.minimum-age"].value.count;
    const age = ageOn(birth, from);
    if (age < minimumAge) report("intern-under-age", { age, allowed: minimumAge });
    const months = known.value["cn.intern.months"].value.count;
    if (to >= addMonths(from, months)) report("intern-term-long", { from, to, months });
  }
  if (internship.firstYear) report("intern-first-year");
  if (!isBefore(internship.agreementOn, from)) report("intern-agreement-missing", { from });
  if (!isBefore(internship.consentOn, from)) report("intern-consent-missing", { from });
  if (internship.throughIntermediary) report("intern-through-intermediary");
  if (!internship.insured) report("intern-insurance-missing");
  for (const { kind, amountFen } of internship.fees) {
    report("intern-fee-charged", { kind, amount: formatYuan(amountFen) });
  }
  return issues;
}

/** Signed on the first day is in time. */
function isBefore(day: PlainDate | undefined, from: PlainDate): boolean {
  return day !== undefined && day <= from;
}

/**
 * Checks the number of interns against the host's staff: of the whole staff, and of each post.
 *
 * @returns `intern-share-exceeded` for the staff and for each post, to be decided because the rule holds in
 *   general only; `fact-unknown`
 * @example
 * const staff = { staff: 100, interns: 10, posts: [{ post: "护理", staff: 20, interns: 5 }] };
 * const issues = internShareIssues(staff, { on: plainDate("2024-03-31") }, createFacts(jiujiangPacks));
 * issues.map(({ code }) => code); // => ["intern-share-exceeded"]
 */
export function internShareIssues(host: HostStaff, law: LawDate, facts: Facts): readonly Issue[] {
  const ids = ["cn.intern.share-of-staff", "cn.intern.share-of-post"] as const;
  const known = factsFor(facts, ids, law.on, law.knownOn);
  if (!known.ok) return known.issues;
  const ofStaff = known.value["cn.intern.share-of-staff"].value.rate;
  const ofPost = known.value["cn.intern.share-of-post"].value.rate;
  return [
    ...shareIssue({ ...host, whereZh: "全部在岗职工", whereEn: "the whole staff" }, ofStaff),
    ...host.posts.flatMap((post) =>
      shareIssue({ ...post, whereZh: `岗位“${post.post}”`, whereEn: `the post "${post.post}"` }, ofPost),
    ),
  ];
}

const ppmPerUnit = 1_000_000;

function shareIssue(
  group: {
    readonly staff: number;
    readonly interns: number;
    readonly whereZh: string;
    readonly whereEn: string;
  },
  rate: RatePpm,
): readonly Issue[] {
  const { staff, interns, whereZh, whereEn } = group;
  if (interns * ppmPerUnit <= staff * rate) return [];
  const values = { staff, interns, whereZh, whereEn, percent: rate / (ppmPerUnit / 100) };
  return [createIssue(settlementIssues, "intern-share-exceeded", values)];
}
