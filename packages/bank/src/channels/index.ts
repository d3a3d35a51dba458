export { type BankIdentity, isOwnAccount } from "./payee-bank.js";
export { type CmbChannel, createCmbChannel, type ReturnsQuery } from "./cmb/cmb-channel.js";
export { type CmbEnvelopeKeys, cmbUserId, createCmbEnvelope } from "./cmb/cmb-envelope.js";
export { type CmbOptions } from "./cmb/cmb-options.js";
export { cmbRequestStates, cmbResultCodes, cmbReturnFlags, cmbRowStatuses } from "./cmb/cmb-statuses.js";
export { completeResult } from "./complete-result.js";
export { type ChannelIssueCode, channelIssues } from "./issues.js";
export { type SourcedStatuses } from "./status-lookup.js";
