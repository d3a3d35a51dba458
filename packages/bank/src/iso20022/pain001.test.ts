import { fen, type PayoutRecord, plainDate } from "@tongchou/core";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import type { PayoutBatch } from "../adapter.js";
import { joinBytes } from "../reading/file-lines.js";
import { pain001Schema } from "./__fixtures__/pain001-schema.js";
import {
  createIso20022Adapter,
  type Iso20022Options,
  type Pain001Version,
  readPain001,
  writePain001,
} from "./index.js";

const payer = {
  name: "九江市示例平台",
  number: "100200300400",
  bankName: "示例银行",
  cnapsCode: "102100099996",
};

function paymentOf(n: number, values: Partial<PayoutRecord> = {}): PayoutRecord {
  const reference = `P${String(n).padStart(19, "0")}`;
  return {
    reference,
    payeeName: "阿依古丽•买买提",
    payeeAccount: "6299990000000000005",
    amountFen: fen(320_000 + n),
    purpose: "wage",
    ...values,
  };
}

function batchOf(payments: readonly PayoutRecord[], values: Partial<PayoutBatch> = {}): PayoutBatch {
  const head = {
    batchNumber: "B240315",
    payDate: plainDate("2024-03-15"),
    submittedAt: "2024-03-15T09:30:00",
  };
  return { ...head, payer, payments, ...values };
}

const versions = ["pain.001.001.03", "pain.001.001.09"] as const;
const variants: readonly (readonly [
  string,
  Partial<Iso20022Options>,
  Partial<PayoutBatch>,
  Partial<PayoutRecord>,
])[] = [
  ["an ordinary wage", {}, {}, {}],
  [
    "a bank with its code and name",
    {},
    {},
    { payeeCnapsCode: "1021 0009 9996", payeeBankName: "工行<浔阳>支行" },
  ],
  ["a payer whose bank is not known", {}, { payer: { name: payer.name, number: payer.number } }, {}],
  ["the customer's number", { initiatingPartyId: "C&1" }, {}, {}],
  [
    "a purpose code",
    { purposes: { wage: { purpose: "SALA", words: "工资" } }, hasBatchBooking: false },
    {},
    {},
  ],
  [
    "the longest texts",
    {},
    {},
    { reference: "R".repeat(35), payeeAccount: "1".repeat(34), payeeName: "王".repeat(140) },
  ],
];

describe.each(versions)("a payment order by %s", (version) => {
  it.each(variants)("holds by the public schema: %s", async (_, options, batch, payment) => {
    const adapter = createIso20022Adapter({ version, ...options });
    const payments = [
      paymentOf(1, payment),
      paymentOf(2),
      paymentOf(3, { purpose: "severance", ...payment, reference: "X" }),
    ];
    const { files, issues } = await adapter.encode(
      batchOf(options.purposes === undefined ? payments : payments.slice(0, 2), batch),
    );
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const message = joinBytes(files[0]?.content ?? []);
    expect(() => validatePain001(version, message)).not.toThrow();
  });

  it("is refused by the schema where its elements are out of order or too long", () => {
    const head = { createdAt: "2024-03-15T09:30:00", payDate: "2024-03-15", payer, count: 1 };
    const order = { ...head, batchNumber: "B".repeat(36), totalFen: fen(1), payments: [paymentOf(1)] };
    const long = joinBytes(writePain001(order, { version }));
    expect(() => validatePain001(version, long)).toThrow();
    const text = new TextDecoder().decode(
      joinBytes(writePain001({ ...order, batchNumber: "B" }, { version })),
    );
    const moved = text.replace(/(<Dbtr>.*<\/Dbtr>)(<DbtrAcct>.*<\/DbtrAcct>)/, "$2$1");
    expect(moved).not.toBe(text);
    expect(() => validatePain001(version, new TextEncoder().encode(moved))).toThrow();
  });

  it("reads back as it was sent", async () => {
    const payments = [
      paymentOf(1, { payeeCnapsCode: "102100099996" }),
      paymentOf(2, { payeeName: "<张&三>" }),
    ];
    const { files } = await createIso20022Adapter({ version }).encode(batchOf(payments));
    const read = readPain001(files[0]?.content ?? []);
    expect(read.ok && read.value).toMatchObject({
      batchNumber: "B240315-01",
      payDate: "2024-03-15",
      payerAccount: "100200300400",
      payments: [
        { reference: payments[0]?.reference, payeeName: "阿依古丽·买买提", payeeCnapsCode: "102100099996" },
        { payeeName: "<张&三>", payeeAccount: "6299990000000000005", amountFen: 320_002, words: "工资" },
      ],
    });
  });
});

