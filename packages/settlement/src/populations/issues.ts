import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about the pay of the populations beside non-establishment staff. */
export type PopulationIssueCode =
  | "account-not-own"
  | "appropriation-below-agreed"
  | "appropriation-period-wrong"
  | "appropriation-short"
  | "attendance-beyond-period"
  | "cooperative-missing"
  | "cooperative-repeated"
  | "deduction-unlawful"
  | "intern-agreement-missing"
  | "intern-consent-missing"
  | "intern-fee-charged"
  | "intern-fee-from-pay"
  | "intern-first-year"
  | "intern-hours-exceeded"
  | "intern-insurance-missing"
  | "intern-months-wrong"
  | "intern-paid-late"
  | "intern-pay-below-floor"
  | "intern-payer-not-host"
  | "intern-share-exceeded"
  | "intern-shifts-not-allowed"
  | "intern-term-long"
  | "intern-through-intermediary"
  | "intern-under-age"
  | "order-not-reconciled"
  | "own-account-missing"
  | "pay-below-attendance-minimum"
  | "paying-account-not-of-route"
  | "paying-account-of-another-project"
  | "piece-price-missing"
  | "piece-price-repeated"
  | "placement-beyond-limit"
  | "platform-account-on-route"
  | "project-wages-in-arrears"
  | "relief-payment-repeated"
  | "relief-payment-undated"
  | "relief-share-short"
  | "step-not-allowed"
  | "step-out-of-order"
  | "subsidy-above-ceiling"
  | "subsidy-ceiling-untested"
  | "subsidy-month-repeated"
  | "subsidy-not-approved"
  | "subsidy-of-another-unit"
  | "subsidy-term-over"
  | "wage-line-confirmed-otherwise"
  | "wage-line-not-confirmed"
  | "wage-line-repeated"
  | "wage-line-unknown"
  | "wage-table-period-wrong"
  | "work-figure-missing"
  | "worker-not-registered";

