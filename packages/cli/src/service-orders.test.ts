import type { SettlementStatement } from "@tongchou/settlement";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copySampleMonth, tell } from "./__fixtures__/sample-month.js";

const scratch = mkdtempSync(join(tmpdir(), "tongchou-orders-"));
const period = ["--period", "2024-03", "--quiet"];

function statementIn(folder: string): SettlementStatement {
  const file = join(scratch, folder, "statements", "S-2024-03-U06.json");
  return JSON.parse(readFileSync(file, "utf8")) as SettlementStatement;
}

describe("serviceOrders in agencies.json", () => {
  const data = copySampleMonth(join(scratch, "data"));
  let plain: SettlementStatement;
  let served: SettlementStatement;
  let workerIds: readonly string[];

  beforeAll(async () => {
    for (const name of readdirSync(data)) {
      if (/^roster-U0[1-5]/.test(name)) rmSync(join(data, name));
    }
    await tell(["settle", "--in", data, ...period, "--out", join(scratch, "plain")]);
    plain = statementIn("plain");
    workerIds = plain.lines.slice(0, 2).map(({ workerId }) => workerId);
    const file = join(data, "agencies.json");
    const agencies = JSON.parse(readFileSync(file, "utf8")) as { agencies: { id: string }[] };
    const order = {
      id: "O-1",
      unitId: "U06",
      agencyId: agencies.agencies[0]?.id,
      signedOn: "2024-03-01",
      expiresOn: "2024-12-31",
      feeTerms: { kind: "per-head", monthlyFen: 4500 },
      vatIncluded: true,
      services: ["薪酬核算"],
      workerIds,
    };
    const wrong = { ...order, id: "O-2", workerIds: [] };
    writeFileSync(file, JSON.stringify({ ...agencies, serviceOrders: [order, wrong] }));
    await tell(["settle", "--in", data, ...period, "--out", join(scratch, "served")]);
    served = statementIn("served");
  }, 60_000);

  it("are charged at their price to those whom they name, as services and not as the migration", () => {
    expect(served.services).toMatchObject([{ contractId: "O-1", heads: 2, feeFen: 9000 }]);
    expect(served.totals.unitCostFen - plain.totals.unitCostFen).toBe(9000);
    expect(served.costChange.parts.services).toEqual({ services: 9000 });
    expect(served.costChange.parts.migration).toEqual(plain.costChange.parts.migration);
  });

  it("are told apart in the statement's own verification and explanation", async () => {
    const file = join(scratch, "served", "statements", "S-2024-03-U06.json");
    expect((await tell(["verify", file])).code).toBe(served.guarantee.holds ? 0 : 1);
    const [worker = ""] = workerIds;
    const { out } = await tell(["explain", file, "--worker", worker, "--item", "services"]);
    expect(out).toContain("90.00 ÷ 2 = 45.00");
  });

  it("are reported one by one where they have not their form", async () => {
    const { out } = await tell(["check", "--in", data, "--json", ...period]);
    const issues = JSON.parse(out) as { code: string; path?: string }[];
    expect(issues.filter(({ path }) => path?.startsWith("/serviceOrders")).map(({ path }) => path)).toEqual([
      "/serviceOrders/1/workerIds",
    ]);
  });
});
