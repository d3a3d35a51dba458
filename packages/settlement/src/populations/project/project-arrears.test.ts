import { fen, sumFen } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectArrears, type ProjectArrearsInput, type ProjectEmployer } from "./project-arrears.js";

const owed = (workerId: string, dueFen: number, paidFen = 0) => ({
  workerId,
  dueFen: fen(dueFen),
  paidFen: fen(paidFen),
});

function arrearsOf(
  employers: readonly ProjectEmployer[],
  owner: { readonly short?: number; readonly unsettled?: number } = {},
) {
  const input: ProjectArrearsInput = {
    generalContractorId: "G1",
    projectOwnerId: "O1",
    employers,
    ownerShortFen: fen(owner.short ?? 0),
    unsettledFen: fen(owner.unsettled ?? 0),
  };
  const arrears = projectArrears(input);
  if (!arrears.ok) throw new Error("never fails");
  return { ...arrears.value, codes: arrears.issues.map(({ code }) => code) };
}

/** Who pays how much by which article, and who may ask it back from whom, employer by employer. */
function outlineOf(result: ReturnType<typeof arrearsOf>) {
  return result.employers.map(({ directlyLiableId, arrearsFen, payers, recourse }) => [
    `${directlyLiableId} ${arrearsFen}`,
    ...payers.map(
      ({ partyId, amountFen, how, article }) => `${partyId} pays ${amountFen} ${how} (${article})`,
    ),
    ...recourse.map(({ creditorId, debtorId, amountFen }) => `${creditorId} from ${debtorId} ${amountFen}`),
  ]);
}

describe("projectArrears", () => {
  const subcontractor: ProjectEmployer = {
    kind: "subcontractor",
    employerId: "S1",
    workers: [owed("W1", 5000, 2000), owed("W2", 4000, 4000), owed("W3", 1000)],
  };

  it("has the general contractor pay a subcontractor's workers first, and ask it back (article 30)", () => {
    const result = arrearsOf([subcontractor]);
    expect(outlineOf(result)).toEqual([["S1 4000", "G1 pays 4000 first (30)", "G1 from S1 4000"]]);
    expect(result.employers[0]?.payers[0]?.shares).toEqual([
      { workerId: "W1", amountFen: 3000 },
      { workerId: "W3", amountFen: 1000 },
    ]);
    expect(result.codes).toEqual(["project-wages-in-arrears"]);
  });

  it("has the project owner advance what its late money caused, up to what it still owes (article 29)", () => {
    // 2,000 were not paid in; 1,000 are still owed for the project: 3 : 1 over W1 and W3.
    const result = arrearsOf([subcontractor], { short: 2000, unsettled: 1000 });
    expect(outlineOf(result)).toEqual([
      ["S1 4000", "O1 pays 1000 advance (29)", "G1 pays 3000 first (30)", "G1 from S1 3000"],
    ]);
    expect(result.employers[0]?.payers.map(({ shares }) => shares.map(({ amountFen }) => amountFen))).toEqual(
      [
        [750, 250],
        [2250, 750],
      ],
    );
  });

  it("leaves nothing to the general contractor where the project owner caused all of it", () => {
    const result = arrearsOf([subcontractor], { short: 9000, unsettled: 9000 });
    expect(outlineOf(result)).toEqual([["S1 4000", "O1 pays 4000 advance (29)"]]);
  });

  it("has the general contractor pay its own workers without recourse", () => {
    expect(outlineOf(arrearsOf([{ kind: "general-contractor", workers: [owed("W1", 10)] }]))).toEqual([
      ["G1 10", "G1 pays 10 own (30)"],
    ]);
  });

  it.each([
    ["general-contractor", "G1"],
    ["project-owner", "O1"],
  ] as const)(
    "has the %s pay for the unqualified whom it engaged, before any advance (article 36)",
    (by, id) => {
      const unqualified = {
        kind: "unqualified",
        employerId: "张某",
        engagedBy: by,
        workers: [owed("W9", 700)],
      } as const;
      expect(outlineOf(arrearsOf([unqualified], { short: 700, unsettled: 700 }))).toEqual([
        [`${id} 700`, `${id} pays 700 own (36)`],
      ]);
    },
  );

  it("sets no overpayment off against anybody's arrears", () => {
    const workers = [owed("W1", 100, 300), owed("W2", 100)];
    const result = arrearsOf([{ kind: "subcontractor", employerId: "S1", workers }]);
    expect(result.arrearsFen).toBe(100);
  });

  it("finds nothing where everybody is paid", () => {
    const result = arrearsOf([{ kind: "subcontractor", employerId: "S1", workers: [owed("W1", 1, 1)] }], {
      short: 5,
      unsettled: 5,
    });
    expect([outlineOf(result), result.codes]).toEqual([[["S1 0"]], []]);
  });

  it("names a payer for every fen of every worker, and nobody for more than the law puts on him", () => {
    const anyWorker = fc.record({ due: fc.nat(1_000_000), paid: fc.nat(1_000_000) });
    const anyEmployer = fc.record({
      kind: fc.constantFrom("general-contractor", "subcontractor", "unqualified"),
      engagedBy: fc.constantFrom("general-contractor", "project-owner"),
      workers: fc.array(anyWorker, { maxLength: 6 }),
    });
    const anyAmount = fc.nat(3_000_000);
    fc.assert(
      fc.property(
        fc.array(anyEmployer, { maxLength: 4 }),
        anyAmount,
        anyAmount,
        (drafts, short, unsettled) => {
          const employers = drafts.map(({ kind, engagedBy, workers }, index) => ({
            kind,
            engagedBy,
            employerId: `S${index}`,
            workers: workers.map(({ due, paid }, place) => owed(`W${index}-${place}`, due, paid)),
          })) as readonly ProjectEmployer[];
          const result = arrearsOf(employers, { short, unsettled });
          let advanced = 0;
          let mayBeAdvanced = 0;
          for (const [index, { workers, kind }] of employers.entries()) {
            const found = result.employers[index];
            if (found === undefined) throw new Error("an employer is missing");
            const got = new Map<string, number>();
            for (const { how, amountFen, shares } of found.payers) {
              expect(sumFen(shares.map((share) => share.amountFen))).toBe(amountFen);
              if (how === "advance") advanced += amountFen;
              for (const share of shares) {
                expect(share.amountFen).toBeGreaterThan(0);
                got.set(share.workerId, (got.get(share.workerId) ?? 0) + share.amountFen);
              }
            }
            for (const { workerId, dueFen, paidFen } of workers) {
              const missing = dueFen > paidFen ? dueFen - paidFen : 0;
              expect(got.get(workerId) ?? 0).toBe(missing);
              if (kind !== "unqualified") mayBeAdvanced += missing;
            }
            const first = found.payers.filter(({ how }) => how === "first").map(({ amountFen }) => amountFen);
            expect(found.recourse.map(({ amountFen }) => amountFen)).toEqual(first);
          }
          expect(advanced).toBe(Math.min(mayBeAdvanced, short, unsettled));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
