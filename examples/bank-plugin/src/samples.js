// @ts-check
/** @import { AdapterSamples } from "@tongchou/bank/testing" */
import { encodeText } from "@tongchou/bank";
import { profileSamples } from "@tongchou/bank/testing";
import { fen } from "@tongchou/core";
import { withHash, withoutHash } from "./hash-line.js";
import { xunchengProfile } from "./profile.js";

const columns = profileSamples(xunchengProfile);

/** A result as the bank sends it; in a real plugin a file of the bank, with invented people in it. */
const result = encodeText(
  [
    "XC02|B1-01|3|350009.01",
    "R1|6299990000000000005|张三|350000.00|入账成功||",
    "R2|6299990000000000013|李東|.01|入账失败|户名不符|",
    "R3|6299990000000000021|王五|9.00|受理成功||",
    "",
  ].join("\r\n"),
  "gbk",
);

/**
 * What the conformance kit has to know: how the bank writes results, and how to read back what was sent.
 *
 * @type {AdapterSamples}
 */
export const samples = {
  ...columns,
  answer: {
    hasTotals: true,
    write(wanted) {
      const content = columns.answer?.write(wanted);
      return content === undefined ? undefined : withHash(content);
    },
  },
  readBack(files) {
    const inner = files.map((file) => {
      const content = withoutHash(Buffer.concat([...file.content]), file.name);
      return { ...file, content: content.ok ? [content.value] : [] };
    });
    return columns.readBack?.(inner) ?? { ok: false, issues: [] };
  },
  results: [
    {
      title: "one of each",
      content: withHash(result.ok ? result.value : Buffer.alloc(0)),
      outcomes: [
        { reference: "R1", status: "paid", amountFen: fen(35_000_000) },
        { reference: "R2", status: "rejected", amountFen: fen(1), reason: "name-mismatch" },
        { reference: "R3", status: "processing", amountFen: fen(900) },
      ],
    },
  ],
};
