import type { BankProfile } from "../../profile.js";
import { personalWords } from "./purpose-words.js";

/**
 * The packet n050 of one bank's SBS system: a head of fixed widths in bytes of GBK, then up to 130 payments;
 * a longer batch goes on in further packets, of which all but the last say that more follow.
 *
 * The digits of that flag, the bank id and the answer's layout are not in the source.
 */
export const sbsPacketProfile: BankProfile = {
  id: "sbs.n050@1",
  name: { zh: "SBS 代发报文 n050", en: "SBS payroll packet n050" },
  provenance: {
    source: "public integrator code for an SBS/DEP payroll message, n050; not said of which bank",
    verifiedBy: null,
    verifiedOn: null,
  },
  payment: {
    layout: {
      kind: "packet",
      delimiter: "|",
      encoding: "gbk",
      amountUnit: "yuan",
      lines: [
        {
          kind: "summary",
          fields: [
            { kind: "pay-date", widthBytes: 8 },
            { kind: "whole-batch-number", widthBytes: 18 },
            { kind: "batch-number", widthBytes: 16 },
            { kind: "batch-total-amount", widthBytes: 17, sign: "always" },
            { kind: "batch-total-count", widthBytes: 7 },
            { kind: "total-count", widthBytes: 7 },
            { kind: "more-parts", widthBytes: 1, more: "1", last: "0" },
            { kind: "payer-account", widthBytes: 22 },
            { kind: "constant", value: "代发工资", widthBytes: 12 },
            { kind: "ignored", widthBytes: 30, optional: true },
            { kind: "ignored", widthBytes: 32, optional: true },
            { kind: "ignored", widthBytes: 32, optional: true },
            { kind: "ignored", widthBytes: 3, optional: true },
            { kind: "constant", value: "+0000000000000.00", widthBytes: 17 },
            { kind: "constant", value: "0000000", widthBytes: 7 },
            { kind: "constant", value: "BAS", widthBytes: 3 },
          ],
        },
        {
          kind: "detail",
          fields: [
            { kind: "amount" },
            { kind: "reference" },
            { kind: "payee-account" },
            { kind: "payee-name" },
            { kind: "ignored", optional: true },
          ],
        },
      ],
    },
    purposes: personalWords,
    limits: { rowsPerFile: 130 },
    fileName: "{batchNumber}.dat",
  },
};
