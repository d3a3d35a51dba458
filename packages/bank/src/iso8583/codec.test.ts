import { fen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { bytesOf, hexOf } from "./__fixtures__/bytes.js";
import { everyEncoding, everyEncodingMessage } from "./__fixtures__/every-encoding.js";
import {
  checkDialect,
  createCodec,
  describeMessage,
  type Dialect,
  type FieldDefinition,
  iso1987Ascii,
  iso1993,
  type IsoMessage,
  unionPayInterInstitution,
  unionPayPos,
} from "./index.js";

const codec = createCodec(everyEncoding);
const { header } = everyEncodingMessage;

/** The bytes of one field: what stands behind header 10, type 4 and bitmap 16 or 32. */
function wire(number: number, value: IsoMessage["fields"][number]): string {
  const bytes = codec.encode({ header, type: "0200", fields: { [number]: value } });
  if (!bytes.ok) throw new Error(bytes.issues[0]?.message.en);
  return hexOf(bytes.value.slice(14 + (number > 64 ? 32 : 16)));
}

function problems(number: number, value: unknown): readonly string[] {
  const fields = { [number]: value } as IsoMessage["fields"];
  return codec.encode({ header, type: "0200", fields }).issues.map(({ code, path }) => `${code} ${path}`);
}

describe("createCodec", () => {
  it("reads back every encoding, and writes the same bytes again", () => {
    const bytes = codec.encode(everyEncodingMessage);
    expect(bytes.issues).toEqual([]);
    const message = bytes.ok ? codec.decode(bytes.value) : bytes;
    expect(message).toEqual({ ok: true, value: everyEncodingMessage, issues: [] });
  });

  // By hand from the definitions of the encodings.
  it.each<[string, number, IsoMessage["fields"][number], string]>([
    ["odd BCD filled behind with F, length in digits", 2, "123", "03123F"],
    ["EBCDIC digits", 3, "290000", "F2F9F0F0F0F0"],
    ["an amount in BCD", 4, fen(350_000), "000000350000"],
    ["an amount in EBCDIC", 5, fen(7), "F0".repeat(11) + "F7"],
    ["odd BCD filled behind with zero", 22, "071", "0710"],
    ["odd BCD filled in front with zero", 23, "001", "0001"],
    ["a signed amount", 28, "D00000012", "443030303030303132"],
    ["a binary length in bytes of odd BCD", 32, "12345", "0312345F"],
    ["an EBCDIC length in bytes of odd BCD filled in front", 33, "123", "F0F2F123"],
    ["an ASCII length in bytes of even BCD", 34, "1234", "30321234"],
    ["a packed track with its separator", 35, "629D29", "06629D29"],
    ["a packed track of odd length", 35, "62D29", "0562D290"],
    ["a track in ASCII", 36, "62=29", "30303536323D3239"],
    ["EBCDIC letters and spaces", 38, "AB 12 ", "C1C240F1F240"],
    ["text in GB18030 counted in bytes", 44, "王䶮", "3034" + "CDF5" + "FE9F"],
    ["EBCDIC with an EBCDIC length", 48, "a+b", "F0F0F3" + "814E82"],
    ["bytes as hexadecimal digits, of fixed length", 52, new Uint8Array(8).fill(171), "4142".repeat(8)],
    ["the same with a length in digits", 53, Uint8Array.of(171), "303032" + "4142"],
    ["the same with a BCD length in bytes", 54, Uint8Array.of(171), "0001" + "4142"],
    ["data objects with a binary length", 55, [{ tag: "9A", value: Uint8Array.of(9) }], "0003" + "9A0109"],
    ["an empty value of variable length", 48, "", "F0F0F0"],
  ])("writes %s", (_, number, value, hex) => {
    expect(wire(number, value)).toBe(hex);
  });

  it.each<[string, number, unknown, string]>([
    ["a digit that is none", 2, "12a", "characters"],
    ["a full-width digit", 3, "29000０", "characters"],
    ["a value that is too short", 3, "29000", "length"],
    ["a value that is too long", 3, "2900000", "length"],
    ["an amount that does not fit", 4, fen(1_000_000_000_000), "length"],
    ["an amount below zero", 4, fen(-1), "kind"],
    ["an amount with a fraction", 4, 0.5, "kind"],
    ["an amount as text", 4, "000000350000", "kind"],
    ["a number where digits belong", 3, 290_000, "kind"],
    ["an account that is too long", 2, "62999900000000000051", "length"],
    ["a sign that is none", 28, "X00000012", "characters"],
    ["an odd number of digits where only bytes are counted", 34, "123", "length"],
    ["an equals sign in a packed track", 35, "62=29", "characters"],
    ["text shorter than its field in bytes", 43, "九江", "length"],
    ["a character that GBK does not have", 43, "㛃".repeat(10), "characters"],
    ["a line feed in text", 44, "a\nb", "characters"],
    ["text longer than its field", 44, "王".repeat(13), "length"],
    ["text where bytes belong", 52, "0001", "kind"],
    ["bytes that are too few", 52, new Uint8Array(7), "length"],
    ["bytes where data objects belong", 55, new Uint8Array(3), "kind"],
    ["no value", 3, undefined, "undefined"],
    ["a field that is not in the table", 7, "0315093000", "undefined"],
    ["a field above 128", 129, "1", "undefined"],
  ])("refuses %s", (_, number, value, code) => {
    expect(problems(number, value)).toEqual([`iso8583-field-${code} /fields/${number}`]);
  });

  it.each([
    ["a tag that is none", [{ tag: "9F", value: new Uint8Array(1) }]],
    ["a tag in lower case", [{ tag: "9a", value: new Uint8Array(1) }]],
    ["the tag 00", [{ tag: "00", value: new Uint8Array(1) }]],
    ["bytes in a constructed object", [{ tag: "6F", value: new Uint8Array(1) }]],
    ["objects in a primitive one", [{ tag: "84", value: [] }]],
    ["a length in fewer bytes than it needs", [{ tag: "84", value: new Uint8Array(200), lengthBytes: 1 }]],
  ])("refuses data objects with %s", (_, value) => {
    expect(problems(55, value)).toEqual(["iso8583-tlv /fields/55"]);
  });

  it("finds everything that is wrong with a message at once", () => {
    const wrong = { header: { source: "A 1", flags: "ff" }, type: "02", fields: { 3: "1", 4: fen(-1) } };
    expect(codec.encode(wrong).issues.map(({ code }) => code)).toEqual([
      "iso8583-header",
      "iso8583-message-type",
      "iso8583-field-length",
      "iso8583-field-kind",
    ]);
  });

  it("never shows a value in an issue", () => {
    const wrong = {
      header,
      type: "0200",
      fields: { 2: "629999000000000000x", 35: "6299990000000000005=2912" },
    };
    expect(JSON.stringify(codec.encode(wrong).issues)).not.toMatch(/629999/);
  });
});

describe("decode", () => {
  const ascii = createCodec(iso1987Ascii);
  const pos = createCodec(unionPayPos);
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const tpdu = "6000030000603100310100";

  // Offsets are counted by hand: type 4 and bitmap 8 in ASCII; header 11, type 2 and bitmap 8 of terminals.
  it.each<[string, Uint8Array, string]>([
    [
      "letters in digits",
      Uint8Array.of(...text("0200"), 0x20, 0, 0, 0, 0, 0, 0, 0, ...text("29000x")),
      "characters 3 17",
    ],
    [
      "a value that is cut off",
      Uint8Array.of(...text("0200"), 0x20, 0, 0, 0, 0, 0, 0, 0, ...text("29")),
      "truncated",
    ],
    [
      "a length above the limit",
      Uint8Array.of(...text("0200"), 0x40, 0, 0, 0, 0, 0, 0, 0, ...text("20")),
      "length 2 12",
    ],
    [
      "a length that is no number",
      Uint8Array.of(...text("0200"), 0x40, 0, 0, 0, 0, 0, 0, 0, ...text("x1")),
      "length-digits 2 12",
    ],
    ["bytes behind the last field", Uint8Array.of(...text("0800"), 0, 0, 0, 0, 0, 0, 0, 0, 1), "bytes-left"],
    ["a message type that is none", Uint8Array.of(...text("02x0"), 0, 0, 0, 0, 0, 0, 0, 0), "message-type"],
    ["a bitmap that is cut off", Uint8Array.of(...text("0200"), 0x80, 0, 0, 0, 0, 0, 0, 0), "truncated"],
  ])("refuses %s", (_, bytes, found) => {
    expect(summary(ascii.decode(bytes).issues)).toEqual([found]);
  });

  it.each([
    ["a field that is not in the table", `${tpdu}02000100000000000000`, "undefined 8 21"],
    ["a second bitmap where there is none", `${tpdu}02008000000000000000`, "bitmap"],
    ["a filler that is not zero", `${tpdu}02000000040000000000` + "0711", "padding 22 22"],
    ["a digit above nine", `${tpdu}02002000000000000000` + "29000A", "characters 3 23"],
    ["a length above the limit in BCD", `${tpdu}02004000000000000000` + "20", "length 2 21"],
    ["a chip's data that break off", `${tpdu}02000000000000000200` + "00039F2602", "tlv 55 25"],
  ])("refuses %s", (_, hex, found) => {
    expect(summary(pos.decode(bytesOf(hex)).issues)).toEqual([found]);
  });

  it("finds several values that are wrong", () => {
    const hex = `${tpdu}02003000000000000000` + "29000A" + "00000000000B";
    expect(summary(pos.decode(bytesOf(hex)).issues)).toEqual(["characters 3 23", "characters 4 29"]);
  });

  it("refuses a header whose lengths do not hold", () => {
    const bytes = codec.encode(everyEncodingMessage);
    if (!bytes.ok) throw new Error("not written");
    const longer = bytes.value.slice();
    longer[4] = (longer[4] ?? 0) ^ 1;
    expect(codec.decode(longer).issues).toMatchObject([{ code: "iso8583-header", path: "/header/total" }]);
  });

  it("keeps nothing of the bytes that it was given", () => {
    const bytes = Buffer.from(`${tpdu}02000000000000001000` + "0102030405060708", "hex");
    const message = pos.decode(bytes);
    bytes.fill(0);
    expect(message.ok && message.value.fields[52]).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  });

  it("does not take a text that another table would write differently", () => {
    // FE9F is 䶮 in GB 18030-2022 and private use in older tables: GBK fields refuse it.
    const dialect: Dialect = {
      ...iso1987Ascii,
      fields: { ...iso1987Ascii.fields, 44: text44("gbk") },
    };
    const bytes = Uint8Array.of(...text("0200"), 0, 0, 0, 0, 0, 0x10, 0, 0, ...text("02"), 0xfe, 0x9f);
    expect(summary(createCodec(dialect).decode(bytes).issues)).toEqual(["characters 44 14"]);
    const modern = { ...dialect, fields: { ...dialect.fields, 44: text44("gb18030") } };
    const message = createCodec(modern).decode(bytes);
    expect(message.ok && message.value.fields[44]).toBe("䶮");
  });

  function text44(encoding: "gbk" | "gb18030"): FieldDefinition {
    return { content: "text", encoding, length: { kind: "ll", max: 25, encoding: "ascii" } };
  }

  /** Code, field and byte of an issue, as its English message says them. */
  function summary(issues: readonly { readonly code: string; readonly message: { readonly en: string } }[]) {
    return issues.map(({ code, message }) => {
      const name = code.replace(/^iso8583-(field-)?/, "");
      const field = /[Ff]ield (\d+)/.exec(message.en)?.[1];
      const byte = /byte (\d+)/.exec(message.en)?.[1];
      return field === undefined ? name : [name, field, byte].join(" ");
    });
  }
});

describe("the dialects", () => {
  it.each([iso1987Ascii, iso1993, unionPayPos, unionPayInterInstitution, everyEncoding])(
    "fit together, and in a JSON file: $id",
    (dialect) => {
      expect(checkDialect(dialect)).toEqual([]);
      expect(JSON.parse(JSON.stringify(dialect))).toEqual(dialect);
    },
  );

  it("have the header of 46 bytes between institutions", () => {
    expect(unionPayInterInstitution.header.reduce((sum, { size }) => sum + size, 0)).toBe(46);
  });

  it.each<[string, Partial<Dialect>]>([
    ["a field 65", { fields: { ...unionPayInterInstitution.fields, 65: field("n", "ascii", 1) } }],
    ["a field 1", { fields: { ...unionPayInterInstitution.fields, 1: field("n", "ascii", 1) } }],
    ["letters in BCD", { fields: { ...unionPayInterInstitution.fields, 41: field("ans", "bcd-left", 8) } }],
    ["a length of nothing", { fields: { ...unionPayInterInstitution.fields, 41: field("ans", "ascii", 0) } }],
    [
      "an amount too long to count",
      { fields: { ...unionPayInterInstitution.fields, 4: field("amount", "ascii", 16) } },
    ],
    ["a code that is not last", { macField: 64 }],
    [
      "two parts of one name",
      { header: [...unionPayInterInstitution.header, { name: "batch", size: 1, form: "hex" }] },
    ],
  ])("are refused with %s", (_, change) => {
    const dialect = { ...unionPayInterInstitution, ...change };
    expect(checkDialect(dialect).map(({ code }) => code)).toEqual(["iso8583-dialect"]);
    expect(() => createCodec(dialect)).toThrow(RangeError);
  });

  function field(
    content: FieldDefinition["content"],
    encoding: FieldDefinition["encoding"],
    size: number,
  ): FieldDefinition {
    return { content, encoding, length: { kind: "fixed", size } };
  }
});

describe("describeMessage", () => {
  it("shows no account, track, name, PIN or chip data", () => {
    const { fields } = everyEncodingMessage;
    const text = describeMessage({ type: "0200", fields }, { ...iso1987Ascii });
    expect(text).not.toMatch(/6299990000000000005|王|䶮|九江|FREE/);
    expect(text).toContain("F2 6299***********0005");
    expect(text).toContain("F3 290000");
    expect(text).toContain("F43 (11)");
  });
});
