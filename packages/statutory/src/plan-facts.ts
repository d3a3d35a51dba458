import { addDays, plainDate, type PlainDate, type WorkerFacts } from "@tongchou/core";
import type { Facts } from "./facts.js";
import { minimumWage } from "./rules/minimum-wage.js";
import { retirementMonth } from "./rules/retirement.js";

/**
 * The dated facts that the checks of a migration plan ask for, as known on a day.
 *
 * @example
 * planFacts(createFacts(jiujiangPacks)).retirementMonth("M60", period("1959-05")); // => "2019-05"
 */
export function planFacts(facts: Facts, knownOn?: PlainDate): WorkerFacts {
  return {
    retirementMonth,
    minimumWage(division, on) {
      const wage = minimumWage(facts, division, on, knownOn);
      return wage.ok ? wage.value : undefined;
    },
    cityAverageMonthly(on) {
      const endOfYearBefore = addDays(plainDate(`${on.slice(0, 4)}-01-01`), -1);
      const average = facts.lookUp("cn.3604.average-wage.monthly", { on: endOfYearBefore, knownOn });
      return average.known ? average.fact.value.fen : undefined;
    },
    publicWelfareMonths(on) {
      const ofProvince = facts.lookUp("cn.36.public-welfare.months", { on, knownOn });
      const months = ofProvince.known
        ? ofProvince
        : facts.lookUp("cn.public-welfare.months", { on, knownOn });
      return months.known ? months.fact.value.count : undefined;
    },
  };
}
