import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about agencies that cannot pay. */
export type InsolvencyIssueCode = "agency-insolvent-dispatch" | "agency-insolvent-outsourcing";

/** Messages about agencies that cannot pay. */
export const insolvencyIssues: IssueCatalogue<InsolvencyIssueCode> = {
  "agency-insolvent-dispatch": {
    severity: "needs-decision",
    zh: "机构 {agency} 收款后无力支付，尚欠 {amount} 元（其中工资 {wages} 元）；用工单位依劳动合同法第九十二条承担连带责任，已付给机构不免责，请决定如何先行支付工资并向机构追偿。",
    en: "Agency {agency} took the money and cannot pay: {amount} yuan are open, {wages} of it wages. The unit is jointly liable (Labour Contract Law, article 92) although it paid the agency. Decide how wages are paid first and asked back.",
    options: [
      {
        code: "pay-workers",
        zh: "由单位经平台直接付给劳动者，再追偿",
        en: "the unit pays the workers through the platform and asks it back",
      },
      {
        code: "claim-first",
        zh: "先申报债权或动用担保，不足部分由单位支付",
        en: "claim on the estate or a guarantee first, the unit pays the rest",
      },
    ],
  },
  "agency-insolvent-outsourcing": {
    severity: "needs-decision",
    zh: "外包机构 {agency} 收款后无力支付，尚欠 {amount} 元（其中工资 {wages} 元）；真实外包的发包方不当然承担连带责任，实为派遣的按派遣处理（劳务派遣暂行规定第二十七条），请认定。",
    en: "Agency {agency} took the money of an outsourcing and cannot pay: {amount} yuan are open, {wages} of it wages. A client is not liable as such; outsourcing that is dispatch in disguise is treated as dispatch (interim provisions, article 27). Decide which it is.",
    options: [
      {
        code: "is-dispatch",
        zh: "实为派遣：单位承担连带责任",
        en: "it is dispatch: the unit is jointly liable",
      },
      {
        code: "is-outsourcing",
        zh: "真实外包：由机构承担",
        en: "it is outsourcing: the agency alone owes it",
      },
    ],
  },
};
