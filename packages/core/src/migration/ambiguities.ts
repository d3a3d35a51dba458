import type { BilingualText } from "../issues/issue.js";

/** Ambiguities of the policy, numbered as in its long-form reading. */
export type AmbiguityId =
  | "N1"
  | "N2"
  | "N3"
  | "N4"
  | "N5"
  | "N6"
  | "N7"
  | "N8"
  | "N9"
  | "N10"
  | "N11"
  | "N12"
  | "N13"
  | "N14"
  | "N15"
  | "N16"
  | "N17"
  | "N18"
  | "N19"
  | "N20";

/** A place where the policy can be read in more than one way, and the reading that is built. */
export interface Ambiguity {
  readonly id: AmbiguityId;
  /** Label under which decisions show the reading, for people who file by it. */
  readonly flag: string;
  readonly clauses: readonly string[];
  readonly problem: BilingualText;
  readonly reading: BilingualText;
}

/** The twenty ambiguities. A decision that rests on one names it in its `flags`. */
export const ambiguities: readonly Ambiguity[] = [
  {
    id: "N1",
    flag: "A1/A2",
    clauses: ["P2-3.2.1", "P2-3.1", "P2-1", "P2-2.0"],
    problem: {
      zh: "直签人员未获批准时，文件没有对应情形。",
      en: "A direct hire without approval has no case in the policy.",
    },
    reading: {
      zh: "第一阶段不改变用人方式：先过渡代发、零收费（A1）；审议不通过的转变更模式（A2）。",
      en: "Stage one keeps the mode: interim disbursement at no fee (A1); after a rejection the mode changes (A2).",
    },
  },
  {
    id: "N2",
    flag: "STAGE1-COST",
    clauses: ["P2-2.0", "P2-3.2.3"],
    problem: {
      zh: "“不增加单位支出”与情况三的市场报价相冲突。",
      en: "'Spending not increased' conflicts with the market quote of case 3.",
    },
    reading: {
      zh: "承诺只约束第一阶段不变更模式的情形；单位主动变更列为用工决定引起的变化；因审议不通过被动变更的须成本中性或报专班。",
      en: "The promise binds stage one without a change of mode; a unit's own change shows as its decision, a forced one must be cost-neutral or go to the task force.",
    },
  },
  {
    id: "N3",
    flag: "SI-REGISTRANT",
    clauses: ["P2-3.5", "P2-3.2.1"],
    problem: {
      zh: "单位停止直接缴纳社保，又仍由单位人事操作，直签人员由谁缴纳？",
      en: "Units stop paying insurance directly, yet their own HR still operates: who pays it for a direct hire?",
    },
    reading: {
      zh: "停用的是单位自有账户，不是单位的义务：单位仍是参保登记和申报主体，资金经平台划转。",
      en: "The unit's own account stops, not its duty: the unit stays the registered payer and the money passes through the platform.",
    },
  },
  {
    id: "N4",
    flag: "RELATION",
    clauses: ["P2-3.2.2a"],
    problem: {
      zh: "派遣人员与用人单位之间没有劳动关系，却说“不改变劳动关系”。",
      en: "'The labour relation with the unit does not change', but dispatched workers have none with it.",
    },
    reading: {
      zh: "理解为三方现有的劳动关系和用工关系均不改变。",
      en: "Read as: the existing labour and user relations of all three parties stay.",
    },
  },
  {
    id: "N5",
    flag: "A5",
    clauses: ["P2-3.2.2b", "P2-3.2.3"],
    problem: {
      zh: "既不保留机构又变更模式时，适用限价还是市场报价？",
      en: "Neither agency nor mode is kept: does the cap or the market price apply?",
    },
    reading: {
      zh: "按变更模式处理，原采购成本上限作为提示保留。",
      en: "The change of mode governs; the cap stays as a warning.",
    },
  },
  {
    id: "N6",
    flag: "A6",
    clauses: ["P2-3.2.1"],
    problem: {
      zh: "已获批准的直签人员，单位要求改用其他模式。",
      en: "The unit wants another mode for an approved direct hire.",
    },
    reading: {
      zh: "“可以继续”是选择权：允许，但批准随之失效且须本人同意。",
      en: "'May continue' is an option: allowed, but the approval lapses and the worker must consent.",
    },
  },
  {
    id: "N7",
    flag: "CAP",
    clauses: ["P2-3.2.2b"],
    problem: {
      zh: "“服务费原则上不高于原采购成本”比较的是单价还是总额？",
      en: "'Fee not above the original purchase cost': per head or in total?",
    },
    reading: {
      zh: "含税单价和总额两项都不得高于原合同；例外须有批准文号；按同一增值税法比较。",
      en: "Neither the fee per head, tax included, nor the total may exceed the old one; an exception needs a document; both under the same VAT law.",
    },
  },
  {
    id: "N8",
    flag: "PLATFORM-SHARE",
    clauses: ["P2-3.2.1", "P2-3.2.2a"],
    problem: {
      zh: "平台可否从机构服务费中分成？",
      en: "May the platform take a share of the agency's fee?",
    },
    reading: {
      zh: "对单位为零；如平台与机构另有收费，须单独公示列账，且机构单价冻结。",
      en: "Zero on the unit's side; a charge between platform and agency is disclosed apart and the agency's price is frozen.",
    },
  },
  {
    id: "N9",
    flag: "TENURE",
    clauses: ["P2-3.6"],
    problem: {
      zh: "政策能否排除经济补偿金？",
      en: "Can a policy exclude severance?",
    },
    reading: {
      zh: "不支付是因为工作年限连续计算（实施条例第十条）；合同未载明合并年限的为错误，已补偿的年限不再计算。",
      en: "None is due because service years run on (Implementing Regulation 10); a contract without the clause is an error, years already paid for do not count again.",
    },
  },
  {
    id: "N10",
    flag: "PAYER",
    clauses: ["P2-3.6"],
    problem: {
      zh: "“原用人单位和原人力服务机构”是否连带支付？",
      en: "'The former unit and agency' pay: jointly?",
    },
    reading: {
      zh: "由现用工主体支付：直签为单位，派遣外包为机构；内部追偿按合同。",
      en: "The employer of record pays: the unit for a direct hire, else the agency; recourse follows their contract.",
    },
  },
  {
    id: "N11",
    flag: "A10",
    clauses: ["P2-3.7"],
    problem: {
      zh: "自有经费、专项经费人员是否一律按购买服务移交？",
      en: "Do own or special funds override the mode?",
    },
    reading: {
      zh: "已批准直签的和现有机构的保持原情形，申请未决的暂按过渡代发；其余直签人员按购买服务移交，且不得列为政府购买服务。",
      en: "Approved hires and existing agencies keep their case, pending ones wait in the interim route; other direct hires become a purchase, never coded as government purchase of services.",
    },
  },
  {
    id: "N12",
    flag: "A11",
    clauses: ["P1-3b", "P1-4.1", "P2-1"],
    problem: {
      zh: "公益性岗位在实施方案中列入，在平移方案中没有。",
      en: "The plan lists public-welfare posts, the migration work plan does not.",
    },
    reading: {
      zh: "只做结算，不变更用工主体，补贴单列。",
      en: "Settlement only: the employer stays, the subsidy is kept apart.",
    },
  },
  {
    id: "N13",
    flag: "GROUND",
    clauses: ["P2-3.2.1"],
    problem: {
      zh: "“急需紧缺人才以及政府直接用工许可范围内人员”是并列还是同时满足？",
      en: "'Shortage talent and staff within the permitted range': both or either?",
    },
    reading: {
      zh: "两类任一，均须专班审议；须记录依据。",
      en: "Either group, each after the task force's review; the ground is recorded.",
    },
  },
  {
    id: "N14",
    flag: "SCOPE",
    clauses: ["P2-1"],
    problem: {
      zh: "驻市的中央、省属单位及县属国企是否在内？",
      en: "Are units of province and state seated here, and county companies, covered?",
    },
    reading: {
      zh: "全市及各县行政事业单位和国有企业均在内；驻市垂直管理单位自愿加入。",
      en: "All bodies, institutions and companies of city and counties; vertical units only by their own choice.",
    },
  },
  {
    id: "N15",
    flag: "STAGE",
    clauses: ["P2-2.0"],
    problem: {
      zh: "第二阶段没有起始日期。",
      en: "Stage two has no date.",
    },
    reading: {
      zh: "自单位提出申请起，且不早于第一阶段协议签订。",
      en: "From the unit's application, never before its stage-one agreement is signed.",
    },
  },
  {
    id: "N16",
    flag: "A12",
    clauses: ["P2-3.2.2b"],
    problem: {
      zh: "机构合同已到期而人员仍在岗。",
      en: "The agency contract has lapsed and the worker is still there.",
    },
    reading: {
      zh: "按不保留机构处理，并提示合同空档风险。",
      en: "Treated as agency not kept, with a warning about the gap.",
    },
  },
  {
    id: "N17",
    flag: "A13",
    clauses: ["P2-3.2.1", "P2-2.4"],
    problem: {
      zh: "“继续采用直签”能否用于新招人员？",
      en: "'Continue' direct employment: for new hires too?",
    },
    reading: {
      zh: "仅在专班明确批准时允许。",
      en: "Only with the task force's explicit approval.",
    },
  },
  {
    id: "N18",
    flag: "SPLIT-PAYER",
    clauses: ["P2-3.4b"],
    problem: {
      zh: "加班值班、绩效由单位支付，工资由机构支付，形成两个扣缴义务人。",
      en: "The unit pays overtime and performance, the agency pays wages: two withholding agents arise.",
    },
    reading: {
      zh: "所有工资项目归集到同一扣缴义务人；差旅费和工会经费不属工资。",
      en: "All wage items reach the one withholding agent; travel and union dues are no wages.",
    },
  },
  {
    id: "N19",
    flag: "PAY",
    clauses: ["P2-2.3"],
    problem: {
      zh: "“个人待遇不变”指应发、实发还是基数？",
      en: "'Compensation unchanged': gross, net or base?",
    },
    reading: {
      zh: "应发各项、公积金比例、缴费基数逐项不低于原标准；实发按全年税负检验，逐月差异告知。",
      en: "Each gross item, the fund rate and the contribution base do not fall; net is tested on the year's tax, monthly differences are disclosed.",
    },
  },
  {
    id: "N20",
    flag: "SI-REGISTRANT",
    clauses: ["P1-4.1"],
    problem: {
      zh: "委托缴纳社保与禁止挂靠参保之间的界限。",
      en: "Commissioned insurance payment against the ban on insuring without employment.",
    },
    reading: {
      zh: "平台可以代办申报，绝不作为直签人员的参保单位。",
      en: "The platform may operate declarations and is never the registered employer of a direct hire.",
    },
  },
];

const ambiguityById: ReadonlyMap<string, Ambiguity> = new Map(ambiguities.map((entry) => [entry.id, entry]));

/**
 * The ambiguity of an id.
 *
 * @example
 * ambiguityOf("N10").reading.zh; // => "由现用工主体支付：直签为单位，派遣外包为机构；内部追偿按合同。"
 */
export function ambiguityOf(id: AmbiguityId): Ambiguity {
  const found = ambiguityById.get(id);
  if (found === undefined) throw new RangeError(`no such ambiguity: ${id}`);
  return found;
}
