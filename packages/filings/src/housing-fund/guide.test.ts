import { readFileSync } from "node:fs";
import type { HousingFundSuspension } from "@tongchou/core";
import { period } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { valueOf } from "../__fixtures__/read-cells.js";
import { womanNumber } from "../__fixtures__/roster-file.js";
import * as filings from "../index.js";

const guide = readFileSync(new URL("../../../../docs/filings/housing-fund.md", import.meta.url), "utf8");
const template = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? "";

const suspension: HousingFundSuspension = {
  kind: "suspension",
  name: "张三",
  documentKind: "resident-identity-card",
  documentNumber: womanNumber(1),
  accountNumber: "10001",
  month: period("2024-03"),
  reason: "transfer",
};

describe("docs/filings/housing-fund.md", () => {
  it("names exports only, and every profile of the housing fund", () => {
    const names = [...guide.matchAll(/`(fund[A-Z]\w+)`/g)].map(([, name = ""]) => name);
    const exported = new Map<string, unknown>(Object.entries(filings));
    const profiles = new Set(names.map((name) => exported.get(name)));
    expect(profiles).toEqual(new Set(filings.housingFundProfiles));
  });

  it("has a template of one's own that is read, writes its own codes, and holds out what it has none for", () => {
    const profile = valueOf(filings.parseSheetProfile(JSON.parse(template), filings.housingFundProfiles));
    const closable = { ...suspension, documentNumber: womanNumber(2), reason: "closable" } as const;
    const result = filings.createHousingFundSheets(profile, [suspension, closable]);
    expect(result.sheets.map(({ rows }) => [...rows])).toEqual([[["10001", "张三", "202403", "05"]]]);
    expect(result.issues.map(({ code, path }) => [code, path])).toEqual([
      ["declaration-word-unknown", "/1/suspensionReason"],
    ]);
  });
});
