import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PayoutPurpose } from "./payout-record.js";
import { payoutReference, type PayoutIdentity } from "./payout-reference.js";

const purposes: readonly PayoutPurpose[] = [
  "wage",
  "wage-supplement",
  "agency-settlement",
  "income-tax",
  "social-insurance",
  "housing-fund",
  "severance",
];

const identities: fc.Arbitrary<PayoutIdentity> = fc.record({
  statementId: fc.string(),
  payeeId: fc.string(),
  purpose: fc.constantFrom(...purposes),
  attempt: fc.integer({ min: 1, max: 9 }),
});

/** The first 100 bits of SHA-256 as a number to the base 32, in Crockford's digits. */
function secondReference({ statementId, payeeId, purpose, attempt }: PayoutIdentity): string {
  const text = JSON.stringify([statementId, payeeId, purpose, attempt]);
  let bits = BigInt(`0x${createHash("sha256").update(text).digest("hex")}`) >> 156n;
  let reference = "";
  for (let index = 0; index < 20; index += 1) {
    reference = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(Number(bits % 32n)) + reference;
    bits /= 32n;
  }
  return reference;
}

describe("payoutReference", () => {
  it("is the hash of statement, payee, purpose and attempt, in 20 characters any bank holds", () => {
    fc.assert(
      fc.property(identities, (identity) => {
        const reference = payoutReference(identity);
        expect(reference).toBe(secondReference(identity));
        expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
      }),
      { numRuns: 500 },
    );
  });

  const first: PayoutIdentity = { statementId: "S-2024-03-U01", payeeId: "W1", purpose: "wage", attempt: 1 };

  it("stays the same for the same payment, so that a second sending is known", () => {
    expect(payoutReference({ ...first })).toBe(payoutReference(first));
  });

  it.each([
    ["statement", { statementId: "S-2024-04-U01" }],
    ["payee", { payeeId: "W2" }],
    ["purpose", { purpose: "severance" }],
    ["attempt", { attempt: 2 }],
    ["boundary between statement and payee", { statementId: "S-2024-03-U01W", payeeId: "1" }],
  ] as const)("changes with the %s", (_, changes) => {
    expect(payoutReference({ ...first, ...changes })).not.toBe(payoutReference(first));
  });
});
