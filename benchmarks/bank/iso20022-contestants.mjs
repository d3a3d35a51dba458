/**
 * One contestant does its work once in a process of its own, and prints what it took.
 *
 * usage: node iso20022-contestants.mjs <contestant> <payments or file> <folder with the peers>
 */
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [name, input, peers] = process.argv.slice(2);
const require = createRequire(join(peers, "package.json"));
const { CamtReader, createIso20022Adapter, entryOutcomes, writePain001 } =
  await import("../../packages/bank/dist/iso20022.js");
const payer = { name: "九江市示例平台", number: "100200300400" };
const version = "pain.001.001.03";

function payment(n) {
  return {
    reference: `P${String(n).padStart(19, "0")}`,
    payeeName: `王${String.fromCharCode(0x4e00 + (n % 5000))}`,
    payeeAccount: `629999${String(n).padStart(13, "0")}`,
    amountFen: 300_000 + (n % 99_991),
    purpose: "wage",
  };
}

function* payments(count) {
  for (let n = 0; n < count; n += 1) yield payment(n);
}

function bytesOf(chunks) {
  let bytes = 0;
  for (const chunk of chunks) bytes += chunk.length;
  return bytes;
}

function* chunksOf(path) {
  const file = openSync(path);
  for (;;) {
    const chunk = new Uint8Array(65_536);
    const length = readSync(file, chunk);
    if (length === 0) break;
    yield chunk.subarray(0, length);
  }
  closeSync(file);
}

/** Each gives bytes written, or payments found; what it needs beforehand is made before the clock starts. */
const contestants = {
  writePain001: () => {
    const count = Number(input);
    let totalFen = 0;
    for (const { amountFen } of payments(count)) totalFen += amountFen;
    const head = { batchNumber: "B1-01", createdAt: "2024-03-15T09:30:00", payDate: "2024-03-15" };
    return () =>
      bytesOf(writePain001({ ...head, payer, count, totalFen, payments: payments(count) }, { version }));
  },
  payments: () => () => Array.from(payments(Number(input))).length,
  adapter: () => {
    const adapter = createIso20022Adapter({ version });
    const head = { batchNumber: "B1", submittedAt: "2024-03-15T09:30:00", payDate: "2024-03-15", payer };
    const batch = { ...head, payments: Array.from(payments(Number(input))) };
    return async () => bytesOf((await adapter.encode(batch)).files[0].content);
  },
  "iso20022.js": async () => {
    // What it says to be CommonJS is taken for a module by Node; only its other build loads.
    const path = join(peers, "node_modules/iso20022.js/dist/index.mjs");
    const { ISO20022 } = await import(pathToFileURL(path).href);
    const agent = { bic: "CHASUS33", bankAddress: { country: "US" } };
    const account = { accountNumber: payer.number };
    const maker = new ISO20022({ initiatingParty: { name: payer.name, id: "C1", account, agent } });
    const address = { streetName: "1", townName: "1", postalCode: "1", country: "CN" };
    const paymentInstructions = Array.from(payments(Number(input)), (each) => ({
      type: "swift",
      direction: "credit",
      id: each.reference,
      endToEndId: each.reference,
      amount: each.amountFen,
      currency: "CNY",
      creditor: {
        name: each.payeeName,
        account: { iban: "DE89370400440532013000" },
        agent: { bic: "DEUTDEFF", bankAddress: { country: "CN" } },
        address,
      },
    }));
    return () => Buffer.from(maker.createSWIFTCreditPaymentInitiation(paymentInstructions).toString()).length;
  },
  sepa: () => {
    const module = require("sepa");
    const sepa = module.default ?? module;
    const all = Array.from(payments(Number(input)));
    return () => {
      const document = new sepa.Document(version);
      document.grpHdr.id = "B1-01";
      document.grpHdr.created = new Date(0);
      document.grpHdr.initiatorName = payer.name;
      const info = document.createPaymentInfo();
      info.requestedExecutionDate = new Date(0);
      info.debtorIBAN = "DE89370400440532013000";
      info.debtorBIC = "DEUTDEFF";
      info.debtorName = payer.name;
      document.addPaymentInfo(info);
      for (const { payeeName, amountFen, reference } of all) {
        const transaction = info.createTransaction();
        transaction.creditorName = payeeName;
        transaction.creditorIBAN = "DE89370400440532013000";
        transaction.creditorBIC = "DEUTDEFF";
        transaction.amount = amountFen / 100;
        transaction.remittanceInfo = "工资";
        transaction.end2endId = reference;
        info.addTransaction(transaction);
      }
      return Buffer.from(document.toString()).length;
    };
  },
  CamtReader: () => () => {
    const reader = new CamtReader();
    let found = 0;
    const count = (entries) => {
      for (const entry of entries) found += entryOutcomes(entry).length;
    };
    for (const chunk of chunksOf(input)) count(reader.write(chunk));
    const { entries, summary } = reader.end();
    count(entries);
    if (!summary.ok) throw new Error(summary.issues[0].code);
    return found;
  },
  saxes: () => {
    const { SaxesParser } = require("saxes");
    return () => {
      let found = 0;
      const parser = new SaxesParser({ xmlns: false, position: false });
      parser.on("opentag", ({ name }) => {
        if (name === "TxDtls") found += 1;
      });
      parser.on("text", () => undefined);
      parser.on("closetag", () => undefined);
      const decoder = new TextDecoder("utf-8", { fatal: true });
      for (const chunk of chunksOf(input)) parser.write(decoder.decode(chunk, { stream: true }));
      parser.close();
      return found;
    };
  },
  xml2js: () => {
    const { parseStringPromise } = require("xml2js");
    return async () => {
      const document = await parseStringPromise(readFileSync(input, "utf8"));
      const entries = document.Document.BkToCstmrStmt[0].Stmt[0].Ntry;
      const outcomes = entries.flatMap((entry) =>
        entry.NtryDtls[0].TxDtls.map((detail) => ({
          amount: Math.round(Number(entry.Amt[0]._) * 100),
          currency: entry.Amt[0].$.Ccy,
          direction: entry.CdtDbtInd[0],
          status: entry.Sts[0],
          reference: detail.Refs[0].EndToEndId[0],
          payeeName: detail.RltdPties[0].Cdtr[0].Nm[0],
          payeeAccount: detail.RltdPties[0].CdtrAcct[0].Id[0].Othr[0].Id[0],
        })),
      );
      return outcomes.length;
    };
  },
};

const work = await contestants[name]();
const begin = process.cpuUsage();
const result = await work();
const { user, system } = process.cpuUsage(begin);
const peak = peakMebibytes();
console.log(JSON.stringify({ milliseconds: (user + system) / 1000, peak, result }));

/** The most that this process held. Linux lets `maxRSS` begin at what the parent held, so its own count is asked. */
function peakMebibytes() {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return (kibibytes === undefined ? process.resourceUsage().maxRSS : Number(kibibytes)) / 1024;
}
