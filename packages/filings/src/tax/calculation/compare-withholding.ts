import {
  createIssue,
  fen,
  type Fen,
  formatYuan,
  groupBy,
  type Issue,
  type IssueContext,
  placeOf,
  type WithholdingRecord,
  zeroFen,
} from "@tongchou/core";
import { filingIssues } from "../../issues.js";
import {
  explainDifference,
  type WithholdingCause,
  type WithholdingDifference,
  type WithholdingTable,
} from "./explain-difference.js";

/** One person on both sides, or on one. */
export interface ComparedPerson {
  readonly kind: "agrees" | "differs" | "not-exported" | "not-ours" | "repeated";
  readonly own: WithholdingRecord | undefined;
  readonly exported: WithholdingRecord | undefined;
  /** Exported tax less own; what is missing on a side counts as nought. */
  readonly taxDifferenceFen: Fen;
  /** Why, to the fen: their `taxFen` add up to `taxDifferenceFen`. */
  readonly differences: readonly WithholdingDifference[];
}

/** What comparing the tax of a month found. */
export interface WithholdingComparison {
  /** In the order of our records, then those who are only on the export. */
  readonly people: readonly ComparedPerson[];
  readonly ownTaxFen: Fen;
  readonly exportedTaxFen: Fen;
  /** True when every tax is the same or its difference comes of figures that are named. */
  readonly isExplained: boolean;
  readonly issues: readonly Issue[];
}

/** Options of {@link compareWithholding}. */
export interface WithholdingComparisonOptions {
  /** The table of the year that both sides should have used. */
  readonly table: WithholdingTable;
}

/**
 * Compares the tax that we withhold with what the client reckons, person by person and to the fen.
 * People are matched by the number of their document.
 *
 * @param own our records of the month, of one withholding agent
 * @param exported the client's, from `importCalculation`
 * @returns everybody; an issue for each difference, at its cell of the export: `tax-differs-base`,
 *   `tax-differs-additional-deductions`, `tax-differs-months`, `tax-differs-other-agent`,
 *   `tax-differs-relief`, `tax-differs-rate-table`, `tax-differs-rounding`, `tax-differs-unexplained`,
 *   `tax-name-differs`, `tax-person-not-exported`, `tax-person-not-ours`, `tax-person-ambiguous`
 * @throws RangeError when the table's last bracket has a limit
 * @example
 * const table = { brackets: [{ upToFen: null, rate: ratePpm(30000), quickFen: fen(0) }] };
 * compareWithholding([], [], { table }).isExplained; // => true
 */
export function compareWithholding(
  own: readonly WithholdingRecord[],
  exported: readonly WithholdingRecord[],
  { table }: WithholdingComparisonOptions,
): WithholdingComparison {
  const ours = groupBy(own, numberOf);
  const theirs = groupBy(exported, numberOf);
  const people = [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((number) =>
    comparePerson(ours.get(number) ?? [], theirs.get(number) ?? [], table),
  );
  return {
    people,
    ownTaxFen: taxOf(own),
    exportedTaxFen: taxOf(exported),
    isExplained: people.every(isExplained),
    issues: people.flatMap(issuesOf),
  };
}

function numberOf({ documentNumber }: WithholdingRecord): string {
  return documentNumber.toUpperCase();
}

function taxOf(records: readonly WithholdingRecord[]): Fen {
  return fen(records.reduce((sum, { taxFen }) => sum + taxFen, 0));
}

/** A person with several records on a side cannot be matched, and all of them are named. */
function comparePerson(
  own: readonly WithholdingRecord[],
  exported: readonly WithholdingRecord[],
  table: WithholdingTable,
): readonly ComparedPerson[] {
  if (own.length > 1 || exported.length > 1) {
    return [
      ...own.map((record) => alone("repeated", record, undefined)),
      ...exported.map((record) => alone("repeated", undefined, record)),
    ];
  }
  const [ours] = own;
  const [theirs] = exported;
  if (ours === undefined || theirs === undefined) {
    return [alone(ours === undefined ? "not-ours" : "not-exported", ours, theirs)];
  }
  const differences = explainDifference(ours, theirs, table);
  const kind = differences.length === 0 ? "agrees" : "differs";
  return [{ ...alone(kind, ours, theirs), differences }];
}

function alone(
  kind: ComparedPerson["kind"],
  own: WithholdingRecord | undefined,
  exported: WithholdingRecord | undefined,
): ComparedPerson {
  const taxDifferenceFen = fen((exported?.taxFen ?? zeroFen) - (own?.taxFen ?? zeroFen));
  return { kind, own, exported, taxDifferenceFen, differences: [] };
}

function isExplained({ kind, differences }: ComparedPerson): boolean {
  if (kind === "agrees") return true;
  return kind === "differs" && differences.every(({ cause }) => cause !== "unexplained");
}

const codes = {
  "additional-deductions": "tax-differs-additional-deductions",
  base: "tax-differs-base",
  months: "tax-differs-months",
  "other-agent": "tax-differs-other-agent",
  "rate-table": "tax-differs-rate-table",
  relief: "tax-differs-relief",
  rounding: "tax-differs-rounding",
  unexplained: "tax-differs-unexplained",
} as const satisfies Record<WithholdingCause, string>;

function issuesOf(person: ComparedPerson): readonly Issue[] {
  const { kind, own, exported, differences } = person;
  if (kind === "repeated") {
    return [createIssue(filingIssues, "tax-person-ambiguous", {}, contextOf(person))];
  }
  if (kind === "not-ours" || kind === "not-exported") {
    const tax = formatYuan((own ?? exported)?.taxFen ?? zeroFen);
    return [createIssue(filingIssues, `tax-person-${kind}`, { tax }, contextOf(person))];
  }
  const named = own?.name === exported?.name ? [] : [nameIssue(person)];
  return [...named, ...differences.map((difference) => differenceIssue(person, difference))];
}

function nameIssue(person: ComparedPerson): Issue {
  return createIssue(filingIssues, "tax-name-differs", {}, contextOf(person, "name"));
}

function differenceIssue(person: ComparedPerson, { cause, field, ...amounts }: WithholdingDifference): Issue {
  const column = columnOf[field] ?? field;
  const header = person.exported?.source?.columns[column]?.header ?? field;
  const values = {
    header,
    own: formatYuan(amounts.ownFen),
    exported: formatYuan(amounts.exportedFen),
    tax: formatYuan(amounts.taxFen),
  };
  return createIssue(filingIssues, codes[cause], values, contextOf(person, column));
}

/** Columns of the export in which a figure stands. */
const columnOf: Readonly<Record<string, string>> = {
  specialFen: "pensionFen",
  incomeBeforeFen: "yearIncomeFen",
  exemptBeforeFen: "yearExemptFen",
  specialBeforeFen: "yearSpecialFen",
  additionalFen: "childEducationFen",
  otherFen: "yearOtherFen",
  taxFen: "balanceFen",
};

function contextOf({ own, exported }: ComparedPerson, field = "documentNumber"): IssueContext {
  const source = exported?.source ?? own?.source;
  const workerId = own?.employeeNumber ?? exported?.employeeNumber;
  return {
    ...(source === undefined ? {} : { place: placeOf(source, field) }),
    ...(workerId === undefined ? {} : { subject: { workerId } }),
  };
}
