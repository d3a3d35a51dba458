import { describe, expect, it } from "vitest";
import { inPercent, inYuan, ppm, rowsOf, type VersionRow } from "../__fixtures__/version-rows.js";
import { valueAddedTaxFacts } from "./value-added-tax.js";

const full = (percent: number, invoicing?: string): unknown => ({
  rate: ppm(percent),
  base: "full",
  ...(invoicing === undefined ? {} : { invoicing }),
});
const balance = (percent: number, invoicing: string): unknown => ({
  rate: ppm(percent),
  base: "balance",
  invoicing,
});
const order47 = "财税〔2016〕47号";
const order10 = "财政部 税务总局公告2026年第10号";
const order19 = "财政部 税务总局公告2023年第19号";
const law = "增值税法 第十条";
const unlicensed = "实务口径：无派遣许可的按人力资源服务全额计税";
const platform = "国家税务总局公告2025年第16号 第二至四条；国家税务总局公告2025年第15号；国务院令第810号";

const rows: readonly VersionRow[] = [
  [
    "cn.vat.dispatch.general.full",
    "2016-05-01",
    "2025-12-31",
    null,
    full(6, "special"),
    "secondary",
    `${order47} 第一条`,
  ],
  [
    "cn.vat.dispatch.general.balance",
    "2016-05-01",
    "2025-12-31",
    null,
    balance(5, "split"),
    "secondary",
    `${order47} 第一条`,
  ],
  [
    "cn.vat.dispatch.general.balance",
    "2026-01-01",
    "2027-12-31",
    "2026-01-30",
    balance(6, "joint"),
    "confirmed",
    `${order10} 四(五)、(十一)`,
  ],
  [
    "cn.vat.dispatch.small-scale.full",
    "2016-05-01",
    "2020-02-29",
    null,
    full(3),
    "secondary",
    `${order47} 第一条`,
  ],
  ["cn.vat.dispatch.small-scale.full", "2023-01-01", "2025-12-31", null, full(1), "secondary", order19],
  [
    "cn.vat.dispatch.small-scale.full",
    "2026-01-01",
    "2027-12-31",
    "2026-01-30",
    full(1),
    "confirmed",
    `${order10} 三(三)6`,
  ],
  [
    "cn.vat.dispatch.small-scale.balance",
    "2016-05-01",
    "2025-12-31",
    null,
    balance(5, "split"),
    "secondary",
    `${order47} 第一条`,
  ],
  ["cn.vat.dispatch.unlicensed.full", "2026-01-01", "2027-12-31", null, full(6), "secondary", unlicensed],
  [
    "cn.vat.agency.general.balance",
    "2016-05-01",
    "2025-12-31",
    null,
    balance(6, "split"),
    "confirmed",
    `${order47} 三(一)`,
  ],
  [
    "cn.vat.agency.general.simple",
    "2016-05-01",
    "2025-12-31",
    null,
    balance(5, "split"),
    "confirmed",
    `${order47} 三(一)`,
  ],
  [
    "cn.vat.agency.small-scale.balance",
    "2016-05-01",
    "2020-02-29",
    null,
    balance(3, "split"),
    "confirmed",
    `${order47} 三(一)`,
  ],
  [
    "cn.vat.agency.small-scale.balance",
    "2023-01-01",
    "2025-12-31",
    null,
    balance(1, "split"),
    "secondary",
    `${order47} 三(一)；${order19}`,
  ],
  ["cn.vat.outsourcing.general.full", "2026-01-01", null, null, full(6, "special"), "confirmed", law],
  ["cn.vat.outsourcing.general.construction", "2026-01-01", null, null, full(9, "special"), "confirmed", law],
  ["cn.vat.simple-rate", "2026-01-01", null, null, inPercent(3), "confirmed", "增值税法 第十一条"],
  [
    "cn.vat.small-scale.threshold-monthly",
    "2026-01-01",
    "2027-12-31",
    "2026-01-30",
    inYuan(100_000),
    "secondary",
    order10,
  ],
  [
    "cn.vat.small-scale.threshold-quarterly",
    "2026-01-01",
    "2027-12-31",
    "2026-01-30",
    inYuan(300_000),
    "secondary",
    order10,
  ],
  [
    "cn.vat.small-scale.threshold-transaction",
    "2026-01-01",
    "2027-12-31",
    "2026-01-30",
    inYuan(1000),
    "secondary",
    order10,
  ],
  ["cn.vat.platform-worker.rate", "2025-10-01", "2027-12-31", null, inPercent(1), "secondary", platform],
  [
    "cn.vat.platform-worker.threshold-monthly",
    "2025-10-01",
    "2027-12-31",
    null,
    inYuan(100_000),
    "secondary",
    platform,
  ],
  ["cn.vat.platform-worker.registration", "2025-10-01", null, null, inYuan(5_000_000), "secondary", platform],
];

describe("valueAddedTaxFacts", () => {
  it.each(rows)("%s from %s to %s", (...row) => {
    expect(rowsOf(valueAddedTaxFacts)).toContainEqual(row);
  });

  it("holds nothing else", () => {
    expect(rowsOf(valueAddedTaxFacts)).toHaveLength(rows.length);
  });
});
