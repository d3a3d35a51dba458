import type { PayItemKind } from "@tongchou/core";

/**
 * What a column of a pay sheet is.
 *
 * - A kind of pay item: part of gross pay.
 * - `exempt`: part of gross pay that the law exempts from tax.
 * - `deduction-from-gross`: taken off gross pay, such as unpaid leave; positive or negative in the sheet.
 * - `not-pay`: withheld from the worker, paid by the unit, or a result, all of which the settlement works
 *   out itself.
 */
export type PayColumnKind = PayItemKind | "exempt" | "deduction-from-gross" | "not-pay";

/** One column a pay sheet can have. */
export interface PayColumn {
  readonly header: string;
  readonly kind: PayColumnKind;
  /** Other headers, with blanks between them. */
  readonly names: string;
}

const columns = {
  basicPay: {
    header: "基本工资",
    kind: "basic",
    names: "基础工资 固定工资 底薪 月基本工资 基本工资/基本工资",
  },
  postPay: { header: "岗位工资", kind: "basic", names: "基本工资/岗位 基本工资/岗位工资 职务工资" },
  gradePay: { header: "薪级工资", kind: "basic", names: "基本工资/薪级 基本工资/薪级工资 级别工资" },
  seniorityPay: { header: "工龄工资", kind: "allowance", names: "工龄津贴 工龄补贴 年功工资 司龄工资" },
  allowance: { header: "津贴补贴", kind: "allowance", names: "津补贴 津贴 补贴 各项补贴 补助 津贴补贴合计" },
  postAllowance: { header: "岗位津贴", kind: "allowance", names: "岗位补贴" },
  mealAllowance: {
    header: "餐补",
    kind: "allowance",
    names: "伙食补贴 误餐补助 误餐费 午餐补贴 餐费补贴 餐补贴",
  },
  travelAllowance: { header: "交通补贴", kind: "allowance", names: "交通费 交通补助 车补 公务交通补贴" },
  phoneAllowance: { header: "通讯补贴", kind: "allowance", names: "通讯费 通讯补助 话费补贴 话补" },
  housingAllowance: { header: "住房补贴", kind: "allowance", names: "租房补贴 房补" },
  heatAllowance: { header: "高温补贴", kind: "allowance", names: "高温津贴 防暑降温费" },
  heatingAllowance: { header: "采暖费", kind: "allowance", names: "取暖费 烤火费 取暖补贴" },
  onlyChildAllowance: { header: "独生子女费", kind: "allowance", names: "独生子女补贴" },
  performancePay: {
    header: "绩效工资",
    kind: "performance",
    names: "绩效 月绩效 绩效考核 绩效考核工资 考核工资",
  },
  performanceBonus: { header: "绩效奖金", kind: "performance", names: "奖金 月度奖金 奖励性绩效 奖励绩效" },
  basicPerformance: { header: "基础性绩效", kind: "performance", names: "基础绩效 基础性绩效工资" },
  overtimePay: { header: "加班工资", kind: "overtime", names: "加班费 加班 加班补贴 加班值班费 加班值班" },
  dutyPay: { header: "值班费", kind: "overtime", names: "值班补贴 值班 夜班费 夜班津贴 节假日加班费" },
  yearEndBonus: { header: "全年一次性奖金", kind: "bonus", names: "年终奖 年终奖金 年终一次性奖金" },
  maternityAllowance: { header: "生育津贴", kind: "exempt", names: "免税收入 生育津贴（免税）" },
  backPay: { header: "补发", kind: "other", names: "补发工资 补发金额 补差 补发补差" },
  otherPay: { header: "其他应发", kind: "other", names: "其他 其它 其他工资 其他收入 其它应发" },
  clawback: { header: "补扣", kind: "deduction-from-gross", names: "扣回 补扣金额 补扣工资" },
  leaveDeduction: {
    header: "考勤扣款",
    kind: "deduction-from-gross",
    names: "扣款 缺勤扣款 请假扣款 病事假扣款 病假扣款 事假扣款 扣发 应扣工资",
  },
  netPay: { header: "实发工资", kind: "not-pay", names: "实发 实发金额 实发合计 实领工资" },
  incomeTax: {
    header: "个人所得税",
    kind: "not-pay",
    names: "个税 代扣个税 代扣/个税 代扣/个人所得税 代扣个人所得税",
  },
  pension: {
    header: "代扣养老保险",
    kind: "not-pay",
    names: "代扣/养老 代扣/养老保险 养老保险 个人养老 个人/养老",
  },
  medical: {
    header: "代扣医疗保险",
    kind: "not-pay",
    names: "代扣/医疗 代扣/医疗保险 医疗保险 个人医疗 个人/医疗",
  },
  unemployment: {
    header: "代扣失业保险",
    kind: "not-pay",
    names: "代扣/失业 代扣/失业保险 失业保险 个人失业 个人/失业",
  },
  housingFund: {
    header: "代扣公积金",
    kind: "not-pay",
    names: "代扣/公积金 代扣/住房公积金 住房公积金 公积金 个人公积金",
  },
  insuranceTotal: {
    header: "代扣合计",
    kind: "not-pay",
    names: "扣款合计 应扣合计 代扣小计 个人社保 个人社保合计 社保个人部分",
  },
  unitInsurance: { header: "单位社保", kind: "not-pay", names: "单位社保合计 单位缴纳社保 社保单位部分" },
  unitHousingFund: { header: "单位公积金", kind: "not-pay", names: "公积金单位部分 单位缴纳公积金" },
  majorIllness: { header: "大病险", kind: "not-pay", names: "大病医疗 大病保险 大额医疗" },
  accidentInsurance: { header: "意外险", kind: "not-pay", names: "意外伤害险 雇主责任险" },
  insuranceBalance: { header: "补缴及退款保险差额", kind: "not-pay", names: "保险差额 社保补缴" },
  unionFee: { header: "工会会费", kind: "not-pay", names: "工会费" },
  agencyFee: { header: "代理费", kind: "not-pay", names: "服务费 管理费 派遣费 派遣服务费" },
} as const;

/** Names of the columns in a pay sheet that hold amounts of this month. */
export type PayColumnName = keyof typeof columns;

/**
 * The dictionary of columns, by the words HR offices and agencies use. A sheet may have several of one kind;
 * each is an item of its own.
 */
export const payColumns: Readonly<Record<PayColumnName, PayColumn>> = columns;
