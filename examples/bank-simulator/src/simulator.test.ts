import {
  type BatchResult,
  type ChannelTransport,
  decideResend,
  delimitedProfile,
  type PartEvent,
  type PaymentFile,
  reconcile,
  repay,
} from "@tongchou/bank";
import {
  confirmationRequest,
  createCodec,
  iso1987Ascii,
  type IsoMessage,
  networkRequest,
  paymentOutcome,
  paymentRequest,
} from "@tongchou/bank/iso8583";
import { createIso8583Client, type Iso8583Client } from "@tongchou/bank/iso8583-tcp";
import { fen, type PayoutRecord, payoutReference, plainDate } from "@tongchou/core";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseFault } from "./faults.js";
import { type Simulator, startSimulator } from "./simulator.js";
import { createHttpTransport, createSimulatorChannel } from "./simulator-channel.js";

const profile = { ...delimitedProfile, payment: { ...delimitedProfile.payment, limits: { rowsPerFile: 3 } } };
const channel = createSimulatorChannel(profile);

let home: string;
let simulator: Simulator;
let transport: ChannelTransport;
let log: string[];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "bank-simulator-"));
  log = [];
  await open();
});

afterEach(async () => {
  await simulator.close();
  rmSync(home, { recursive: true });
});

async function open(): Promise<void> {
  simulator = await startSimulator({
    profile,
    store: join(home, "bookings.jsonl"),
    httpPort: 0,
    tcpPort: 0,
    folder: join(home, "drop"),
    log: (code, batchNumber) => void log.push(`${code} ${batchNumber}`),
  });
  transport = createHttpTransport(simulator.address ?? "");
}

function fault(...texts: readonly string[]): void {
  for (const text of texts) {
    const parsed = parseFault(text);
    if (parsed === undefined) throw new Error(text);
    simulator.faults.add(parsed);
  }
}

function payment(n: number, values: Partial<PayoutRecord> = {}): PayoutRecord {
  return {
    reference: `R${n}`,
    payeeName: "欧阳文山",
    payeeAccount: `629999${String(n).padStart(13, "0")}`,
    amountFen: fen(n * 100),
    purpose: "wage",
    ...values,
  };
}

async function partsOf(count: number, batchNumber = "B1"): Promise<readonly PaymentFile[]> {
  const payments = Array.from({ length: count }, (_, index) => payment(index + 1));
  const payer = { name: "九江市示例平台", number: "100200300400" };
  const { files } = await channel.encode({ batchNumber, payer, payDate: plainDate("2024-03-15"), payments });
  return files;
}

/** What an embedding system keeps of a part, and its time, which is the bank's clock. */
interface Sender {
  readonly file: PaymentFile;
  readonly events: PartEvent[];
  readonly results: BatchResult[];
  readonly isImpatient: boolean;
  minutes: number;
}

function senderOf(file: PaymentFile, isImpatient = false): Sender {
  return { file, events: [], results: [], isImpatient, minutes: 0 };
}

const moment = (minutes: number): string =>
  new Date(Date.UTC(2024, 2, 15, 9, minutes)).toISOString().slice(0, 19);

/** Sends the part once, whatever comes back, and writes down what happened. */
async function send(sender: Sender): Promise<void> {
  const at = moment(sender.minutes);
  sender.events.push({ kind: "sent", at });
  const { signal, stop } = givingUp(sender);
  const bytes = await transport.send(channel.messageOf(sender.file), { signal }).catch(() => undefined);
  stop();
  if (bytes === undefined) return void sender.events.push({ kind: "unanswered", at });
  const answer = await channel.decodeAnswer({ name: "answer", content: bytes });
  if (answer.ok) sender.events.push({ kind: "answered", at, answer: answer.value });
}

/** A time-out that strikes as soon as the bank has booked, for a sender that does not wait longer. */
function givingUp({ isImpatient }: Sender): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  const timer = setInterval(() => {
    if (isImpatient && simulator.bank.totals().parts > 0) controller.abort();
  }, 5);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}

/** Asks once what became of the part. A result that names another part is thrown away. */
async function ask(sender: Sender): Promise<void> {
  const { batchNumber } = sender.file;
  const at = moment(sender.minutes);
  const query = channel.encodeQuery({
    batchNumber,
    payDate: plainDate("2024-03-15"),
    queryNumber: `Q${sender.events.length}`,
    queriedAt: at,
  });
  if (!query.ok) throw new Error("no query");
  const bytes = await transport.send(query.value).catch(() => undefined);
  if (bytes === undefined) return;
  const result = await channel.decode({ name: "result", content: bytes });
  if (!result.ok || result.value.batchNumber !== batchNumber) return;
  sender.results.push(result.value);
  sender.events.push({ kind: "queried", at, standing: result.value.standing ?? "unknown" });
}

