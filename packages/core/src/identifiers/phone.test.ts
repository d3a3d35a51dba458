import { describe, expect, it } from "vitest";
import { parseContactNumber, parseMobile } from "./phone.js";

describe("parseMobile", () => {
  it.each([
    "13800000000",
    "+86 138-0000-0000",
    "+8613800000000",
    "8613800000000",
    "0086 138 0000 0000",
    "１３８０００００００0",
    "'13800000000",
    "\u202D138 0000 0000\u202C",
  ])("reads %j as 13800000000", (typed) => {
    expect(parseMobile(typed)).toEqual({ ok: true, value: "13800000000", issues: [] });
  });

  it.each(["13000000000", "16600000000", "19900000000"])("knows the range of %s", (number) => {
    expect(parseMobile(number).ok).toBe(true);
  });

  it.each(["", "1380000000", "138000000000", "12800000000", "23800000000", "0792-8223344", "无"])(
    "refuses %j",
    (typed) => {
      expect(parseMobile(typed).issues.map((issue) => issue.code)).toEqual(["mobile-not-a-mobile"]);
    },
  );

  it.each(["8223344", "1380000000", "360499198506060011", "张三丰13812345678"])(
    "does not repeat %s in its message",
    (typed) => {
      const message = parseMobile(typed).issues[0]?.message;
      expect(message?.en).not.toContain(typed);
      expect(message?.zh).not.toMatch(/张|\d{5}/);
    },
  );
});

describe("parseContactNumber", () => {
  it.each([
    ["0792-8223344", "0792-8223344"],
    ["07928223344", "07928223344"],
    ["010-88888888", "010-88888888"],
    ["0792 - 8223344 - 801", "0792-8223344-801"],
    ["138 0000 0000", "13800000000"],
  ])("reads %j as %s", (typed, number) => {
    expect(parseContactNumber(typed)).toEqual({ ok: true, value: number, issues: [] });
  });

  it.each(["8223344", "0792-822334", "0792-822334455", "12345"])("refuses %j", (typed) => {
    expect(parseContactNumber(typed).issues.map((issue) => issue.code)).toEqual(["mobile-not-a-mobile"]);
  });
});
