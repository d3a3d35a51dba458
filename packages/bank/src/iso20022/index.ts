export type {
  AccountEntry,
  BatchBooking,
  EntryDetail,
  EntryDirection,
  EntryReturn,
} from "./account-entry.js";
export { bookedBatch, type BookedBatch, entryOutcomes, resolveBatches } from "./account-outcomes.js";
export { createIso20022Adapter, type Iso20022Adapter, type Iso20022Result } from "./adapter.js";
export { type CamtOptions, CamtReader, type CamtSummary } from "./camt-reader.js";
export { type Iso20022IssueCode, iso20022Issues } from "./issues.js";
export {
  defaultPurposes,
  type Iso20022Options,
  type Iso20022Purpose,
  type Pain001Version,
} from "./options.js";
export { type OrderedPayment, type PaymentOrder, readPain001 } from "./pain001-reader.js";
export { type Pain001Order, writePain001 } from "./pain001-writer.js";
export { type Pain002Options, Pain002Reader } from "./pain002-reader.js";
export { paymentStatuses, returnReasons } from "./status-tables.js";
export { type CnapsDocument, decodeCnapsDocument, encodeCnapsDocument } from "./cnaps2/document.js";
export {
  type CnapsEnvelope,
  cnapsSignatureBytes,
  decodeCnapsEnvelope,
  encodeCnapsEnvelope,
} from "./cnaps2/envelope.js";
export type { CnapsField, CnapsForm } from "./cnaps2/fields.js";
export { type CnapsHeader, decodeCnapsHeader, encodeCnapsHeader } from "./cnaps2/header.js";
export {
  beps121,
  beps382,
  ccms990,
  type CnapsBatchHead,
  type CnapsBatchRow,
  type CnapsCredit,
  type CnapsCreditHead,
  type CnapsLayout,
  cnapsProvenance,
  type CnapsReceipt,
  type RowTotals,
} from "./cnaps2/layouts.js";
export {
  type CnapsOutcomeOptions,
  cnapsOutcomes,
  cnapsStatuses,
  isReturn,
  returnCodes,
  type ReturnCodes,
  type ReturnedPayment,
} from "./cnaps2/outcomes.js";
