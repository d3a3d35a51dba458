import { fen, parsed } from "@tongchou/core";
import type { PaymentFile } from "../../adapter.js";
import { encodeText } from "../../encoding.js";
import { joinBytes } from "../../reading/file-lines.js";
import type {
  AnswerRow,
  AnswerWanted,
  AnswerWriter,
  ChannelSamples,
  PaymentRead,
} from "../../testing/index.js";

/** Yuan of an amount, by its digits. */
function yuan(amountFen: number): string {
  const digits = String(amountFen).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function textOf({ content }: PaymentFile, encoding: string): string {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(joinBytes(content));
}

/** Answers in XML by a template of the whole and one of a row. */
function xmlAnswers(
  whole: (rows: string, wanted: AnswerWanted) => string,
  row: (row: AnswerRow) => string,
  hasTotals: boolean,
): AnswerWriter {
  return {
    hasTotals,
    write: (wanted) => {
      const bytes = encodeText(whole(wanted.rows.map(row).join(""), wanted), "gbk");
      return bytes.ok ? bytes.value : undefined;
    },
  };
}

/** The text that the entities of XML stand for. */
function withoutEntities(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** What a pattern finds in messages: account, name and amount, each in one group. */
function readRows(
  pattern: RegExp,
  { encoding, unit }: { readonly encoding: string; readonly unit: 1 | 100 },
): NonNullable<ChannelSamples["readBack"]> {
  return (files) =>
    parsed(
      files.flatMap((file) =>
        Array.from(textOf(file, encoding).matchAll(pattern), (match): PaymentRead => {
          const { account = "", name = "", amount = "" } = match.groups ?? {};
          const amountFen = fen(Math.round(Number(amount) * unit));
          return { payeeAccount: account, payeeName: withoutEntities(name), amountFen };
        }),
      ),
    );
}

/** QPAYPER as ICBC answers it. */
export const icbcAnswers: AnswerWriter = xmlAnswers(
  (rows) => `<CMS><eb><pub><RetCode>0</RetCode></pub><out>${rows}</out></eb></CMS>`,
  ({ payment, statusText }) =>
    `<rd><RecAccNo>${payment.payeeAccount}</RecAccNo><RecAccNameCN>${payment.payeeName}</RecAccNameCN>` +
    `<PayAmt>${payment.amountFen}</PayAmt><Result>${statusText}</Result></rd>`,
  false,
);

/** Rows of a PAYPER message, found without a reader of XML. */
export const readPayper: NonNullable<ChannelSamples["readBack"]> = readRows(
  /<RecAccNo>(?<account>.*?)<\/RecAccNo><RecAccNameCN>(?<name>.*?)<.*?<PayAmt>(?<amount>\d+)</g,
  { encoding: "gb18030", unit: 1 },
);

/** A query of Bank of Communications as the test's options have it. */
export const bocomAnswers: AnswerWriter = xmlAnswers(
  (rows, { totals }) =>
    "<ap><head><particular_code>0000</particular_code></head><body>" +
    `<sum>${totals.count}</sum><sum_amt>${yuan(totals.amountFen)}</sum_amt><tran>${rows}</tran></body></ap>`,
  ({ payment, statusText }) =>
    `<rcd><card_no>${payment.payeeAccount}</card_no><acname>${payment.payeeName}</acname>` +
    `<amt>${yuan(payment.amountFen)}</amt><busino>${payment.reference}</busino><stat>${statusText}</stat></rcd>`,
  true,
);

/** Rows of a 330003 message. */
export const readBocomRows: NonNullable<ChannelSamples["readBack"]> = readRows(
  /<card_no>(?<account>.*?)<\/card_no><acname>(?<name>.*?)<.*?<amt>(?<amount>[\d.]+)</g,
  { encoding: "gb18030", unit: 100 },
);

/** BB6DTLQY as China Merchants Bank answers it. */
export const cmbAnswers: AnswerWriter = {
  hasTotals: false,
  write: ({ rows }) => {
    const listed = rows.map(({ payment, statusText }) => ({
      accnbr: payment.payeeAccount,
      accnam: payment.payeeName,
      trsamt: yuan(payment.amountFen),
      stscod: statusText,
    }));
    const head = { funcode: "BB6DTLQY", resultcode: "SUC0000" };
    return new TextEncoder().encode(JSON.stringify({ response: { head, body: { bb6dtlqyz1: listed } } }));
  },
};

/** Rows of a BB6BTHHL message, read by the runtime. */
export const readCmbRows: NonNullable<ChannelSamples["readBack"]> = (files) =>
  parsed(
    files.flatMap((file): PaymentRead[] => {
      const message = JSON.parse(textOf(file, "utf-8")) as CmbMessage;
      return message.request.body.bb6cdcdlx1.map(({ accnbr, accnam, trsamt }) => {
        return { payeeAccount: accnbr, payeeName: accnam, amountFen: fen(Math.round(Number(trsamt) * 100)) };
      });
    }),
  );

interface CmbMessage {
  readonly request: {
    readonly body: {
      readonly bb6cdcdlx1: readonly {
        readonly accnbr: string;
        readonly accnam: string;
        readonly trsamt: string;
      }[];
    };
  };
}

/** Rows of the file that goes before a 6W2100. */
export const readCcbRows: NonNullable<ChannelSamples["readBack"]> = readRows(
  /^(?<account>\d+)\|(?<name>.*?)\|(?<amount>[\d.]+)\r$/gm,
  { encoding: "gb18030", unit: 100 },
);

/** Rows of a b2e0078 message. */
export const readBocRows: NonNullable<ChannelSamples["readBack"]> = readRows(
  /<toactn>(?<account>.*?)<.*?<pydamt>(?<amount>[\d.]+)<\/pydamt><toname>(?<name>.*?)</g,
  { encoding: "utf-8", unit: 100 },
);
