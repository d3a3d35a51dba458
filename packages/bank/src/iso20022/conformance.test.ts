import { formatYuan, parsed, type Parsed } from "@tongchou/core";
import { describe, it } from "vitest";
import type { PaymentFile } from "../adapter.js";
import { type AdapterSamples, conformanceChecks, type PaymentRead } from "../testing/index.js";
import { escapeXml } from "../xml/index.js";
import { createIso20022Adapter, paymentStatuses, readPain001 } from "./index.js";

const samples: AdapterSamples = {
  readBack: (files: readonly PaymentFile[]): Parsed<readonly PaymentRead[]> => {
    const payments: PaymentRead[] = [];
    for (const { content } of files) {
      const order = readPain001(content);
      if (!order.ok) return order;
      payments.push(...order.value.payments);
    }
    return parsed(payments);
  },
  statuses: paymentStatuses,
  answer: {
    hasTotals: false,
    write: ({ batchNumber, rows }) => {
      const payments = rows.map(({ payment, statusText }) => {
        const { reference, amountFen, payeeName, payeeAccount } = payment;
        const original =
          `<Amt><InstdAmt Ccy="CNY">${formatYuan(amountFen)}</InstdAmt></Amt><Cdtr><Nm>${escapeXml(payeeName)}</Nm></Cdtr>` +
          `<CdtrAcct><Id><Othr><Id>${payeeAccount}</Id></Othr></Id></CdtrAcct>`;
        return (
          `<TxInfAndSts><OrgnlEndToEndId>${escapeXml(reference)}</OrgnlEndToEndId>` +
          `<TxSts>${escapeXml(statusText)}</TxSts><OrgnlTxRef>${original}</OrgnlTxRef></TxInfAndSts>`
        );
      });
      return new TextEncoder().encode(
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>' +
          `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${batchNumber}</OrgnlPmtInfId>${payments.join("")}` +
          "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>",
      );
    },
  },
};

for (const version of ["pain.001.001.03", "pain.001.001.09"] as const) {
  describe(`the adapter of ${version}`, () => {
    const limits = { rowsPerFile: 3 };
    for (const check of conformanceChecks(createIso20022Adapter({ version, limits }), samples)) {
      it(check.name, check.run);
    }
  });
}
