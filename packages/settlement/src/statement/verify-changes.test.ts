import { period, plainDate } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import {
  contracts,
  facts,
  lineOf,
  monthOf,
  statementOf,
  suppliedBy,
  yuan,
} from "../__fixtures__/unit-month.js";
import { fenOf } from "../__fixtures__/fraction.js";
import { workOut } from "../__fixtures__/worked-formula.js";
import { bundleStatement } from "../bundle/statement-bundle.js";
import { createSigner } from "../bundle/signature.js";
import { verifyBundle } from "../bundle/verify-bundle.js";
import { canonicalJson } from "../canonical-json.js";
import { correctStatement } from "../correction/correct-statement.js";
import { createExplainer, lineItems, occasionalLineItems } from "../explanation/explain.js";
import { digestOf } from "./digest.js";
import type { LineInput } from "./statement-input.js";
import { verifyStatement } from "./verify.js";

type Json = Readonly<Record<string, unknown>>;

/** Everything that can happen to a line at once. */
const eventful: Partial<LineInput> = {
  pay: [
    { kind: "basic", amountFen: yuan(14_000) },
    { kind: "bonus", amountFen: yuan(36_000) },
    { kind: "other", amountFen: yuan(700), isExempt: true },
    { kind: "other", amountFen: yuan(-90), serviceMonth: period("2024-02") },
  ],
  exemptBeforeFen: yuan(300),
  contributionDifferences: [
    { serviceMonth: period("2024-01"), kind: "pension", employeeFen: yuan(8), employerFen: yuan(16) },
  ],
  claims: [
    {
      id: "执1",
      kind: "court-order",
      since: plainDate("2024-01-02"),
      dueFen: yuan(900),
      keepFen: yuan(2000),
    },
    { id: "D1", kind: "damage", since: plainDate("2024-03-02"), dueFen: yuan(90_000) },
  ],
};
const month = monthOf(
  [
    lineOf("W1", eventful),
    suppliedBy(contracts.perHead, "W2", {
      ...eventful,
      bonusTaxing: "merged",
      stay: { to: plainDate("2024-03-15") },
    }),
    lineOf("W3", { contributionScope: "work-injury" }),
  ],
  [contracts.perHead],
);
const statement = statementOf(month);
const fileOf = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** Where every leaf stands. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

function changedAt(document: Json, path: readonly string[]): Json {
  const copy = structuredClone(document) as Record<string, unknown>;
  let parent = copy;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  const last = path.at(-1) ?? "";
  const value = parent[last];
  parent[last] = typeof value === "number" ? value + 1 : `${String(value)}x`;
  const { digest: _, ...body } = copy;
  return { ...body, digest: digestOf(body) };
}

describe("verifyStatement on a statement in which much happens", () => {
  it("finds it sound", () => {
    const found = verifyStatement(fileOf(statement));
    expect(found.ok && found.value).toMatchObject({ isSound: true, differences: [] });
  });

  it("finds every figure that was changed, though the digest was made to fit", () => {
    const document = fileOf(statement);
    const members = ["bonus", "deductions", "earlierContributions", "exemptFen"];
    const paths = leavesOf(document).filter(
      ([head, , member]) => head === "lines" && members.includes(member ?? ""),
    );
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) {
      const found = verifyStatement(changedAt(document, path));
      expect(found.ok && found.value.differences.map(({ pointer }) => pointer)).toEqual([
        `/${path.join("/")}`,
      ]);
    }
  });

  it("finds what was changed of the input by what follows from it", () => {
    const amounts: readonly (readonly string[])[] = [
      ["claims", "0", "dueFen"],
      ["contributionDifferences", "0", "employeeFen"],
      ["exemptBeforeFen"],
      ["pay", "1", "amountFen"],
    ];
    for (const path of amounts) {
      const found = verifyStatement(changedAt(fileOf(statement), ["input", "workers", "0", ...path]));
      expect([path, found.ok && found.value.isSound]).toEqual([path, false]);
    }
  });

  it.each([
    ["claims", [{ id: "A", kind: "fine", since: "2024-01-01", dueFen: 1 }]],
    ["claims", [{ id: "A", kind: "agreed", since: "2024-01-01", dueFen: -1 }]],
    [
      "contributionDifferences",
      [{ serviceMonth: "2024-13", kind: "pension", employeeFen: 1, employerFen: 1 }],
    ],
    ["contributionScope", "pension"],
    ["bonusTaxing", "never"],
  ])("takes no %s of another form", (member, value) => {
    const [first = {}] = month.workers.map(fileOf);
    const document = {
      ...fileOf(statement),
      input: { ...fileOf(statement.input), workers: [{ ...first, [member]: value }] },
    };
    expect(verifyStatement(document).issues.map(({ code }) => code)).toEqual(["schema-invalid"]);
  });
});

