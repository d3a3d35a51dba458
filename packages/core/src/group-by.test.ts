import { describe, expect, it } from "vitest";
import { groupBy } from "./group-by.js";

describe("groupBy", () => {
  it("keeps keys and items in the order in which they come", () => {
    const groups = groupBy(["b1", "a1", "b2", ""], (item) => item.at(0));
    expect([...groups]).toEqual([
      ["b", ["b1", "b2"]],
      ["a", ["a1"]],
      [undefined, [""]],
    ]);
  });
});
