import { parsed, type Parsed } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { confidenceRemarks, recordFacts } from "../used-facts.js";

/** Reckons with facts and says, in one `fact-not-confirmed` each, which of those used are not confirmed. */
export function namingFacts<Value>(facts: Facts, reckon: (facts: Facts) => Parsed<Value>): Parsed<Value> {
  const recorded = recordFacts(facts);
  const result = reckon(recorded);
  if (!result.ok) return result;
  return parsed(result.value, [...result.issues, ...confidenceRemarks(recorded.used())]);
}