/** Does what the decision says until the part is closed, one step each ten minutes. */
async function drive(sender: Sender): Promise<readonly string[]> {
  const decisions: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    const { notFoundWindowMinutes } = channel;
    const decision = decideResend({ events: sender.events, notFoundWindowMinutes });
    if (decisions.at(-1) !== decision) decisions.push(decision);
    if (decision === "closed" || decision === "person") break;
    if (decision === "send" || decision === "send-again") await send(sender);
    else await ask(sender);
    sender.minutes += 10;
    simulator.bank.advance(10);
  }
  return decisions;
}

function kindsOf({ file, results }: Sender): readonly string[] {
  return reconcile([file], results).rows.map(({ kind }) => kind);
}

describe("a part that is sent, asked about and reconciled", () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["nothing goes wrong", [], ["send", "ask", "closed"], ["paid", "paid", "paid"]],
    [
      "the answer is lost after booking",
      ["lose-answer"],
      ["send", "ask", "closed"],
      ["paid", "paid", "paid"],
    ],
    [
      "the request is lost before booking",
      ["lose-request"],
      ["send", "ask", "wait", "send-again", "ask", "closed"],
      ["paid", "paid", "paid"],
    ],
    [
      "the answer is lost, and the bank does not find the part for an hour",
      ["lose-answer", "hide:minutes=60"],
      ["send", "ask", "wait", "closed"],
      ["paid", "paid", "paid"],
    ],
    ["the answer is cut", ["truncate"], ["send", "ask", "closed"], ["paid", "paid", "paid"]],
    [
      "the answer comes too late",
      ["slow:milliseconds=60000"],
      ["send", "ask", "closed"],
      ["paid", "paid", "paid"],
    ],
    ["the bank pays a day later", ["delay:minutes=200"], ["send", "ask", "closed"], ["paid", "paid", "paid"]],
    ["one payment is rejected", ["reject:row=2"], ["send", "ask", "closed"], ["paid", "rejected", "paid"]],
    [
      "everything is lost twice",
      ["lose-request", "lose-answer:times=2"],
      ["send", "ask", "wait", "send-again", "ask", "closed"],
      ["paid", "paid", "paid"],
    ],
  ])("when %s: pays each payment once", async (_, faults, decisions, kinds) => {
    const [file] = await partsOf(3);
    if (file === undefined) throw new Error("no file");
    fault(...faults);
    const sender = senderOf(file, faults.join().startsWith("slow"));
    expect(await drive(sender)).toEqual(decisions);
    expect(kindsOf(sender)).toEqual(kinds);
    const { payments, paidFen } = simulator.bank.totals();
    // 1, 2 and 3 yuan; the rejected one is the second.
    expect([payments, paidFen]).toEqual([3, kinds.includes("rejected") ? 400 : 600]);
  });

  it("counts nothing as paid by acceptance", async () => {
    const [file] = await partsOf(3);
    if (file === undefined) throw new Error("no file");
    fault("delay:minutes=60");
    const sender = senderOf(file);
    await send(sender);
    expect(sender.events.at(-1)).toMatchObject({ kind: "answered", answer: { status: "processing" } });
    expect(kindsOf(sender)).toEqual(["missing", "missing", "missing"]);
    await ask(sender);
    expect(kindsOf(sender)).toEqual(["processing", "processing", "processing"]);
    expect(simulator.bank.totals().paidFen).toBe(0);
  });

  it.each([
    ["answers as the first time", [], "processing"],
    ["refuses the duplicate", ["refuse-duplicate"], "unknown"],
  ])("booked already, %s and books nothing", async (_, faults, status) => {
    const [file] = await partsOf(3);
    if (file === undefined) throw new Error("no file");
    const sender = senderOf(file);
    await send(sender);
    fault(...faults);
    await send(sender);
    expect(sender.events.at(-1)).toMatchObject({ kind: "answered", answer: { status } });
    expect(simulator.bank.totals()).toMatchObject({ parts: 1, payments: 3, paidFen: 600 });
  });

  it("refuses other content under a number that is booked", async () => {
    const [file] = await partsOf(3);
    const [other] = await partsOf(2);
    if (file === undefined || other === undefined) throw new Error("no file");
    await send(senderOf(file));
    const sender = senderOf(other);
    await send(sender);
    expect(sender.events.at(-1)).toMatchObject({
      answer: { status: "rejected", statusText: "content-differs" },
    });
    expect(simulator.bank.totals()).toMatchObject({ parts: 1, payments: 3 });
  });

  it("reports payments that stand twice in a result instead of counting them", async () => {
    const [file] = await partsOf(3);
    if (file === undefined) throw new Error("no file");
    const sender = senderOf(file);
    await send(sender);
    fault("duplicate");
    await ask(sender);
    expect(kindsOf(sender)).toEqual(["repeated", "repeated", "repeated"]);
    expect(simulator.bank.totals().paidFen).toBe(600);
  });

  it("takes the result of another part for none of its own", async () => {
    const [first, second] = await partsOf(6);
    if (first === undefined || second === undefined) throw new Error("no files");
    const [one, two] = [senderOf(first), senderOf(second)];
    await send(one);
    await send(two);
    fault("swap");
    await ask(one);
    expect(kindsOf(one)).toEqual(["missing", "missing", "missing"]);
    await ask(one);
    expect(kindsOf(one)).toEqual(["paid", "paid", "paid"]);
  });

  it("pays nobody by a result that is cut anywhere", async () => {
    const [file] = await partsOf(3);
    if (file === undefined) throw new Error("no file");
    const sender = senderOf(file);
    await send(sender);
    fault("truncate:times=12");
    for (let time = 0; time < 12; time += 1) await ask(sender);
    expect(sender.results).toEqual([]);
    await ask(sender);
    expect(kindsOf(sender)).toEqual(["paid", "paid", "paid"]);
  });

  it("sees a return three days later, and pays it again only under a new reference", async () => {
    const [file] = await partsOf(3);
    if (file === undefined) throw new Error("no file");
    fault("return:row=2,minutes=4320");
    const sender = senderOf(file);
    await drive(sender);
    expect(kindsOf(sender)).toEqual(["paid", "paid", "paid"]);
    simulator.bank.advance(3 * 1440);
    await ask(sender);
    const reconciled = reconcile([file], sender.results);
    expect(reconciled.rows.map(({ kind }) => kind)).toEqual(["paid", "returned", "paid"]);
    const returned = file.payments[1];
    if (returned === undefined) throw new Error("no payment");
    const identity = { statementId: "S1", payeeId: "W2", purpose: "wage", attempt: 2 } as const;
    const usedReferences = new Set(file.payments.map(({ reference }) => reference));
    const attempt = { payment: returned, standing: "returned", usedReferences } as const;
    expect(repay({ ...attempt, reference: returned.reference }).ok).toBe(false);
    expect(repay({ ...attempt, reference: payoutReference(identity) }).ok).toBe(true);
    expect(simulator.bank.totals()).toMatchObject({ paidFen: 400, returnedFen: 200 });
  });
});

