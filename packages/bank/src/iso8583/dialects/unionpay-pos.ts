import type { Dialect, FieldDefinition } from "../dialect.js";
import { createNotation } from "./notation.js";

const { fixed, ll, lll } = createNotation({
  digits: "bcd-left",
  characters: "ascii",
  bytes: "binary",
  length: "bcd",
});

/** Three digits in two bytes, filled up in front. */
const cardSequence: FieldDefinition = {
  content: "n",
  encoding: "bcd-right",
  length: { kind: "fixed", size: 3 },
};

/**
 * UnionPay's dialect of POS terminals: packed digits, a 64-bit bitmap, TPDU and a header of six bytes.
 *
 * Fields 46 to 48, 58, 59, 61 and 62 carry what acquirer and terminal agree on; here they are bytes.
 */
export const unionPayPos: Dialect = {
  id: "unionpay.pos@1",
  name: { zh: "银联 POS 终端", en: "UnionPay POS terminal" },
  provenance: {
    source:
      "Integrator code moonwa/p8583sdk (2015), j-iso8583, articles by integrators; field 33 from memory",
    verifiedBy: null,
    verifiedOn: null,
  },
  header: [
    { name: "tpdu", size: 5, form: "hex" },
    { name: "application", size: 6, form: "hex" },
  ],
  frame: "binary-2",
  messageType: "bcd",
  bitmap: { form: "binary", second: "never" },
  fields: {
    2: ll("n", 19, "masked"),
    3: fixed("n", 6, "plain"),
    4: fixed("amount", 12, "plain"),
    7: fixed("n", 10, "plain"),
    11: fixed("n", 6, "plain"),
    12: fixed("n", 6, "plain"),
    13: fixed("n", 4, "plain"),
    14: fixed("n", 4),
    15: fixed("n", 4, "plain"),
    22: fixed("n", 3, "plain"),
    23: cardSequence,
    25: fixed("n", 2, "plain"),
    26: fixed("n", 2, "plain"),
    32: ll("n", 11, "plain"),
    33: ll("n", 11, "plain"),
    35: ll("z", 37),
    36: lll("z", 104),
    37: fixed("anp", 12, "plain"),
    38: fixed("anp", 6, "plain"),
    39: fixed("an", 2, "plain"),
    41: fixed("ans", 8, "plain"),
    42: fixed("ans", 15, "plain"),
    44: ll("ans", 25),
    46: lll("b", 999),
    47: lll("b", 999),
    48: lll("n", 322),
    49: fixed("an", 3, "plain"),
    52: fixed("b", 8),
    53: fixed("n", 16, "plain"),
    54: lll("ans", 20),
    55: lll("tlv", 255),
    58: lll("b", 100),
    59: lll("b", 999),
    60: lll("n", 17, "plain"),
    61: lll("n", 29, "plain"),
    62: lll("b", 512),
    63: lll("text", 163),
    64: fixed("b", 8),
  },
  macField: 64,
};
