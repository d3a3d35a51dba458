import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  maskAccountNumber,
  maskIdentityNumber,
  maskName,
  maskNumbersIn,
  maskPersonalIn,
  maskPhoneNumber,
} from "./mask.js";

describe.each([
  ["maskIdentityNumber", maskIdentityNumber],
  ["maskAccountNumber", maskAccountNumber],
])("%s", (_, mask) => {
  it("keeps the length and hides at least half of any text, and the whole middle", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789ABCX"), maxLength: 40, size: "max" }),
        (text) => {
          const masked = mask(text);
          expect(masked).toHaveLength(text.length);
          expect(masked.replaceAll(/[^*]/g, "").length * 2).toBeGreaterThanOrEqual(text.length);
          const [, head = "", tail = ""] = /^([^*]{0,4})\**([^*]{0,4})$/.exec(masked) ?? [];
          expect(text.startsWith(head) && text.endsWith(tail)).toBe(true);
          expect(masked).toBe(head + "*".repeat(text.length - head.length - tail.length) + tail);
        },
      ),
    );
  });

  it("shows nothing of a name, not even half a character of it", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("张", "三", "\u{20BB7}", "·", "\uE863"),
          maxLength: 20,
          size: "max",
        }),
        (name) => {
          expect(mask(name)).toMatch(/^\**$/);
        },
      ),
    );
  });
});

describe("maskIdentityNumber", () => {
  it.each([
    ["36049919850606001X", "360***********001X"],
    ["360499850606001", "360*********001"],
    ["36049919", "36****19"],
    ["360", "***"],
    ["", ""],
  ])("masks %s as %s", (number, masked) => {
    expect(maskIdentityNumber(number)).toBe(masked);
  });

  it("never shows the birth date of a citizen id number", () => {
    expect(maskIdentityNumber("360499198506060011").slice(3, 14)).toBe("***********");
  });
});

describe("maskAccountNumber", () => {
  it.each([
    ["6299990000000000004", "6299***********0004"],
    ["6299990000000004", "6299********0004"],
    ["629999000004", "629******004"],
    ["62999", "6***9"],
  ])("masks %s as %s", (number, masked) => {
    expect(maskAccountNumber(number)).toBe(masked);
  });
});

describe("maskPhoneNumber", () => {
  it.each([
    ["13800001234", "138****1234"],
    ["8223344", "8*****4"],
    ["0792-8223344", "079******344"],
    ["张三丰13812345678", "***********678"],
    ["123", "***"],
  ])("masks %s as %s", (number, masked) => {
    expect(maskPhoneNumber(number)).toBe(masked);
  });
});

describe("maskName", () => {
  it.each([
    ["张三", "张*"],
    ["王小明", "王*明"],
    ["欧阳文山", "欧**山"],
    ["\u{20BB7}\u{20BB7}", "\u{20BB7}*"],
    ["阿依古丽·买买提", "阿******提"],
    ["王", "王"],
    ["", ""],
  ])("masks %s as %s", (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe("maskNumbersIn", () => {
  it.each([
    ["张三 360499198506060011", "张三 360***********0011"],
    ["36049919850606001X", "360***********001X"],
    ["6299990000000000004/13800001234", "629************0004/13*******34"],
    ["６２９９９９0000000000004", "***************0004"],
    ["3604 9919 8506 0600 11", "360***************0*11"],
    ["6299-9900-0000-0000-004", "629*****************004"],
    ["2024-03-01", "2024-03-01"],
    ["2024-03-01 08:30:00", "2024-03-01 08:30:00"],
    ["1234567890", "1234567890"],
    ["面议", "面议"],
  ])("masks %s as %s", (text, masked) => {
    expect(maskNumbersIn(text)).toBe(masked);
  });
});

describe("maskPersonalIn", () => {
  it.each([
    ["张三", "张*"],
    ["欧阳文山", "欧**山"],
    ["任小兰", "任*兰"],
    ["古丽·买买提", "古****提"],
    ["面议", "面议"],
    ["待定", "待定"],
    ["张家港市某某公司", "张家港市某某公司"],
    ["王 360499198506060011", "王 360***********0011"],
  ])("masks %s as %s", (text, masked) => {
    expect(maskPersonalIn(text)).toBe(masked);
  });
});