describe("the store", () => {
  it("keeps bookings and clock over a restart, and takes a torn last line away", async () => {
    const [file] = await partsOf(3);
    if (file === undefined) throw new Error("no file");
    await send(senderOf(file));
    simulator.bank.advance(7);
    await simulator.close();
    appendFileSync(join(home, "bookings.jsonl"), '{"kind":"booked","batchNumber":"B9');
    await open();
    await send(senderOf(file));
    expect(simulator.bank.totals()).toEqual({ now: 7, parts: 1, payments: 3, paidFen: 600, returnedFen: 0 });
    expect(log.at(-1)).toBe("repeated B1-01");
  });

  it("is never shown in the log", async () => {
    const [file] = await partsOf(3);
    if (file === undefined) throw new Error("no file");
    const sender = senderOf(file);
    await drive(sender);
    expect(log.join("\n")).toBe("accepted B1-01\nfound B1-01");
    expect(readFileSync(join(home, "bookings.jsonl"), "utf8")).toContain("欧阳文山");
  });
});

describe("the drop folder", () => {
  it("takes files, answers them, and gives results on request", async () => {
    const [file] = await partsOf(3);
    if (file === undefined) throw new Error("no file");
    const folder = join(home, "drop");
    writeFileSync(join(folder, "in/a.part"), Buffer.concat([...file.content]));
    simulator.dropFolder?.look();
    expect(simulator.bank.totals().parts).toBe(0);
    renameSync(join(folder, "in/a.part"), join(folder, "in", file.name));
    simulator.dropFolder?.look();
    writeFileSync(join(folder, "in/B1-01.query"), "");
    simulator.dropFolder?.look();
    expect(readdirSync(join(folder, "out")).toSorted()).toEqual(["B1-01.result", "B1-01.txt.answer"]);
    expect(readdirSync(join(folder, "done")).toSorted()).toEqual(["B1-01.query", "B1-01.txt"]);
    const result = await channel.decode({
      name: "r",
      content: readFileSync(join(folder, "out/B1-01.result")),
    });
    expect(reconcile([file], result.ok ? [result.value] : []).totals.paid.count).toBe(3);
  });

  it("loses an answer and hands a result out twice, as told", async () => {
    const [file] = await partsOf(3);
    if (file === undefined) throw new Error("no file");
    fault("lose-answer", "duplicate");
    writeFileSync(join(home, "drop/in", file.name), Buffer.concat([...file.content]));
    simulator.dropFolder?.look();
    expect(readdirSync(join(home, "drop/out"))).toEqual([]);
    expect(simulator.bank.totals().parts).toBe(1);
    writeFileSync(join(home, "drop/in/B1-01.query"), "");
    simulator.dropFolder?.look();
    expect(readdirSync(join(home, "drop/out")).toSorted()).toEqual(["B1-01.result", "B1-01.result.2"]);
  });
});

