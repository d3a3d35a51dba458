import type { IssueCatalogue } from "./issue.js";

/** Codes of issues about migration, fees and service years. */
export type MigrationIssueCode =
  | "agency-choice-missing"
  | "agency-contract-ambiguous"
  | "agency-contract-lapsed"
  | "agency-contract-missing"
  | "agency-reselection-open"
  | "agency-unknown"
  | "below-minimum-wage"
  | "contract-ends-before-migration"
  | "contract-reference-unknown"
  | "direct-hire-approval-pending"
  | "direct-hire-not-approved"
  | "dispatch-share-over"
  | "dispatch-share-over-body"
  | "dispatch-share-unknown"
  | "document-missing"
  | "duplicate-worker"
  | "fee-above-original-cost"
  | "headcount-over"
  | "hired-in-future"
  | "migration-facts-contradict"
  | "new-hire-direct-unapproved"
  | "out-of-scope"
  | "outsourcing-looks-like-dispatch"
  | "past-retirement-age"
  | "population-not-through-platform"
  | "procurement-open"
  | "public-welfare-term-over"
  | "refusal"
  | "refusal-severance-unknown"
  | "refusal-without-move"
  | "retirement-category-unknown"
  | "self-dispatch"
  | "severance-average-short"
  | "severance-before-2008"
  | "severance-cap-untested"
  | "split-payer"
  | "stage-two-early"
  | "three-unchanged-broken"
  | "timetable-late"
  | "timetable-open"
  | "under-age"
  | "worker-answer-missing"
  | "worker-id-repeated";

const approvalOptions = [
  {
    code: "apply-for-approval",
    zh: "报专班审议，列入直签名单",
    en: "apply to the task force for the direct-hire list",
  },
  { code: "change-mode", zh: "变更用人模式（情况三）", en: "change the employing mode (case 3)" },
] as const;

