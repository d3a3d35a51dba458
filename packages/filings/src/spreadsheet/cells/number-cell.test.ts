import { describe, expect, it } from "vitest";
import type { ValueCell } from "./cell-value.js";
import { readIntegerCell, readRateCell } from "./number-cell.js";

const text = (value: string): ValueCell => ({ kind: "text", text: value });
const number = (value: string): ValueCell => ({ kind: "number", text: value, isDate: false });

describe("readRateCell", () => {
  it.each([
    [text("5%"), 50000],
    [text("12 ％"), 120000],
    [text("0.05"), 50000],
    [text("无"), 0],
    [text("0"), 0],
    [number("0.05"), 50000],
    [number("0.12000000000000001"), 120000],
    [number("5.0000000000000003E-2"), 50000],
    [number("1"), 1000000],
  ] as const)("reads %j as %i parts per million", (cell, ppm) => {
    expect(readRateCell(cell)).toEqual({ ok: true, value: ppm, issues: [] });
  });

  it.each(["-", "/"])("takes %j for no rate", (found) => {
    expect(readRateCell(text(found))).toEqual({ ok: true, value: undefined, issues: [] });
  });

  it.each([
    ["12", "rate-out-of-range"],
    ["-5%", "rate-out-of-range"],
    ["5%+5%", "rate-not-a-number"],
    ["按规定", "rate-not-a-number"],
    ["0.00000005", "rate-too-precise"],
  ])("refuses %j with %s", (found, code) => {
    const result = readRateCell(text(found));
    expect([result.ok, result.issues[0]?.code]).toEqual([false, code]);
  });
});

describe("readIntegerCell", () => {
  it.each([
    [text("12"), 12],
    [text("1,200人"), 1200],
    [text("３"), 3],
    [number("7"), 7],
    [number("7.0"), 7],
  ] as const)("reads %j as %i", (cell, value) => {
    expect(readIntegerCell(cell)).toEqual({ ok: true, value, issues: [] });
  });

  it.each(["7.5", "七", "12A"])("refuses %j", (found) => {
    expect(readIntegerCell(text(found)).issues[0]?.code).toBe("integer-not-whole");
  });
});
