export { plainDateSchema } from "./calendar/plain-date-schema.js";
export {
  addDays,
  addMonths,
  addMonthsToPeriod,
  ageOn,
  dateFromDayNumber,
  dateOf,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstDayOf,
  isCalendarDay,
  lastDayOf,
  monthsBetween,
  parsePeriod,
  parsePlainDate,
  partsOfDate,
  partsOfPeriod,
  type Period,
  period,
  periodOf,
  type PlainDate,
  plainDate,
} from "./calendar/plain-date.js";
export { checkFeeCap, type FeeCapInput } from "./fees/fee-cap.js";
export {
  type FeeBounds,
  type FeeTerms,
  feeTermsSchema,
  type FeeTier,
  type FixedTerms,
  type PerHeadTerms,
  type QuoteTerms,
  type RateOnGrossTerms,
  type TieredTerms,
} from "./fees/fee-terms.js";
export {
  countedDays,
  daysCounted,
  type DaysThere,
  type HeadCounting,
  headCountingSchema,
  type MonthStays,
  type Stay,
} from "./fees/head-counting.js";
export {
  type FeeSize,
  type HeadDays,
  type ServiceFee,
  serviceFee,
  serviceFeeTotal,
} from "./fees/service-fee.js";
export { groupBy } from "./group-by.js";
export {
  type BankAccountNumber,
  type BankAccountOptions,
  parseBankAccount,
} from "./identifiers/bank-account.js";
export { type CnapsCode, type CnapsCodeOptions, parseCnapsCode } from "./identifiers/cnaps-code.js";
export { type CreditCode, type CreditCodeHolder, parseCreditCode } from "./identifiers/credit-code.js";
export { type Division, isProvinceCode, jiujiangDivisions, parseDivision } from "./identifiers/division.js";
export {
  type IdentityDocumentKind,
  type IdentityNumber,
  type IdentityNumberOptions,
  parseIdentityNumber,
} from "./identifiers/identity-number.js";
export { foldFullWidth, plainNumberText } from "./identifiers/normalise.js";
export { parsePersonName, type PersonName } from "./identifiers/person-name.js";
export { parseContactNumber, parseMobile } from "./identifiers/phone.js";
export { type CoreIssueCode, coreIssues, type ValueIssueCode } from "./issues/catalogue.js";
export {
  type BilingualText,
  createIssue,
  type DecisionOption,
  formatPlace,
  type Issue,
  type IssueCatalogue,
  type IssueContext,
  type IssueDefinition,
  type IssueValues,
  type Language,
  type Place,
  placeIssues,
  type Severity,
  type Subject,
} from "./issues/issue.js";
export {
  maskAccountNumber,
  maskIdentityNumber,
  maskName,
  maskNumbersIn,
  maskPersonalIn,
} from "./issues/mask.js";
export { parseWithSchema } from "./issues/parse-with-schema.js";
export { failed, type Parsed, parsed } from "./issues/parsed.js";
export { ambiguities, type Ambiguity, type AmbiguityId, ambiguityOf } from "./migration/ambiguities.js";
export {
  type Branch,
  type BranchDefinition,
  branchDefinitions,
  type MigrationRoute,
  type ProcurementReason,
} from "./migration/branches.js";
export {
  decideRoute,
  type DecisionRow,
  decisionTable,
  type MigrationDecision,
  type RowPattern,
} from "./migration/decision-table.js";
export { checkDocuments, type DocumentKind, documentNames } from "./migration/documents.js";
export { contradictions, type MigrationFacts, migrationFactValues } from "./migration/facts.js";
export {
  compareConditions,
  threeUnchangedIssues,
  type UnchangedItem,
  type UnchangedResult,
  type WorkConditions,
} from "./migration/three-unchanged.js";
export { cityTimetable, lateSteps, type TimetableEntry, type TimetableStep } from "./migration/timetable.js";
export { allocate } from "./money/allocate.js";
export { fenSchema } from "./money/fen-schema.js";
export {
  type Fen,
  fen,
  formatYuan,
  formatYuanGrouped,
  maxFen,
  minFen,
  parseYuan,
  subtractFen,
  sumFen,
  zeroFen,
} from "./money/fen.js";
export { type Fraction, proportionOf } from "./money/proportion.js";
export { formatRate, multiplyRate, parseRate, type RatePpm, ratePpm } from "./money/rate.js";
export { divideRounded, type Rounding } from "./money/rounding.js";
export {
  attributeChange,
  attributionIsComplete,
  causeIsZero,
  type CostAttribution,
  type CostCause,
  costCauses,
  type CostStates,
} from "./no-extra-fee/attribution.js";
export {
  componentsOf,
  costChange,
  costTotal,
  type CostVector,
  sumCosts,
} from "./no-extra-fee/cost-vector.js";
export {
  brokenComponents,
  type CapTest,
  type Guarantee,
  type GuaranteeInput,
  type GuaranteeTerm,
  type GuaranteeTermId,
  type InvoiceEdge,
  isCostNeutral,
  lawfulDeductions,
  type MoneyFlow,
  testGuarantee,
  type WorkerCost,
} from "./no-extra-fee/guarantee.js";
export {
  type AgencyContract,
  agencyContractSchema,
  type ContractIntention,
  type EmployingMode,
  type FeeWaiver,
} from "./parties/agency-contract.js";
export {
  type DirectHireApproval,
  type DirectHireGround,
  directHireGroundNames,
} from "./parties/direct-hire-approval.js";
export {
  type EmployerUnit,
  employerUnitSchema,
  isStateOwnedEnterprise,
  type UnitNature,
  unitNatureNames,
} from "./parties/employer-unit.js";
export {
  type CorporateAccount,
  corporateAccountSchema,
  type HrAgency,
  hrAgencySchema,
  type VatTaxpayer,
} from "./parties/hr-agency.js";
export { type FeeAgreement, type VatMethod, type VatService } from "./parties/fee-agreement.js";
export { type ServiceOrder, serviceOrderSchema } from "./parties/service-order.js";
export { type WorkContract, workContractSchema } from "./parties/work-contract.js";
export {
  type FundingSource,
  fundingSourceNames,
  type OutsidePopulation,
  type Population,
  type PostClass,
  postClassNames,
  type Roster,
  rosterSchema,
  type RouteByPopulation,
  type RouteOf,
  type SettlementRoute,
  settlementRouteOf,
  type Worker,
  workerSchema,
} from "./parties/worker.js";
export { type ContractMatch, matchContract } from "./planning/match-contract.js";
export {
  type MigrationPlan,
  type PlanInput,
  planMigration,
  type PlannedWorker,
  type UnitChoice,
} from "./planning/plan.js";
export { type RefusalFacts, refusalOf } from "./planning/refusal.js";
export { type UnitCheckInput, unitIssues } from "./planning/unit-checks.js";
export {
  duplicateIssues,
  type RosterMention,
  type RetirementCategory,
  type WorkerFacts,
  workerIssues,
} from "./planning/worker-checks.js";
export { type Clause, clauseOf, clauses } from "./policy/clauses.js";
export { type DeclarationRecord } from "./records/declaration-record.js";
export type {
  BonusDeclaration,
  DeclaredPerson,
  LabourDeclaration,
  LabourIncomeItem,
} from "./records/income-declaration.js";
export type {
  HousingFundBackPayment,
  HousingFundBaseChange,
  HousingFundMember,
  HousingFundOpening,
  HousingFundRecord,
  HousingFundRemittance,
  HousingFundResumption,
  HousingFundResumptionReason,
  HousingFundSuspension,
  HousingFundSuspensionReason,
} from "./records/housing-fund-record.js";
export {
  type BonusTaxing,
  type ContributionDifference,
  type DebtTerms,
  type DeductionClaimKind,
  deductionClaimKinds,
  type PayChange,
  type PayChangeDetail,
  type RepaymentPlan,
} from "./records/pay-change.js";
export {
  type ContributionScope,
  type PayItem,
  type PayItemKind,
  type PayRecord,
} from "./records/pay-record.js";
export { type PayoutPurpose, type PayoutRecord } from "./records/payout-record.js";
export { type PayoutIdentity, payoutReference } from "./records/payout-reference.js";
export { placeOf, type RowSource } from "./records/row-source.js";
export type { WithholdingRecord, WithholdingTotals } from "./records/withholding-record.js";
export {
  labourContractLawInForce,
  type MergedServiceYears,
  mergedServiceYears,
  type MergeOptions,
  type ServiceSegment,
} from "./service-years/merged-service.js";
export { type Severance, severance, type SeveranceInput } from "./service-years/severance.js";
export {
  isSm2PrivateKey,
  isSm2PublicKey,
  sm2DefaultUserId,
  type Sm2Message,
  sm2PublicKey,
  sm2SharedPoint,
  sm2Sign,
  sm2Verify,
} from "./sm/sm2.js";
export { sm3 } from "./sm/sm3.js";
