import { type Parsed, parsed } from "@tongchou/core";
import { describe, test } from "vitest";
import type { PaymentFile } from "../adapter.js";
import { encodeText } from "../encoding.js";
import { createIso20022Adapter, type OrderedPayment, readPain001 } from "../iso20022/index.js";
import type { StatusTable } from "../outcome.js";
import { joinBytes } from "../reading/file-lines.js";
import { conformanceChecks } from "./conformance.js";
import type { AdapterSamples, AnswerWanted } from "./samples.js";

/** By the code set of payment transaction statuses: only ACCC says that the payee has the money. */
const statuses: StatusTable = {
  ACCC: { outcome: "paid" },
  RJCT: { outcome: "rejected" },
  ACSC: { outcome: "unconfirmed" },
  ACCP: { outcome: "processing" },
  ACSP: { outcome: "processing" },
  PDNG: { outcome: "processing" },
};

function statusReport({ batchNumber, rows }: AnswerWanted): Uint8Array | undefined {
  const transactions = rows.map(
    ({ payment, statusText }) =>
      `<TxInfAndSts><OrgnlEndToEndId>${payment.reference}</OrgnlEndToEndId>` +
      `<TxSts>${statusText}</TxSts></TxInfAndSts>`,
  );
  const bytes = encodeText(
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>' +
      "<GrpHdr><MsgId>S1</MsgId><CreDtTm>2024-03-15T10:00:00</CreDtTm></GrpHdr>" +
      `<OrgnlGrpInfAndSts><OrgnlMsgId>${batchNumber}</OrgnlMsgId>` +
      "<OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId></OrgnlGrpInfAndSts>" +
      `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${batchNumber}</OrgnlPmtInfId>${transactions.join("")}` +
      "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>",
    "utf-8",
  );
  return bytes.ok ? bytes.value : undefined;
}

function readBack(files: readonly PaymentFile[]): Parsed<readonly OrderedPayment[]> {
  const payments: OrderedPayment[] = [];
  for (const { content } of files) {
    const order = readPain001(joinBytes(content));
    if (!order.ok) return order;
    payments.push(...order.value.payments);
  }
  return parsed(payments);
}

const samples: AdapterSamples = {
  statuses,
  readBack,
  answer: { hasTotals: false, write: statusReport },
};

for (const version of ["pain.001.001.03", "pain.001.001.09"] as const) {
  const adapter = createIso20022Adapter({ version, limits: { rowsPerFile: 50 } });
  describe(`${adapter.id} conforms`, () => {
    for (const check of conformanceChecks(adapter, samples)) test(check.name, check.run);
  });
}
