import { fen, type Fen } from "@tongchou/core";
import type { SheetContent, SheetValue } from "@tongchou/filings";
import {
  canonicalJson,
  incomeTaxOf,
  insuranceKinds,
  servicesTotal,
  type InsuranceKind,
  type LinePayment,
  type SettlementStatement,
} from "@tongchou/settlement";
import { payeeName } from "../report/payee-name.js";
import { guaranteeTermNames } from "../report/guarantee-lines.js";
import { changeSheets } from "./change-sheet.js";
import { correctionSheet } from "./correction-sheet.js";
import { invoiceSheet } from "./invoice-sheet.js";
import { joinDocuments, workbookFile, type WrittenDocuments } from "./workbook-file.js";

/** The statements of a month: each as JSON, which can be verified, and as a workbook for people. */
export async function statementFiles(statements: readonly SettlementStatement[]): Promise<WrittenDocuments> {
  const written = await Promise.all(
    statements.map(async (statement) => {
      const path = `statements/${statement.input.statementId}`;
      const json = {
        path: `${path}.json`,
        bytes: `${canonicalJson(statement)}\n`,
        profile: statement.schema,
        rows: statement.lines.length,
      };
      const sheets = [
        summarySheet(statement),
        lineSheet(statement),
        paymentSheet(statement),
        invoiceSheet(statement, titleRows(statement, "开票指引")),
        ...changeSheets(statement, titleRows(statement, "变动明细")),
        proofSheet(statement),
        ...correctionSheets(statement),
      ];
      const workbook = await workbookFile(`${path}.xlsx`, sheets, { rows: statement.lines.length });
      return joinDocuments([{ files: [json], issues: [] }, workbook]);
    }),
  );
  return joinDocuments(written);
}

function correctionSheets(statement: SettlementStatement): readonly SheetContent[] {
  const { correction, input } = statement;
  if (correction === undefined) return [];
  return [
    correctionSheet(correction, titleRows(statement, `对 ${input.corrects?.statementId ?? ""} 的更正`)),
  ];
}

const insuranceNames: Readonly<Record<InsuranceKind, string>> = {
  pension: "养老",
  medical: "医疗",
  unemployment: "失业",
  workInjury: "工伤",
  maternity: "生育",
};

function titleRows({ input }: SettlementStatement, title: string): readonly string[] {
  return [
    `${input.unit.name} ${input.period} ${title}`,
    `结算单 ${input.statementId}　统一社会信用代码 ${input.unit.creditCode}　参数截至 ${input.law.knownOn ?? input.law.on}`,
  ];
}

function summarySheet(statement: SettlementStatement): SheetContent {
  const { totals, funding } = statement;
  const rows: readonly (readonly [string, Fen])[] = [
    ["应发工资", totals.grossFen],
    ["个人社保公积金", totals.specialDeductionsFen],
    ["个人所得税", totals.taxFen],
    ["其他扣款", totals.otherDeductionsFen],
    ["实发工资", totals.netFen],
    ["单位社保公积金", totals.employerContributionsFen],
    ["服务费", totals.agencyFeeFen],
    ["服务费外加增值税", totals.vatFen],
    ...servicesRow(totals.servicesFen),
    ["单位支出合计", totals.unitCostFen],
    ["上月余额", funding.previousBalanceFen],
    ["本月应收", funding.chargedFen],
    ["已到款", funding.receivedFen],
    ["本月仍应到款", funding.stillDueFen],
  ];
  return {
    name: "结算单",
    titleRows: titleRows(
      statement,
      `薪酬${statement.correction === undefined ? "" : "更正"}结算单（${totals.workers} 人）`,
    ),
    columns: [
      { header: "项目", format: "text", width: 22 },
      { header: "金额（元）", format: "money", width: 18 },
    ],
    rows,
    footRows: [`摘要（SHA-256）：${statement.digest}`],
  };
}

/** Services that the unit ordered itself stand apart, on statements that have some. */
function servicesRow(servicesFen: Fen | undefined): readonly (readonly [string, Fen])[] {
  return servicesFen === undefined ? [] : [["自愿增值服务", servicesFen]];
}

