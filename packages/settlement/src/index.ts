export { applyRate, type RoundingRule } from "./apply-rate.js";
export { canonicalJson } from "./canonical-json.js";
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
export { type SettlementIssueCode, settlementIssues } from "./issues.js";
export { type OvertimeHours, type OvertimePay, overtimePay } from "./overtime.js";
export {
  type LawDate,
  type RulesOptions,
  type SettlementRules,
  settlementRules,
} from "./settlement-rules.js";
export { type ContractFee } from "./statement/contract-fee.js";
export { digestOf } from "./statement/digest.js";
export {
  type Explanation,
  type ExplanationInput,
  explainItem,
  type LineItem,
  lineItems,
} from "./statement/explain.js";
export {
  type Disbursement,
  type DisbursementPayee,
  type Funding,
  type HeldPayment,
} from "./statement/funding.js";
export { type CostChange } from "./statement/guarantee-input.js";
export { type InsuranceSides, type LineResult, settleLine } from "./statement/settle-line.js";
export { settleUnit } from "./statement/settle-unit.js";
export {
  buildStatement,
  type LinePayment,
  type SettlementLine,
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
  withholdIntern,
  withholdLabourFee,
  withholdPlatformWorker,
} from "./tax/occasional-withholding.js";
export { type FactSet, factsFor } from "./tax/tax-facts.js";
export { taxByTable, type TableTax } from "./tax/tax-table.js";
export { type DeductionMode, type WageMonth, type WageYear, withholdWages } from "./tax/wage-withholding.js";
export {
  valueAddedTax,
  type VatMethod,
  type VatResult,
  type VatService,
  type VatSupply,
} from "./value-added-tax.js";
