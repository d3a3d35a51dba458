import { settleBare } from "./bare-loop.mjs";
import { createDecimalSettler } from "./decimal-rules.mjs";
import { createPublicodesSettler } from "./publicodes-rules.mjs";
import { randomPrices } from "./workers.mjs";

/** Rows that a contestant settles before it hands them on: as many as `settleBatch` does. */
const blockRows = 512;

/**
 * The contestants: each settles columns of workers in March 2024, and hands its lines on block by block.
 *
 * @param packages the modules of core, statutory and settlement
 * @param peers `Decimal` and, where it is installed, the `Engine` of publicodes
 */
export function createContestants({ core, statutory, settlement }, { Decimal, Engine }) {
  const { period, plainDate } = core;
  const law = { on: plainDate("2024-03-31"), knownOn: plainDate("2024-03-31") };
  const facts = statutory.createFacts(statutory.jiujiangPacks);
  const found = settlement.settlementRules(facts, law, { workInjuryClass: 2 });
  if (!found.ok) throw new Error("the facts of March 2024 are not known");
  const rules = found.value;
  const prices = randomPrices();
  const month = {
    period: period("2024-03"),
    rules,
    fees: prices.map((monthlyFen) => ({ kind: "per-head", monthlyFen })),
  };
  const inBlocks = (settleRows) => (workers, onBlock) => {
    const lines = createLines(settlement, rules);
    const rows = workers.grossFen.length;
    for (let from = 0; from < rows; from += blockRows) {
      const count = Math.min(blockRows, rows - from);
      settleRows(workers, lines, from, count);
      onBlock(lines, from, count);
    }
  };
  const pricesFen = Float64Array.from(prices);
  const settleWithPrices = (workers, lines, from, count) =>
    settleBare(workers, pricesFen, lines, from, count);
  return {
    month,
    settleBatch: (workers, onBlock) => settlement.settleBatch(workers, month, onBlock),
    "bare loop": inBlocks(settleWithPrices),
    "decimal.js": inBlocks(createDecimalSettler(Decimal, rules, 3, prices)),
    ...(Engine === undefined
      ? {}
      : { publicodes: inBlocks(createPublicodesSettler(Engine, rules, 3, prices)) }),
  };
}

/** Columns for lines; sides without an established rate are NaN. */
function createLines({ insuranceKinds }, { contributions }) {
  const column = () => new Float64Array(blockRows);
  const side = (rate) => (rate === null ? column().fill(NaN) : column());
  return {
    contributionBaseFen: column(),
    insurance: Object.fromEntries(
      insuranceKinds.map((kind) => {
        const { employer, employee } = contributions.rates[kind];
        return [kind, { employerFen: side(employer), employeeFen: side(employee) }];
      }),
    ),
    housingFundEachSideFen: column(),
    specialDeductionsFen: column(),
    taxableFen: column(),
    taxFen: column(),
    netFen: column(),
    employerContributionsFen: column(),
    employerCostFen: column(),
    agencyFeeFen: column(),
    // The fees contain their tax, so nothing comes on top.
    vatFen: column(),
  };
}

/** Everything that a contestant says of workers, each line as text. */
export function answersOf(settle, workers) {
  const answers = [];
  settle(workers, (lines, _, count) => {
    const { insurance, ...columns } = lines;
    const sides = Object.entries(insurance).flatMap(([kind, { employerFen, employeeFen }]) => [
      [`${kind}.employer`, employerFen],
      [`${kind}.employee`, employeeFen],
    ]);
    const all = [...Object.entries(columns), ...sides].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (let at = 0; at < count; at += 1) {
      answers.push(all.map(([name, column]) => `${name} ${column[at]}`).join(", "));
    }
  });
  return answers;
}
