import type { ProfileOf } from "../profile/profile.js";
import { fundColumns } from "./fund-columns.js";
import type { HousingFundRow } from "./housing-fund-row.js";

const { name, documentNumber } = fundColumns;

/** The list of a unit's accounts that a fund's portal gives out, to be compared with our own. */
export const fundPortalList: ProfileOf<HousingFundRow> = {
  id: "fund.portal-list@1",
  title: "单位职工公积金名单",
  sheetName: "单位职工公积金名单",
  direction: "in",
  keys: ["name", "documentNumber"],
  columns: [
    { field: "accountNumber", header: "个人账号", aliases: ["公积金账号", "个人客户号"], type: "code" },
    { ...name, header: "姓名", aliases: ["职工姓名"] },
    {
      field: "documentKind",
      header: "证件类型",
      aliases: ["证件种类"],
      type: "word",
      words: { 居民身份证: "resident-identity-card", 身份证: "resident-identity-card" },
    },
    documentNumber,
    { field: "baseFen", header: "当前工资", aliases: ["缴存基数"], type: "money" },
    {
      field: "employerFen",
      header: "单位缴存额",
      aliases: ["单位月缴存额"],
      type: "money",
      required: true,
      onProblem: "hold-out",
    },
    {
      field: "employeeFen",
      header: "个人月缴存额",
      aliases: ["个人缴存额"],
      type: "money",
      required: true,
      onProblem: "hold-out",
    },
    { field: "subsidyWageFen", header: "补贴工资", type: "money" },
    { field: "subsidyMonthlyFen", header: "补贴月缴", type: "money" },
    { field: "monthlyFen", header: "合计月缴额", type: "money" },
    { field: "accountState", header: "个人状态", type: "text" },
  ],
  provenance: {
    mark: "one-place",
    source:
      "Columns of the list that portals of one city give out, as a public program reads it; the words of 个人状态 are not public",
    verifiedBy: null,
    verifiedOn: null,
  },
};
