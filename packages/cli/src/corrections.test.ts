import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { payoutReference } from "@tongchou/core";
import { beforeAll, describe, expect, it } from "vitest";
import { copySampleMonth, tell } from "./__fixtures__/sample-month.js";

const scratch = mkdtempSync(join(tmpdir(), "tongchou-corrections-"));
const issued = join(scratch, "settled", "statements");
const first = join(scratch, "c1", "statements");
const correction = join(first, "S-2024-03-U06-C1.json");

interface Line {
  readonly workerId: string;
  readonly contributionBaseFen: number;
  readonly withholding: { readonly taxFen: number };
  readonly payment: { readonly kind: string; readonly amountFen: number };
}

interface Statement {
  readonly input: { readonly corrects?: { readonly statementId: string; readonly digest: string } };
  readonly digest: string;
  readonly lines: readonly Line[];
  readonly funding: Readonly<Record<string, number>>;
  readonly disbursements: readonly {
    readonly payee: { readonly kind: string };
    readonly amountFen: number;
  }[];
}

function read(path: string): Statement {
  return JSON.parse(readFileSync(path, "utf8")) as Statement;
}

/** Half-up, in whole fen. */
function share(amountFen: number, perThousand: number): number {
  return Math.floor((amountFen * perThousand * 2 + 1000) / 2000);
}

/** Two units of the sample month, by whatever their records have otherwise. */
function twoUnits(name: string, differences: (unitId: string) => object): string {
  const folder = copySampleMonth(join(scratch, name));
  for (const file of readdirSync(folder).filter((one) => /^roster-U0[1-4]/.test(one))) {
    rmSync(join(folder, file));
  }
  const units = JSON.parse(readFileSync(join(folder, "units.json"), "utf8")) as { id: string }[];
  const kept = units.filter(({ id }) => id === "U05" || id === "U06");
  const changed = kept.map((unit) => ({ ...unit, ...differences(unit.id) }));
  writeFileSync(join(folder, "units.json"), JSON.stringify(changed));
  return folder;
}

const sample = ["--in", twoUnits("sample", () => ({})), "--period", "2024-03"];
const classed = twoUnits("classed", (unitId) => (unitId === "U06" ? { workInjuryClass: 2 } : {}));
const month = ["--in", classed, "--period", "2024-03"];

beforeAll(async () => {
  expect((await tell(["settle", ...sample, "--out", join(scratch, "settled")])).code).toBe(0);
});

