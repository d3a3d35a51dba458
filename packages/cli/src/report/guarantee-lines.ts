import {
  clauseOf,
  type BilingualText,
  type Guarantee,
  type GuaranteeTerm,
  type GuaranteeTermId,
} from "@tongchou/core";
import { say, type Session } from "../terminal/terminal.js";

/** The terms of the guarantee in words. */
export const guaranteeTermNames: Readonly<Record<GuaranteeTermId, BilingualText>> = {
  "component-equality": {
    zh: "每人每项成本，平移前后相等（同一法规、同一人事数据）",
    en: "every cost component of every worker is the same before and after, under the same law and facts",
  },
  attribution: {
    zh: "全部变动归因到法规、人事、基数、取整、服务，平移引起的为零",
    en: "the whole change is put down to law, HR facts, base, rounding and services; the migration's part is nought",
  },
  conservation: {
    zh: "收到的等于付出的加暂存的，平台收入为零",
    en: "money in equals money out plus money held; the platform's income is nought",
  },
  rounding: { zh: "分摊不多一分不少一分", en: "splits add up to the fen" },
  cap: { zh: "新机构服务费不高于原采购成本", en: "a new agency's fee is not above the original cost" },
  "nothing-from-worker": {
    zh: "只扣法定和约定项目",
    en: "nothing is taken from workers beyond law and agreement",
  },
  float: { zh: "资金停留不超过约定天数", en: "money stays no longer than agreed" },
  "invoice-chain": { zh: "开票环节没有增加", en: "no link is added to the chain of invoices" },
};

const marks: Readonly<Record<GuaranteeTerm["outcome"], string>> = {
  holds: "✓",
  broken: "✗",
  "not-tested": "–",
};

/** The guarantee term by term, with what breaks it. */
export function guaranteeLines(session: Session, guarantee: Guarantee): string {
  return guarantee.terms
    .map((term) => {
      const name = say(session, guaranteeTermNames[term.id]);
      const clauses = term.clauses.map((id) => clauseOf(id).id).join(", ");
      const breaches = term.breaches.slice(0, 5).map((breach) => `      ${breach}\n`);
      return `  ${marks[term.outcome]} ${name} [${clauses}]\n${breaches.join("")}`;
    })
    .join("");
}
