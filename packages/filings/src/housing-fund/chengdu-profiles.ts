import type { ProfileOf, Provenance } from "../profile/profile.js";
import { fundColumns } from "./fund-columns.js";
import type { HousingFundRow } from "./housing-fund-row.js";

const provenance: Provenance = {
  mark: "one-place",
  source:
    "Columns and codes of Chengdu's lists, from templates in a public program of one HR company. No original of Jiujiang's fund is public",
  verifiedBy: null,
  verifiedOn: null,
};

const { serial, accountNumber, name, documentNumber, remark } = fundColumns;

const amount = { type: "money", required: true, onProblem: "hold-out" } as const;
const month = {
  field: "month",
  type: "month",
  required: true,
  onProblem: "hold-out",
  dateStyle: "compact",
} as const;

/** Opening of accounts: 个人账户设立清册. Of the kinds of documents only the code of the identity card is known. */
export const fundOpeningChengdu: ProfileOf<HousingFundRow> = {
  id: "cd.fund.opening@1",
  title: "个人账户设立清册",
  sheetName: "个人账户设立清册",
  direction: "both",
  keys: ["name", "documentNumber"],
  columns: [
    serial,
    name,
    {
      field: "documentKind",
      header: "证件种类",
      type: "word",
      words: { "1": "resident-identity-card", 居民身份证: "resident-identity-card" },
      required: true,
      onProblem: "hold-out",
    },
    documentNumber,
    { field: "baseFen", header: "缴存基数（元）", ...amount },
    { ...month, header: "初次缴存时间" },
    {
      field: "personClass",
      header: "人员身份",
      type: "word",
      words: { "1": "urban", "2": "rural", 城镇职工: "urban", 农籍职工: "rural" },
      required: true,
      onProblem: "hold-out",
    },
    { field: "mobile", header: "个人联系电话", type: "contact" },
    { field: "landline", header: "个人固定电话", type: "contact" },
    { field: "email", header: "个人邮箱", type: "text" },
  ],
  provenance,
};

/** Change of bases: 缴存基数调整清册. */
export const fundBaseChangeChengdu: ProfileOf<HousingFundRow> = {
  id: "cd.fund.base-change@1",
  title: "缴存基数调整清册",
  sheetName: "缴存基数调整清册",
  direction: "both",
  keys: ["accountNumber", "name"],
  columns: [
    serial,
    accountNumber,
    name,
    { field: "oldBaseFen", header: "缴存基数调整前", ...amount },
    { field: "baseFen", header: "缴存基数调整后", ...amount },
    { ...month, header: "执行时间" },
    remark,
  ],
  provenance,
};

/** Sealing of accounts: 封存清册. */
export const fundSuspensionChengdu: ProfileOf<HousingFundRow> = {
  id: "cd.fund.suspension@1",
  title: "封存清册",
  sheetName: "封存清册",
  direction: "both",
  keys: ["accountNumber", "name"],
  columns: [
    serial,
    accountNumber,
    name,
    { ...month, header: "生效时间" },
    {
      field: "suspensionReason",
      header: "封存原因",
      type: "word",
      words: {
        "1": "unpaid-leave",
        "2": "closable",
        "3": "transfer",
        保留劳动关系停发工资: "unpaid-leave",
        符合销户条件暂不支取: "closable",
        调动暂不转移: "transfer",
      },
      required: true,
      onProblem: "hold-out",
    },
  ],
  provenance,
};

/** Unsealing of accounts: 启封清册. */
export const fundResumptionChengdu: ProfileOf<HousingFundRow> = {
  id: "cd.fund.resumption@1",
  title: "启封清册",
  sheetName: "启封清册",
  direction: "both",
  keys: ["accountNumber", "name"],
  columns: [
    serial,
    accountNumber,
    name,
    { ...month, header: "执行时间" },
    { field: "baseFen", header: "启封后缴存基数", ...amount },
    {
      field: "resumptionReason",
      header: "启封原因",
      type: "word",
      words: { "1": "ordinary", "2": "sealed-by-mistake", 正常: "ordinary", 错误启封: "sealed-by-mistake" },
      required: true,
      onProblem: "hold-out",
    },
  ],
  provenance,
};
