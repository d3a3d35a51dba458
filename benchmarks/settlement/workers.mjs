/** Random workers of a city, as the columns of `settleBatch`: the same from the same seed. */

/** Contracts that supply workers, each at a price a head. */
export const contractCount = 1000;

/**
 * Pay is what such staff earn: mostly between the minimum wage and twice the average. Two in five work for an
 * agency, one in ten counts the basic deduction another way, one in twenty has a deduction by order of a court.
 *
 * @param {typeof import("@tongchou/settlement")} settlement
 * @param {number} count
 */
export function randomWorkers(settlement, count, seed = 20_240_331) {
  const random = randomFrom(seed);
  const upTo = (most) => Math.floor(random() * (most + 1));
  const workers = settlement.createWorkerColumns(count);
  for (let row = 0; row < count; row += 1) {
    const gross = 180_000 + Math.floor(random() ** 3 * 2_000_000);
    const monthsBefore = upTo(2);
    const special = Math.floor(gross * 0.18) * monthsBefore;
    workers.grossFen[row] = gross;
    workers.contributionWageFen[row] = random() < 0.02 ? 0 : gross - upTo(20_000);
    workers.housingFundRate[row] = 50_000 + 10_000 * upTo(7);
    workers.deductionMode[row] = random() < 0.9 ? 0 : 1 + upTo(1);
    workers.monthsAtAgent[row] = monthsBefore + 1;
    workers.additionalDeductionsFen[row] = random() < 0.5 ? 0 : 100_000 * (monthsBefore + 1);
    workers.incomeBeforeFen[row] = gross * monthsBefore;
    workers.specialDeductionsBeforeFen[row] = special;
    workers.taxWithheldBeforeFen[row] = Math.floor(
      Math.max(0, (gross - 500_000) * monthsBefore - special) * 0.03,
    );
    workers.otherDeductionsFen[row] = random() < 0.05 ? upTo(50_000) : 0;
    workers.contractIndex[row] = random() < 0.6 ? -1 : upTo(contractCount - 1);
  }
  return workers;
}

/** Prices a head in fen, by contract. */
export function randomPrices(seed = 20_240_331) {
  const random = randomFrom(seed);
  return Array.from({ length: contractCount }, () => 3000 + Math.floor(random() * 6000));
}

/** Part of the workers, on the same memory. */
export function someWorkers(workers, from, count) {
  return Object.fromEntries(
    Object.entries(workers).map(([name, column]) => [name, column.subarray(from, from + count)]),
  );
}

function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
