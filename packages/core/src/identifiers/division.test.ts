import { describe, expect, it } from "vitest";
import { isProvinceCode, jiujiangDivisions, parseDivision } from "./division.js";

describe("parseDivision", () => {
  it.each([
    // GB/T 2260
    ["360400", "九江市", "city"],
    ["360402", "濂溪区", "county"],
    ["360403", "浔阳区", "county"],
    ["360404", "柴桑区", "county"],
    ["360423", "武宁县", "county"],
    ["360424", "修水县", "county"],
    ["360425", "永修县", "county"],
    ["360426", "德安县", "county"],
    ["360428", "都昌县", "county"],
    ["360429", "湖口县", "county"],
    ["360430", "彭泽县", "county"],
    ["360481", "瑞昌市", "county"],
    ["360482", "共青城市", "county"],
    ["360483", "庐山市", "county"],
    // codes of the province's procurement system
    ["360491", "九江经济技术开发区", "zone"],
    ["360492", "庐山风景名胜区管理局", "zone"],
    ["360494", "八里湖新区", "zone"],
    ["360499", "九江市本级", "level"],
  ])("finds %s %s", (code, name, kind) => {
    expect(parseDivision(code)).toEqual({ ok: true, value: { code, name, kind }, issues: [] });
  });

  it.each([
    ["360421", "360404", "柴桑区"],
    ["360422", "360481", "瑞昌市"],
    ["360427", "360483", "庐山市"],
  ])("follows the abolished code %s to %s", (code, successor, name) => {
    expect(parseDivision(code)).toMatchObject({
      ok: true,
      value: { code: successor, name },
      issues: [{ code: "division-abolished", severity: "info" }],
    });
  });

  it("folds spaces and full-width digits", () => {
    expect(parseDivision(" ３６０403 ")).toMatchObject({ ok: true, value: { code: "360403" } });
  });

  it.each(["", "36040", "3604030", "360405", "360499198506060011", "浔阳区"])("refuses %j", (code) => {
    const result = parseDivision(code);
    expect(result.issues.map((issue) => issue.code)).toEqual(["division-unknown"]);
    expect(result.issues[0]?.message.en).not.toContain("19850606");
  });
});

describe("jiujiangDivisions", () => {
  it("has every code once, and every successor in use", () => {
    const codes = jiujiangDivisions.map((division) => division.code);
    expect(new Set(codes).size).toBe(codes.length);
    const inUse = jiujiangDivisions.filter((division) => division.successor === undefined);
    for (const { successor } of jiujiangDivisions) {
      if (successor !== undefined) expect(inUse.map((division) => division.code)).toContain(successor);
    }
  });
});

describe("isProvinceCode", () => {
  it("knows the 34 provinces of GB/T 2260", () => {
    const found = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0")).filter(
      isProvinceCode,
    );
    expect(found).toHaveLength(34);
    expect(found).toEqual(expect.arrayContaining(["11", "36", "65", "71", "81", "82"]));
    expect(["00", "16", "38", "47", "55", "66", "83", "91"].some(isProvinceCode)).toBe(false);
  });
});