/** Messages about the pay of the populations beside non-establishment staff. */
export const populationIssues: IssueCatalogue<PopulationIssueCode> = {
  "account-not-own": {
    severity: "error",
    zh: "收款账户的户名与本人姓名不一致，工资只能付到本人账户，此笔暂不支付；请更正账户。",
    en: "The account is held in another name. Wages go to the worker's own account only, so this payment is held. Correct the account.",
  },
  "appropriation-below-agreed": {
    severity: "warning",
    zh: "本期人工费用约定 {agreed} 元，实际拨付 {found} 元；请督促建设单位补足，并报告主管部门。",
    en: "The labour cost agreed for the period is {agreed} yuan, {found} were paid in. Have the project owner pay the rest, and report it.",
  },
  "appropriation-period-wrong": {
    severity: "error",
    zh: "人工费用拨付周期 {from} 至 {to} 不正确：不得超过 {months} 个月；请更正周期或分期核对。",
    en: "The period of labour-cost appropriation, {from} to {to}, is wrong: at most {months} month. Correct it, or test it in parts.",
  },
  "appropriation-short": {
    severity: "needs-decision",
    zh: "本期应付工资 {wages} 元，专户可用 {found} 元，缺 {short} 元，请决定资金来源，工资不得拖欠。",
    en: "The wages of the period are {wages} yuan and the account has {found}: {short} are missing. Decide where they come from; wages may not wait.",
    options: [
      { code: "owner-pays-in", zh: "建设单位补拨人工费用", en: "the project owner pays the labour cost in" },
      {
        code: "contractor-pays-first",
        zh: "施工总承包单位先行清偿",
        en: "the general contractor pays first",
      },
    ],
  },
  "attendance-beyond-period": {
    severity: "error",
    zh: "出勤 {found} 天，多于本期的 {days} 天，请核对考勤。",
    en: "{found} days attended in a period of {days} days. Check the attendance.",
  },
  "cooperative-missing": {
    severity: "error",
    zh: "合作社 {cooperative} 不在本订单中，招工费无从计算，请补充合作社及其费用约定。",
    en: "The co-operative {cooperative} is not on the order, so its recruitment fee is not reckoned. Add it with its terms.",
  },
  "cooperative-repeated": {
    severity: "error",
    zh: "合作社 {cooperative} 在订单中出现多次，招工费未计算，请只保留一份约定。",
    en: "The co-operative {cooperative} stands on the order more than once and its fee is not reckoned. Keep one agreement.",
  },
  "deduction-unlawful": {
    severity: "error",
    zh: "扣款“{kind}”{amount} 元不在法律允许的扣除范围内，请取消。",
    en: 'The deduction "{kind}" of {amount} yuan is not one that the law allows. Take it out.',
  },
  "intern-agreement-missing": {
    severity: "error",
    zh: "三方实习协议未在 {from} 前签订，无协议不得实习，请先签订。",
    en: "The three-party agreement was not signed by {from}. Without it there is no internship; sign it first.",
  },
  "intern-consent-missing": {
    severity: "error",
    zh: "学生及其监护人的知情同意书未在 {from} 前取得，请先取得。",
    en: "The informed consent of student and guardian was not there by {from}. Get it first.",
  },
  "intern-fee-charged": {
    severity: "error",
    zh: "向学生收取“{kind}”{amount} 元：不得以任何名义向实习学生收费，请退还。",
    en: "The student was charged “{kind}”, {amount} yuan. Nothing may be taken from an intern by any name; pay it back.",
  },
  "intern-fee-from-pay": {
    severity: "error",
    zh: "实习报酬中不得扣除“{kind}”{amount} 元，请取消；除个人所得税外，报酬须全额直接付给学生。",
    en: "“{kind}”, {amount} yuan, may not be taken from an intern's pay. Take it out: but for income tax, the whole pay goes to the student.",
  },
  "intern-first-year": {
    severity: "error",
    zh: "一年级在校学生不得参加岗位实习。",
    en: "A student of the first year may not do an internship in a post.",
  },
  "intern-hours-exceeded": {
    severity: "warning",
    zh: "最长一天实习 {found} 小时，超过 {allowed} 小时，请实习单位改正。",
    en: "The longest day had {found} hours, above {allowed}. Have the host correct it.",
  },
  "intern-insurance-missing": {
    severity: "warning",
    zh: "没有实习责任保险，请学校或实习单位投保，费用不得由学生承担。",
    en: "There is no liability insurance for the internship. School or host have to take it out, not at the student's cost.",
  },
  "intern-months-wrong": {
    severity: "error",
    zh: "本年实习月份须各出现一次、递增，且早于本月，请更正。",
    en: "The months interned this year stand once each, rise, and lie before this month. Correct them.",
  },
  "intern-paid-late": {
    severity: "warning",
    zh: "实习报酬于 {found} 支付，晚于 {latest}；支付周期原则上不得超过一个月。",
    en: "The pay was paid on {found}, after {latest}. In principle it is paid within a month.",
  },
  "intern-pay-below-floor": {
    severity: "needs-decision",
    zh: "实习报酬 {found} 元低于下限 {allowed} 元（相同岗位工资的规定比例或最低档工资，按出勤折算）。",
    en: "The pay of {found} yuan is below the floor of {allowed} (the share of the same post's wage or the lowest grade, for the days attended).",
    options: [
      { code: "make-up", zh: "补足至下限", en: "make it up to the floor" },
      {
        code: "not-independent",
        zh: "说明学生尚不能相对独立工作",
        en: "state why the student does not work with independence yet",
      },
    ],
  },
  "intern-payer-not-host": {
    severity: "error",
    zh: "付款账户不属于实习单位 {host}；报酬须由实习单位直接支付给学生，不得经第三方转发。",
    en: "The paying account is not that of the host {host}. The host pays the student itself; no third party forwards the pay.",
  },
  "intern-share-exceeded": {
    severity: "needs-decision",
    zh: "{whereZh} {staff} 人，实习学生 {interns} 人，超过一般上限 {percent}%。",
    en: "{whereEn}: {staff} staff and {interns} interns, above the general limit of {percent} %.",
    options: [
      { code: "reduce", zh: "减少实习学生", en: "have fewer interns" },
      { code: "explain", zh: "说明理由并备案", en: "state the reason and file it" },
    ],
  },
  "intern-shifts-not-allowed": {
    severity: "warning",
    zh: "有加班 {overtime} 次、夜班 {night} 次、休息日或法定节假日实习 {rest} 次，且未见备案，请实习单位改正。",
    en: "There were {overtime} overtime, {night} night and {rest} rest-day or holiday shifts, and no filing that allows them. Have the host correct it.",
  },
  "intern-term-long": {
    severity: "warning",
    zh: "实习期 {from} 至 {to} 超过一般的 {months} 个月，请核对人才培养方案。",
    en: "The internship from {from} to {to} is longer than the usual {months} months. Check it against the training plan.",
  },
  "intern-through-intermediary": {
    severity: "error",
    zh: "不得通过中介机构或有偿代理组织、安排和管理实习。",
    en: "An internship may not be organised, arranged or managed through an intermediary or a paid agent.",
  },
  "intern-under-age": {
    severity: "error",
    zh: "实习开始时 {age} 周岁，未满 {allowed} 周岁，不得参加岗位实习。",
    en: "The student is {age} when the internship begins; {allowed} is the lowest age for one in a post.",
  },
  "order-not-reconciled": {
    severity: "needs-decision",
    zh: "订单总额 {total} 元，各组成部分合计 {parts} 元，相差 {difference} 元，请决定如何处理。",
    en: "The order's total is {total} yuan and its parts add up to {parts}: a difference of {difference}. Decide what it is.",
    options: [
      { code: "correct-parts", zh: "更正组成部分", en: "correct the parts" },
      { code: "settle-with-client", zh: "与委托方多退少补", en: "settle it with the client" },
    ],
  },
  "own-account-missing": {
    severity: "error",
    zh: "没有本人的银行账户，此笔暂不支付；请登记本人社会保障卡或银行卡。",
    en: "There is no account of the worker's own, so this payment is held. Record the worker's social-security or bank card.",
  },
  "pay-below-attendance-minimum": {
    severity: "needs-decision",
    zh: "出勤 {days} 天的正常劳动工资 {found} 元，低于按出勤折算的最低工资 {allowed} 元（月标准或小时标准 {standard} 元）。",
    en: "The pay for normal work on {days} days is {found} yuan, below the minimum wage for that attendance, {allowed} (standard of a month or hour: {standard}).",
    options: [
      { code: "make-up", zh: "补足差额", en: "make up the difference" },
      { code: "not-normal-work", zh: "说明因本人原因未提供正常劳动", en: "state why it was not normal work" },
    ],
  },
  "paying-account-not-of-route": {
    severity: "error",
    zh: "付款账户类型为 {found}，而结算路径 {route} 依法只能由 {allowed} 支付，请更正付款账户。",
    en: "The paying account is a {found}; by law the route {route} is paid from a {allowed} only. Correct the account.",
  },
  "paying-account-of-another-project": {
    severity: "error",
    zh: "付款账户不是本项目（{projectId}）施工总承包单位的农民工工资专用账户，请更正。",
    en: "The paying account is not the general contractor's dedicated account of this project ({projectId}). Correct it.",
  },
  "piece-price-missing": {
    severity: "error",
    zh: "计件项目“{item}”没有可用的单价，请补充。",
    en: 'There is no usable price for "{item}". Add it.',
  },
  "piece-price-repeated": {
    severity: "error",
    zh: "计件项目“{item}”有多个单价，无法确定按哪一个计算，请只保留一个。",
    en: 'There is more than one price for "{item}". Keep the one that counts.',
  },
  "placement-beyond-limit": {
    severity: "needs-decision",
    zh: "已是第 {found} 次安置，累计原则上不超过 {allowed} 次，请确认是否有批准文件。",
    en: "This is placement number {found}; in principle there are {allowed} at most. Confirm that it was approved.",
    options: [
      { code: "confirmed", zh: "有批准文件，继续补贴", en: "it was approved: go on" },
      { code: "stop", zh: "停止补贴", en: "stop the subsidy" },
    ],
  },
  "platform-account-on-route": {
    severity: "error",
    zh: "结算路径为 {route}，资金依法不得进出统筹平台账户，请更正账户。",
    en: "The route is {route}: by law the money may neither leave nor reach an account of the platform. Correct the account.",
  },
  "project-wages-in-arrears": {
    severity: "warning",
    zh: "{employer} 所招用农民工被拖欠工资 {amount} 元，现应支付的单位和金额（元）：{payer}。",
    en: "Workers of {employer} are owed {amount} yuan. To pay now, in yuan: {payer}.",
  },
  "relief-payment-repeated": {
    severity: "error",
    zh: "付款编号重复，{amount} 元未计入劳务报酬，请核对付款记录。",
    en: "The payment's reference stands more than once, so its {amount} yuan are not counted. Check the records.",
  },
  "relief-payment-undated": {
    severity: "warning",
    zh: "一笔 {amount} 元标为已支付但没有支付日期，未计入劳务报酬，请补充支付日期或凭证。",
    en: "A payment of {amount} yuan is said to be paid but has no day, so it is not counted. Add the day or the voucher.",
  },
  "relief-share-short": {
    severity: "warning",
    zh: "项目 {project} 已支付劳务报酬 {paid} 元，低于按中央资金计算的下限 {floor} 元，还差 {short} 元。",
    en: "Project {project} has paid {paid} yuan of labour pay, below the floor of {floor} on its central funds: {short} are missing.",
  },
  "step-not-allowed": {
    severity: "error",
    zh: "{on}：{roleZh}不得“{stepZh}”，该步骤无效。",
    en: "{on}: {roleEn} may not {stepEn}. The step has no effect.",
  },
  "step-out-of-order": {
    severity: "error",
    zh: "{on}：{roleZh}“{stepZh}”的顺序不对，该步骤无效；顺序为编制、本人确认、总包审核、发出指令。",
    en: "{on}: {roleEn} cannot {stepEn} now. The step has no effect; the order is to draw up, confirm, review, instruct.",
  },
  "subsidy-above-ceiling": {
    severity: "warning",
    zh: "批准的岗位补贴 {found} 元高于上限 {allowed} 元，按上限计算。",
    en: "The post subsidy that was approved, {found} yuan, is above the ceiling of {allowed}; the ceiling is reckoned.",
  },
  "subsidy-ceiling-untested": {
    severity: "warning",
    zh: "{month} 本省的岗位补贴上限未查明，未按其核对（所用上限：{usedZh}）；请由主管部门确认后补充参数。",
    en: "The province's ceiling of the post subsidy for {month} is not established and was not tested (ceiling used: {usedEn}). Have the authority confirm it and add the fact.",
  },
  "subsidy-month-repeated": {
    severity: "error",
    zh: "{month} 有多个单位（{units}）同时申领补贴，同一人同月只能享受一次，请先核实。",
    en: "Several units ({units}) claim the subsidy of {month}; a person has it once a month. Clear this up first.",
  },
  "subsidy-not-approved": {
    severity: "error",
    zh: "{month} 尚无核定的公益性岗位安置，不能计算补贴，请补充核定记录。",
    en: "No placement on a public-welfare post is approved by {month}, so there is no subsidy. Add the approval.",
  },
  "subsidy-of-another-unit": {
    severity: "error",
    zh: "{month} 的补贴由单位 {unit} 享受，本单位不重复计算。",
    en: "The subsidy of {month} is drawn by unit {unit}; this unit has none.",
  },
  "subsidy-term-over": {
    severity: "warning",
    zh: "{month} 已超过补贴期限（止于 {last}），不再计算补贴；工资照常支付，终止时无经济补偿。",
    en: "{month} lies beyond the term of the subsidy, which ended in {last}: there is none. Wages go on; an end of the post brings no severance.",
  },
  "wage-line-confirmed-otherwise": {
    severity: "error",
    zh: "本人确认的金额为 {found} 元，而工资支付表为 {net} 元，此行不予支付；请更正后由本人重新确认。",
    en: "The worker confirmed {found} yuan and the table has {net}, so the row is held. Correct it and have the worker confirm again.",
  },
  "wage-line-not-confirmed": {
    severity: "error",
    zh: "本人尚未签字确认，此行不予支付；请本人确认后再审核。",
    en: "The worker has not confirmed the row, so it is held. Have it confirmed, then reviewed.",
  },
  "wage-line-repeated": {
    severity: "error",
    zh: "同一人在工资支付表中有 {rows} 行，请合并为一行。",
    en: "The worker stands on {rows} rows of the table. Merge them.",
  },
  "wage-line-unknown": {
    severity: "error",
    zh: "确认人不在这份工资支付表中，该步骤无效。",
    en: "Whoever confirms is not on this wage table. The step has no effect.",
  },
  "wage-table-period-wrong": {
    severity: "error",
    zh: "工资支付表的周期 {from} 至 {to} 不正确：应按月编制，不得超过一个月。",
    en: "The table's period, {from} to {to}, is wrong: a table is drawn up by the month, for a month at most.",
  },
  "work-figure-missing": {
    severity: "error",
    zh: "缺少{figureZh}，或不是有效的非负数，无法计算工资，请补充。",
    en: "There is no usable figure of {figureEn}, so the pay cannot be reckoned. Add it.",
  },
  "worker-not-registered": {
    severity: "warning",
    zh: "未签订劳动合同或未实名登记，不得进场施工；已完成的劳动仍须支付工资，请补办。",
    en: "There is no labour contract or no real-name registration, without which nobody may work on the site. Work that was done is paid all the same; make good for it.",
  },
};