describe("createIso20022Adapter", () => {
  const adapter = createIso20022Adapter({ version: "pain.001.001.03", limits: { rowsPerFile: 2 } });

  it("says the category once where all payments have the same, else with each", async () => {
    const textOf = async (payments: readonly PayoutRecord[]): Promise<string> => {
      const { files } = await adapter.encode(batchOf(payments));
      return new TextDecoder().decode(joinBytes(files[0]?.content ?? []));
    };
    const same = await textOf([paymentOf(1), paymentOf(2)]);
    expect(same.match(/SALA/g)).toHaveLength(1);
    expect(same.indexOf("SALA")).toBeLessThan(same.indexOf("<CdtTrfTxInf>"));
    const mixed = await textOf([paymentOf(1), paymentOf(2, { purpose: "income-tax" })]);
    expect(mixed.indexOf("SALA")).toBeGreaterThan(mixed.indexOf("<CdtTrfTxInf>"));
    expect(mixed).toContain("<Cd>TAXS</Cd>");
  });

  it("splits a batch, each part with a number and totals of its own", async () => {
    const { files } = await adapter.encode(batchOf([1, 2, 3].map((n) => paymentOf(n))));
    expect(files.map(({ batchNumber, name }) => [batchNumber, name])).toEqual([
      ["B240315-01", "B240315-01.xml"],
      ["B240315-02", "B240315-02.xml"],
    ]);
    const second = readPain001(files[1]?.content ?? []);
    expect(second.ok && second.value.payments).toHaveLength(1);
  });

  it.each([
    ["a name of 141 characters", { payeeName: "王".repeat(141) }, "iso20022-text-too-long"],
    ["a reference of 36 characters", { reference: "R".repeat(36) }, "iso20022-text-too-long"],
    ["an account of 35 digits", { payeeAccount: "1".repeat(35) }, "iso20022-text-too-long"],
    ["a character that XML cannot hold", { payeeName: "王\ufffe" }, "xml-text-unwritable"],
    ["a bank code of 11 digits", { payeeCnapsCode: "10210009999" }, "cnaps-characters"],
    ["an amount of nothing", { amountFen: fen(0) }, "amount-not-positive"],
  ] as const)("refuses %s, and writes the rest", async (_, values, code) => {
    const { files, refused } = await adapter.encode(batchOf([paymentOf(1, values), paymentOf(2)]));
    expect(refused.map(({ issues }) => issues.map((issue) => issue.code))).toEqual([[code]]);
    expect(files[0]?.payments).toHaveLength(1);
  });

  it("takes 140 characters beyond the basic plane for 140", async () => {
    const { refused } = await adapter.encode(batchOf([paymentOf(1, { payeeName: "𠅤".repeat(140) })]));
    expect(refused).toEqual([]);
  });

  it.each([
    ["a name of 141 characters", { name: "王".repeat(141) }, "iso20022-text-too-long"],
    ["a name of spaces", { name: "  " }, "field-missing"],
    ["an account of 35 digits", { number: "1".repeat(35) }, "iso20022-text-too-long"],
    ["a bank's name of 141 characters", { bankName: "银".repeat(141) }, "iso20022-text-too-long"],
    ["a character that XML cannot hold", { bankName: "银\ufffe" }, "xml-text-unwritable"],
    ["a bank code of 11 digits", { cnapsCode: "10210009999" }, "cnaps-characters"],
  ] as const)("refuses a batch whose payer has %s", async (_, values, code) => {
    const batch = batchOf([paymentOf(1)], { payer: { ...payer, ...values } });
    const { files, issues } = await adapter.encode(batch);
    expect([files, issues.map((issue) => issue.code)]).toEqual([[], [code]]);
  });

  it.each([
    ["a currency of small letters", { currency: "cny" }],
    ["a clearing system of 6 letters", { clearingSystem: "CNAPS2" }],
    ["a customer's number of 36 characters", { initiatingPartyId: "C".repeat(36) }],
    ["no customer's number", { initiatingPartyId: "" }],
    ["a category of 5 letters", { purposes: { wage: { category: "SALAR", words: "工资" } } }],
    ["words of 141 characters", { purposes: { wage: { words: "工".repeat(141) } } }],
    ["no words", { purposes: { wage: { words: "" } } }],
  ])("cannot be made with %s", (_, options: Partial<Iso20022Options>) => {
    expect(() => createIso20022Adapter({ version: "pain.001.001.03", ...options })).toThrow(RangeError);
  });

  it("does not guess when it was submitted, nor who pays", async () => {
    const { issues, files } = await adapter.encode(
      batchOf([paymentOf(1)], { submittedAt: undefined, payer: undefined }),
    );
    expect(issues.map(({ code }) => code)).toEqual(["submitted-at-missing", "field-missing"]);
    expect(files).toEqual([]);
  });
});

