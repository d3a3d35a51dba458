import type { SourcedStatuses } from "../status-lookup.js";

const sdkSource = {
  source: "integrator code sinri/CMBFirmBankSDK (2021) and ahKevinXy/go-cmb (2023)",
  verifiedBy: null,
  verifiedOn: null,
};

/** RESULTCODE of an answer's head. Success says that the request was taken, nothing of payments. */
export const cmbResultCodes: SourcedStatuses = {
  provenance: { ...sdkSource, source: "from memory: SUC0000; not found in public code" },
  statuses: { SUC0000: { outcome: "processing" } },
};

/** STSCOD of a row: pending, waiting for review, made, failed, cancelled. */
export const cmbRowStatuses: SourcedStatuses = {
  provenance: sdkSource,
  statuses: {
    A: { outcome: "processing" },
    I: { outcome: "processing" },
    S: { outcome: "paid" },
    E: { outcome: "rejected", reason: "other" },
    C: { outcome: "rejected", reason: "other" },
  },
};

/** REQSTA of a batch that the bank has not finished. */
export const cmbRequestStates: SourcedStatuses = {
  provenance: sdkSource,
  statuses: {
    AUT: { outcome: "processing" },
    NTE: { outcome: "processing" },
    WCF: { outcome: "processing" },
    BNK: { outcome: "processing" },
    ACK: { outcome: "processing" },
    APD: { outcome: "processing" },
    OPR: { outcome: "processing" },
  },
};

/**
 * RTNFLG of a batch with REQSTA FIN. `S` alone does not pay anybody: rows and SUCNUM tell how many were made;
 * and `B` says that money came back, not whose: BB6RFDQY lists that. So both have no outcome for the rest.
 */
export const cmbReturnFlags: SourcedStatuses = {
  provenance: sdkSource,
  statuses: {
    S: { outcome: "processing" },
    F: { outcome: "rejected", reason: "other" },
    B: { outcome: "processing" },
    R: { outcome: "rejected", reason: "authorisation-refused" },
    D: { outcome: "rejected", reason: "other" },
    C: { outcome: "rejected", reason: "other" },
  },
};
