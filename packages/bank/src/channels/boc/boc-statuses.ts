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
 * rspcod of a batch in the answer to b2e0007. Integrators take B001 for success; but it is one code for all
 * rows, and no row of b2e0078 has one of its own: money left the payer, and a statement or a return tells the
 * rest. So it is `unconfirmed`, not `paid`.
 */
export const bocQueryStatuses: SourcedStatuses = {
  provenance: {
    source: "integrator code of a payment gateway with BOC's b2e0007 (B054, B059 and B266 are pending there)",
    verifiedBy: null,
    verifiedOn: null,
  },
  statuses: {
    B001: { outcome: "unconfirmed" },
    B054: { outcome: "processing" },
    B059: { outcome: "processing" },
    B266: { outcome: "processing" },
  },
};
