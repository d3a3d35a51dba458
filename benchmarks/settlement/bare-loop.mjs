/**
 * The limit: March 2024 in Jiujiang, work injury in class 2, written out by hand with its numbers in place,
 * and with no check of what it is given.
 */
export function settleBare(workers, prices, lines, from, count) {
  const { grossFen, contributionWageFen, housingFundRate, deductionMode, monthsAtAgent } = workers;
  const { additionalDeductionsFen, incomeBeforeFen, specialDeductionsBeforeFen } = workers;
  const { taxWithheldBeforeFen, otherDeductionsFen, contractIndex } = workers;
  const { contributionBaseFen, housingFundEachSideFen, specialDeductionsFen, taxableFen, taxFen } = lines;
  const { netFen, employerContributionsFen, employerCostFen, agencyFeeFen } = lines;
  const { pension, medical, unemployment, workInjury } = lines.insurance;
  const [pensionEmployer, pensionEmployee] = [pension.employerFen, pension.employeeFen];
  const [medicalEmployer, medicalEmployee] = [medical.employerFen, medical.employeeFen];
  const [unemploymentEmployer, unemploymentEmployee] = [unemployment.employerFen, unemployment.employeeFen];
  const injuryEmployer = workInjury.employerFen;
  for (let at = 0, row = from; at < count; at += 1, row += 1) {
    const gross = grossFen[row];
    const wage = contributionWageFen[row];
    const base = wage === 0 ? 0 : wage < 365_900 ? 365_900 : wage > 1_829_400 ? 1_829_400 : wage;
    const sixteen = Math.floor((base * 16 + 50) / 100);
    const eight = Math.floor((base * 8 + 50) / 100);
    const two = Math.floor((base * 2 + 50) / 100);
    const half = Math.floor((base + 100) / 200);
    const injury = Math.floor((base * 4 + 500) / 1000);
    const fund = Math.floor((wage * housingFundRate[row] + 50_000_000) / 100_000_000) * 100;
    const special = eight + two + half + fund;
    const employer = sixteen + eight + half + injury + fund;
    const mode = deductionMode[row];
    const basic = mode === 0 ? 500_000 * monthsAtAgent[row] : mode === 1 ? 1_500_000 : 6_000_000;
    const taxable =
      incomeBeforeFen[row] +
      gross -
      basic -
      specialDeductionsBeforeFen[row] -
      special -
      additionalDeductionsFen[row];
    let tax = 0;
    if (taxable > 0) {
      if (taxable <= 3_600_000) tax = Math.floor((taxable * 3 + 50) / 100);
      else if (taxable <= 14_400_000) tax = Math.floor((taxable + 5) / 10) - 252_000;
      else if (taxable <= 30_000_000) tax = Math.floor((taxable * 2 + 5) / 10) - 1_692_000;
      else if (taxable <= 42_000_000) tax = Math.floor((taxable * 25 + 50) / 100) - 3_192_000;
      else if (taxable <= 66_000_000) tax = Math.floor((taxable * 3 + 5) / 10) - 5_292_000;
      else if (taxable <= 96_000_000) tax = Math.floor((taxable * 35 + 50) / 100) - 8_592_000;
      else tax = Math.floor((taxable * 45 + 50) / 100) - 18_192_000;
      tax -= taxWithheldBeforeFen[row];
      if (tax < 0) tax = 0;
    }
    contributionBaseFen[at] = base;
    pensionEmployer[at] = sixteen;
    pensionEmployee[at] = eight;
    medicalEmployer[at] = eight;
    medicalEmployee[at] = two;
    unemploymentEmployer[at] = half;
    unemploymentEmployee[at] = half;
    injuryEmployer[at] = injury;
    housingFundEachSideFen[at] = fund;
    specialDeductionsFen[at] = special;
    taxableFen[at] = taxable;
    taxFen[at] = tax;
    netFen[at] = gross - special - tax - otherDeductionsFen[row];
    employerContributionsFen[at] = employer;
    employerCostFen[at] = gross + employer;
    const contract = contractIndex[row];
    agencyFeeFen[at] = contract < 0 ? 0 : prices[contract];
  }
}
