import { describe, expect, it } from "vitest";
import { aContract, aDispatchedWorker, anAgency, aWorker } from "../__fixtures__/small-town.js";
import { plainDate } from "../calendar/plain-date.js";
import type { AgencyContract } from "../parties/agency-contract.js";
import { matchContract } from "./match-contract.js";

const day = plainDate("2024-03-01");
const agency = anAgency();
const other = anAgency({ id: "A02", name: "示例派遣（九江）公司" });
const worker = aDispatchedWorker();

function until(expiresOn: string, changes: Partial<AgencyContract> = {}): AgencyContract {
  return aContract({ expiresOn: plainDate(expiresOn), ...changes });
}

function match(contracts: readonly AgencyContract[]): readonly unknown[] {
  const found = matchContract(worker, contracts, [agency, other], day);
  return [
    found.standing,
    found.contract?.id,
    found.successor?.id,
    found.issues.map((issue) => issue.code).join(),
  ];
}

describe("matchContract", () => {
  it.each([
    // contracts on file, standing, contract, successor, issues
    ["one in force", [aContract()], "active", "C01", undefined, ""],
    ["one that ends on the day", [until("2024-03-01")], "active", "C01", undefined, ""],
    ["one signed on the day", [aContract({ signedOn: day })], "active", "C01", undefined, ""],
    ["one that ended the day before", [until("2024-02-29")], "lapsed", "C01", undefined, ""],
    [
      "one that begins later",
      [aContract({ signedOn: plainDate("2024-03-02") })],
      "none",
      undefined,
      undefined,
      "agency-contract-missing",
    ],
    [
      "an old one and one in force",
      [until("2021-12-31", { id: "C00" }), aContract()],
      "active",
      "C01",
      undefined,
      "",
    ],
    [
      "two that lapsed",
      [until("2023-12-31", { id: "C02" }), until("2022-12-31")],
      "lapsed",
      "C02",
      undefined,
      "",
    ],
    [
      "two in force",
      [aContract(), aContract({ id: "C02" })],
      "active",
      undefined,
      undefined,
      "agency-contract-ambiguous",
    ],
    ["none", [], "none", undefined, undefined, "agency-contract-missing"],
    [
      "one of another unit",
      [aContract({ unitId: "U02" })],
      "none",
      undefined,
      undefined,
      "agency-contract-missing",
    ],
    [
      "one of another agency",
      [aContract({ agencyId: "A02" })],
      "none",
      undefined,
      undefined,
      "agency-contract-missing",
    ],
    [
      "one for another mode",
      [aContract({ mode: "outsourcing" })],
      "none",
      undefined,
      undefined,
      "agency-contract-missing",
    ],
    [
      "a successor in force",
      [aContract(), aContract({ id: "N1", agencyId: "A02", replaces: "C01" })],
      "active",
      "C01",
      "N1",
      "",
    ],
    [
      "a lapsed one with a successor",
      [until("2024-02-29"), aContract({ id: "N1", agencyId: "A02", replaces: "C01" })],
      "lapsed",
      "C01",
      "N1",
      "",
    ],
    [
      "a successor with the same agency",
      [aContract(), aContract({ id: "N1", replaces: "C01" })],
      "active",
      "C01",
      "N1",
      "",
    ],
    [
      "a successor that begins later",
      [aContract(), aContract({ id: "N1", replaces: "C01", signedOn: plainDate("2024-03-02") })],
      "active",
      "C01",
      undefined,
      "",
    ],
    [
      "a successor that is over",
      [aContract(), until("2024-02-29", { id: "N1", replaces: "C01" })],
      "active",
      "C01",
      undefined,
      "",
    ],
    [
      "two successors",
      [aContract(), aContract({ id: "N1", replaces: "C01" }), aContract({ id: "N2", replaces: "C01" })],
      "active",
      undefined,
      undefined,
      "agency-contract-ambiguous",
    ],
    [
      "a successor with an agency on no list",
      [aContract(), aContract({ id: "N1", agencyId: "A09", replaces: "C01" })],
      "none",
      undefined,
      undefined,
      "agency-unknown",
    ],
    [
      "a successor at another unit",
      [aContract(), aContract({ id: "N1", unitId: "U02", replaces: "C01" })],
      "active",
      "C01",
      undefined,
      "",
    ],
    [
      "only a successor of something else",
      [aContract({ replaces: "C00" })],
      "none",
      undefined,
      undefined,
      "agency-contract-missing",
    ],
  ] as const)("finds among %s", (_, contracts, ...expected) => {
    expect(match(contracts)).toEqual(expected);
    expect(match(contracts.toReversed())).toEqual(expected);
  });

  it("names the mode in the words of each language where there is no contract", () => {
    const [issue] = matchContract(worker, [], [agency, other], day).issues;
    expect(issue?.message.zh).toContain("的劳务派遣合同");
    expect(issue?.message.en).toContain("no dispatch contract");
  });

  it.each([
    ["示例派遣（九江）公司", true],
    ["示例派遣(九江)公司", true],
    [" 示例派遣 （九江） 公司 ", true],
    ["示例派遣公司", false],
    ["", false],
    [undefined, false],
  ])("knows the agency by the name %j: %s", (agencyName, isKnown) => {
    const found = matchContract(
      { ...worker, agencyName },
      [aContract({ agencyId: "A02" })],
      [agency, other],
      day,
    );
    expect(found.standing).toBe(isKnown ? "active" : "none");
    expect(found.issues.map((issue) => issue.code)).toEqual(isKnown ? [] : ["agency-unknown"]);
  });

  it("asks no contract of a direct hire, whatever agency the roster names", () => {
    const direct = aWorker({ agencyName: "示例人力甲公司" });
    expect(matchContract(direct, [aContract()], [agency], day)).toEqual({ standing: "none", issues: [] });
  });
});
