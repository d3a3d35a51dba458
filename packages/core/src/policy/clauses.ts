import type { BilingualText } from "../issues/issue.js";

/**
 * A clause of the two municipal documents: its place in them and what it asks for, in this project's words.
 */
export interface Clause extends BilingualText {
  readonly id: string;
  /** Section of the document, as the document numbers it. */
  readonly section: string;
}

/**
 * The clauses that the rules cite. P1 is the implementation plan of the platform, P2 the migration work plan,
 * both issued in Jiujiang on 2023-12-18 and published on 2024-03-12.
 */
export const clauses: readonly Clause[] = [
  {
    id: "P1-2",
    section: "二",
    zh: "统筹平台作为用人单位的代甲方，集中采购、分散用工风险，汇集资金流、数据流、业务流。",
    en: "The platform buys for the units as their agent, spreads employment risk, and gathers the flows of funds, data and business.",
  },
  {
    id: "P1-3a",
    section: "三",
    zh: "五年内服务六百万人次以上、结算资金五百亿元以上。",
    en: "At least 6 million person-times served and 50 billion yuan settled within five years.",
  },
  {
    id: "P1-3b",
    section: "三",
    zh: "纳入结算的五类人员：非在编临聘与公益性岗位、国企项目农民工、组织实习学生、以工代赈人员、劳务输出人员。",
    en: "Five populations are settled: non-establishment staff and public-welfare posts, migrant workers on state-owned projects, organised interns, work relief, outbound labour.",
  },
  {
    id: "P1-4.1",
    section: "四(一)",
    zh: "平台服务：代发薪酬、缴纳社会保险、代招聘、用工统计申报、监管支持、垫薪等供应链金融。",
    en: "Services: pay disbursement, social-insurance payment, recruitment, employment statistics, support for regulators, wage advances.",
  },
  {
    id: "P1-4.2",
    section: "四(二)–(三)",
    zh: "重点投资项目与外出务工人员的工资结算和税收回流。",
    en: "Wages of key projects and outbound workers are settled through the city, and their tax with them.",
  },
  {
    id: "P1-4.4",
    section: "四(四)",
    zh: "学校就组织的实习与平台签订薪酬结算协议。",
    en: "Schools sign a pay-settlement agreement with the platform for organised internships.",
  },
  {
    id: "P1-5.2a",
    section: "五(二)第一段",
    zh: "自2023年12月31日起非在编人员薪酬经平台结算；用人模式由用人单位自行决定。",
    en: "From 2023-12-31 non-establishment pay is settled through the platform; the employing mode stays the unit's choice.",
  },
  {
    id: "P1-5.2b",
    section: "五(二)第二段",
    zh: "资金路径：用人单位 → 统筹平台 → 本人或人力服务机构；工资与服务费均走此路径。",
    en: "Money path: unit to platform to worker or agency, for wages and service fees alike.",
  },
  {
    id: "P1-5.2c",
    section: "五(二)第三段",
    zh: "合作银行须在九江注册并由市场选择；工资专户监管、社会保障卡服务、补贴资金入卡。",
    en: "Partner banks are registered in Jiujiang and chosen on the market; they supervise the wage account and serve the social-security card.",
  },
  {
    id: "P1-5.3",
    section: "五(三)",
    zh: "劳务经纪人与劳务协作合作社承接平台派单，平台结算并向合作社支付招工费。",
    en: "Labour brokers and co-operatives take orders from the platform, which settles and pays the recruitment fee.",
  },
  {
    id: "P1-6",
    section: "六",
    zh: "工作专班统筹推进并跟踪各单位进度，结果纳入年度考核。",
    en: "A task force steers the work and tracks each unit; its assessment counts in the yearly review.",
  },
  {
    id: "P1-7.1",
    section: "七(二)",
    zh: "劳动关系变更涉及的社会保险、工作年限和经济补偿依法处理。",
    en: "Insurance, service years and severance are handled by law when the labour relation changes.",
  },
  {
    id: "P1-7.2",
    section: "七(三)",
    zh: "跟踪各单位接入和平移进度，困难及时上报。",
    en: "Every unit's connection and migration is tracked, and difficulties are reported.",
  },
  {
    id: "P2-1",
    section: "一",
    zh: "范围：全市行政事业单位及国有企业的非在编临聘人员。",
    en: "Scope: all non-establishment and temporary staff of the city's public bodies, institutions and state-owned companies.",
  },
  {
    id: "P2-2.0",
    section: "二",
    zh: "第一阶段用人模式、人力服务机构和单位支出不变；第二阶段按单位申请择优选择机构。",
    en: "Stage one keeps mode, agency and spending; in stage two the platform selects better agencies on a unit's application.",
  },
  {
    id: "P2-2.1",
    section: "二(一)",
    zh: "平台不界定用人模式，也不制定用工规则。",
    en: "The platform defines neither the employing mode nor the rules of employment.",
  },
  {
    id: "P2-2.2",
    section: "二(二)",
    zh: "平稳过渡，以岗定薪，日常由用人单位管理。",
    en: "Stable hand-over, pay by post, the unit manages.",
  },
  {
    id: "P2-2.3",
    section: "二(三)",
    zh: "三不变：工作地点、工作岗位、个人待遇不变。",
    en: "Three unchanged: workplace, post and personal compensation.",
  },
  {
    id: "P2-2.4",
    section: "二(四)",
    zh: "新增人员须在核定用工控制数内，可委托平台作为代甲方办理。",
    en: "New hires stay within the approved headcount and may be commissioned to the platform as buyer's agent.",
  },
  {
    id: "P2-3.1",
    section: "三(一)",
    zh: "时间表：2023-12-31启动，2024-01-05前告知职工，2024-01-10前报送两表，2024-01-10至02-29签订或变更协议。",
    en: "Timetable: start by 2023-12-31, staff told by 2024-01-05, both forms in by 2024-01-10, agreements from 2024-01-10 to 2024-02-29.",
  },
  {
    id: "P2-3.2.1",
    section: "三(二)1",
    zh: "情况一：经专班审议的直签人员由平台以人事代理方式代发薪酬，不收服务费、不额外增加收费；增值服务按市场价另购。",
    en: "Case 1: direct hires on the task force's list are paid through the platform at no fee; extra services are bought separately at market price.",
  },
  {
    id: "P2-3.2.2a",
    section: "三(二)2前段",
    zh: "情况二（保留机构）：两方合同改签三方合同，费用经平台支付机构，不增加服务费，劳动关系不变。",
    en: "Case 2a: the two-party contract becomes a three-party contract, paid through the platform, with no fee added and no change of the labour relation.",
  },
  {
    id: "P2-3.2.2b",
    section: "三(二)2后段",
    zh: "情况二（不保留机构）：与原机构结清后另选机构，服务费原则上不高于原采购成本。",
    en: "Case 2b: after settling with the old agency another is chosen; its fee is in principle not above the original purchase cost.",
  },
  {
    id: "P2-3.2.3",
    section: "三(二)3",
    zh: "情况三：变更用人模式或新增服务，由平台代甲方采购，按市场报价结算。",
    en: "Case 3: a changed mode or new service is bought by the platform as agent at the agency's market quote.",
  },
  {
    id: "P2-3.3",
    section: "三(三)",
    zh: "用人单位逐人谈话，说明原因和三不变；谁使用谁负责。",
    en: "The unit talks with every worker about the reason and the three unchanged: who uses, is responsible.",
  },
  {
    id: "P2-3.4a",
    section: "三(四)",
    zh: "劳动关系变更的，机构与本人签订书面劳动合同，与用人单位签订劳务用工协议并载明必备条款。",
    en: "Where the labour relation moves, the agency signs a labour contract with the worker and a labour-use agreement with the unit.",
  },
  {
    id: "P2-3.4b",
    section: "三(四)",
    zh: "三方职责：机构实名管理、发薪缴保；单位日常管理，承担加班值班、绩效、差旅、工会经费；平台提供结算与金融服务。",
    en: "Duties: the agency pays wages and insurance, the unit manages and bears overtime, performance, travel and union dues, the platform settles.",
  },
  {
    id: "P2-3.5",
    section: "三(五)",
    zh: "自2024年3月1日起用人单位停止直接发放工资、缴纳社会保险费。",
    en: "From 2024-03-01 units stop paying these workers' wages and social insurance directly.",
  },
  {
    id: "P2-3.6",
    section: "三(六)",
    zh: "平移人员不支付经济补偿金，工作年限合并计算并写入合同；不愿平移的由原单位、原机构依法补偿后解除。",
    en: "Workers who move get no severance and keep their service years in the new contract; those who refuse are paid severance by law and the contract ends.",
  },
  {
    id: "P2-3.7",
    section: "三(七)",
    zh: "自有经费、专项经费聘用人员由单位清理后按购买服务方式移交。",
    en: "Staff paid from own or special funds are sorted out by the unit and handed over as purchased services.",
  },
  {
    id: "P2-4.1",
    section: "四(一)",
    zh: "未按时报送的由督查部门通报。",
    en: "Units late with their forms are reported to the inspection office.",
  },
  {
    id: "P2-4.2",
    section: "四(二)",
    zh: "工资、社会保险不断链，由用人单位承担后果。",
    en: "Neither wages nor social insurance may break; the unit bears the consequences.",
  },
];

const clauseById: ReadonlyMap<string, Clause> = new Map(clauses.map((clause) => [clause.id, clause]));

/**
 * The clause of an id such as `P2-3.6`.
 *
 * @throws RangeError for an id that the policy does not have: rules cite existing clauses only
 * @example
 * clauseOf("P2-3.6").section; // => "三(六)"
 */
export function clauseOf(id: string): Clause {
  const clause = clauseById.get(id);
  if (clause === undefined) throw new RangeError(`no such clause: ${id}`);
  return clause;
}
