// @ts-check
/** @import { Language } from "@tongchou/core" */
/** @import { SettlementStatement } from "@tongchou/settlement" */
import { formatYuan, formatYuanGrouped, sumFen } from "@tongchou/core";
import { createExplainer, lineItems } from "@tongchou/settlement";
import { RunError } from "./run-error.js";
import { section, table } from "./table.js";
import { guaranteeTermNames, payeeNames, totalNames, words } from "./words.js";

/**
 * Totals, payments, proof and one explained line of a statement.
 *
 * @param {SettlementStatement} statement
 * @param {Language} language
 * @param {string | undefined} workerId
 * @returns {readonly string[]}
 */
export function statementReport(statement, language, workerId) {
  const explained = workerId ?? statement.lines[0]?.workerId ?? "";
  return [
    section(words.totals[language], totals(statement, language)),
    section(words.payments[language], payments(statement, language)),
    section(words.proof[language], proof(statement, language)),
    section(`${words.explanation[language]} ${explained}`, explanation(statement, language, explained)),
  ];
}

/**
 * @param {SettlementStatement} statement
 * @param {Language} language
 */
function totals({ totals: sums }, language) {
  const amounts = totalNames.map(([key, name]) => [name[language], formatYuanGrouped(sums[key])]);
  return table([[words.workers[language], String(sums.workers)], ...amounts]);
}

/**
 * Who is paid out of the wage account, and what waits there for an account number.
 *
 * @param {SettlementStatement} statement
 * @param {Language} language
 */
function payments({ input, disbursements, held }, language) {
  const agencies = new Map(input.agencies.map(({ id, name }) => [id, name]));
  const rows = disbursements.map(({ payee, workers, amountFen }) => {
    const name = payee.kind === "agency" ? agencies.get(payee.agencyId) : payeeNames[payee.kind][language];
    return [name ?? payee.kind, String(workers), formatYuanGrouped(amountFen)];
  });
  const heldFen = sumFen(held.map(({ amountFen }) => amountFen));
  return table([...rows, [words.held[language], String(held.length), formatYuanGrouped(heldFen)]]);
}

/**
 * The guarantee term by term, with what breaks it.
 *
 * @param {SettlementStatement} statement
 * @param {Language} language
 */
function proof({ guarantee }, language) {
  const marks = { holds: "✓", broken: "✗", "not-tested": "–" };
  return guarantee.terms.flatMap(({ id, clauses, outcome, breaches }) => [
    `  ${marks[outcome]} ${guaranteeTermNames[id][language]} [${clauses.join(", ")}]`,
    ...breaches.map((breach) => `      ${breach}`),
  ]);
}

/**
 * How every item of a worker's line came about.
 *
 * @param {SettlementStatement} statement
 * @param {Language} language
 * @param {string} workerId
 * @throws {RunError} when the statement has no such worker
 */
function explanation(statement, language, workerId) {
  const explain = createExplainer(statement);
  const told = lineItems.flatMap((item) => explain(workerId, item) ?? []);
  if (told.length === 0) {
    const unitId = statement.input.unit.id;
    throw new RunError(2, {
      zh: `${unitId} 的结算单中没有 ${workerId}。`,
      en: `the statement of ${unitId} has no worker ${workerId}`,
    });
  }
  return told.map(({ title, formula, resultFen, clause }) => {
    const result = resultFen === null ? words.unknown[language] : formatYuan(resultFen);
    return `  ${[title[language], formula, result].filter((part) => part !== "").join(" = ")} [${clause}]`;
  });
}
