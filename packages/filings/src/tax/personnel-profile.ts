import type { Fen, Period, PlainDate } from "@tongchou/core";
import { sexWords } from "../forms/form-words.js";
import type { ProfileOf } from "../profile/profile.js";

/** One row of the client's personnel sheet, a value for each column; undefined is an empty cell. */
export interface PersonnelSheetRow {
  readonly employeeNumber: string | undefined;
  readonly name: string | undefined;
  readonly documentKind: string | undefined;
  readonly documentNumber: string | undefined;
  readonly nationality: string | undefined;
  readonly sex: "male" | "female" | undefined;
  readonly birth: PlainDate | undefined;
  readonly isSeniorExpert: boolean | undefined;
  readonly employmentKind: string | undefined;
  readonly otherCircumstances: string | undefined;
  readonly firstYearEmployment: string | undefined;
  readonly mobile: string | undefined;
  readonly hiredOn: PlainDate | undefined;
  readonly leftOn: PlainDate | undefined;
  readonly isPaidAfterLeaving: boolean | undefined;
  readonly paidAfterLeavingMonth: Period | undefined;
  readonly isDisabled: boolean | undefined;
  readonly isMartyrFamily: boolean | undefined;
  readonly isLonelyElder: boolean | undefined;
  readonly disabilityDocumentKind: string | undefined;
  readonly disabilityDocumentNumber: string | undefined;
  readonly martyrDocumentNumber: string | undefined;
  readonly hasBasicDeduction: boolean | undefined;
  readonly investmentFen: Fen | undefined;
  readonly investmentShare: string | undefined;
  readonly remark: string | undefined;
  readonly chineseName: string | undefined;
  readonly taxReason: string | undefined;
  readonly birthCountry: string | undefined;
  readonly firstEntryOn: PlainDate | undefined;
  readonly expectedDepartureOn: PlainDate | undefined;
  readonly otherDocumentKind: string | undefined;
  readonly otherDocumentNumber: string | undefined;
  readonly registeredProvince: string | undefined;
  readonly registeredCity: string | undefined;
  readonly registeredCounty: string | undefined;
  readonly registeredAddress: string | undefined;
  readonly residenceProvince: string | undefined;
  readonly residenceCity: string | undefined;
  readonly residenceCounty: string | undefined;
  readonly residenceAddress: string | undefined;
  readonly contactProvince: string | undefined;
  readonly contactCity: string | undefined;
  readonly contactCounty: string | undefined;
  readonly contactAddress: string | undefined;
  readonly email: string | undefined;
  readonly education: string | undefined;
  readonly bankName: string | undefined;
  readonly account: string | undefined;
  readonly bankProvince: string | undefined;
  readonly post: string | undefined;
}

/**
 * The sheet 人员信息采集 of the natural person's withholding client. Stars are part of the headers; the width of
 * the brackets of the addresses varies from copy to copy.
 */
export const personnelProfile: ProfileOf<PersonnelSheetRow> = {
  id: "cn.iit.personnel@2022-12",
  title: "人员信息采集",
  sheetName: "人员信息",
  direction: "both",
  keys: ["name", "documentNumber"],
  columns: [
    { field: "employeeNumber", header: "工号", type: "code" },
    { field: "name", header: "*姓名", type: "text", required: true, onProblem: "hold-out" },
    { field: "documentKind", header: "*证件类型", type: "text", required: true, onProblem: "hold-out" },
    { field: "documentNumber", header: "*证件号码", type: "code", required: true, onProblem: "hold-out" },
    { field: "nationality", header: "*国籍(地区)", type: "text", required: true },
    { field: "sex", header: "*性别", type: "word", words: sexWords, required: true },
    { field: "birth", header: "*出生日期", type: "date", required: true },
    { field: "isSeniorExpert", header: "是否高级专家", type: "boolean" },
    { field: "employmentKind", header: "*任职受雇从业类型", type: "text", required: true },
    { field: "otherCircumstances", header: "其他情况说明", type: "text" },
    { field: "firstYearEmployment", header: "入职年度就业情形", type: "text" },
    { field: "mobile", header: "手机号码", type: "contact" },
    { field: "hiredOn", header: "任职受雇从业日期", type: "date" },
    { field: "leftOn", header: "离职日期", type: "date" },
    { field: "isPaidAfterLeaving", header: "是否离职后补发工资", type: "boolean" },
    { field: "paidAfterLeavingMonth", header: "实际补发工资的月份", type: "month" },
    { field: "isDisabled", header: "是否残疾", type: "boolean" },
    { field: "isMartyrFamily", header: "是否烈属", type: "boolean" },
    { field: "isLonelyElder", header: "是否孤老", type: "boolean" },
    { field: "disabilityDocumentKind", header: "残疾证件类型", type: "text" },
    { field: "disabilityDocumentNumber", header: "残疾证号", type: "code" },
    { field: "martyrDocumentNumber", header: "烈属证号", type: "code" },
    { field: "hasBasicDeduction", header: "是否扣除减除费用", type: "boolean" },
    { field: "investmentFen", header: "个人投资额", type: "money" },
    { field: "investmentShare", header: "个人投资比例(%)", type: "text" },
    { field: "remark", header: "备注", type: "text" },
    { field: "chineseName", header: "中文名", type: "text" },
    { field: "taxReason", header: "涉税事由", type: "text" },
    { field: "birthCountry", header: "出生国家(地区)", type: "text" },
    { field: "firstEntryOn", header: "首次入境时间", type: "date" },
    { field: "expectedDepartureOn", header: "预计离境时间", type: "date" },
    { field: "otherDocumentKind", header: "其他证件类型", type: "text" },
    { field: "otherDocumentNumber", header: "其他证件号码", type: "code" },
    { field: "registeredProvince", header: "户籍所在地（省）", type: "text" },
    { field: "registeredCity", header: "户籍所在地（市）", type: "text" },
    { field: "registeredCounty", header: "户籍所在地（区县）", type: "text" },
    { field: "registeredAddress", header: "户籍所在地（详细地址）", type: "text" },
    { field: "residenceProvince", header: "经常居住地（省）", type: "text" },
    { field: "residenceCity", header: "经常居住地（市）", type: "text" },
    { field: "residenceCounty", header: "经常居住地（区县）", type: "text" },
    { field: "residenceAddress", header: "经常居住地（详细地址）", type: "text" },
    { field: "contactProvince", header: "联系地址（省）", type: "text" },
    { field: "contactCity", header: "联系地址（市）", type: "text" },
    { field: "contactCounty", header: "联系地址（区县）", type: "text" },
    { field: "contactAddress", header: "联系地址（详细地址）", type: "text" },
    { field: "email", header: "电子邮箱", type: "text" },
    { field: "education", header: "学历", type: "text" },
    { field: "bankName", header: "开户银行", type: "text" },
    { field: "account", header: "银行账号", type: "code" },
    { field: "bankProvince", header: "开户行省份", type: "text" },
    { field: "post", header: "职务", type: "text" },
  ],
  provenance: {
    mark: "published",
    source: "copies of the client's template; the suffixes of the addresses from one place",
    verifiedBy: null,
    verifiedOn: null,
  },
};
