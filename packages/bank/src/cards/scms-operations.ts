import type { CardField, CardFamily } from "./card-family.js";

const id: CardField = { key: "shbzhm", from: "idNumber", widthBytes: 18 };
const name: CardField = { key: "xm", from: "name", widthBytes: 50 };
const card: CardField = { key: "kh", from: "cardNumber", widthBytes: 9 };
const account: CardField = { key: "kctzh", from: "bankCardNumber", widthBytes: 40 };
const bank: CardField = { key: "yhbh", from: { setting: "bank" }, widthBytes: 5 };
const channel: CardField = { key: "xtlb", from: { setting: "channel" }, widthBytes: 2 };
const clerk: CardField = { key: "jbr", from: { setting: "clerk" }, widthBytes: 20 };
const division: CardField = { key: "xzqhdm", from: { setting: "division" }, widthBytes: 6 };
const document: readonly CardField[] = [
  { key: "yxzjhm", from: "idNumber", widthBytes: 18 },
  { key: "yxzjlx", from: "idKind", fallback: "A", widthBytes: 1 },
  name,
];

/**
 * The operations of provincial card services. Widths are those of the integration document; where it writes
 * "id and name" without keys, they are `shbzhm` and `xm`, which is for the authority to confirm.
 *
 * It has no release of a formal loss, only of a temporary one, and no query of one person's progress.
 */
export const scmsOperations: CardFamily["operations"] = {
  eligibility: { word: "chkCanCardSq", fields: [...document, bank, division] },
  application: {
    word: "saveCardSqList",
    fields: [
      ...document,
      bank,
      division,
      channel,
      { key: "sjhm", from: "mobile", widthBytes: 11 },
      { key: "lkfs", from: "delivery", codes: { mail: "1", collect: "0" } },
      clerk,
      { key: "zylb", from: "occupationCode", widthBytes: 8 },
      { key: "gj", from: "nationalityCode", widthBytes: 5 },
      { key: "zjqsrq", from: "idValidFrom", widthBytes: 8, optional: true },
      { key: "zjdqrq", from: "idValidTo", widthBytes: 8, optional: true },
      { key: "csrq", from: "birthDate", widthBytes: 8 },
      { key: "xb", from: "sexCode", widthBytes: 1 },
      { key: "mz", from: "ethnicityCode", widthBytes: 2 },
      { key: "txdz", from: "address", widthBytes: 100 },
      { key: "zp", from: "photo" },
    ],
  },
  "social-activation": { word: "saveCardActive", fields: [id, name, card, channel, clerk, division] },
  "financial-activation": {
    word: "saveCardJrzhActive",
    fields: [id, name, account, bank, channel, clerk, division],
  },
  "temporary-loss": { word: "saveCardLsgs", fields: [id, name, card, channel, clerk, division] },
  release: { word: "saveCardLsgsjg", fields: [id, name, card, channel, division] },
  "formal-loss": { word: "saveCardGs", fields: [id, name, card, channel, clerk, division, bank] },
  replacement: {
    word: "saveCardBhList",
    fields: [
      ...[id, name, card, channel, clerk, division, bank],
      { key: "bhkyy", from: "reason", widthBytes: 300 },
    ],
  },
  query: { word: "queryCardInfoBySfzhm", fields: [id, name] },
};
