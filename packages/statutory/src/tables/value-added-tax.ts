import type { FactPack, FactVersion } from "../fact.js";
import type { FactShapes, VatInvoicing } from "../fact-values.js";
import { amount, percent, rate, version } from "./version.js";

const order47 = "财税〔2016〕47号";
const order10 = "财政部 税务总局公告2026年第10号";

/** Days on which the rules change: the notice of 2016, the VAT law and its transitional rules. */
const era = { from: "2016-05-01", to: "2025-12-31" } as const;
const transitional = { from: "2026-01-01", to: "2027-12-31" } as const;

/**
 * Platforms file for their workers. The reliefs end with the transitional rules, the duty to register stays.
 */
const platform = {
  from: "2025-10-01",
  source: "国家税务总局公告2025年第16号 第二至四条；国家税务总局公告2025年第15号；国务院令第810号",
} as const;

/**
 * Value-added tax on dispatch, agency services and outsourcing. A combination or time without a version has
 * no confirmed rule.
 */
export const valueAddedTaxFacts: FactPack["facts"] = {
  "cn.vat.dispatch.general.full": [
    version(full("6%", "special"), { ...era, source: `${order47} 第一条`, confidence: "secondary" }),
  ],
  "cn.vat.dispatch.general.balance": [
    version(balance("5%", "split"), {
      ...era,
      source: `${order47} 第一条`,
      confidence: "secondary",
      note: "选择简易计税",
    }),
    version(balance("6%", "joint"), {
      ...transitional,
      announced: "2026-01-30",
      source: `${order10} 四(五)、(十一)`,
      confidence: "confirmed",
      note: "一般计税，进项可抵",
    }),
  ],
  "cn.vat.dispatch.small-scale.full": [
    version(full("3%"), {
      from: era.from,
      to: "2020-02-29",
      source: `${order47} 第一条`,
      confidence: "secondary",
      note: "2020年3月至2022年的阶段性减免未查明",
    }),
    version(full("1%"), {
      from: "2023-01-01",
      to: era.to,
      source: "财政部 税务总局公告2023年第19号",
      confidence: "secondary",
    }),
    version(full("1%"), {
      ...transitional,
      announced: "2026-01-30",
      source: `${order10} 三(三)6`,
      confidence: "confirmed",
      note: "不得扣除，征收率3%减按1%",
    }),
  ],
  "cn.vat.dispatch.small-scale.balance": [
    version(balance("5%", "split"), {
      ...era,
      source: `${order47} 第一条`,
      confidence: "secondary",
      note: "选择简易计税",
    }),
  ],
  "cn.vat.dispatch.unlicensed.full": [
    version(full("6%"), {
      ...transitional,
      source: "实务口径：无派遣许可的按人力资源服务全额计税",
      confidence: "secondary",
    }),
  ],
  "cn.vat.agency.general.balance": [
    version(balance("6%", "split"), { ...era, source: `${order47} 三(一)`, confidence: "confirmed" }),
  ],
  "cn.vat.agency.general.simple": [
    version(balance("5%", "split"), {
      ...era,
      source: `${order47} 三(一)`,
      confidence: "confirmed",
      note: "选择简易计税",
    }),
  ],
  "cn.vat.agency.small-scale.balance": [
    version(balance("3%", "split"), {
      from: era.from,
      to: "2020-02-29",
      source: `${order47} 三(一)`,
      confidence: "confirmed",
      note: "2020年3月至2022年的阶段性减免未查明",
    }),
    version(balance("1%", "split"), {
      from: "2023-01-01",
      to: era.to,
      source: `${order47} 三(一)；财政部 税务总局公告2023年第19号`,
      confidence: "secondary",
    }),
  ],
  "cn.vat.outsourcing.general.full": [
    version(full("6%", "special"), {
      from: "2026-01-01",
      source: "增值税法 第十条",
      confidence: "confirmed",
      note: "现代服务、生活服务；建筑、运输为9%",
    }),
  ],
  "cn.vat.outsourcing.general.construction": [
    version(full("9%", "special"), {
      from: "2026-01-01",
      source: "增值税法 第十条",
      confidence: "confirmed",
    }),
  ],
  "cn.vat.simple-rate": [
    version(rate("3%"), { from: "2026-01-01", source: "增值税法 第十一条", confidence: "confirmed" }),
  ],
  "cn.vat.small-scale.threshold-monthly": [threshold("100000")],
  "cn.vat.small-scale.threshold-quarterly": [threshold("300000")],
  "cn.vat.small-scale.threshold-transaction": [threshold("1000")],
  "cn.vat.platform-worker.rate": [
    version(rate("1%"), { ...platform, to: transitional.to, confidence: "secondary" }),
  ],
  "cn.vat.platform-worker.threshold-monthly": [
    version(amount("100000"), { ...platform, to: transitional.to, confidence: "secondary" }),
  ],
  "cn.vat.platform-worker.registration": [
    version(amount("5000000"), { ...platform, confidence: "secondary" }),
  ],
};

/** Sales of small-scale taxpayers below which no tax is due. */
function threshold(text: string): FactVersion<FactShapes["amount"]> {
  return version(amount(text), {
    ...transitional,
    announced: "2026-01-30",
    source: order10,
    confidence: "secondary",
  });
}

function full(text: string, invoicing?: VatInvoicing): FactShapes["vat"] {
  return { rate: percent(text), base: "full", ...(invoicing === undefined ? {} : { invoicing }) };
}

function balance(text: string, invoicing: VatInvoicing): FactShapes["vat"] {
  return { rate: percent(text), base: "balance", invoicing };
}