describe("ISO 8583 over TCP", () => {
  const codec = createCodec(iso1987Ascii);
  const origin = (trace: string) => ({ trace, sentAt: "2024-03-15T09:30:00", acquirer: "00010000" });
  const request = paymentRequest(origin("000001"), { account: "6299990000000000005", amountFen: fen(500) });
  let client: Iso8583Client;

  beforeEach(connect);

  afterEach(() => client.close());

  async function connect(): Promise<void> {
    const port = simulator.tcpPort ?? 0;
    const signOn = (): IsoMessage => networkRequest(origin("000000"), "sign-on");
    client = createIso8583Client({ codec, host: "127.0.0.1", port, timeoutMs: 10_000, signOn });
    await client.connect();
  }

  /** Pays once; where no answer comes, confirms until one does, and never pays again. */
  async function payAndConfirm(firstTimeoutMs: number): Promise<readonly string[]> {
    const seen: string[] = [];
    for (const [trace, message, timeoutMs] of [
      ["1", request, firstTimeoutMs],
      ["2", confirmationRequest(origin("000002"), request), 10_000],
      ["3", confirmationRequest(origin("000003"), request), 10_000],
    ] as const) {
      const answer = await client.request(message, { timeoutMs }).catch(() => undefined);
      const outcome = answer && paymentOutcome(message, answer, { reference: trace });
      seen.push(outcome?.ok === true ? outcome.value.status : "no answer");
      if (seen.at(-1) === "paid" || seen.at(-1) === "rejected") break;
      simulator.bank.advance(60);
    }
    return seen;
  }

  it.each([
    ["nothing goes wrong", [], ["paid"], 500],
    ["the answer is lost after booking", ["lose-answer"], ["no answer", "paid"], 500],
    ["the request is lost", ["lose-request"], ["no answer", "unknown", "unknown"], 0],
    ["the bank pays an hour later", ["delay"], ["unknown", "paid"], 500],
    [
      "the bank does not find it for an hour",
      ["lose-answer", "hide:minutes=120"],
      ["no answer", "unknown", "paid"],
      500,
    ],
    ["the payment is rejected", ["reject:row=1"], ["rejected"], 0],
    ["the answer comes too late", ["slow:milliseconds=250"], ["no answer", "paid"], 500],
    ["the answer comes twice", ["duplicate"], ["paid"], 500],
    ["the answer comes after the next one", ["swap"], ["no answer", "paid"], 500],
  ])("when %s: pays at most once", async (_, faults, seen, paidFen) => {
    fault(...faults);
    expect(await payAndConfirm(seen[0] === "no answer" ? 100 : 10_000)).toEqual(seen);
    expect(simulator.bank.totals().paidFen).toBe(paidFen);
  });

  it.each([
    ["the first answer again", [], "00"],
    ["94", ["refuse-duplicate"], "94"],
  ])("answers a payment that is sent again by %s and books nothing", async (_, faults, code) => {
    await client.request(request);
    await client.close();
    // A client sends a number once; a system that was restarted may not know any more that it did.
    await connect();
    fault(...faults);
    const answer = await client.request(request);
    expect(answer.fields[39]).toBe(code);
    expect(simulator.bank.totals()).toMatchObject({ parts: 1, paidFen: 500 });
    expect(log.join("\n")).not.toContain("629999");
  });
});

describe("the control", () => {
  it.each([
    ["POST", "/control/faults", "lose-answer\nreturn:row=2,times=2", 204],
    ["POST", "/control/faults", "explode", 400],
    ["POST", "/control/clock", "1440", 204],
    ["POST", "/control/clock", "-1", 400],
    ["GET", "/control/totals", undefined, 200],
    ["GET", "/nowhere", undefined, 404],
  ])("%s %s %s is %i", async (method, path, body, status) => {
    const response = await fetch(`${simulator.address}${path}`, {
      method,
      ...(body === undefined ? {} : { body }),
    });
    expect(response.status).toBe(status);
  });
});
