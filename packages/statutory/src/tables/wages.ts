import { fen } from "@tongchou/core";
import type { FactPack, FactVersion } from "../fact.js";
import type { FactShapes } from "../fact-values.js";
import { amount, count, rate, version, yuan } from "./version.js";

/** National facts of wages, working time and leave. */
export const wageFacts: FactPack["facts"] = {
  "cn.wage.paid-days": [
    version(count(21.75), {
      from: "2008-01-01",
      source: "劳社部发〔2008〕3号；人社部发〔2025〕2号",
      confidence: "confirmed",
    }),
  ],
  "cn.wage.hours-per-day": [
    version(count(8), { from: "2008-01-01", source: "劳社部发〔2008〕3号", confidence: "confirmed" }),
  ],
  "cn.wage.working-days": [
    version(count(20.83), {
      from: "2008-01-01",
      to: "2024-12-31",
      source: "劳社部发〔2008〕3号",
      confidence: "confirmed",
    }),
    version(count(20.67), { from: "2025-01-01", source: "人社部发〔2025〕2号", confidence: "confirmed" }),
  ],
  "cn.wage.working-days-quarter": [
    version(count(62), { from: "2025-01-01", source: "人社部发〔2025〕2号", confidence: "confirmed" }),
  ],
  "cn.wage.working-days-year": [
    version(count(250), {
      from: "2008-01-01",
      to: "2024-12-31",
      source: "劳社部发〔2008〕3号；人社部发〔2025〕2号",
      confidence: "confirmed",
    }),
    version(count(248), { from: "2025-01-01", source: "人社部发〔2025〕2号", confidence: "confirmed" }),
  ],
  "cn.wage.public-holidays": [
    version(count(11), {
      from: "2014-01-01",
      to: "2024-12-31",
      source: "人社部发〔2025〕2号",
      confidence: "confirmed",
    }),
    version(count(13), {
      from: "2025-01-01",
      source: "国务院令第795号；人社部发〔2025〕2号",
      confidence: "confirmed",
    }),
  ],
  "cn.wage.overtime.weekday": [
    version(rate("150%"), { from: "1995-01-01", source: "劳动法 第四十四条", confidence: "confirmed" }),
  ],
  "cn.wage.overtime.rest-day": [
    version(rate("200%"), { from: "1995-01-01", source: "劳动法 第四十四条", confidence: "confirmed" }),
  ],
  "cn.wage.overtime.holiday": [
    version(rate("300%"), { from: "1995-01-01", source: "劳动法 第四十四条", confidence: "confirmed" }),
  ],
  "cn.wage.overtime.hours-per-day": [
    version(count(1), { from: "1995-01-01", source: "劳动法 第四十一条", confidence: "confirmed" }),
  ],
  "cn.wage.overtime.hours-per-day-special": [
    version(count(3), { from: "1995-01-01", source: "劳动法 第四十一条", confidence: "confirmed" }),
  ],
  "cn.wage.overtime.hours-per-month": [
    version(count(36), { from: "1995-01-01", source: "劳动法 第四十一条", confidence: "confirmed" }),
  ],
  "cn.wage.record-years": [
    version(count(2), { from: "1995-01-01", source: "劳部发〔1994〕489号 第六条", confidence: "confirmed" }),
  ],
  "cn.deduction.damage-share": [
    version(rate("20%"), {
      from: "1995-01-01",
      source: "工资支付暂行规定 第十六条",
      confidence: "confirmed",
      note: "扣后余额不得低于最低工资",
    }),
  ],
  "cn.leave.qualifying-months": [
    version(count(12), { from: "2008-09-18", source: "人社部令第1号 第三条", confidence: "confirmed" }),
  ],
  "cn.leave.days-from-1-year": [leaveDays(5)],
  "cn.leave.days-from-10-years": [leaveDays(10)],
  "cn.leave.days-from-20-years": [leaveDays(15)],
  "cn.leave.unused": [
    version(rate("300%"), { from: "2008-09-18", source: "人社部令第1号 第十条", confidence: "confirmed" }),
  ],
  "cn.part-time.hours-per-day": [
    version(count(4), { from: "2008-01-01", source: "劳动合同法 第六十八条", confidence: "confirmed" }),
  ],
  "cn.part-time.hours-per-week": [
    version(count(24), { from: "2008-01-01", source: "劳动合同法 第六十八条", confidence: "confirmed" }),
  ],
  "cn.part-time.pay-cycle-days": [
    version(count(15), { from: "2008-01-01", source: "劳动合同法 第七十二条", confidence: "confirmed" }),
  ],
};

