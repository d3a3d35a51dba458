import * as core from "@tongchou/core";
import * as settlement from "@tongchou/settlement";
import * as statutory from "@tongchou/statutory";
import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { answersOf, createContestants } from "../benchmarks/settlement/contestants.mjs";
import { randomWorkers } from "../benchmarks/settlement/workers.mjs";

describe("the benchmark of settlement", () => {
  const contestants = createContestants({ core, settlement, statutory }, { Decimal, Engine: undefined });
  const workers = randomWorkers(settlement, 1000);
  const ours = answersOf(contestants.settleBatch, workers);

  it.each(["bare loop", "decimal.js"] as const)(
    "has the same answers from settleBatch and the %s",
    (name) => {
      expect(ours).toHaveLength(1000);
      expect(answersOf(contestants[name], workers)).toEqual(ours);
    },
  );
});
