import type { FailureReason } from "../../outcome.js";
import type { Provenance } from "../../profile.js";
import type { SourcedStatuses } from "../status-lookup.js";

const provenance: Provenance = {
  source:
    "integrator code for CCB's outer link (6W1303, 6W2102, 6W2100, 6W2104, 6W1503), several public copies",
  verifiedBy: null,
  verifiedOn: null,
};

/** RETURN_CODE of any answer: the request was taken. */
export const ccbTaken = "000000";
/** RETURN_CODE of a query: the bank has no such number, yet. */
export const ccbNotFound = "0130Z110BB22";

/**
 * F_STATUS of a batch: 0 nobody was paid; 1 it was gone through, and those of FAIL_LIST were not paid; 2
 * and 3 it is being gone through.
 */
export const ccbFileStatuses: SourcedStatuses = {
  provenance,
  statuses: {
    "0": { outcome: "rejected", reason: "other" },
    "1": { outcome: "paid" },
    "2": { outcome: "processing" },
    "3": { outcome: "processing" },
  },
};

/** REMARK of a payment that failed. */
export const ccbReasons: {
  readonly provenance: Provenance;
  readonly reasons: Readonly<Record<string, FailureReason>>;
} = {
  provenance,
  reasons: { 帐户户名校验失败: "name-mismatch", 账户户名校验失败: "name-mismatch" },
};
