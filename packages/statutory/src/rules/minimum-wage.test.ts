import { plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { createFacts } from "../facts.js";
import { jiujiangPacks } from "../packs.js";
import { minimumWage } from "./minimum-wage.js";

const facts = createFacts(jiujiangPacks);

describe("minimumWage", () => {
  it.each([
    // Division, day, monthly standard in yuan, hourly standard, class.
    ["360403", "2019-01-01", 1580, 15.8, "2"], // 浔阳区
    ["360402", "2021-03-31", 1580, 15.8, "2"], // 濂溪区
    ["360402", "2021-04-01", 1730, 17.3, "2"],
    ["360403", "2024-03-31", 1730, 17.3, "2"],
    ["360403", "2024-04-01", 1870, 18.7, "2"],
    ["360491", "2024-03-31", 1730, 17.3, "2"], // 九江经济技术开发区
    ["360492", "2024-03-31", 1730, 17.3, "2"], // 庐山管理局
    ["360493", "2024-03-31", 1610, 16.1, "3"], // 庐山西海
    ["360404", "2024-03-31", 1610, 16.1, "3"], // 柴桑区
    ["360424", "2020-12-31", 1470, 14.7, "3"], // 修水县
    ["360428", "2024-04-01", 1740, 17.4, "3"], // 都昌县
    ["360482", "2024-12-31", 1740, 17.4, "3"], // 共青城市
    // Abolished codes are followed to the ones in use.
    ["360421", "2024-03-31", 1610, 16.1, "3"], // 九江县 → 柴桑区
    ["360422", "2024-03-31", 1610, 16.1, "3"], // 瑞昌县 → 瑞昌市
    ["360427", "2024-03-31", 1610, 16.1, "3"], // 星子县 → 庐山市
  ])("of %s on %s is %d yuan a month and %d an hour (class %s)", (division, day, month, hour, name) => {
    const wage = minimumWage(facts, division, plainDate(day));
    expect(wage.ok && { ...wage.value, confidence: undefined }).toEqual({
      standardFen: month * 100,
      hourlyFen: Math.round(hour * 100),
      class: name,
      confidence: undefined,
    });
  });

  it.each([
    ["360494", "2024-03-31", "minimum-wage-class-unknown"], // 八里湖新区 goes by the county that hosts it
    ["360499", "2024-03-31", "minimum-wage-class-unknown"], // the city's own administration is no place
    ["360400", "2024-03-31", "minimum-wage-class-unknown"],
    ["360100", "2024-03-31", "division-unknown"],
    ["", "2024-03-31", "division-unknown"],
    ["360403", "2025-01-01", "fact-unknown"],
    ["360403", "2017-12-31", "fact-unknown"],
  ])("of %s on %s is not known: %s", (division, day, code) => {
    const wage = minimumWage(facts, division, plainDate(day));
    expect(wage.ok ? [] : wage.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it.each([
    // The least sure of list and class decides.
    ["2019-06-30", "secondary"],
    ["2022-06-30", "confirmed"],
    ["2024-06-30", "unverified"],
  ])("on %s is %s", (day, confidence) => {
    const wage = minimumWage(facts, "360403", plainDate(day));
    expect(wage.ok && wage.value.confidence).toBe(confidence);
  });

  it("says that a code was followed to the one in use", () => {
    const wage = minimumWage(facts, "360427", plainDate("2024-03-31"));
    expect(wage.issues.map((issue) => issue.code)).toEqual(["division-abolished"]);
  });

  it("uses what was known on the day asked about", () => {
    const early = minimumWage(facts, "360403", plainDate("2024-06-30"), plainDate("2024-03-31"));
    expect(early.ok).toBe(false);
  });
});