describe("verifyBundle on it", () => {
  it("finds it sound, and a changed deduction by its place", async () => {
    const signers = [createSigner("Ed25519", new Uint8Array(32).fill(7))];
    const bundle = await bundleStatement(statement, { signers, blindingKey: new Uint8Array(16).fill(9) });
    const text = canonicalJson(bundle);
    const bytes = new TextEncoder().encode(text);
    const sound = await verifyBundle(bytes);
    expect(sound.ok && sound.value.isSound).toBe(true);
    const forged = new TextEncoder().encode(text.replace('"takenFen":90000', '"takenFen":90001'));
    const found = await verifyBundle(forged);
    expect(found.ok && found.value.issues.map(({ path }) => path)).toEqual(["/statement/lines/0"]);
  });
});

describe("correctStatement on it", () => {
  it("lists what differs once an order is known that was not, and pays nothing back", () => {
    const before = statementOf(monthOf([lineOf("W1")]));
    const claims = [
      {
        id: "执1",
        kind: "court-order",
        since: plainDate("2024-01-02"),
        dueFen: yuan(900),
        keepFen: yuan(2000),
      },
    ] as const;
    const outcome = correctStatement(before, monthOf([lineOf("W1", { claims })]), facts);
    if (!outcome.ok || outcome.value.kind !== "corrected") throw new Error("no correction");
    const { correction, lines, guarantee, funding } = outcome.value.statement;
    expect(correction?.lines[0]?.items.map(({ item, before: was, after }) => [item, was, after])).toEqual(
      expect.arrayContaining([
        ["/netFen", yuan(3260), yuan(2360)],
        ["/otherDeductionsFen", 0, yuan(900)],
        ["/deductions/0/takenFen", undefined, yuan(900)],
      ]),
    );
    // The worker has had 900 too much, which is carried; the unit, which owes it to the court, lays it out.
    expect(lines[0]?.payment).toEqual({ kind: "carried", amountFen: yuan(900) });
    expect([funding.chargedFen, guarantee.holds]).toEqual([yuan(900), true]);
  });
});

describe("createExplainer on it", () => {
  it("has a formula of each occasional item, and none of it for a line without", () => {
    const explain = createExplainer(statement);
    const told = occasionalLineItems.map((item) => [item, explain("W1", item)?.formula]);
    expect(told).toEqual([
      ["bonus-tax", "max(0, round(36000.00 × 0.03, 0.01) − 0.00)"],
      // A fifth of 50,610 is 10,122; 900 went to the court.
      ["other-deductions", "900.00 + 10122.00"],
      ["earlier-contributions.employee", "8.00"],
      ["earlier-contributions.employer", "16.00"],
      ["services", undefined],
    ]);
    expect(explain("W2", "bonus-tax")?.title.en).toContain("merged");
    expect(occasionalLineItems.map((item) => explain("W3", item))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("has formulas that work out to the fen of every line", () => {
    const explain = createExplainer(statement);
    const items = [...lineItems, ...occasionalLineItems].filter(
      (item) => !["agency-fee", "vat"].includes(item),
    );
    for (const { workerId } of statement.lines) {
      for (const item of items) {
        const told = explain(workerId, item);
        if (told === undefined || told.formula === "") continue;
        expect([workerId, item, fenOf(workOut(told.formula))]).toEqual([workerId, item, told.resultFen]);
      }
    }
  });

  it("shows exempt income and leaves a bonus taxed apart out of the year's income", () => {
    const explain = createExplainer(statement);
    // 8,000 + 14,000 + 700 − 90; 300 + 700 exempt; 1,480 + 740 − … of contributions on 4,000 and 8 made up.
    expect(explain("W1", "taxable")?.formula).toBe("22610.00 − 1000.00 − 15000.00 − 2228.00 − 0.00");
    expect(explain("W3", "pension.employee")).toMatchObject({ formula: "0.00", resultFen: 0 });
  });
});
