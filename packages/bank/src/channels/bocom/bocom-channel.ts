import { createIssue, failed, parsed } from "@tongchou/core";
import type { BankChannel } from "../../channel.js";
import { joinBytes } from "../../reading/file-lines.js";
import { answerOrUnknown } from "../answer-bytes.js";
import { encodeParts, type PartRules } from "../encode-parts.js";
import { channelIssues } from "../issues.js";
import { readXmlAnswer } from "../xml-answer.js";
import { readBocomAnswer, readBocomResult } from "./bocom-answer.js";
import { elementsOf, readBocomBatch, writeBatch, writeRequest } from "./bocom-batch.js";
import type { BocomOptions } from "./bocom-options.js";

const frame = { root: "ap", encoding: "gbk" } as const;

/**
 * The payroll of Bank of Communications by XML (330003 or 330002). Amounts are yuan here, though the same
 * bank's corporate file counts fen.
 *
 * The bank's query and its answers are not public: without the option `query`, `encodeQuery` and `decode`
 * fail with `query-not-agreed`.
 *
 * @example
 * const customer = { corporationNumber: "8000500436", userNumber: "22222", payrollNumber: "3100012379" };
 * createBocomChannel({ ...customer, transaction: "330003", summary: "工资" }).id; // => "bocom.330003@1"
 */
export function createBocomChannel(options: BocomOptions): BankChannel {
  const { query: agreed } = options;
  const rules = rulesOf(options);
  return {
    id: `bocom.${options.transaction}@1`,
    name: { zh: "交通银行银企直联代发", en: "Bank of Communications payroll by XML" },
    provenance: {
      source:
        "public samples of 330003 and 330002 in integrator code; answers and query from memory or agreed",
      verifiedBy: null,
      verifiedOn: null,
    },
    limits: { ...rules.limits, encodings: ["gbk"] },
    notFoundWindowMinutes: options.notFoundWindowMinutes,
    encode: (batch) => Promise.resolve().then(() => encodeParts(rules, batch)),
    messageOf: ({ batchNumber, content }) => {
      const bytes = joinBytes(content);
      const batch = readBocomBatch(bytes, batchNumber);
      if (!batch.ok) throw new RangeError("this is no message of the channel");
      return {
        transaction: batch.value.transaction,
        idempotencyKey: batch.value.batchNumber,
        content: bytes,
      };
    },
    encodeQuery: ({ batchNumber, queryNumber, queriedAt }) => {
      if (agreed === undefined) return failed(createIssue(channelIssues, "query-not-agreed"));
      const { transaction, numberElement } = agreed;
      const body = elementsOf({ [numberElement]: batchNumber });
      const content = writeRequest(options, { transaction, number: queryNumber, moment: queriedAt }, body);
      return content.ok
        ? parsed({ transaction, idempotencyKey: queryNumber, content: content.value })
        : content;
    },
    decodeAnswer: async (file) =>
      answerOrUnknown(await readXmlAnswer(file, frame, (root) => readBocomAnswer(options, root, file.name))),
    decode: (file) => readXmlAnswer(file, frame, (root) => readBocomResult(options, root, file.name)),
  };
}

/** The rows have no purpose: the message's type S and its words say what is paid. */
function rulesOf(options: BocomOptions): PartRules {
  return {
    encoding: "gbk",
    amountUnit: "yuan",
    purposes: { wage: "S", "wage-supplement": "S", severance: "S" },
    limits: { rowsPerFile: options.rowsPerPart },
    fields: [{ kind: "payee-account" }, { kind: "payee-name" }, { kind: "amount" }, { kind: "reference" }],
    // The width of cert_no is not public; 35 holds every number that a batch can have.
    batchNumberLengthMax: 35,
    fileExtension: "xml",
    write: (part) => writeBatch(options, part),
  };
}
