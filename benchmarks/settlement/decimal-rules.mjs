/** The rules of a month on decimal.js throughout: amounts are decimals in yuan, from the input to the result. */
export function createDecimalSettler(Decimal, rules, calendarMonth, prices) {
  const yuan = (fen) => new Decimal(fen).div(100);
  const rateOf = (ppm) => (ppm === null ? undefined : new Decimal(ppm).div(1_000_000));
  const roundTo = (amount, { mode, unitFen }) => {
    if (mode !== "half-up") throw new Error(`not rounded ${mode}`);
    return amount.toDecimalPlaces(unitFen === 1 ? 2 : 0, Decimal.ROUND_HALF_UP);
  };
  const { bounds, rates, rounding } = rules.contributions;
  const [lower, upper] = [yuan(bounds.lowerFen), yuan(bounds.upperFen)];
  const sides = Object.entries(rates).flatMap(([kind, { employer, employee }]) => [
    { kind, side: "employerFen", rate: rateOf(employer) },
    { kind, side: "employeeFen", rate: rateOf(employee) },
  ]);
  const paidSides = sides.filter(({ rate }) => rate !== undefined);
  const brackets = rules.withholding.table.brackets.map(({ upToFen, rate, quickFen }) => ({
    limit: upToFen === null ? undefined : yuan(upToFen),
    rate: rateOf(rate),
    quick: yuan(quickFen),
  }));
  const monthly = yuan(rules.basicDeduction.monthlyFen);
  const basicDeductions = [
    (months) => monthly.times(months),
    () => monthly.times(calendarMonth),
    () => yuan(rules.basicDeduction.annualFen),
  ];
  const pricesYuan = prices.map(yuan);
  const nought = new Decimal(0);

  return function settleDecimal(workers, lines, from, count) {
    const put = (column, at, amount) => {
      column[at] = amount.times(100).toNumber();
    };
    for (let at = 0, row = from; at < count; at += 1, row += 1) {
      const gross = yuan(workers.grossFen[row]);
      const wage = yuan(workers.contributionWageFen[row]);
      const base = wage.isZero() ? nought : Decimal.min(Decimal.max(wage, lower), upper);
      const rate = new Decimal(workers.housingFundRate[row]).div(1_000_000);
      const fund = roundTo(wage.times(rate), rules.housingFund.rounding);
      let [employer, special] = [fund, fund];
      for (const { kind, side, rate: sideRate } of paidSides) {
        const share = roundTo(base.times(sideRate), rounding);
        put(lines.insurance[kind][side], at, share);
        if (side === "employerFen") employer = employer.plus(share);
        else special = special.plus(share);
      }
      const taxable = yuan(workers.incomeBeforeFen[row])
        .plus(gross)
        .minus(basicDeductions[workers.deductionMode[row]](workers.monthsAtAgent[row]))
        .minus(yuan(workers.specialDeductionsBeforeFen[row]))
        .minus(special)
        .minus(yuan(workers.additionalDeductionsFen[row]));
      let tax = nought;
      if (taxable.greaterThan(0)) {
        const bracket = brackets.find(({ limit }) => limit === undefined || taxable.lessThanOrEqualTo(limit));
        const ofYear = roundTo(taxable.times(bracket.rate), rules.withholding.rounding).minus(bracket.quick);
        tax = Decimal.max(nought, ofYear.minus(yuan(workers.taxWithheldBeforeFen[row])));
      }
      const contract = workers.contractIndex[row];
      put(lines.contributionBaseFen, at, base);
      put(lines.housingFundEachSideFen, at, fund);
      put(lines.specialDeductionsFen, at, special);
      put(lines.taxableFen, at, taxable);
      put(lines.taxFen, at, tax);
      put(lines.netFen, at, gross.minus(special).minus(tax).minus(yuan(workers.otherDeductionsFen[row])));
      put(lines.employerContributionsFen, at, employer);
      put(lines.employerCostFen, at, gross.plus(employer));
      put(lines.agencyFeeFen, at, contract < 0 ? nought : pricesYuan[contract]);
    }
  };
}
