import { documentNames, maskIdentityNumber, type Issue, type PlannedWorker } from "@tongchou/core";
import type { SheetContent, SheetValue } from "@tongchou/filings";
import type { AgentChangeNotice } from "@tongchou/settlement";
import { agentChangeRecord, agentChangeSheets } from "./agent-change-sheet.js";
import { joinDocuments, workbookFile, type WrittenDocuments } from "./workbook-file.js";
import { routeNames } from "../report/route-names.js";

/** The route of every worker, as a workbook for people and as JSON for programs. */
export async function planFiles(
  planned: readonly PlannedWorker[],
  issues: readonly Issue[],
  notices: readonly AgentChangeNotice[] = [],
): Promise<WrittenDocuments> {
  const decisions = openDecisions(issues);
  const noticeOf = new Map(notices.map((notice) => [notice.workerId, notice]));
  const json = planned.map((entry) => {
    const { workerId } = entry.worker;
    return planRecord(entry, decisions.get(workerId) ?? [], noticeOf.get(workerId));
  });
  const sheets = [planSheet(planned, decisions), ...agentChangeSheets(planned, noticeOf)];
  const workbook = await workbookFile("plan.xlsx", sheets, { rows: planned.length });
  const file = { path: "plan.json", bytes: `${JSON.stringify(json, undefined, 1)}\n`, rows: planned.length };
  return joinDocuments([{ files: [file], issues: [] }, workbook]);
}

/** The codes of the decisions that are open for each worker. */
function openDecisions(issues: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> {
  const decisions = new Map<string, Issue[]>();
  for (const issue of issues) {
    const workerId = issue.subject?.workerId;
    if (issue.severity !== "needs-decision" || workerId === undefined) continue;
    decisions.set(workerId, [...(decisions.get(workerId) ?? []), issue]);
  }
  return decisions;
}

/** One worker's route as JSON, without personal data. */
export function planRecord(
  entry: PlannedWorker,
  decisions: readonly Issue[],
  notice?: AgentChangeNotice,
): Readonly<Record<string, unknown>> {
  const { decision } = entry;
  return {
    workerId: entry.worker.workerId,
    unitId: entry.unit.id,
    row: decision.row,
    branch: decision.branch,
    route: decision.definition.route,
    reason: decision.definition.reason,
    interim: decision.definition.interim === true,
    serviceOrder: decision.hasServiceOrder,
    contractId: entry.contract?.id,
    settledContractId: entry.settledContract?.id,
    employerOfRecordId: entry.employerOfRecordId,
    withholdingAgentId: entry.withholdingAgentId,
    clauses: decision.definition.clauses,
    readings: entry.flags,
    documents: decision.definition.documents,
    severanceFen: entry.severance?.amountFen,
    decisions: decisions.map(({ code }) => code),
    agentChange: notice === undefined ? undefined : agentChangeRecord(notice),
  };
}

function planSheet(
  planned: readonly PlannedWorker[],
  decisions: ReadonlyMap<string, readonly Issue[]>,
): SheetContent {
  const text = (header: string, width?: number) => ({ header, format: "text" as const, width });
  return {
    name: "平移方案",
    columns: [
      text("单位"),
      text("人员编号"),
      text("姓名"),
      text("证件号码", 22),
      text("岗位", 12),
      text("用工形式"),
      text("原机构", 24),
      text("情形"),
      text("路径", 26),
      text("依据条款", 18),
      text("采用的解读", 22),
      text("所需文件", 60),
      text("待决定", 60),
    ],
    rows: planned.map((entry): readonly SheetValue[] => {
      const { worker, decision } = entry;
      return [
        entry.unit.name,
        worker.workerId,
        worker.name,
        maskIdentityNumber(worker.documentNumber),
        worker.post,
        modeNames[worker.mode],
        worker.agencyName,
        decision.branch,
        routeNames(decision.branch).zh,
        decision.definition.clauses.join(" "),
        entry.flags.join(" "),
        decision.definition.documents.map((kind) => documentNames[kind].zh).join("；"),
        (decisions.get(worker.workerId) ?? []).map((issue) => issue.message.zh).join(" "),
      ];
    }),
  };
}

const modeNames = { direct: "直签", dispatch: "劳务派遣", outsourcing: "服务外包" } as const;
