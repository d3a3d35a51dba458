import { describe, expect, it } from "vitest";
import { leastSure, type Confidence } from "./fact.js";

describe("leastSure", () => {
  it.each<[readonly Confidence[], Confidence]>([
    [["confirmed"], "confirmed"],
    [["confirmed", "secondary"], "secondary"],
    [["secondary", "confirmed"], "secondary"],
    [["unverified", "confirmed", "secondary"], "unverified"],
    [["secondary", "secondary"], "secondary"],
  ])("%j is as sure as %s", (confidences, least) => {
    expect(leastSure(confidences)).toBe(least);
  });
});