describe("settle --corrects", () => {
  it("writes a correction of the unit that differs, and says of the others that nothing changed", async () => {
    const { code, out } = await tell([
      "settle",
      ...month,
      "--corrects",
      issued,
      "--out",
      join(scratch, "c1"),
    ]);
    expect(code).toBe(0);
    expect(readdirSync(first)).toEqual(["S-2024-03-U06-C1.json", "S-2024-03-U06-C1.xlsx"]);
    expect(out).toContain("S-2024-03-U06-C1  S-2024-03-U06 ");
    expect(out).toContain("nothing changed: S-2024-03-U05\n");
  });

  it("charges what work injury of class 2 comes to, on the balance of the issued statement", () => {
    const before = read(join(issued, "S-2024-03-U06.json"));
    const now = read(correction);
    expect(now.input.corrects).toEqual({ statementId: "S-2024-03-U06", digest: before.digest });
    // 0.4 % (人社部发〔2015〕71号), of the employer alone.
    const due = before.lines.reduce((sum, line) => sum + share(line.contributionBaseFen, 4), 0);
    const kinds = now.disbursements.map(({ payee }) => payee.kind);
    expect(kinds).toEqual(["agency", "agency", "social-insurance"]);
    expect(now.disbursements.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(due);
    const balance = before.funding["stillDueFen"] ?? 0;
    expect(now.funding).toEqual({
      previousBalanceFen: balance,
      chargedFen: due,
      receivedFen: 0,
      stillDueFen: balance + due,
    });
    expect(now.lines.every(({ payment }) => payment.amountFen === 0)).toBe(true);
  });

  it("writes nothing where nothing changed any more", async () => {
    const out = join(scratch, "nothing");
    const { code, out: told } = await tell([
      "settle",
      ...month,
      "--corrects",
      issued,
      first,
      "--out",
      out,
      "--json",
    ]);
    expect([code, existsSync(out)]).toEqual([0, false]);
    const answer = JSON.parse(told) as { unchanged: string[]; statements: unknown[] };
    expect(answer.unchanged).toContain("S-2024-03-U06-C1");
    expect([answer.unchanged.length, answer.statements]).toEqual([2, []]);
  });

  it("corrects a correction, and takes nothing back", async () => {
    const out = join(scratch, "c2");
    const { code, out: told } = await tell([
      "settle",
      ...sample,
      "--corrects",
      issued,
      first,
      "--out",
      out,
      "--lang",
      "zh",
    ]);
    expect(code).toBe(0);
    expect(told).toContain("没有变化");
    const now = read(join(out, "statements", "S-2024-03-U06-C2.json"));
    expect([now.disbursements, now.funding["chargedFen"]]).toEqual([[], 0]);
    const files = [join(out, "statements", "S-2024-03-U06-C2.json"), "--corrects", issued, first];
    expect((await tell(["verify", ...files])).code).toBe(0);
  });

  it("settles a unit for the first time that has no statement yet", async () => {
    const some = join(scratch, "some");
    mkdirSync(some);
    for (const name of readdirSync(issued).filter((file) => !file.includes("U05"))) {
      cpSync(join(issued, name), join(some, name));
    }
    const { out } = await tell(["settle", ...sample, "--corrects", some, "--out", join(scratch, "late")]);
    expect(out).toContain("settled for the first time: S-2024-03-U05");
  });

  it("refuses to choose between two corrections of one statement", async () => {
    const fork = join(scratch, "fork");
    cpSync(issued, fork, { recursive: true });
    cpSync(correction, join(fork, "S-2024-03-U06-C1.json"));
    const other = twoUnits("other", () => ({ workInjuryClass: 5 }));
    await tell([
      "settle",
      "--in",
      other,
      "--period",
      "2024-03",
      "--corrects",
      issued,
      "--out",
      join(scratch, "c1b"),
    ]);
    cpSync(join(scratch, "c1b", "statements", "S-2024-03-U06-C1.json"), join(fork, "second.json"));
    const { code, error } = await tell([
      "settle",
      ...month,
      "--corrects",
      fork,
      "--out",
      join(scratch, "never"),
    ]);
    expect([code, existsSync(join(scratch, "never"))]).toEqual([1, false]);
    expect(error).toContain("do not go back to each other");
  });

  it("refuses to correct a statement that was tampered with", async () => {
    const bad = join(scratch, "bad");
    mkdirSync(bad);
    const text = readFileSync(join(issued, "S-2024-03-U06.json"), "utf8");
    writeFileSync(join(bad, "S-2024-03-U06.json"), text.replace(/"netFen":(\d)/, '"netFen":9$1'));
    const { code, error } = await tell([
      "settle",
      ...month,
      "--corrects",
      bad,
      "--out",
      join(scratch, "never"),
    ]);
    expect([code, existsSync(join(scratch, "never"))]).toEqual([1, false]);
    expect(error).toContain("S-2024-03-U06.json fails verification");
  });
});

describe("a correction in the other commands", () => {
  const keys = join(scratch, "keys");

  it("verify asks for the statement that it corrects, and finds it in a folder or among its files", async () => {
    const alone = await tell(["verify", correction]);
    expect(alone.code).toBe(1);
    expect(alone.out).toContain("This corrects the statement S-2024-03-U06 (digest ");
    const withFolder = await tell(["verify", correction, "--corrects", issued]);
    expect([withFolder.code, withFolder.out.includes("S-2024-03-U06-C1 (corrects S-2024-03-U06)")]).toEqual([
      0,
      true,
    ]);
    expect((await tell(["verify", correction, join(issued, "S-2024-03-U06.json")])).code).toBe(0);
  });

  it("sign bundles it, and its bundle verifies together with what it corrects", async () => {
    await tell(["keygen", "--out", keys]);
    const out = join(scratch, "signed");
    const key = ["--key", join(keys, "private.pem")];
    expect((await tell(["sign", correction, ...key, "--corrects", issued, "--out", out])).code).toBe(0);
    const bundle = join(out, "S-2024-03-U06-C1.bundle.json");
    const check = ["verify", bundle, "--public-key", join(keys, "public.pem")];
    expect((await tell([...check, "--corrects", issued])).code).toBe(0);
    expect((await tell(check)).code).toBe(1);
  });

  it("explain explains it", async () => {
    const worker = read(correction).lines[0]?.workerId ?? "";
    const args = ["explain", correction, "--worker", worker, "--item", "net"];
    expect((await tell([...args, "--corrects", issued])).code).toBe(0);
    const alone = await tell(args);
    expect([alone.code, alone.error.includes("Give that statement as well")]).toEqual([3, true]);
  });

  it("pay sends only what is made up, as a supplement with references of its own", async () => {
    const pack = join(scratch, "pack.json");
    const version = {
      value: { employer: 80_000, employee: 10_000 },
      effectiveFrom: "2024-01-01",
      effectiveTo: null,
      announcedOn: "2024-01-01",
      source: "示例",
      confidence: "confirmed",
    };
    writeFileSync(
      pack,
      JSON.stringify({ id: "ours", version: "1", facts: { "cn.3604.medical.rate": [version] } }),
    );
    const facts = ["--facts", pack];
    const out = join(scratch, "supplement");
    expect((await tell(["settle", ...sample, ...facts, "--corrects", issued, "--out", out])).code).toBe(0);
    const folder = join(out, "statements");
    const bank = join(scratch, "bank");
    const paid = await tell(["pay", ...sample, "--statements", folder, "--corrects", issued, "--out", bank]);
    expect(paid.code).toBe(0);
    const name = readdirSync(join(bank, "bank")).find((file) => file.includes("U06")) ?? "";
    const rows = new TextDecoder("gb18030").decode(readFileSync(join(bank, "bank", name))).split("\r\n");
    const details = rows.filter((row) => row.startsWith("D|"));
    const before = read(join(issued, "S-2024-03-U06.json"));
    const paidBefore = before.lines.filter(({ payment }) => payment.kind === "instructed");
    expect(details.length).toBe(paidBefore.length);
    expect(details.every((row) => row.includes("|补发工资"))).toBe(true);
    const sentNow = new Map(details.map((row) => [row.split("|")[2], Number(row.split("|")[7])]));
    for (const { workerId, contributionBaseFen, withholding } of paidBefore) {
      const identity = { statementId: "S-2024-03-U06-C1", payeeId: workerId, attempt: 1 } as const;
      const reference = payoutReference({ ...identity, purpose: "wage-supplement" });
      // 1 % of the contribution base instead of 2 %; who pays tax pays 3 % of it, rounded in both months.
      const moreFen = share(contributionBaseFen, 20) - share(contributionBaseFen, 10);
      const leftFen = withholding.taxFen === 0 ? moreFen : moreFen - share(moreFen, 30);
      expect(Math.abs((sentNow.get(reference) ?? 0) - leftFen)).toBeLessThanOrEqual(
        withholding.taxFen === 0 ? 0 : 1,
      );
    }
    const first = await tell(["pay", ...sample, "--statements", issued, "--out", join(scratch, "first")]);
    expect(first.code).toBe(0);
    const sent = readdirSync(join(scratch, "first", "bank")).map((file) =>
      new TextDecoder("gb18030").decode(readFileSync(join(scratch, "first", "bank", file))),
    );
    const references = details.map((row) => row.split("|")[2] ?? "");
    expect(references.filter((reference) => sent.some((text) => text.includes(reference)))).toEqual([]);
  });
});
