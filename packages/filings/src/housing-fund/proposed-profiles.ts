import type { ProfileOf, Provenance } from "../profile/profile.js";
import { fundColumns } from "./fund-columns.js";
import type { HousingFundRow } from "./housing-fund-row.js";

const provenance: Provenance = {
  mark: "proposed",
  source:
    "A proposal: no list of this kind of Jiujiang's fund is public, and none of another place was found whole",
  verifiedBy: null,
  verifiedOn: null,
};

const { serial, documentNumber, remark } = fundColumns;
const accountNumber = {
  field: "accountNumber",
  header: "个人账号",
  aliases: ["公积金账号", "个人客户号"],
  type: "code",
} as const;
const name = { ...fundColumns.name, header: "姓名", aliases: ["职工姓名"] } as const;
const needed = { required: true, onProblem: "hold-out" } as const;
const month = { type: "month", dateStyle: "compact", ...needed } as const;

/** What is paid in for a month, person by person: 汇缴清册. */
export const fundRemittance: ProfileOf<HousingFundRow> = {
  id: "fund.remittance@1",
  title: "汇缴清册",
  sheetName: "汇缴清册",
  direction: "both",
  keys: ["name", "documentNumber"],
  columns: [
    serial,
    accountNumber,
    name,
    documentNumber,
    { field: "baseFen", header: "缴存基数", type: "money", ...needed },
    { field: "employerRate", header: "单位比例", aliases: ["单位缴存比例"], type: "rate", ...needed },
    { field: "employeeRate", header: "个人比例", aliases: ["个人缴存比例"], type: "rate", ...needed },
    { field: "employerFen", header: "单位月缴存额", aliases: ["单位缴存额"], type: "money", ...needed },
    { field: "employeeFen", header: "个人月缴存额", aliases: ["个人缴存额"], type: "money", ...needed },
    { field: "monthlyFen", header: "合计", aliases: ["月缴存额合计"], type: "money", ...needed },
    { field: "month", header: "汇缴年月", ...month },
    remark,
  ],
  provenance,
};

/** Months that are made up: 补缴清册. */
export const fundBackPayment: ProfileOf<HousingFundRow> = {
  id: "fund.back-payment@1",
  title: "补缴清册",
  sheetName: "补缴清册",
  direction: "both",
  keys: ["name", "documentNumber"],
  columns: [
    serial,
    accountNumber,
    name,
    documentNumber,
    { field: "baseFen", header: "缴存基数", type: "money", ...needed },
    { field: "month", header: "补缴起始年月", ...month },
    { field: "lastMonth", header: "补缴终止年月", ...month },
    { field: "employerFen", header: "单位补缴额", type: "money", ...needed },
    { field: "employeeFen", header: "个人补缴额", type: "money", ...needed },
    { field: "monthlyFen", header: "补缴合计", type: "money", ...needed },
    remark,
  ],
  provenance,
};
