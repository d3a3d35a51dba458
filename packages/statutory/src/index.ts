export { type Confidence, type FactPack, type FactVersion, leastSure } from "./fact.js";
export { factDefinitions } from "./fact-definitions.js";
export { type FactDefinition, type FactId, type FactShapeById, type FactValue } from "./fact-ids.js";
export {
  createFacts,
  type FactLookUp,
  type FactQuery,
  type Facts,
  type KnownFact,
  type UnknownReason,
} from "./facts.js";
export { factUnknown } from "./fact-unknown.js";
export { type FactShape, type FactShapes, type TaxBracket } from "./fact-values.js";
export { type StatutoryIssueCode, statutoryIssues } from "./issues.js";
export { jiangxiPack, jiujiangPack, jiujiangPacks, nationalPack } from "./packs.js";
export { planFacts } from "./plan-facts.js";
export { readFactPack } from "./read-pack.js";
export { type MinimumWage, minimumWage } from "./rules/minimum-wage.js";
export { minimumContributionYears, originalRetirementMonth, retirementMonth } from "./rules/retirement.js";
