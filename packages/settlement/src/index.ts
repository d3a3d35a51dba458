export { applyRate, type RoundingRule } from "./apply-rate.js";
export { type BatchFee } from "./batch/fee-shares.js";
export { fitsBatch } from "./batch/fits-batch.js";
export { batchFeeOf, type BatchVat } from "./batch/vat-shares.js";
export { type InsuranceColumns, type LineColumns } from "./batch/line-columns.js";
export { type BatchMonth, settleBatch } from "./batch/settle-batch.js";
export { createWorkerColumns, deductionModes, type WorkerColumns } from "./batch/worker-columns.js";
export { canonicalJson } from "./canonical-json.js";
export { type ContributionOptions, contributionRules } from "./contribution-rules.js";
export {
  type Contribution,
  contributionBase,
  type ContributionRules,
  type Contributions,
  contributionsOn,
  type HousingFund,
  housingFundOn,
  type HousingFundRules,
  type InsuranceKind,
  insuranceKinds,
  type InsuranceRate,
} from "./contributions.js";
export {
  createExplainer,
  type Explainer,
  type Explanation,
  type ExplanationInput,
  explainItem,
  type LineItem,
  lineItems,
  occasionalLineItems,
} from "./explanation/explain.js";
export { type Invoice, type InvoiceDocument, type InvoiceTax } from "./invoices/invoice.js";
export { invoiceTax, type InvoicedPrice } from "./invoices/invoice-tax.js";
export { type SettlementIssueCode, settlementIssues } from "./issues.js";
export { type LawDate } from "./law-date.js";
export { type AccountBreach, type AccountTermId, accountTermIds } from "./migration/account-breach.js";
export { type CapMonth } from "./migration/cap-term.js";
export { type FloatDays, floatDays, type WorkingCalendar } from "./migration/float-days.js";
export { type MigrationIssueCode } from "./migration/issues.js";
export {
  type AccountOptions,
  type AccountTerm,
  type MigrationAccount,
  migrationAccount,
} from "./migration/migration-account.js";
export { type CashDays } from "./migration/money-terms.js";
export {
  type LastBefore,
  type MonthAccount,
  type UnitAccount,
  type WorkerAccount,
  type WorkerMonth,
} from "./migration/unit-account.js";
export { type OvertimeHours, type OvertimePay, overtimePay } from "./overtime.js";
export { type RulesOptions, type SettlementRules, settlementRules } from "./settlement-rules.js";
export { type VatSurchargeKind, vatSurcharges } from "./vat-surcharges.js";
export {
  agencyInsolvency,
  type AgencyDebt,
  type AgencyInsolvency,
  type InsolventAgency,
  type UnpaidWorker,
  type WorkerInsolvency,
} from "./insolvency/agency-insolvency.js";
export {
  type DepositedProject,
  type DepositStanding,
  type ProjectDeposit,
  projectDeposit,
} from "./populations/project/project-deposit.js";
export { type ServiceShare, servicesTotal } from "./services/service-fees.js";
export { type ContractFee } from "./statement/contract-fee.js";
export { assumedReadings } from "./statement/fee-readings.js";
export { type CostChange } from "./statement/cost-change.js";
export { digestOf } from "./statement/digest.js";
export {
  type Disbursement,
  type DisbursementPayee,
  type Funding,
  type HeldPayment,
} from "./statement/funding.js";
export { type EarlierContributions } from "./statement/earlier-contributions.js";
export { type LineBonus } from "./statement/line-bonus.js";
export { incomeTaxOf, type InsuranceSides, type LineResult, settleLine } from "./statement/settle-line.js";
export { buildStatement, settleUnit } from "./statement/settle-unit.js";
export { type LinePayment, type SettlementLine } from "./statement/settlement-line.js";
export {
  type SettlementStatement,
  statementSchemaName,
  type StatementTotals,
} from "./statement/statement.js";
export {
  type ExcludedWorker,
  type LineBaseline,
  type LineInput,
  type LinePayee,
  type OtherDeduction,
  type StatementInput,
  statementInputSchema,
  type StatementSettings,
  type UnitMonth,
} from "./statement/statement-input.js";
export { type Difference, type Verification, verifyStatement } from "./statement/verify.js";
export {
  type CumulativeFigures,
  cumulativeWithholding,
  type Withholding,
  type WithholdingTables,
} from "./tax/cumulative-withholding.js";
export { type SeveranceTax, taxBonusApart, taxSeverance } from "./tax/lump-sum-tax.js";
export {
  type LabourWithholding,
  type MonthIncome,
  type MonthTax,
  type PlatformIncome,
  withholdIntern,
  withholdLabourFee,
  withholdPlatformWorker,
} from "./tax/occasional-withholding.js";
export { type FactSet, factsFor } from "./facts-for.js";
export { type FenParts, shareLess, taxByTable, type TableTax } from "./tax/tax-table.js";
export { type DeductionMode, type WageMonth, type WageYear, withholdWages } from "./tax/wage-withholding.js";
export { type VatMethod, type VatService } from "@tongchou/core";
export { valueAddedTax, vatMethodUnavailable, type VatResult, type VatSupply } from "./value-added-tax.js";
export { type VatCase, type VatRule, vatRulesOf } from "./vat-rule.js";
export {
  type CarriedDebt,
  carryDebts,
  type MonthDebts,
  type SettledDebts,
} from "./month/changes/carried-debt.js";
export {
  type AgentChangeNotice,
  type AgentChangeNotices,
  agentChangeNotices,
} from "./month/agent-changes/agent-change-notices.js";
export { type JoinedMonth } from "./month/changes/join-changes.js";
export { type WorkerChanges } from "./month/changes/read-changes.js";
export { claimOfDebt, type WorkerDebt } from "./month/changes/worker-debt.js";
export { type HeldOutWorker } from "./month/held-out.js";
export { monthParts } from "./month/month-parts.js";
export { type JoinedPay, joinPay } from "./month/join-pay.js";
export { type HeldOutRow, type MonthInput, type UnitBalance } from "./month/month-input.js";
export { type PlannedMonth, planMonth } from "./month/plan-month.js";
export { type PreparedMonth, prepareMonth, type SettledMonth, settleMonth } from "./month/settle-month.js";
export {
  type DayConvention,
  type PartialMonth,
  partialMonthPay,
  type PartialMonthPay,
} from "./pay/partial-month.js";
export {
  type BonusChoice,
  type BonusWay,
  compareBonus,
  type YearEndBonus,
} from "./pay/bonus/bonus-choice.js";
export { type BonusTrap, bonusTraps } from "./pay/bonus/bonus-traps.js";
export { type AnnualSettlement, annualSettlement, type YearFigures } from "./tax/annual-settlement.js";
export {
  type DeductionClaim,
  type DeductionLimit,
  type DeductionPlace,
  type PayAfterClaims,
  type PayBeforeClaims,
  takeDeductions,
  type TakenDeduction,
} from "./pay/deductions/take-deductions.js";
export {
  type AttendanceMinimum,
  attendanceMinimum,
  type AttendanceQuestion,
} from "./populations/attendance-minimum.js";
export { type PopulationIssueCode } from "./populations/issues.js";
export {
  type LabourPay,
  labourPay,
  type LabourPayItem,
  type PayTerms,
  type PiecePrice,
  type PieceQuantity,
  type WorkDone,
} from "./populations/labour-pay.js";
export {
  type HeldOutsidePayment,
  instructOutside,
  type OutsideInstruction,
  type OutsideOrder,
  type OutsidePayee,
  type OutsidePayment,
  type OwnAccount,
  type PayingAccountByPopulation,
  type PlatformIdentity,
} from "./populations/outside-instruction.js";
export {
  type OutsidePayout,
  type OutsidePayoutBatch,
  outsidePayouts,
} from "./populations/outside-payouts.js";
export {
  type AppropriationPeriod,
  type AppropriationStanding,
  labourCostAppropriation,
} from "./populations/project/labour-cost-appropriation.js";
export {
  type ArrearsPayer,
  type EmployerArrears,
  type ProjectArrears,
  projectArrears,
  type ProjectArrearsInput,
  type ProjectEmployer,
  type Recourse,
  type WagesPaid,
} from "./populations/project/project-arrears.js";
export {
  instructProjectWages,
  type ProjectInstructionInput,
} from "./populations/project/project-instruction.js";
export {
  type ProjectWage,
  type ProjectWageDraft,
  projectWages,
  type ProjectWageTable,
  type ProjectWageTableDraft,
} from "./populations/project/project-wages.js";
export {
  type WageLineStanding,
  type WageLineState,
  type WageTableActor,
  wageTableStanding,
  type WageTableStanding,
  type WageTableStep,
} from "./populations/project/wage-table-steps.js";
export {
  type BackPay,
  type BackPayItem,
  backPayOf,
  type PaidAmount,
  payByServiceMonth,
  type ServicePay,
} from "./pay/back-pay.js";
export { type Clawback, type ClawbackTaken, clawBack } from "./pay/deductions/claw-back.js";
export {
  debtOfAdvance,
  type DebtorMonth,
  type PayDebt,
  type RepaidMonth,
  repayDebts,
  type Repayment,
} from "./pay/deductions/repay-debts.js";
export { type Instalment, instalmentsOf, type WageAdvance } from "./pay/deductions/wage-advance.js";
export {
  type InsuranceSubsidy,
  subsidisedInsurances,
  type WelfareMonth,
  type WelfareSubsidy,
  welfareSubsidy,
} from "./populations/public-welfare/welfare-subsidy.js";
export {
  type WelfareHistory,
  type WelfarePlacement,
  type WelfareSpell,
  type WelfareTerm,
  welfareTerm,
} from "./populations/public-welfare/welfare-term.js";
export { type SignatureCheck } from "./bundle/check-signatures.js";
export { readBundle, type UncheckedBundle } from "./bundle/read-bundle.js";
export {
  createLineProver,
  type LineProof,
  lineProofSchemaName,
  type LineProofVerification,
  type LineProver,
  proofOfLine,
  verifyLineProof,
} from "./bundle/line-proof.js";
export {
  createSigner,
  createVerifier,
  isPrivateKey,
  isPublicKey,
  keyIdOf,
  publicKeyOf,
  type SignatureAlgorithm,
  type Sm2KeyOptions,
  type StatementSigner,
  type StatementVerifier,
} from "./bundle/signature.js";
export { sm2DefaultUserId } from "@tongchou/core";
export {
  type BundleHead,
  bundleHeadSchemaName,
  type BundleOptions,
  bundleSchemaName,
  type BundleSignature,
  bundleStatement,
  signedBytes,
  type StatementBundle,
} from "./bundle/statement-bundle.js";
export { type LineLeaf, type PlainStatement } from "./bundle/statement-seals.js";
export { type BundleCheck, type BundleVerification, verifyBundle } from "./bundle/verify-bundle.js";
export {
  type AdditionalClaim,
  additionalDeductionsOn,
  type AdditionalItem,
} from "./history/additional-deductions.js";
export { madeUpChanges } from "./history/replay/made-up-changes.js";
export { correctionOf, type HistoryCorrection, type MonthCorrection } from "./history/replay/correction.js";
export { type HistoryDifference, type HistoryItem } from "./history/replay/history-differences.js";
export { type LateContribution, lateFee, type LateFee } from "./history/late-fee.js";
export { type ReplayedMonth } from "./history/replay/replay-month.js";
export { type ReplayedYear, type ReplayOptions, replayYear } from "./history/replay/replay-year.js";
export { type ReplayKnowledge } from "./history/replay/rules-book.js";
export {
  type HistoryAgent,
  type HistoryContribution,
  type HistoryMonth,
  type HistoryPay,
  isEmployedIn,
  type IssuedMonth,
  monthsEmployed,
  type WorkerHistory,
} from "./history/worker-history.js";
export { firstPaidIn } from "./pay/pay-cut-off.js";
export {
  type InternHours,
  type InternInstructionInput,
  type InternMonth,
  type InternPay,
  instructInternPay,
  internPay,
} from "./populations/internship/intern-pay.js";
export {
  type HostStaff,
  type Internship,
  internshipIssues,
  internShareIssues,
} from "./populations/internship/internship-checks.js";
export {
  type ReliefPayment,
  type ReliefProject,
  reliefProjectReport,
  type ReliefProjectReport,
} from "./populations/work-relief/relief-project-report.js";
export {
  type ReliefWage,
  reliefWages,
  type ReliefWageTable,
  type ReliefMonth,
  type ReliefWork,
} from "./populations/work-relief/relief-wages.js";
export { type WageDeduction } from "./populations/wage-deduction.js";
export {
  type OutboundOrder,
  type OutboundPayment,
  type OutboundSettlement,
  settleOutboundOrder,
} from "./populations/outbound/outbound-order.js";
export { type OutboundWage, type OutboundWorker } from "./populations/outbound/outbound-wages.js";
export {
  type LabourCooperative,
  type Recruit,
  type RecruitmentFee,
  recruitmentFees,
  type RecruitmentTerms,
} from "./populations/outbound/recruitment-fee.js";
export { discloseAgentChange } from "./history/agent-change/agent-change-disclosure.js";
export {
  type AgentChangeRecommendation,
  recommendAgentChange,
} from "./history/agent-change/agent-change-month.js";
export {
  type AgentChange,
  type AgentChangeComparison,
  type AgentChangeMonth,
  compareAgentChange,
} from "./history/agent-change/agent-change.js";
export {
  type AccountSince,
  type CorrectionOutcome,
  correctStatement,
} from "./correction/correct-statement.js";
export {
  type CorrectionCause,
  type ItemCorrection,
  type ItemValue,
  type LineCorrection,
  type PayeeSettlement,
  type SettlementPayee,
  type StatementCorrection,
  type StatementReference,
} from "./correction/statement-correction.js";
export { areInOrder } from "./pay/stay-order.js";