describe("readPain001", () => {
  const good = new TextDecoder().decode(
    joinBytes(
      writePain001(
        {
          batchNumber: "B1-01",
          createdAt: "2024-03-15T09:30:00",
          payDate: "2024-03-15",
          payer,
          count: 2,
          totalFen: fen(640_003),
          payments: [paymentOf(1), paymentOf(2)],
        },
        { version: "pain.001.001.03" },
      ),
    ),
  );

  it.each([
    ["a count too high", "<NbOfTxs>2<", "<NbOfTxs>3<", "iso20022-totals-differ"],
    ["a sum too low by a fen", "6400.03</CtrlSum>", "6400.02</CtrlSum>", "iso20022-totals-differ"],
    ["another currency", 'Ccy="CNY"', 'Ccy="USD"', "iso20022-currency"],
    ["three decimals", ">3200.01<", ">3200.011<", "iso20022-amount-malformed"],
    ["an amount with a sign", ">3200.01<", ">-3200.01<", "iso20022-amount-malformed"],
    ["no amount", /<InstdAmt.*?<\/InstdAmt>/, "", "iso20022-element-missing"],
    ["no account", /<CdtrAcct>.*?<\/CdtrAcct>/, "", "iso20022-element-missing"],
    ["another message", "pain.001.001.03", "pain.008.001.02", "iso20022-message-unsupported"],
    ["a message cut short", /<\/PmtInf>[^]*$/, "", "xml-truncated"],
  ] as const)("refuses an order with %s", (_, from, to, code) => {
    const read = readPain001(new TextEncoder().encode(good.replace(from, to)));
    expect(read.ok).toBe(false);
    expect(read.issues[0]?.code).toBe(code);
  });

  it("takes a version that was not compared, and says so", () => {
    const read = readPain001(new TextEncoder().encode(good.replace("pain.001.001.03", "pain.001.001.11")));
    expect([read.ok, read.issues.map(({ code }) => code)]).toEqual([true, ["iso20022-version-unknown"]]);
  });
});

/** Tests a message by the schema; throws where it does not hold. */
function validatePain001(version: Pain001Version, message: Uint8Array): void {
  const schema = XmlDocument.fromString(pain001Schema(version));
  const validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromBuffer(message);
  try {
    validator.validate(document);
  } finally {
    for (const each of [document, validator, schema]) each.dispose();
  }
}
