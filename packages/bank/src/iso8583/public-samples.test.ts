import { describe, expect, it } from "vitest";
import { bytesOf, hexOf } from "./__fixtures__/bytes.js";
import { publicSamples } from "./__fixtures__/public-samples.js";
import { createCodec } from "./index.js";

describe("messages that were published", () => {
  it.each(publicSamples)("are read to the last byte and written again: $title, $source", (sample) => {
    const codec = createCodec(sample.dialect);
    const message = codec.decode(bytesOf(sample.hex));
    expect(message.issues).toEqual([]);
    if (!message.ok) throw new Error("not read");
    expect(message.value.fields).toMatchObject(sample.fields);
    const again = codec.encode(message.value);
    expect(again.ok && hexOf(again.value)).toBe(sample.hex);
  });

  it("have a length in front that is theirs where it was published along", () => {
    // QuickStart.java has 0041 and 0079 in front of its two messages.
    const lengths = publicSamples.slice(1, 3).map(({ hex }) => hex.length / 2);
    expect(lengths).toEqual([0x41, 0x79]);
  });

  it("show the data objects of a chip in field 55", () => {
    const sample = publicSamples[4];
    const message = sample && createCodec(sample.dialect).decode(bytesOf(sample.hex));
    const chip = message?.ok ? message.value.fields[55] : undefined;
    // ExampleUnitTest.java lists the objects of this message line by line.
    expect(Array.isArray(chip) && chip.map(({ tag }: { tag: string }) => tag).join(" ")).toBe(
      "9F26 9F27 9F10 9F37 9F36 95 9A 9C 9F02 5F2A 82 9F1A 9F03 9F33 9F34 9F35 9F1E 84 9F09 9F41",
    );
  });
});
