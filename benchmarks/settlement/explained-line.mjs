/** Microseconds for one line of a unit's month, settled and explained. Best of many rounds. */
export function timeExplanations({ core, statutory, settlement }) {
  const facts = statutory.createFacts(statutory.jiujiangPacks);
  const month = monthOf(core);
  const settled = settlement.settleUnit(month, facts);
  const rules = settlement.settlementRules(facts, month.law, { workInjuryClass: month.unit.workInjuryClass });
  if (!settled.ok || !rules.ok) throw new Error("the month cannot be settled");
  const explain = settlement.createExplainer(settled.value);
  const ids = month.workers.map(({ workerId }) => workerId);
  const jobs = {
    inStatement() {
      settlement.settleUnit(month, facts);
    },
    settled() {
      for (const worker of month.workers) settlement.settleLine(worker, month.period, rules.value);
    },
    netExplained() {
      for (const id of ids) explain(id, "net");
    },
    allExplained() {
      for (const id of ids) for (const item of settlement.lineItems) explain(id, item);
    },
  };
  const best = {};
  for (let round = 0; round < 200; round += 1) {
    for (const [name, job] of Object.entries(jobs)) {
      const begin = process.cpuUsage();
      job();
      const { user, system } = process.cpuUsage(begin);
      best[name] = Math.min(best[name] ?? Infinity, (user + system) / ids.length);
    }
  }
  return { ...best, items: settlement.lineItems.length };
}

function monthOf({ fen, period, plainDate, ratePpm }) {
  const worker = (number) => ({
    workerId: `W${String(number).padStart(4, "0")}`,
    name: "示例",
    documentMasked: "360***********0028",
    branch: "1A",
    payee: { kind: "worker" },
    employerOfRecordId: "U1",
    withholdingAgentId: "U1",
    pay: [
      { kind: "basic", amountFen: fen(400_000 + number * 100) },
      { kind: "allowance", amountFen: fen(50_000) },
    ],
    contributionWageFen: fen(450_000 + number * 100),
    housingFundRate: ratePpm(80_000),
    deductionMode: "months-at-unit",
    monthsAtAgent: 3,
    additionalDeductionsFen: fen(0),
    incomeBeforeFen: fen(900_000),
    specialDeductionsBeforeFen: fen(170_000),
    taxWithheldBeforeFen: fen(0),
    otherDeductions: [],
    hasAccount: true,
  });
  return {
    statementId: "S-2024-03-U1",
    period: period("2024-03"),
    unit: { id: "U1", name: "示例", creditCode: "", division: "360403", workInjuryClass: 2 },
    law: { on: plainDate("2024-03-31"), knownOn: plainDate("2024-03-31") },
    baselineLaw: { on: plainDate("2023-12-31") },
    settings: { case1Insurance: "forward", floatDaysMax: 3 },
    agencies: [],
    contracts: [],
    workers: Array.from({ length: 500 }, (_, index) => worker(index)),
    excluded: [],
    previousBalanceFen: fen(0),
    receivedFen: fen(0),
  };
}
