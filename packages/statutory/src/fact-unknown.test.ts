import { plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { factDefinitions } from "./fact-definitions.js";
import type { FactId } from "./fact-ids.js";
import { createFacts } from "./facts.js";
import { factUnknown } from "./fact-unknown.js";

describe("factUnknown", () => {
  it.each(Object.keys(factDefinitions) as FactId[])("names %s and the day in both languages", (id) => {
    const answer = createFacts([]).lookUp(id, { on: plainDate("2026-01-01") });
    if (answer.known) throw new Error("known");
    const { code, message } = factUnknown(answer);
    expect(code).toBe("fact-unknown");
    expect(message.zh).toContain(factDefinitions[id].zh);
    expect(message.en).toContain(factDefinitions[id].en);
    for (const text of [message.zh, message.en]) expect(text).toContain("2026-01-01");
  });

  it("carries the place and subject it is given", () => {
    const answer = createFacts([]).lookUp("cn.iit.commission", { on: plainDate("2026-01-01") });
    const issue = answer.known ? undefined : factUnknown(answer, { subject: { unitId: "U01" } });
    expect(issue?.subject).toEqual({ unitId: "U01" });
  });
});
