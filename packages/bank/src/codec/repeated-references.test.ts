import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeatedReferences } from "./repeated-references.js";

describe("repeatedReferences", () => {
  it("finds those that stand more than once, empty ones excepted", () => {
    const found = repeatedReferences(["R1", "R2", "", "R1", "", "R3", "R1"]);
    expect([...found.keys()]).toEqual(["R1"]);
    expect(found.get("R1")?.message.en).toContain("3 payments");
  });

  it("tells references apart whose hashes are the same", () => {
    // A known pair of words with one FNV-1a hash of 32 bits.
    expect(repeatedReferences(["costarring", "liquid"]).size).toBe(0);
    expect([...repeatedReferences(["costarring", "liquid", "liquid"]).keys()]).toEqual(["liquid"]);
  });

  it("agrees with counting", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 })), (references) => {
        const repeated = references.filter((one, at) => one !== "" && references.indexOf(one) !== at);
        expect(new Set(repeatedReferences(references).keys())).toEqual(new Set(repeated));
      }),
    );
  });
});
