import { fen, sumFen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agencyInsolvency, type AgencyInsolvency, type InsolventAgency } from "./agency-insolvency.js";

const debt = (due: number, paid = 0) => ({ dueFen: fen(due), paidFen: fen(paid) });

function owedTo(
  workerId: string,
  wages: number,
  contributions = 0,
  tax = 0,
): InsolventAgency["workers"][number] {
  return { workerId, wages: debt(wages), contributions: debt(contributions), tax: debt(tax) };
}

function shared(
  recovered: number,
  workers: InsolventAgency["workers"],
  mode: "dispatch" | "outsourcing" = "dispatch",
) {
  const result = agencyInsolvency({
    unitId: "U1",
    agencyId: "A1",
    mode,
    recoveredFen: fen(recovered),
    workers,
  });
  if (!result.ok) throw new Error("never fails");
  return { ...result.value, codes: result.issues.map(({ code }) => code) };
}

const openOf = ({ workers }: AgencyInsolvency) =>
  workers.map(({ openWagesFen, openContributionsFen, openTaxFen }) => [
    openWagesFen,
    openContributionsFen,
    openTaxFen,
  ]);

describe("agencyInsolvency", () => {
  const workers = [owedTo("W1", 3000, 800, 200), owedTo("W2", 1000, 400, 0)];

  it("leaves a unit that paid the agency liable, jointly, for what dispatched workers do not get", () => {
    const result = shared(0, workers);
    expect([result.liability, result.openFen]).toEqual(["joint", 5400]);
    expect(result.recourse).toEqual([{ creditorId: "U1", debtorId: "A1", amountFen: 5400 }]);
    expect(result.codes).toEqual(["agency-insolvent-dispatch"]);
  });

  it.each([
    // 3,000 to 1,000 of wages: 1,500 to 500.
    [
      2000,
      [
        [1500, 800, 200],
        [500, 400, 0],
      ],
    ],
    // Wages in full; 700 over 800, 200 and 400: half of each.
    [
      4700,
      [
        [0, 400, 100],
        [0, 200, 0],
      ],
    ],
    [
      5400,
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
  ])("pays wages first, the rest alike: %d of 5,400", (recovered, open) => {
    expect(openOf(shared(recovered, workers))).toEqual(open);
  });

  it("keeps what nobody is owed apart, and has nothing to decide where all is paid", () => {
    const result = shared(5500, workers);
    expect([result.openFen, result.leftFen, result.recourse, result.codes]).toEqual([0, 100, [], []]);
  });

  it("sets off nothing that the agency paid somebody too much", () => {
    const paid = { workerId: "W1", wages: debt(3000, 3500), contributions: debt(800, 100), tax: debt(0) };
    expect(openOf(shared(0, [paid]))).toEqual([[0, 700, 0]]);
  });

  it("leaves it to a decision whether a client answers for outsourced workers", () => {
    const result = shared(0, workers, "outsourcing");
    expect([result.liability, result.codes]).toEqual(["undecided", ["agency-insolvent-outsourcing"]]);
  });

  it("loses no fen and pays nobody more than is owed", () => {
    const anyWorker = fc.tuple(fc.nat(1_000_000), fc.nat(500_000), fc.nat(100_000));
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.array(anyWorker, { maxLength: 8 }), (recovered, debts) => {
        const owed = debts.map((amounts, index) => owedTo(`W${index}`, ...amounts));
        const { workers: after, openFen, leftFen } = shared(recovered, owed);
        const all = debts.flat().reduce((sum, amount) => sum + amount, 0);
        const paid = sumFen(after.map(({ recoveredFen }) => recoveredFen));
        expect(paid + openFen).toBe(all);
        expect(paid + leftFen).toBe(recovered);
        expect(
          openOf({ workers: after } as AgencyInsolvency)
            .flat()
            .every((open) => open >= 0),
        ).toBe(true);
        // Nothing goes to an authority while a wage is open.
        const isWageOpen = after.some(({ openWagesFen }) => openWagesFen > 0);
        const othersPaid = debts.some(([, ...others], index) => {
          const { openContributionsFen = 0, openTaxFen = 0 } = after[index] ?? {};
          return others[0] !== openContributionsFen || others[1] !== openTaxFen;
        });
        expect(isWageOpen && othersPaid).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
