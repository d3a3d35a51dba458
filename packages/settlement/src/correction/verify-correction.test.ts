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
import { digestOf } from "../statement/digest.js";
import { buildStatement } from "../statement/settle-unit.js";
import type { UnitMonth } from "../statement/statement-input.js";
import type { SettlementStatement } from "../statement/statement.js";
import { verifyStatement } from "../statement/verify.js";
import { correctStatement } from "./correct-statement.js";

type Json = Readonly<Record<string, unknown>>;

const { perHead } = contracts;
const monthWith = (amount: number): UnitMonth =>
  monthOf(
    [lineOf("W1", { pay: [{ kind: "basic", amountFen: yuan(amount) }] }), suppliedBy(perHead, "W2")],
    [perHead],
  );

function corrected(earlier: SettlementStatement, month: UnitMonth): SettlementStatement {
  const outcome = correctStatement(earlier, month, facts);
  if (!outcome.ok || outcome.value.kind === "unchanged") throw new Error("no correction");
  return outcome.value.statement;
}

const issued = statementOf(monthWith(4000));
const first = corrected(issued, monthWith(4200));
const second = corrected(first, monthWith(4100));
const fileOf = (statement: unknown): Json => JSON.parse(JSON.stringify(statement)) as Json;

function resealed(document: Json): Json {
  const { digest: _, ...body } = document;
  return { ...body, digest: digestOf(body) };
}

function codesOf(document: unknown, earlier: readonly unknown[]): readonly string[] {
  return verifyStatement(document, earlier).issues.map(({ code }) => code);
}

/** Where every leaf stands. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

function changed(document: Json, path: readonly string[]): Json {
  const copy = structuredClone(document) as Record<string, unknown>;
  let parent = copy;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  const last = path.at(-1) ?? "";
  const value = parent[last];
  parent[last] = typeof value === "number" ? value + 1 : `${String(value)}x`;
  return copy;
}

describe("verifyStatement on a correction", () => {
  it("finds it sound together with the statement that it corrects, whatever else is given", () => {
    for (const earlier of [[issued], [second, {}, null, issued, first]]) {
      const found = verifyStatement(
        fileOf(first),
        earlier.map((one) => (one === null ? null : fileOf(one))),
      );
      expect(found.ok && found.value).toMatchObject({ isSound: true, digestMatches: true, differences: [] });
      expect(found.ok && found.value.recomputed).toEqual(first);
    }
  });

  it("finds the correction of a correction sound with the whole chain, and not without a part of it", () => {
    const chain = [fileOf(issued), fileOf(first)];
    const found = verifyStatement(fileOf(second), chain);
    expect(found.ok && found.value.isSound).toBe(true);
    expect(codesOf(fileOf(second), [fileOf(issued)])).toEqual(["earlier-statement-missing"]);
    expect(codesOf(fileOf(second), [fileOf(first)])).toEqual(["earlier-statement-unsound"]);
  });

  it("asks for the statement that it corrects", () => {
    expect(codesOf(fileOf(first), [])).toEqual(["earlier-statement-missing"]);
    const [issue] = verifyStatement(fileOf(first)).issues;
    expect(issue?.message.en).toContain(`S-2024-03-U1 (digest ${issued.digest.slice(0, 12)})`);
  });

  it("finds everything changed that it says of the difference, though the digest was made to fit", () => {
    const document = fileOf(first);
    const members = ["correction", "funding", "disbursements", "held", "lines"];
    const paths = leavesOf(document).filter(([head]) => members.includes(head ?? ""));
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      const found = verifyStatement(resealed(changed(document, path)), [fileOf(issued)]);
      expect(found.ok && found.value.differences.map(({ pointer }) => pointer)).toEqual([
        `/${path.join("/")}`,
      ]);
    }
  });

  it.each([
    ["another id", ["input", "statementId"]],
    ["another id of the corrected statement", ["input", "corrects", "statementId"]],
  ])("finds %s", (_, path) => {
    const found = verifyStatement(resealed(changed(fileOf(first), path)), [fileOf(issued)]);
    expect(found.ok && found.value.isSound).toBe(false);
  });

  it("does not take another statement for the corrected one", () => {
    const other = statementOf(monthWith(3900));
    expect(codesOf(fileOf(first), [fileOf(other)])).toEqual(["earlier-statement-missing"]);
    const posing = { ...fileOf(other), digest: issued.digest };
    expect(codesOf(fileOf(first), [posing])).toEqual(["earlier-statement-unsound"]);
  });

  it("finds a figure of the corrected statement changed together with its digest and the reference", () => {
    const forged = resealed(changed(fileOf(issued), ["lines", "0", "netFen"]));
    const input = {
      ...(fileOf(first)["input"] as Json),
      corrects: { statementId: "S-2024-03-U1", digest: forged["digest"] },
    };
    expect(codesOf(resealed({ ...fileOf(first), input }), [forged])).toEqual(["earlier-statement-unsound"]);
  });

  it.each([null, 1, {}, { digest: 1 }, { statementId: "S" }])(
    "answers the reference %j with issues",
    (corrects) => {
      const document = resealed({
        ...fileOf(first),
        input: { ...(fileOf(first)["input"] as Json), corrects },
      });
      const found = verifyStatement(document, [fileOf(issued)]);
      expect([found.ok, found.issues.length > 0]).toEqual([false, true]);
    },
  );

  it("ends where statements with made-up digests go back to each other", () => {
    const circle = {
      ...fileOf(first),
      digest: "d",
      input: { ...(fileOf(first)["input"] as Json), corrects: { statementId: "S", digest: "d" } },
    };
    expect(codesOf(circle, [circle])).toEqual(["earlier-statement-unsound"]);
  });

  it("cannot be built like a first statement, which would pay the month again", () => {
    expect(buildStatement(first.input).issues.map(({ code }) => code)).toEqual(["earlier-statement-missing"]);
  });
});
