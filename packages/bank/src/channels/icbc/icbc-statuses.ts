import type { StatusMeaning } from "../../outcome.js";
import type { SourcedStatuses } from "../status-lookup.js";

const processing: StatusMeaning = { outcome: "processing" };

/**
 * Result of an instruction, as QPAYPER gives it: submitted (0), authorised (1), waiting for authorisation (2,
 * 3), for the bank (4, 5, 9, 10), for documents or a call (20, 21, 86, 95); 98 is a line that is in doubt.
 */
export const icbcResults: SourcedStatuses = {
  provenance: {
    source: "integrator code with the result codes of ICBC's bank-enterprise link, four public copies",
    verifiedBy: null,
    verifiedOn: null,
  },
  statuses: {
    "0": processing,
    "1": processing,
    "2": processing,
    "3": processing,
    "4": processing,
    "5": processing,
    "6": { outcome: "rejected", reason: "other" },
    "7": { outcome: "paid" },
    "8": { outcome: "rejected", reason: "authorisation-refused" },
    "9": processing,
    "10": processing,
    "11": { outcome: "rejected", reason: "other" },
    "20": processing,
    "21": processing,
    "22": { outcome: "rejected", reason: "other" },
    "86": processing,
    "95": processing,
    "98": { outcome: "unknown" },
  },
};

/** RetCode of an answer's head: 0 says that the package was taken. Others say nothing certain of it. */
export const icbcReturnCodes: SourcedStatuses = {
  provenance: { source: "integrator code: a QPAYPER answer of 2020", verifiedBy: null, verifiedOn: null },
  statuses: { "0": processing },
};
