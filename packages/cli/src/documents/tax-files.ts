import { zeroFen, type DeclarationRecord, type PlannedWorker } from "@tongchou/core";
import { createPersonnelSheet, createWageSheet, personnelProfile, wageProfile } from "@tongchou/filings";
import type { SettlementLine, SettlementStatement } from "@tongchou/settlement";
import { joinDocuments, workbookFile, type WrittenDocuments } from "./workbook-file.js";

/** The withholding client's sheets, one pair for each withholding agent. */
export async function taxFiles(
  statements: readonly SettlementStatement[],
  planned: ReadonlyMap<string, PlannedWorker>,
): Promise<WrittenDocuments> {
  const byAgent = declarationsByAgent(statements, planned);
  const written = [...byAgent.keys()].toSorted().map(async (agentId) => {
    const records = byAgent.get(agentId) ?? [];
    const wages = createWageSheet(records);
    const personnel = createPersonnelSheet(records);
    const about = (profile: string) => ({ profile, rows: records.length });
    return joinDocuments([
      await workbookFile(`tax/${agentId}-wages.xlsx`, [wages.sheet], about(wageProfile.id)),
      await workbookFile(`tax/${agentId}-personnel.xlsx`, [personnel.sheet], about(personnelProfile.id)),
      {
        files: [],
        issues: [...wages.issues, ...personnel.issues].map((issue) => ({
          ...issue,
          subject: { agencyId: agentId },
        })),
      },
    ]);
  });
  return joinDocuments(await Promise.all(written));
}

/** What each agent declares: the settled lines of the workers it withholds for, over all units. */
export function declarationsByAgent(
  statements: readonly SettlementStatement[],
  planned: ReadonlyMap<string, PlannedWorker>,
): ReadonlyMap<string, readonly DeclarationRecord[]> {
  const byAgent = new Map<string, DeclarationRecord[]>();
  for (const line of statements.flatMap((statement) => statement.lines)) {
    const entry = planned.get(line.workerId);
    if (entry === undefined) continue;
    const records = byAgent.get(entry.withholdingAgentId) ?? [];
    records.push(declarationOf(entry, line));
    byAgent.set(entry.withholdingAgentId, records);
  }
  return byAgent;
}

function declarationOf({ worker }: PlannedWorker, line: SettlementLine): DeclarationRecord {
  const { insurance } = line;
  return {
    employeeNumber: worker.workerId,
    name: worker.name,
    documentKind: worker.documentKind,
    documentNumber: worker.documentNumber,
    sex: worker.sex,
    birth: worker.birth,
    mobile: worker.mobile,
    hiredOn: worker.hiredOn,
    incomeFen: line.grossFen,
    exemptIncomeFen: zeroFen,
    pensionFen: insurance.pension.employeeFen ?? zeroFen,
    medicalFen: insurance.medical.employeeFen ?? zeroFen,
    unemploymentFen: insurance.unemployment.employeeFen ?? zeroFen,
    housingFundFen: line.housingFundEachSideFen,
    taxFen: line.withholding.taxFen,
  };
}
