import { describe, expect, it } from "vitest";
import { bytesOf, hexOf } from "./__fixtures__/bytes.js";
import { publicSamples } from "./__fixtures__/public-samples.js";
import {
  createCodec,
  createFrameReader,
  decodeTlv,
  encodeTlv,
  type Iso8583Codec,
  iso1987Ascii,
  iso1993,
  unionPayInterInstitution,
} from "./index.js";
import { everyEncoding, everyEncodingMessage } from "./__fixtures__/every-encoding.js";

/** Mutated inputs of each test; the long run sets a million. */
const runs = Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000);

/** Numbers from 0 to below `limit`, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** A copy with one to four bytes changed, cut out, put in, or everything behind a place cut off. */
function mutate(bytes: Uint8Array, random: (limit: number) => number): Uint8Array {
  const list = Array.from(bytes);
  for (let count = random(4); count >= 0; count -= 1) {
    const at = random(list.length + 1);
    const kind = random(8);
    if (kind < 3) list[at] = (list[at] ?? 0) ^ (1 << random(8));
    else if (kind < 5) list[at] = random(256);
    else if (kind === 5) list.splice(at, random(4));
    else if (kind === 6) list.splice(at, 0, random(256));
    else list.length = at;
  }
  return Uint8Array.from(list, (byte) => byte ?? 0);
}

function requireRoundTrip(codec: Iso8583Codec, input: Uint8Array): boolean {
  const message = codec.decode(input);
  if (!message.ok) {
    if (message.issues.length === 0) throw new Error(`no issue: ${hexOf(input)}`);
    return false;
  }
  const again = codec.encode(message.value);
  if (!again.ok || hexOf(again.value) !== hexOf(input)) throw new Error(`not the same: ${hexOf(input)}`);
  return true;
}

const ascii = createCodec(iso1987Ascii);
const asciiMessage = ascii.encode({
  type: "0200",
  fields: {
    2: "6299990000000000005",
    3: "290000",
    7: "0315093000",
    11: "000452",
    102: "6299990000000000005",
  },
});
const inputs: readonly (readonly [string, Iso8583Codec, readonly Uint8Array[]])[] = [
  ...publicSamples.map(
    (sample) =>
      [`${sample.title}, ${sample.source}`, createCodec(sample.dialect), [bytesOf(sample.hex)]] as const,
  ),
  ["ISO 8583:1987", ascii, asciiMessage.ok ? [asciiMessage.value] : []],
  ["every encoding", createCodec(everyEncoding), encoded(everyEncoding, everyEncodingMessage)],
];

function encoded(dialect: Parameters<typeof createCodec>[0], message: Parameters<Iso8583Codec["encode"]>[0]) {
  const bytes = createCodec(dialect).encode(message);
  if (!bytes.ok) throw new Error(bytes.issues[0]?.message.en);
  return [bytes.value];
}

describe("decode on damaged messages", () => {
  it.each(inputs)("refuses, or reads what it writes again as the same bytes: %s", (_, codec, [sound]) => {
    if (sound === undefined) throw new Error("no message");
    const random = randomNumbers(0x8583);
    let accepted = 0;
    for (let run = 0; run < runs / inputs.length; run += 1) {
      if (requireRoundTrip(codec, mutate(sound, random))) accepted += 1;
    }
    // Some damage leaves a message: otherwise nothing was tried of the second half of the rule.
    expect(accepted).toBeGreaterThan(0);
  });

  it("refuses, or reads what it writes again as the same bytes: any bytes, in all dialects", () => {
    const codecs = [...inputs.map(([, codec]) => codec), createCodec(iso1993)];
    codecs.push(createCodec(unionPayInterInstitution));
    const random = randomNumbers(1);
    for (let run = 0; run < runs / 5; run += 1) {
      const bytes = Uint8Array.from({ length: random(120) }, () => random(256));
      requireRoundTrip(codecs[run % codecs.length] ?? ascii, bytes);
    }
  });

  it.each([
    [
      "a first byte FF, which Node's decoder of Latin-1 leaves out",
      "FF0000000060220000000008000038000000C0001200017217051005103530303830303031333039" +
        "33315930383339353530303800110000017200300003435550",
    ],
    [
      "the same with another header",
      "FF0003000060310031010008000000000000C408103130303136393139383433" +
        "32393030343538323030304200475049303432303430323032303531343030303032343032313036383730303030303031303830" +
        "3856302E302E332E3004000000000000000011000000014200",
    ],
  ])("writes as the same bytes what once was not: %s", (_, hex) => {
    const [, request] = publicSamples;
    expect(requireRoundTrip(createCodec(request?.dialect ?? iso1987Ascii), bytesOf(hex))).toBe(true);
  });

  it.each([
    ["an empty message", ""],
    ["a second bitmap that is announced and empty", `30323030${"80"}${"00".repeat(15)}`],
    ["bit 65, which would announce a third bitmap", `30323030${"80"}${"00".repeat(7)}80${"00".repeat(7)}`],
  ])("refuses %s", (_, hex) => {
    expect(ascii.decode(bytesOf(hex)).ok).toBe(false);
  });
});

describe("data objects of BER-TLV", () => {
  it("are refused, or written again as the same bytes", () => {
    const sound = bytesOf("6F0A8408A0000003330101019F2608DEAE676D1C4734119F1081020102");
    const random = randomNumbers(55);
    let accepted = 0;
    for (let run = 0; run < runs; run += 1) {
      const input = mutate(sound, random);
      const objects = decodeTlv(input, { field: 55 });
      if (!objects.ok) continue;
      accepted += 1;
      const again = encodeTlv(objects.value, { field: 55 });
      if (!again.ok || hexOf(again.value) !== hexOf(input)) throw new Error(hexOf(input));
    }
    expect(accepted).toBeGreaterThan(0);
  });

  it("are refused where they nest without end, in time that does not grow with the depth", () => {
    const deep = Uint8Array.from({ length: 100_000 }, (_, at) => [0x6f, 0x83, 0x01, 0x80, 0x00][at % 5] ?? 0);
    expect(decodeTlv(deep, { field: 55 }).ok).toBe(false);
  });
});

describe("createFrameReader on any bytes", () => {
  it("gives the same messages in whatever pieces they come, and never keeps more than one", () => {
    const random = randomNumbers(7);
    for (let run = 0; run < runs / 10; run += 1) {
      const frame = run % 2 === 0 ? "binary-2" : "ascii-4";
      const options = { frame, messageBytesMax: 40 } as const;
      const bytes = Uint8Array.from({ length: random(90) }, (_, at) =>
        frame === "binary-2" ? (at % 5 === 0 ? 0 : random(20)) : 0x30 + random(random(9) + 1),
      );
      const whole = createFrameReader(options).push(bytes);
      const pieces = createFrameReader(options);
      const messages: Uint8Array[] = [];
      for (let at = 0; at < bytes.length;) {
        const size = 1 + random(7);
        messages.push(...pieces.push(bytes.subarray(at, at + size)).messages);
        at += size;
      }
      expect(messages).toEqual(whole.messages);
      const after = pieces.push(new Uint8Array(0)).issues.map(({ message }) => message.en);
      expect(after).toEqual(whole.issues.map(({ message }) => message.en));
    }
  });
});
