import { describe, expect, it } from "vitest";
import { z } from "zod";
import { feeTermsSchema } from "../fees/fee-terms.js";
import { agencyContractSchema } from "../parties/agency-contract.js";
import { corporateAccountSchema, hrAgencySchema } from "../parties/hr-agency.js";
import { employerUnitSchema } from "../parties/employer-unit.js";
import { workContractSchema } from "../parties/work-contract.js";
import { rosterSchema, workerSchema } from "../parties/worker.js";
import { parseWithSchema } from "./parse-with-schema.js";

const unit = {
  id: "U01",
  name: "示例市立医院",
  nature: "差额事业",
  creditCode: "12360499MA0003021M",
  division: "360403",
};
const contract = {
  id: "C1",
  unitId: "U01",
  agencyId: "A01",
  mode: "dispatch",
  signedOn: "2023-01-01",
  expiresOn: "2024-12-31",
  feeTerms: { kind: "per-head", monthlyFen: 6000 },
  vatIncluded: true,
};
const worker = {
  workerId: "U01-1",
  unitId: "U01",
  population: "non-establishment",
  name: "张三",
  documentKind: "resident-identity-card",
  documentNumber: "360499198506060011",
  mode: "direct",
};

describe("parseWithSchema", () => {
  it.each([
    ["a unit, its nature in Chinese", employerUnitSchema, unit],
    ["a unit, its nature as a code", employerUnitSchema, { ...unit, nature: "administrative" }],
    [
      "a unit of the lowest figures",
      employerUnitSchema,
      { ...unit, approvedHeadcount: 0, workInjuryClass: 1 },
    ],
    ["a unit of the highest risk class", employerUnitSchema, { ...unit, workInjuryClass: 8 }],
    ["a contract", agencyContractSchema, contract],
    ["a contract of one day", agencyContractSchema, { ...contract, expiresOn: contract.signedOn }],
    ["steps of a fee from one worker on", feeTermsSchema, tiers([1, 6000], [2, 0], [null, 5000])],
    ["a single price for all", feeTermsSchema, tiers([null, 5000])],
    [
      "a rate of 100 % and one of nothing",
      z.tuple([feeTermsSchema, feeTermsSchema]),
      [
        { kind: "rate-on-gross", ppm: 1_000_000 },
        { kind: "rate-on-gross", ppm: 0 },
      ],
    ],
    ["an agency", hrAgencySchema, { id: "A1", name: "甲", creditCode: "x", vatTaxpayer: "small-scale" }],
    ["a worker", workerSchema, worker],
    ["a roster", rosterSchema, { unitId: "U01", workers: [worker], filledInOn: "2024-01-08" }],
    [
      "a work contract",
      workContractSchema,
      {
        kind: "labour-contract",
        contractNumber: "1",
        employerOfRecordId: "A1",
        unitId: "U1",
        startsOn: "2024-03-01",
      },
    ],
  ])("reads %s", (_, schema: z.ZodType, value) => {
    expect(parseWithSchema(schema, value)).toMatchObject({ ok: true, issues: [] });
  });

  it("reads the nature of a unit from either word", () => {
    const result = parseWithSchema(employerUnitSchema, unit);
    expect(result.ok && result.value.nature).toBe("balance-funded");
  });

  it.each([
    ["a missing field", employerUnitSchema, { ...unit, id: undefined }, ["/id"]],
    ["an unknown nature", employerUnitSchema, { ...unit, nature: "私营" }, ["/nature"]],
    ["a negative headcount", employerUnitSchema, { ...unit, approvedHeadcount: -1 }, ["/approvedHeadcount"]],
    ["a risk class of 9", employerUnitSchema, { ...unit, workInjuryClass: 9 }, ["/workInjuryClass"]],
    ["two fields at once", employerUnitSchema, { ...unit, id: "", division: 36 }, ["/id", "/division"]],
    ["no object at all", employerUnitSchema, "U01", [""]],
    [
      "a day that does not exist",
      agencyContractSchema,
      { ...contract, signedOn: "2023-02-29" },
      ["/signedOn"],
    ],
    [
      "a contract that ends before it begins",
      agencyContractSchema,
      { ...contract, signedOn: "2025-01-01" },
      ["/expiresOn"],
    ],
    [
      "a direct hire under an agency contract",
      agencyContractSchema,
      { ...contract, mode: "direct" },
      ["/mode"],
    ],
    [
      "a fraction of a fen",
      agencyContractSchema,
      { ...contract, feeTerms: { kind: "fixed", monthlyFen: 0.5 } },
      ["/feeTerms/monthlyFen"],
    ],
    ["a rate above 100 %", feeTermsSchema, { kind: "rate-on-gross", ppm: 1_000_001 }, ["/ppm"]],
    ["unknown fee terms", feeTermsSchema, { kind: "barter" }, ["/kind"]],
    [
      "steps of a fee that do not rise",
      feeTermsSchema,
      tiers([5, 6000], [5, 5000], [null, 4000]),
      ["/tiers"],
    ],
    ["a last step with an end", feeTermsSchema, tiers([5, 6000], [10, 5000]), ["/tiers"]],
    ["an open step before the last", feeTermsSchema, tiers([null, 6000], [null, 5000]), ["/tiers"]],
    ["no step", feeTermsSchema, tiers(), ["/tiers"]],
    ["an account number with letters", corporateAccountSchema, { name: "甲", number: "36X" }, ["/number"]],
    ["a short identity number", workerSchema, { ...worker, documentNumber: "3604" }, ["/documentNumber"]],
    [
      "a worker in a list",
      rosterSchema,
      { unitId: "U01", workers: [{}] },
      [
        "/workers/0/workerId",
        "/workers/0/unitId",
        "/workers/0/population",
        "/workers/0/name",
        "/workers/0/documentKind",
        "/workers/0/documentNumber",
        "/workers/0/mode",
      ],
    ],
  ])("points at %s", (_, schema: z.ZodType, value, paths) => {
    const result = parseWithSchema(schema, value);
    expect(result.ok).toBe(false);
    expect(result.issues.map((issue) => issue.path)).toEqual(paths);
    for (const { path, message } of result.issues) {
      expect(message.zh.startsWith(`${path === "" ? "/" : path} `)).toBe(true);
      expect(message.en.startsWith(`${path === "" ? "/" : path} `)).toBe(true);
    }
  });

  it("escapes the tokens of a JSON pointer (RFC 6901, section 3)", () => {
    const result = parseWithSchema(z.object({ "a/b~c": z.string() }), {});
    expect(result.issues[0]?.path).toBe("/a~1b~0c");
  });

  it.each([
    ["of the library", employerUnitSchema, {}],
    ["of our dates", agencyContractSchema, { ...contract, signedOn: "2023-02-29" }],
    ["of our contracts", agencyContractSchema, { ...contract, signedOn: "2025-01-01" }],
    ["of our fee steps", feeTermsSchema, tiers([5, 6000])],
  ])("says problems %s in both languages", (_, schema: z.ZodType, value) => {
    for (const issue of parseWithSchema(schema, value).issues) {
      expect(issue.message.zh.replace(/^.*：/, "")).toMatch(/\p{Script=Han}/u);
      expect(issue.message.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("does not repeat the value in its message", () => {
    const result = parseWithSchema(workerSchema, {
      ...worker,
      population: "张三",
      mode: "360499198506060011",
    });
    for (const issue of result.issues) {
      expect(issue.message.zh + issue.message.en).not.toMatch(/张三|360499/);
    }
  });
});

function tiers(...steps: readonly (readonly [number | null, number])[]): unknown {
  return {
    kind: "per-head-tiered",
    tiers: steps.map(([upTo, monthlyFen]) => ({ upTo, monthlyFen })),
  };
}
