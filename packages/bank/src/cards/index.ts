export { createTagRegistry, readTagReply, tagFamily, type TagRegistrySettings } from "./all-dsjk.js";
export {
  type CardFamily,
  type CardField,
  type CardInput,
  type CardOperationFormat,
  type CardReply,
  type CardSettings,
  writeCardRequest,
} from "./card-family.js";
export {
  type CardAnswer,
  type CardApplication,
  type CardHolder,
  type CardOperation,
  cardOperations,
  type CardRecord,
  type CardRegistry,
  type SocialCard,
} from "./card-registry.js";
export { type CardRequest, type CardTransport, redactCardRequest } from "./card-request.js";
export {
  type CardState,
  cardStateOf,
  cardStates,
  type CardStateTable,
  type FinancialState,
  financialStates,
  scmsCardStates,
  tagCardStates,
} from "./card-state.js";
export { createCardRegistry } from "./create-card-registry.js";
export {
  type CardScreening,
  type CardStanding,
  type HeldBackPayment,
  type HoldBackReason,
  holdBackByCard,
} from "./hold-back.js";
export { type CardIssueCode, cardIssues } from "./issues.js";
export { createScmsRegistry, readScmsReply, scmsFamily, type ScmsSettings } from "./scms.js";
export { scmsOperations } from "./scms-operations.js";
export { readServiceProxyReturn, writeServiceProxyCall } from "./soap-envelope.js";
