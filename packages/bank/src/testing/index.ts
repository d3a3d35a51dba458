export {
  type CheckResult,
  type ConformanceCheck,
  conformanceChecks,
  type ConformanceReport,
  conformanceSuite,
} from "./conformance.js";
export { type KitIssueCode, kitIssues } from "./issues.js";
export { profileSamples } from "./profile-samples.js";
export { formatConformance } from "./report.js";
export type {
  AdapterSamples,
  AnswerRow,
  AnswerWanted,
  AnswerWriter,
  ChannelSamples,
  PaymentRead,
  ResultSample,
} from "./samples.js";
