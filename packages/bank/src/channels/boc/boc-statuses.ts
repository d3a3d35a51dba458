import type { SourcedStatuses } from "../status-lookup.js";

/** rspcod of a submission. B001, on both levels, says that it was taken. */
export const bocSubmissionStatuses: SourcedStatuses = {
  provenance: {
    source: "integrator code comeyoung/bankDirectConnection (2018)",
    verifiedBy: null,
    verifiedOn: null,
  },
  statuses: { B001: { outcome: "processing" } },
};

/**
 * rspcod of a batch in the answer to b2e0007. Integrators take B001 for success; but it is the bank's code
 * for what it accepted, one for all rows, and no source says that money moved. So it is `processing` until
 * the bank has said what it means by it, and the channel's `queryStatuses` have that.
 */
export const bocQueryStatuses: SourcedStatuses = {
  provenance: {
    source: "integrator code of a payment gateway with BOC's b2e0007 (B054, B059 and B266 are pending there)",
    verifiedBy: null,
    verifiedOn: null,
  },
  statuses: {
    B001: { outcome: "processing" },
    B054: { outcome: "processing" },
    B059: { outcome: "processing" },
    B266: { outcome: "processing" },
  },
};