/** Messages about migration, fees and service years. */
export const migrationIssues: IssueCatalogue<MigrationIssueCode> = {
  "agency-choice-missing": {
    severity: "warning",
    clause: "P2-2.0",
    zh: "单位尚未说明合同 {contract} 的机构是否保留，第一阶段暂按保留处理。",
    en: "The unit has not said whether it keeps the agency of contract {contract}; stage one keeps it.",
  },
  "agency-contract-ambiguous": {
    severity: "error",
    clause: "P2-3.2.2a",
    zh: "同一单位、机构和用工形式有多份有效合同（{contracts}），无法确定按哪一份结算，请只保留一份。",
    en: "Several contracts are in force for this unit, agency and mode ({contracts}). Leave one so that the payee is certain.",
  },
  "agency-contract-lapsed": {
    severity: "needs-decision",
    clause: "P2-3.2.2b",
    zh: "机构合同 {contract} 已于 {expiresOn} 到期而人员仍在岗，按不保留机构处理，请尽快决定。",
    en: "The agency contract {contract} expired on {expiresOn} and its workers are still there; treated as agency not kept. Decide soon.",
    options: [
      { code: "renew", zh: "与原机构续签三方合同", en: "renew with the agency in a tripartite contract" },
      { code: "reselect", zh: "通过平台另选机构", en: "choose another agency through the platform" },
    ],
  },
  "agency-contract-missing": {
    severity: "error",
    clause: "P2-3.2.2a",
    zh: "没有找到单位 {unit} 与机构 {agency} 的{modeZh}合同，服务费和收款方不明，请补充合同。",
    en: "There is no {modeEn} contract between unit {unit} and agency {agency}, so fee and payee are unknown. Add the contract.",
  },
  "agency-reselection-open": {
    severity: "needs-decision",
    clause: "P2-3.2.2b",
    zh: "合同 {contract} 不保留，涉及 {workers} 人，尚未选定新机构；选定前工资仍由原机构发放。",
    en: "Contract {contract} is not kept ({workers} workers) and no new agency has been chosen; until then the present agency pays the wages.",
    options: [
      {
        code: "select-agency",
        zh: "通过平台选定新机构并签三方合同",
        en: "choose an agency and sign the tripartite contract",
      },
      { code: "keep-after-all", zh: "改为保留原机构", en: "keep the present agency after all" },
    ],
  },
  "agency-unknown": {
    severity: "error",
    clause: "P2-3.2.2a",
    zh: "原用工单位“{found}”不在机构名单中，请核对机构全称。",
    en: 'The agency "{found}" is not on the list of agencies. Check its full name.',
  },
  "below-minimum-wage": {
    severity: "needs-decision",
    zh: "工资 {found} 元低于 {division} 的最低工资标准 {standard} 元，请补足或说明未提供正常劳动的原因。",
    en: "The pay of {found} yuan is below the minimum wage of {division}, {standard} yuan. Make it up, or state why no full month was worked.",
    options: [
      { code: "make-up", zh: "补足至最低工资", en: "make it up to the minimum wage" },
      {
        code: "partial-month",
        zh: "未提供整月正常劳动，附考勤",
        en: "not a full month worked, attach attendance",
      },
    ],
  },
  "contract-ends-before-migration": {
    severity: "warning",
    clause: "P2-4.2",
    zh: "现合同于 {found} 终止，早于平移日期，请先续签或办理终止。",
    en: "The present contract ends on {found}, before the migration. Renew it or end it first.",
  },
  "contract-reference-unknown": {
    severity: "error",
    clause: "P2-3.2.2b",
    zh: "合同 {contract} 的 {field} 为“{found}”，名单中没有，该合同未采用；请更正。",
    en: 'Contract {contract} names "{found}" as its {field}, which is on no list; the contract is not used. Correct it.',
  },
  "direct-hire-approval-pending": {
    severity: "needs-decision",
    clause: "P2-3.2.1",
    zh: "直签人员的审议尚未完成，本期按过渡代发，不收费。",
    en: "The approval of this direct hire is pending; the worker is paid in the interim route at no fee.",
    options: approvalOptions,
  },
  "direct-hire-not-approved": {
    severity: "needs-decision",
    clause: "P2-3.2.1",
    zh: "直签人员不在专班批准名单上，本期按过渡代发（不收费）；请报专班审议或变更用人模式。",
    en: "This direct hire is on no approved list and is paid in the interim route at no fee. Apply for approval or change the mode.",
    options: approvalOptions,
  },
  "dispatch-share-over": {
    severity: "needs-decision",
    zh: "被派遣劳动者占用工总量 {share}%（{dispatched}/{all}），超过10%（人社部令第22号第四条），请调整用工方式。",
    en: "Dispatched workers are {share} % of all ({dispatched} of {all}), above the 10 % of Order 22, article 4. Change the mode of some.",
    options: [
      { code: "reduce-dispatch", zh: "制定方案降至10%以内", en: "plan the way down to 10 %" },
      {
        code: "correct-figures",
        zh: "更正职工人数或用工形式",
        en: "correct the number of employees or the modes",
      },
    ],
  },
  "dispatch-share-over-body": {
    severity: "warning",
    zh: "被派遣劳动者占用工总量 {share}%（{dispatched}/{all}）。人社部令第22号未列明机关事业单位，仅作提示。",
    en: "Dispatched workers are {share} % of all ({dispatched} of {all}). Order 22 does not name bodies and institutions; for information.",
  },
  "dispatch-share-unknown": {
    severity: "warning",
    zh: "派遣人员 {dispatched} 人；单位自有职工人数（ownEmployees）未提供，无法检验10%的比例，请补充。",
    en: "{dispatched} workers are dispatched; without the number of the unit's own employees (ownEmployees) the 10 % share cannot be tested. Add it.",
  },
  "document-missing": {
    severity: "warning",
    zh: "缺少文件：{documentZh}。",
    en: "A document is missing: {documentEn}.",
  },
  "duplicate-worker": {
    severity: "needs-decision",
    clause: "P2-3.1",
    zh: "同一证件号码出现 {count} 次，另见 {others}；在确认归属前两处均不结算，以免重复支付。",
    en: "The same identity number stands {count} times, also at {others}. Neither row is settled until it is clear where the person works.",
    options: [
      { code: "keep-here", zh: "只保留此处", en: "keep this row only" },
      { code: "keep-other", zh: "只保留另一处", en: "keep the other row only" },
      { code: "two-employers", zh: "确有两处任职，分别说明", en: "two employments, state both" },
    ],
  },
  "fee-above-original-cost": {
    severity: "error",
    clause: "P2-3.2.2b",
    zh: "新服务费 {found} 元（{heads}人）或总成本 {total} 元高于原采购成本（服务费 {original} 元，总成本 {originalTotal} 元），须有批准的例外文件。",
    en: "The new fee of {found} yuan for {heads} workers, or the total of {total}, is above the original cost (fee {original}, total {originalTotal}). An approved exception is needed.",
  },
  "headcount-over": {
    severity: "needs-decision",
    clause: "P2-2.4",
    zh: "名册 {found} 人，超过核定用工控制数 {approved} 人。",
    en: "The roster has {found} workers, more than the approved headcount of {approved}.",
    options: [
      { code: "correct-headcount", zh: "更正控制数或名册", en: "correct the headcount or the roster" },
      { code: "report", zh: "报专班处理", en: "report to the task force" },
    ],
  },
  "hired-in-future": {
    severity: "error",
    zh: "首次入职时间 {found} 晚于结算月份 {period}，请更正；更正前不结算。",
    en: "The hire date {found} lies after the month {period}. Correct it; the worker is not settled until then.",
  },
  "migration-facts-contradict": {
    severity: "error",
    zh: "用工信息互相矛盾（{fields}），请核对用工形式与合同。",
    en: "Facts of this worker contradict each other ({fields}). Check mode and contract.",
  },
  "new-hire-direct-unapproved": {
    severity: "needs-decision",
    clause: "P2-2.4",
    zh: "新招人员拟直签但未获专班批准。",
    en: "A new hire is to be employed directly without the task force's approval.",
    options: approvalOptions,
  },
  "out-of-scope": {
    severity: "needs-decision",
    clause: "P2-1",
    zh: "不在平移范围内（规则 {row}），不结算。",
    en: "Outside the scope of the migration (row {row}); not settled.",
    options: [
      { code: "report", zh: "报专班确认", en: "ask the task force" },
      { code: "remove", zh: "从名册中删除", en: "take the worker off the roster" },
    ],
  },
  "outsourcing-looks-like-dispatch": {
    severity: "warning",
    clause: "P2-3.4b",
    zh: "外包合同 {contract} 的 {workers} 人中有 {paidByUnit} 人的加班值班或绩效由单位发放，考勤考核也由单位负责，可能被认定为派遣（人社部令第22号第二十七条）。",
    en: "Under the outsourcing contract {contract}, the unit itself pays overtime or performance of {paidByUnit} of {workers} workers and keeps attendance: it may count as dispatch (Order 22, article 27).",
  },
  "past-retirement-age": {
    severity: "needs-decision",
    zh: "已于 {month} 达到法定退休年龄，劳动合同依法终止（实施条例第二十一条），请决定续用方式和参保险种。",
    en: "Reached statutory retirement age in {month}; the labour contract ends by law (Implementing Regulation 21). Decide on further use and insurance.",
    options: [
      { code: "retire", zh: "办理退休，终止用工", en: "retire the worker" },
      {
        code: "over-age-agreement",
        zh: "签订超龄用工协议，单独参加工伤保险",
        en: "over-age agreement with work-injury insurance",
      },
      {
        code: "extend-insurance",
        zh: "未领养老金且年限不足，继续参保",
        en: "no pension yet and years missing: go on insuring",
      },
    ],
  },
  "population-not-through-platform": {
    severity: "error",
    zh: "{populationZh}的资金依法不得经平台账户结算。",
    en: "By law the money of a {populationEn} may not pass through the platform's account.",
  },
  "procurement-open": {
    severity: "needs-decision",
    clause: "P2-3.2.3",
    zh: "按情形 {reason} 须由平台代甲方采购，尚无报价；完成前按现有方式发放，平台不收费。",
    en: "By branch {reason} the platform has to procure an agency; there is no quote yet. Until then pay goes on as it is, at no fee of the platform.",
    options: [
      { code: "start-procurement", zh: "启动采购并审批经费", en: "start procurement and approve the budget" },
      { code: "apply-for-approval", zh: "报专班审议直签", en: "apply for the direct-hire list" },
    ],
  },
  "public-welfare-term-over": {
    severity: "needs-decision",
    zh: "公益性岗位已满 {months} 个月，超过三年期限，请确认补贴资格。",
    en: "The public-welfare post has lasted {months} months, beyond three years. Confirm the subsidy.",
    options: [
      { code: "end-post", zh: "期满退出", en: "end the post" },
      {
        code: "near-retirement",
        zh: "距退休不足五年，延长至退休",
        en: "within five years of retirement: extend",
      },
    ],
  },
  refusal: {
    severity: "needs-decision",
    clause: "P2-3.6",
    zh: "本人不愿平移：合同于 {lastDay} 前解除，经济补偿 {months} 个月 × {base} 元 = {amount} 元，由 {payer} 支付。",
    en: "The worker refuses the migration: the contract ends by {lastDay}; severance {months} months × {base} = {amount} yuan, paid by {payer}.",
    options: [
      { code: "talk-again", zh: "再次谈话", en: "talk again" },
      { code: "end-with-severance", zh: "支付补偿后解除", en: "pay severance and end the contract" },
    ],
  },
  "refusal-severance-unknown": {
    severity: "needs-decision",
    clause: "P2-3.6",
    zh: "本人不愿平移，但缺少入职时间或工资，无法计算经济补偿，请补齐。",
    en: "The worker refuses the migration, but hire date or pay is missing, so severance cannot be reckoned. Fill them in.",
    options: [
      { code: "complete-data", zh: "补齐数据", en: "complete the data" },
      { code: "talk-again", zh: "再次谈话", en: "talk again" },
    ],
  },
  "refusal-without-move": {
    severity: "needs-decision",
    clause: "P2-3.6",
    zh: "本人不愿平移，但其劳动关系、岗位和待遇均不变动，工资照发。如坚持解除（{lastDay}），经济补偿为 {months} 个月 × {base} 元 = {amount} 元，由 {payer} 支付。",
    en: "The worker refuses, but labour relation, post and pay do not change, so pay goes on. If the contract is to end ({lastDay}), severance is {months} months × {base} = {amount} yuan, paid by {payer}.",
    options: [
      { code: "talk-again", zh: "再次谈话，说明三不变", en: "talk again about the three unchanged" },
      {
        code: "end-with-severance",
        zh: "协商一致，支付补偿后解除",
        en: "agree, pay severance and end the contract",
      },
    ],
  },
  "retirement-category-unknown": {
    severity: "info",
    zh: "女职工如属管理技术岗以外的岗位，已于 {month} 达到法定退休年龄；属管理技术岗的尚未达到，请确认岗位类别。",
    en: "She reached retirement age in {month} if her post is neither managerial nor technical, and has not if it is. Confirm the post's category.",
  },
  "self-dispatch": {
    severity: "error",
    zh: "合同 {contract} 的派遣机构与用工单位同属一个集团，属自我派遣（劳动合同法第六十七条）。",
    en: "The agency of contract {contract} belongs to the unit's own group: self-dispatch is forbidden (Labour Contract Law 67).",
  },
  "severance-average-short": {
    severity: "warning",
    zh: "经济补偿的月工资按 {months} 个月平均估算，正式计算须用解除前12个月平均应发工资。",
    en: "The severance rests on an average over {months} months; the final one needs the last 12 months of gross pay.",
  },
  "severance-before-2008": {
    severity: "warning",
    zh: "2008年1月1日前的工作年限未计入，按当时规定另行处理（劳动合同法第九十七条）。",
    en: "Service before 2008-01-01 is not counted here; older rules apply to it (Labour Contract Law 97).",
  },
  "severance-cap-untested": {
    severity: "warning",
    zh: "本市上年度职工月平均工资未确定，未检验三倍封顶（劳动合同法第四十七条第二款）。",
    en: "The city's average wage of the year before is not established, so the ceiling of three times was not tested (Labour Contract Law 47).",
  },
  "split-payer": {
    severity: "warning",
    clause: "P2-3.4b",
    zh: "{workers} 人有加班值班或绩效由单位承担，须归集到同一扣缴义务人申报个税。",
    en: "{workers} workers have overtime or performance borne by the unit; all of it has to reach the one withholding agent.",
  },
  "stage-two-early": {
    severity: "warning",
    clause: "P2-2.0",
    zh: "另选机构的合同 {contract} 签订于 {signedOn}，早于本单位第一阶段协议签订日 {agreedOn}，请核对两份文件的日期。",
    en: "Contract {contract} with a newly chosen agency was signed on {signedOn}, before the unit's stage-one agreement of {agreedOn}. Check both dates.",
  },
  "three-unchanged-broken": {
    severity: "needs-decision",
    clause: "P2-2.3",
    zh: "{itemZh}由“{before}”变为“{after}”，与三不变不符，请说明或更正。",
    en: 'The {itemEn} goes from "{before}" to "{after}", against the three unchanged. Explain or correct it.',
    options: [
      { code: "correct", zh: "更正", en: "correct it" },
      { code: "explain", zh: "属正常人事变动，附依据", en: "an ordinary personnel change, attach the basis" },
    ],
  },
  "timetable-late": {
    severity: "warning",
    zh: "“{stepZh}”于 {day} 完成，晚于规定的 {due}，列入专班督办。",
    en: "'{stepEn}' was done on {day}, after its due day {due}: a matter for the task force's list.",
  },
  "timetable-open": {
    severity: "warning",
    zh: "“{stepZh}”应于 {due} 前完成，截至 {day} 尚无记录。",
    en: "'{stepEn}' was due on {due} and is not on record by {day}.",
  },
  "under-age": {
    severity: "error",
    zh: "未满16周岁（{age}岁），不得招用（劳动法第十五条）。",
    en: "Under 16 ({age}): may not be employed (Labour Law 15).",
  },
  "worker-answer-missing": {
    severity: "warning",
    clause: "P2-3.3",
    zh: "劳动关系将要变动，但名册没有本人是否愿意平移的记录，请逐人谈话并填写。",
    en: "The labour relation is to move, but the roster does not say whether the worker agrees. Talk with the worker and fill it in.",
  },
  "worker-id-repeated": {
    severity: "error",
    zh: "人员编号 {found} 出现 {count} 次且不是同一人，无法区分，请更正；更正前不结算。",
    en: "The worker id {found} is given to {count} rows of different people. Correct it; they are not settled until then.",
  },
};
