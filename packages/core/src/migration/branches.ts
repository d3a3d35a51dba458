import type { DocumentKind } from "./documents.js";

/** Branches of the policy, by the names of its long-form reading. */
export type Branch = "1A" | "1B" | "1P" | "2A" | "2B" | "3A" | "3B" | "3C" | "3D" | "P0" | "R" | "X";

/** How a worker comes onto the platform. */
export type MigrationRoute =
  | "payroll-hosting"
  | "tripartite-transfer"
  | "agency-reselection"
  | "commissioned-procurement"
  | "refusal"
  | "out-of-scope";

/** Why a service is procured (commissioned procurement only). */
export type ProcurementReason = "mode-change" | "new-hire" | "added-service" | "self-funded";

/** What a branch brings for worker, unit, agency and platform. */
export interface BranchDefinition {
  readonly route: MigrationRoute;
  readonly reason?: ProcurementReason;
  /** True while an approval is awaited: wages go on, nothing is settled for good. */
  readonly interim?: true;
  readonly relationMoves: boolean;
  readonly employerOfRecordAfter: "unit" | "same-agency" | "new-agency" | "agency" | "none";
  /** `restarts`: a new withholding agent begins its cumulative figures at nought. */
  readonly withholdingAgent: "unchanged" | "restarts" | "new" | "none";
  readonly platformPays: "worker" | "agency" | "nobody";
  /** What bounds the agency's fee. The platform's own fee is 0 on every branch. */
  readonly agencyFee: "none" | "service-order" | "old-terms" | "at-most-original-cost" | "quote";
  readonly threeUnchanged: "required" | "not-applicable";
  readonly serviceYears: "untouched" | "merged" | "new" | "ended";
  readonly severance: "none" | "by-law";
  readonly documents: readonly DocumentKind[];
  readonly clauses: readonly string[];
}

const hosted = {
  route: "payroll-hosting",
  relationMoves: false,
  employerOfRecordAfter: "unit",
  withholdingAgent: "unchanged",
  platformPays: "worker",
  threeUnchanged: "required",
  serviceYears: "untouched",
  severance: "none",
} as const;

const procured = {
  route: "commissioned-procurement",
  relationMoves: true,
  employerOfRecordAfter: "agency",
  withholdingAgent: "restarts",
  platformPays: "agency",
  agencyFee: "quote",
  threeUnchanged: "required",
  serviceYears: "merged",
  severance: "none",
} as const;

const everywhere: readonly DocumentKind[] = ["talk-record", "three-unchanged-notice", "no-gap-proof"];

const procurementDocuments: readonly DocumentKind[] = [
  "mode-change-decision",
  "budget-approval",
  "quotation-record",
  "labour-contract-with-tenure",
  "labour-use-agreement",
  "dispatch-post-record",
  ...everywhere,
];

/**
 * The branches and what each brings (P2-3.2, P2-3.4, P2-3.6; their documents as the long-form reading lists
 * them).
 */
export const branchDefinitions: Readonly<Record<Branch, BranchDefinition>> = {
  "1A": {
    ...hosted,
    agencyFee: "none",
    documents: [
      "labour-contract",
      "list-approval",
      "payroll-disbursement-agreement",
      "card-consent",
      ...everywhere,
    ],
    clauses: ["P2-3.2.1"],
  },
  "1B": {
    ...hosted,
    agencyFee: "service-order",
    documents: [
      "labour-contract",
      "list-approval",
      "payroll-disbursement-agreement",
      "card-consent",
      "service-order",
      ...everywhere,
    ],
    clauses: ["P2-3.2.1"],
  },
  "1P": {
    ...hosted,
    interim: true,
    agencyFee: "none",
    documents: ["labour-contract", "payroll-disbursement-agreement-interim", "card-consent", ...everywhere],
    clauses: ["P2-3.2.1", "P2-2.0", "P1-5.2a"],
  },
  "2A": {
    route: "tripartite-transfer",
    relationMoves: false,
    employerOfRecordAfter: "same-agency",
    withholdingAgent: "unchanged",
    platformPays: "agency",
    agencyFee: "old-terms",
    threeUnchanged: "required",
    serviceYears: "untouched",
    severance: "none",
    documents: ["old-contract-reference", "tripartite-contract", "fee-schedule-equal", ...everywhere],
    clauses: ["P2-3.2.2a"],
  },
  "2B": {
    route: "agency-reselection",
    relationMoves: true,
    employerOfRecordAfter: "new-agency",
    withholdingAgent: "restarts",
    platformPays: "agency",
    agencyFee: "at-most-original-cost",
    threeUnchanged: "required",
    serviceYears: "merged",
    severance: "none",
    documents: [
      "old-agency-closing-statement",
      "explanation-record",
      "selection-record",
      "tripartite-contract",
      "labour-contract-with-tenure",
      "labour-use-agreement",
      "withholding-agent-disclosure",
      ...everywhere,
    ],
    clauses: ["P2-3.2.2b", "P2-3.4a", "P2-3.6"],
  },
  "3A": {
    ...procured,
    reason: "mode-change",
    documents: procurementDocuments,
    clauses: ["P2-3.2.3", "P2-3.4a", "P2-3.6"],
  },
  "3B": {
    ...procured,
    reason: "new-hire",
    relationMoves: false,
    withholdingAgent: "new",
    threeUnchanged: "not-applicable",
    serviceYears: "new",
    // A new hire has no state before that could change or break, so the notices of a migration are not due.
    documents: ["headcount-approval", "purchase-order", "labour-contract", "labour-use-agreement"],
    clauses: ["P2-3.2.3", "P2-2.4"],
  },
  "3C": {
    ...procured,
    reason: "added-service",
    relationMoves: false,
    employerOfRecordAfter: "same-agency",
    withholdingAgent: "unchanged",
    serviceYears: "untouched",
    documents: [
      "old-contract-reference",
      "tripartite-contract",
      "fee-schedule-equal",
      "service-order",
      ...everywhere,
    ],
    clauses: ["P2-3.2.3", "P2-3.2.2a"],
  },
  "3D": {
    ...procured,
    reason: "self-funded",
    documents: procurementDocuments,
    clauses: ["P2-3.7", "P2-3.2.3", "P2-3.6"],
  },
  P0: {
    ...hosted,
    agencyFee: "none",
    documents: ["payroll-disbursement-agreement", "card-consent", ...everywhere],
    clauses: ["P1-3b", "P1-4.1"],
  },
  R: {
    route: "refusal",
    relationMoves: false,
    employerOfRecordAfter: "none",
    withholdingAgent: "none",
    platformPays: "nobody",
    agencyFee: "none",
    threeUnchanged: "not-applicable",
    serviceYears: "ended",
    severance: "by-law",
    documents: ["refusal-record", "severance-calculation", "insurance-stop-date", ...everywhere],
    clauses: ["P2-3.6"],
  },
  X: {
    route: "out-of-scope",
    relationMoves: false,
    employerOfRecordAfter: "unit",
    withholdingAgent: "unchanged",
    platformPays: "nobody",
    agencyFee: "none",
    threeUnchanged: "not-applicable",
    serviceYears: "untouched",
    severance: "none",
    documents: [],
    clauses: ["P2-1", "P2-2.4"],
  },
};
