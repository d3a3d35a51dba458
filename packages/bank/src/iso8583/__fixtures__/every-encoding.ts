import { fen } from "@tongchou/core";
import type { Dialect, FieldDefinition, IsoMessage } from "../index.js";

const fixed = (
  content: FieldDefinition["content"],
  encoding: FieldDefinition["encoding"],
  size: number,
): FieldDefinition => ({ content, encoding, length: { kind: "fixed", size } });

/** A dialect with one field of each encoding and each way to say a length; nobody speaks it. */
export const everyEncoding: Dialect = {
  id: "example.every-encoding@1",
  name: { zh: "各种编码", en: "Every encoding" },
  provenance: { source: "made for tests", verifiedBy: null, verifiedOn: null },
  header: [
    { name: "size", size: 1, form: "hex", computed: "header-length" },
    { name: "total", size: 4, form: "ascii", computed: "message-length" },
    { name: "source", size: 3, form: "ascii" },
    { name: "flags", size: 2, form: "hex" },
  ],
  frame: "ascii-4",
  messageType: "ebcdic",
  bitmap: { form: "hex", second: "when-needed" },
  fields: {
    2: { content: "n", encoding: "bcd-left", length: { kind: "ll", max: 19, encoding: "bcd" }, pad: "f" },
    3: fixed("n", "ebcdic", 6),
    4: fixed("amount", "bcd-right", 12),
    5: fixed("amount", "ebcdic", 12),
    6: fixed("amount", "ascii", 12),
    22: fixed("n", "bcd-left", 3),
    23: fixed("n", "bcd-right", 3),
    28: fixed("xn", "ascii", 9),
    32: {
      content: "n",
      encoding: "bcd-left",
      length: { kind: "ll", max: 11, encoding: "binary", counts: "bytes" },
      pad: "f",
    },
    33: {
      content: "n",
      encoding: "bcd-right",
      length: { kind: "ll", max: 11, encoding: "ebcdic", counts: "bytes" },
      pad: "f",
    },
    34: {
      content: "n",
      encoding: "bcd-right",
      length: { kind: "ll", max: 10, encoding: "ascii", counts: "bytes" },
    },
    35: { content: "z", encoding: "bcd-left", length: { kind: "ll", max: 37, encoding: "bcd" } },
    36: { content: "z", encoding: "ascii", length: { kind: "lll", max: 104, encoding: "ascii" } },
    38: fixed("anp", "ebcdic", 6),
    43: fixed("text", "gbk", 20),
    44: { content: "text", encoding: "gb18030", length: { kind: "ll", max: 25, encoding: "ascii" } },
    48: { content: "ans", encoding: "ebcdic", length: { kind: "lll", max: 999, encoding: "ebcdic" } },
    52: fixed("b", "hex", 8),
    53: { content: "b", encoding: "hex", length: { kind: "lll", max: 20, encoding: "ascii" } },
    54: {
      content: "b",
      encoding: "hex",
      length: { kind: "lll", max: 20, encoding: "bcd", counts: "bytes" },
    },
    55: { content: "tlv", encoding: "binary", length: { kind: "lll", max: 255, encoding: "binary" } },
    70: fixed("n", "ascii", 3),
    128: fixed("b", "binary", 8),
  },
  macField: 128,
};

/** A message with all of these fields. */
export const everyEncodingMessage: IsoMessage = {
  header: { source: "A 1", flags: "00FF" },
  type: "0200",
  fields: {
    2: "6299990000000000005",
    3: "290000",
    4: fen(350_000),
    5: fen(1),
    6: fen(999_999_999_999),
    22: "071",
    23: "001",
    28: "D00000012",
    32: "12345",
    33: "123",
    34: "1234",
    35: "6299990000000000005D2912",
    36: "6299990000000000005=2912",
    38: "AB 12 ",
    43: "九江市浔阳区示例路01",
    44: "王䶮",
    48: "FREE text, 1+1",
    52: Uint8Array.of(0, 1, 2, 3, 252, 253, 254, 255),
    53: Uint8Array.of(171),
    54: Uint8Array.of(205, 239),
    55: [
      { tag: "9F26", value: Uint8Array.of(1, 2, 3) },
      { tag: "6F", value: [{ tag: "84", value: Uint8Array.of(160) }] },
      { tag: "9A", value: Uint8Array.of(22), lengthBytes: 2 },
    ],
    70: "301",
    128: new Uint8Array(8),
  },
};