/** Minimum wage of Jiangxi and the average wages of province and city. */
export const jiangxiWageFacts: FactPack["facts"] = {
  "cn.36.minimum-wage": [
    minimumWage([1680, 1580, 1470], {
      from: "2018-01-01",
      to: "2021-03-31",
      source: "江西省政府办公厅通知（2017年12月）",
      confidence: "secondary",
    }),
    minimumWage([1850, 1730, 1610], {
      from: "2021-04-01",
      to: "2024-03-31",
      source: "江西省政府关于调整最低工资标准的通知（2021）",
      confidence: "confirmed",
    }),
    minimumWage([2000, 1870, 1740], {
      from: "2024-04-01",
      to: "2024-12-31",
      source: "人社部公布的各地最低工资标准（截至2024-04-01）；未查到文号",
      confidence: "unverified",
      note: "起始日和二类1870元有旁证，一、三类和小时标准待核；2025年起是否调整未查明",
    }),
  ],
  "cn.36.average-wage.non-private": [
    yearly("2019", "73725"),
    yearly("2022", "88375", "由2023年及其增幅换算"),
    yearly("2023", "92794"),
  ],
  "cn.36.average-wage.employed": [yearly("2019", "76131")],
  "cn.36.average-wage.private": [yearly("2020", "48864"), yearly("2021", "52667"), yearly("2023", "55201")],
};

const classes: Readonly<Record<string, string>> = {
  "360402": "2",
  "360403": "2",
  "360491": "2",
  "360492": "2",
  "360404": "3",
  "360423": "3",
  "360424": "3",
  "360425": "3",
  "360426": "3",
  "360428": "3",
  "360429": "3",
  "360430": "3",
  "360481": "3",
  "360482": "3",
  "360483": "3",
  "360493": "3",
};

/** Minimum-wage classes and average wages of Jiujiang. */
export const jiujiangWageFacts: FactPack["facts"] = {
  "cn.3604.minimum-wage.class": [
    version(
      { classOf: classes },
      {
        from: "2018-01-01",
        to: "2024-03-31",
        source: "江西省最低工资通知（2017年12月、2021年）附表",
        confidence: "confirmed",
      },
    ),
    version(
      { classOf: classes },
      {
        from: "2024-04-01",
        to: "2024-12-31",
        source: "江西省最低工资标准（2024年）",
        confidence: "secondary",
        note: "分类沿用2021年附表推定",
      },
    ),
  ],
  "cn.3604.average-wage.private": [yearly("2019", "49522"), yearly("2020", "48381")],
  "cn.3604.average-wage.monthly": [
    version(
      { fen: yuan("7792.67") },
      {
        from: "2023-01-01",
        to: "2023-12-31",
        announced: "2024-07-01",
        source: "由2024年度公积金基数上限23378元反推",
        confidence: "unverified",
        note: "公布日未查明，按公积金年度起始日计",
      },
    ),
  ],
};

function minimumWage(
  monthly: readonly [number, number, number],
  facts: Parameters<typeof version>[1],
): FactVersion<FactShapes["minimum-wage"]> {
  // The hourly standard for part-time work is one hundredth of the monthly one in every list since 2015.
  const rows = monthly.map((wage, index) => [
    String(index + 1),
    { monthlyFen: fen(wage * 100), hourlyFen: fen(wage) },
  ]);
  return version({ classes: Object.fromEntries(rows) as FactShapes["minimum-wage"]["classes"] }, facts);
}

/** The average wage of a statistical year, which is published in the year after. */
function yearly(year: string, wage: string, note?: string): FactVersion<FactShapes["amount"]> {
  return version(amount(wage), {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    announced: `${Number(year) + 1}-12-31`,
    source: `${year}年统计数据（转载）`,
    confidence: "secondary",
    note: note ?? "公布日未查明，按次年年末计",
  });
}

function leaveDays(days: number): FactVersion<FactShapes["count"]> {
  return version(count(days), {
    from: "2008-01-01",
    source: "职工带薪年休假条例（国务院令第514号）第三条",
    confidence: "confirmed",
  });
}
