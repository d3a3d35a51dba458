/**
 * The rules of a month as rules of publicodes. It reckons in floating point, so amounts are whole fen and a
 * share is a product of whole numbers, divided once: halves of a fen then come out as halves.
 */
export function createPublicodesSettler(Engine, rules, calendarMonth, prices) {
  const sides = paidSides(rules);
  const engine = new Engine(ruleBase(rules, sides, calendarMonth), { warn: false });
  const outputs = (lines) => [
    ["base", lines.contributionBaseFen],
    ...sides.map(({ name, kind, side }) => [name, lines.insurance[kind][`${side}Fen`]]),
    ["housing fund", lines.housingFundEachSideFen],
    ["special deductions", lines.specialDeductionsFen],
    ["taxable", lines.taxableFen],
    ["tax", lines.taxFen],
    ["net", lines.netFen],
    ["employer contributions", lines.employerContributionsFen],
    ["employer cost", lines.employerCostFen],
    ["agency fee", lines.agencyFeeFen],
  ];
  return function settlePublicodes(workers, lines, from, count) {
    const columns = outputs(lines);
    for (let at = 0, row = from; at < count; at += 1, row += 1) {
      const contract = workers.contractIndex[row];
      engine.setSituation({
        gross: workers.grossFen[row],
        wage: workers.contributionWageFen[row],
        "housing fund rate": workers.housingFundRate[row],
        "deduction mode": workers.deductionMode[row],
        "months at agent": workers.monthsAtAgent[row],
        "additional deductions": workers.additionalDeductionsFen[row],
        "income before": workers.incomeBeforeFen[row],
        "special deductions before": workers.specialDeductionsBeforeFen[row],
        "tax withheld before": workers.taxWithheldBeforeFen[row],
        "other deductions": workers.otherDeductionsFen[row],
        "price a head": contract < 0 ? 0 : prices[contract],
      });
      for (const [name, column] of columns) column[at] = engine.evaluate(name).nodeValue;
    }
  };
}

function paidSides(rules) {
  return Object.entries(rules.contributions.rates).flatMap(([kind, rates]) =>
    ["employer", "employee"]
      .filter((side) => rates[side] !== null)
      .map((side) => ({ name: `${kind} ${side}`, kind, side, rate: rates[side] })),
  );
}

function ruleBase(rules, sides, calendarMonth) {
  const { contributions, housingFund, withholding, basicDeduction } = rules;
  const { lowerFen, upperFen } = contributions.bounds;
  const unit = housingFund.rounding.unitFen;
  const sumOf = (side) => [
    ...sides.filter((each) => each.side === side).map(({ name }) => name),
    "housing fund",
  ];
  const brackets = withholding.table.brackets.map((bracket, index) => ({
    ...bracket,
    name: `tax by bracket ${index + 1}`,
  }));
  return {
    ...Object.fromEntries(inputs.map((name) => [name, { "par défaut": 0 }])),
    base: {
      variations: [
        { si: "wage = 0", alors: 0 },
        { sinon: { valeur: "wage", plancher: lowerFen, plafond: upperFen } },
      ],
    },
    ...Object.fromEntries(
      sides.map(({ name, rate }) => [name, halfUp(`base * ${rate} / 1000000`, contributions.rounding)]),
    ),
    "housing fund units": halfUp(`wage * housing fund rate / ${1_000_000 * unit}`, housingFund.rounding),
    "housing fund": `housing fund units * ${unit}`,
    "special deductions": { somme: sumOf("employee") },
    "employer contributions": { somme: sumOf("employer") },
    "basic deduction": {
      variations: [
        { si: "deduction mode = 0", alors: `months at agent * ${basicDeduction.monthlyFen}` },
        { si: "deduction mode = 1", alors: calendarMonth * basicDeduction.monthlyFen },
        { sinon: basicDeduction.annualFen },
      ],
    },
    taxable:
      "income before + gross - basic deduction - special deductions before - special deductions - additional deductions",
    ...Object.fromEntries(
      brackets.map(({ name, rate }) => [name, halfUp(`taxable * ${rate} / 1000000`, withholding.rounding)]),
    ),
    "tax of the year": {
      variations: [
        { si: "taxable <= 0", alors: 0 },
        ...brackets.map(({ name, upToFen, quickFen }) =>
          upToFen === null
            ? { sinon: `${name} - ${quickFen}` }
            : { si: `taxable <= ${upToFen}`, alors: `${name} - ${quickFen}` },
        ),
      ],
    },
    tax: { valeur: "tax of the year - tax withheld before", plancher: 0 },
    net: "gross - special deductions - tax - other deductions",
    "employer cost": "gross + employer contributions",
    "agency fee": "price a head",
  };
}

const inputs = [
  "gross",
  "wage",
  "housing fund rate",
  "deduction mode",
  "months at agent",
  "additional deductions",
  "income before",
  "special deductions before",
  "tax withheld before",
  "other deductions",
  "price a head",
];

/** A whole number, halves upwards. */
function halfUp(formula, { mode }) {
  if (mode !== "half-up") throw new Error(`publicodes does not round ${mode}`);
  return { valeur: formula, arrondi: "oui" };
}