function lineSheet(statement: SettlementStatement): SheetContent {
  const inputs = new Map(statement.input.workers.map((line) => [line.workerId, line]));
  const money = (header: string) => ({ header, format: "money" as const });
  const text = (header: string, width?: number) => ({ header, format: "text" as const, width });
  const isServed = statement.services !== undefined;
  return {
    name: "人员明细",
    titleRows: titleRows(statement, "人员明细"),
    columns: [
      text("人员编号"),
      text("姓名"),
      text("证件号码", 22),
      text("情形"),
      text("用工主体"),
      text("合同", 14),
      money("应发"),
      money("缴费基数"),
      ...insuranceKinds.flatMap((kind) => [
        money(`${insuranceNames[kind]}（个人）`),
        money(`${insuranceNames[kind]}（单位）`),
      ]),
      money("公积金（每方）"),
      money("累计应纳税所得额"),
      money("个人所得税"),
      money("其他扣款"),
      money("实发"),
      money("服务费"),
      ...(isServed ? [money("自愿增值服务")] : []),
      money("单位支出"),
      text("发放"),
    ],
    rows: statement.lines.map((line): readonly SheetValue[] => {
      const input = inputs.get(line.workerId);
      return [
        line.workerId,
        input?.name,
        input?.documentMasked,
        input?.branch,
        input?.employerOfRecordId,
        input?.settledContractId,
        line.grossFen,
        line.contributionBaseFen,
        ...insuranceKinds.flatMap((kind) => [
          orUndefined(line.insurance[kind].employeeFen),
          orUndefined(line.insurance[kind].employerFen),
        ]),
        line.housingFundEachSideFen,
        line.withholding.taxableFen,
        incomeTaxOf(line),
        line.otherDeductionsFen,
        line.netFen,
        line.agencyFeeFen,
        ...(isServed ? [servicesTotal(line.services)] : []),
        line.unitCostFen,
        paymentText(statement, line.payment),
      ];
    }),
  };
}

const paymentNames = {
  instructed: "已列入代发",
  held: "暂存：账号待更正",
  carried: "挂账",
  "by-agency": "由机构发放",
} as const;

/** On a correction most lines have nothing to pay any more. */
function paymentText({ correction }: SettlementStatement, payment: LinePayment): string {
  return correction !== undefined && payment.amountFen === 0 ? "无差额" : paymentNames[payment.kind];
}

/** An unknown contribution is an empty cell, not a nought. */
function orUndefined(amount: Fen | null): Fen | undefined {
  return amount ?? undefined;
}

function paymentSheet(statement: SettlementStatement): SheetContent {
  const names = new Map(statement.input.agencies.map((agency) => [agency.id, agency.name]));
  const held = statement.held.map((payment): readonly SheetValue[] => [
    `暂存专户：${payment.workerId}`,
    1,
    payment.amountFen,
  ]);
  return {
    name: "付款",
    titleRows: titleRows(statement, "付款去向"),
    columns: [
      { header: "收款方", format: "text", width: 34 },
      { header: "人数", format: "integer" },
      { header: "金额（元）", format: "money", width: 18 },
    ],
    rows: [
      ...statement.disbursements.map((payment): readonly SheetValue[] => [
        payeeName(payment.payee, names, "zh"),
        payment.workers,
        payment.amountFen,
      ]),
      ...held,
    ],
  };
}

function proofSheet(statement: SettlementStatement): SheetContent {
  const { guarantee, costChange } = statement;
  const outcomes = { holds: "成立", broken: "不成立", "not-tested": "本期不适用" } as const;
  const causes = Object.entries(costChange.parts).map(([cause, part]): readonly SheetValue[] => [
    `成本变动：${causeNames[cause as keyof typeof causeNames]}`,
    String(Object.values(part).reduce((sum, amount) => fen(sum + amount), fen(0)) / 100),
    "",
  ]);
  return {
    name: "证明",
    titleRows: titleRows(statement, "不额外增加收费的证明"),
    columns: [
      { header: "条件", format: "text", width: 60 },
      { header: "结果", format: "text", width: 14 },
      { header: "依据", format: "text", width: 26 },
    ],
    rows: [
      ...guarantee.terms.map((term): readonly SheetValue[] => [
        guaranteeTermNames[term.id].zh,
        outcomes[term.outcome],
        term.clauses.join(" "),
      ]),
      ...causes,
    ],
  };
}

const causeNames = {
  law: "法规",
  "hr-facts": "人事",
  base: "基数",
  rounding: "取整",
  services: "自愿服务",
  migration: "平移",
} as const;
