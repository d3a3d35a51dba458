import type { ProfileOf, Provenance } from "../profile/profile.js";
import { fundColumns } from "./fund-columns.js";
import type { HousingFundRow } from "./housing-fund-row.js";

const provenance: Provenance = {
  mark: "one-place",
  source:
    "Columns of Shanghai's 汇缴变更清册, from a public program of one HR company; which side the monthly amount covers, whether the two parts stand on one sheet, and the words of 变更类型 and 摘要 are not known: the first are proposed here, 摘要 is left empty",
  verifiedBy: null,
  verifiedOn: null,
};

const { serial, name, documentNumber } = fundColumns;
const accountNumber = {
  field: "accountNumber",
  header: "公积金账号",
  aliases: ["个人账号", "个人客户号"],
  type: "code",
} as const;
const monthlyFen = {
  field: "monthlyFen",
  header: "每月应缴额",
  type: "money",
  required: true,
  onProblem: "hold-out",
} as const;

/** People who come in on the list of changes: 汇缴变更清册, 增加. Somebody new has no account number. */
export const fundIncreaseShanghai: ProfileOf<HousingFundRow> = {
  id: "sh.fund.increase@1",
  title: "汇缴变更清册（增加）",
  sheetName: "汇缴变更清册（增加）",
  direction: "both",
  keys: ["name", "documentNumber"],
  columns: [
    serial,
    { field: "change", header: "变更类型", type: "word", words: { 增加: "increase" }, required: true },
    { ...name, header: "姓名", aliases: ["职工姓名"] },
    { ...documentNumber, header: "身份证号", aliases: ["证件号码", "身份证号码"] },
    accountNumber,
    monthlyFen,
    { field: "baseFen", header: "工资收入", type: "money", required: true, onProblem: "hold-out" },
    { field: "rate", header: "缴存比例", type: "rate", required: true, onProblem: "hold-out" },
  ],
  provenance,
};

/** People who go out on the list of changes: 汇缴变更清册, 减少. */
export const fundDecreaseShanghai: ProfileOf<HousingFundRow> = {
  id: "sh.fund.decrease@1",
  title: "汇缴变更清册（减少）",
  sheetName: "汇缴变更清册（减少）",
  direction: "both",
  keys: ["accountNumber", "name"],
  columns: [
    serial,
    { field: "change", header: "变更类型", type: "word", words: { 减少: "decrease" }, required: true },
    { ...accountNumber, required: true, onProblem: "hold-out" },
    { ...name, header: "姓名", aliases: ["职工姓名"] },
    { field: "remark", header: "摘要", type: "text" },
    monthlyFen,
  ],
  provenance,
};
