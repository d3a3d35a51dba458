import {
  createIssue,
  formatYuan,
  groupBy,
  subtractFen,
  sumFen,
  zeroFen,
  type BonusDeclaration,
  type ContributionDifference,
  type DeclarationRecord,
  type Fen,
  type Issue,
  type PlannedWorker,
} from "@tongchou/core";
import {
  bonusProfile,
  createBonusSheet,
  createPersonnelSheet,
  createWageSheet,
  personnelProfile,
  wageProfile,
} from "@tongchou/filings";
import { incomeTaxOf, type SettlementLine, type SettlementStatement } from "@tongchou/settlement";
import { cliIssues } from "../issues.js";
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
  return joinDocuments([
    ...(await Promise.all(written)),
    await bonusFiles(statements, planned),
    { files: [], issues: bonusesApart(statements) },
  ]);
}

/** The client's sheet of the bonuses that are taxed apart, for each agent that has any. */
async function bonusFiles(
  statements: readonly SettlementStatement[],
  planned: ReadonlyMap<string, PlannedWorker>,
): Promise<WrittenDocuments> {
  const bonuses = statements.flatMap(({ lines }) =>
    lines.flatMap(({ bonus, workerId }) => {
      const entry = planned.get(workerId);
      if (bonus?.taxing !== "apart" || entry === undefined) return [];
      const { name, documentKind, documentNumber } = entry.worker;
      const declaration: BonusDeclaration = {
        employeeNumber: workerId,
        name,
        documentKind,
        documentNumber,
        bonusFen: bonus.amountFen,
        exemptIncomeFen: zeroFen,
      };
      return [{ agentId: entry.withholdingAgentId, declaration }];
    }),
  );
  const byAgent = groupBy(bonuses, ({ agentId }) => agentId);
  const written = [...byAgent.keys()].toSorted().map(async (agentId) => {
    const records = (byAgent.get(agentId) ?? []).map(({ declaration }) => declaration);
    const { sheet, issues } = createBonusSheet(records);
    const about = { profile: bonusProfile.id, rows: records.length };
    const subject = { agencyId: agentId };
    return joinDocuments([
      await workbookFile(`tax/${agentId}-bonus.xlsx`, [sheet], about),
      { files: [], issues: issues.map((issue) => ({ ...issue, subject })) },
    ]);
  });
  return joinDocuments(await Promise.all(written));
}

/** Bonuses taxed apart are in no wage sheet: the withholding client has a form of its own for them. */
function bonusesApart(statements: readonly SettlementStatement[]): readonly Issue[] {
  return statements.flatMap(({ input, lines }) =>
    lines.flatMap((line) => {
      const { bonus, workerId } = line;
      if (bonus?.taxing !== "apart") return [];
      const taxFen = subtractFen(incomeTaxOf(line), line.withholding.taxFen);
      const values = { bonus: formatYuan(bonus.amountFen), tax: formatYuan(taxFen) };
      const subject = { unitId: input.unit.id, workerId };
      return [createIssue(cliIssues, "bonus-declared-apart", values, { subject })];
    }),
  );
}

/** What each agent declares: the settled lines of the workers it withholds for, over all units. */
export function declarationsByAgent(
  statements: readonly SettlementStatement[],
  planned: ReadonlyMap<string, PlannedWorker>,
): ReadonlyMap<string, readonly DeclarationRecord[]> {
  const byAgent = new Map<string, DeclarationRecord[]>();
  const settled = statements.flatMap(({ input, lines }) =>
    lines.map((line, index) => ({ line, earlier: input.workers[index]?.contributionDifferences ?? [] })),
  );
  for (const { line, earlier } of settled) {
    const entry = planned.get(line.workerId);
    if (entry === undefined) continue;
    const records = byAgent.get(entry.withholdingAgentId) ?? [];
    records.push(declarationOf(entry, line, earlier));
    byAgent.set(entry.withholdingAgentId, records);
  }
  return byAgent;
}

/** A bonus that is taxed apart is declared on a form of its own. */
function declarationOf(
  { worker }: PlannedWorker,
  line: SettlementLine,
  earlier: readonly ContributionDifference[],
): DeclarationRecord {
  const { insurance } = line;
  const contributed = (kind: ContributionDifference["kind"], amountFen: Fen | null): Fen => {
    const madeUp = earlier.filter((difference) => difference.kind === kind);
    return sumFen([amountFen ?? zeroFen, ...madeUp.map(({ employeeFen }) => employeeFen)]);
  };
  return {
    employeeNumber: worker.workerId,
    name: worker.name,
    documentKind: worker.documentKind,
    documentNumber: worker.documentNumber,
    sex: worker.sex,
    birth: worker.birth,
    mobile: worker.mobile,
    hiredOn: worker.hiredOn,
    incomeFen:
      line.bonus?.taxing === "apart" ? subtractFen(line.grossFen, line.bonus.amountFen) : line.grossFen,
    exemptIncomeFen: line.exemptFen ?? zeroFen,
    pensionFen: contributed("pension", insurance.pension.employeeFen),
    medicalFen: contributed("medical", insurance.medical.employeeFen),
    unemploymentFen: contributed("unemployment", insurance.unemployment.employeeFen),
    housingFundFen: contributed("housing-fund", line.housingFundEachSideFen),
    taxFen: line.withholding.taxFen,
  };
}
