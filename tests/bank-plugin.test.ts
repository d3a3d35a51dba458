import { expect, describe, it, test } from "vitest";
import { conformanceChecks } from "../packages/bank/src/testing/index.js";
import { xunchengAdapter } from "../examples/bank-plugin/src/adapter.js";
import { samples } from "../examples/bank-plugin/src/samples.js";

const checks = conformanceChecks(xunchengAdapter, samples);

describe("the plugin of 浔城银行", () => {
  for (const check of checks) test(check.name, check.run);

  it("leaves no check of an adapter out", () => {
    expect(checks.filter(({ name }) => name.includes("not run"))).toEqual([]);
  });

  it("takes no file whose content is not that of its hash line", async () => {
    const content = samples.results?.[0]?.content ?? new Uint8Array();
    const at = content.indexOf(0x33);
    const changed = content.map((byte, index) => (index === at ? 0x34 : byte));
    const { ok, issues } = await xunchengAdapter.decode({ name: "answer", content: changed });
    expect([ok, issues.map(({ code }) => code)]).toEqual([false, ["xuncheng-hash-wrong"]]);
  });
});
