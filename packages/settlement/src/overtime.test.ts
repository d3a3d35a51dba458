import { fen, plainDate } from "@tongchou/core";
import { createFacts, jiujiangPacks } from "@tongchou/statutory";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenOf, fraction, halfUp, over, plus, times, yuanOf } from "./__fixtures__/fraction.js";
import { overtimePay } from "./overtime.js";

const facts = createFacts(jiujiangPacks);
const on = plainDate("2024-03-31");

describe("overtimePay", () => {
  it.each([
    // Month's wage in yuan, hours on working, rest and public holidays: day's and hour's wage, pay in yuan.
    [4350, 1, 0, 0, 200, 25, 37.5],
    [4350, 0, 1, 0, 200, 25, 50],
    [4350, 0, 0, 1, 200, 25, 75],
    [4350, 2.5, 8, 8, 200, 25, 1093.75],
    [4350, 0, 0, 0, 200, 25, 0],
    // 3,000 ÷ 21.75 ÷ 8 = 17.2413…: 3 hours at 150 % are 77.5862…, not three times 25.86.
    [3000, 3, 0, 0, 137.93, 17.24, 77.59],
    [3000, 36, 0, 0, 137.93, 17.24, 931.03],
    // One rounding of the whole: 0.25 + 0.5 + 0.75 hours' worth together.
    [3000, 0.01, 0.01, 0.01, 137.93, 17.24, 1.12],
  ])(
    "%d a month, %d + %d + %d hours: day %d, hour %d, pay %d",
    (wage, week, rest, holiday, day, hour, pay) => {
      const hours = {
        weekdayCentihours: Math.round(week * 100),
        restDayCentihours: Math.round(rest * 100),
        holidayCentihours: Math.round(holiday * 100),
      };
      const result = overtimePay(fen(wage * 100), hours, on, facts);
      expect(result.ok && result.value).toEqual({
        dayWageFen: Math.round(day * 100),
        hourWageFen: Math.round(hour * 100),
        payFen: Math.round(pay * 100),
      });
    },
  );

  it("agrees to the fen with a second implementation that rounds once", () => {
    const anyHours = fc.option(fc.nat(20_000), { nil: undefined });
    fc.assert(
      fc.property(fc.nat(10_000_000), anyHours, anyHours, anyHours, (wage, week, rest, holiday) => {
        const hours = { weekdayCentihours: week, restDayCentihours: rest, holidayCentihours: holiday };
        const result = overtimePay(fen(wage), hours, on, facts);
        const hour = over(over(yuanOf(wage), fraction("21.75")), fraction(8));
        const weighted = [
          times(yuanOf(week ?? 0), fraction("1.5")),
          times(yuanOf(rest ?? 0), fraction(2)),
          times(yuanOf(holiday ?? 0), fraction(3)),
        ].reduce(plus);
        const pay = fenOf(halfUp(times(hour, weighted), fraction("0.01")));
        expect(result.ok && result.value.payFen).toBe(pay);
      }),
      { numRuns: 1000 },
    );
  });

  it("is not known before the conversion of 2008", () => {
    expect(overtimePay(fen(1), {}, plainDate("2007-12-31"), facts).ok).toBe(false);
  });
});
