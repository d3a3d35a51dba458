import { describe, expect, it } from "vitest";
import { batchOf } from "../__fixtures__/payments.js";
import { payments } from "../__fixtures__/profile-lines.js";
import { parseProfile } from "../profile.js";
import { readBatch } from "../reading/batch-reader.js";
import { encodeBatch } from "../writing/batch-writer.js";
import { builtInProfiles, findBuiltInProfile } from "./built-in-profiles.js";

describe("builtInProfiles", () => {
  it.each(builtInProfiles.map((profile) => [profile.id, profile] as const))("%s is whole", (id, profile) => {
    expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toMatchObject({ ok: true, issues: [] });
    expect(profile.provenance).toMatchObject({ verifiedBy: null, verifiedOn: null });
    expect(findBuiltInProfile(id)).toBe(profile);
  });

  it.each(builtInProfiles.map((profile) => [profile.id, profile] as const))(
    "the bank's side of %s reads what was written",
    (_, profile) => {
      const elsewhere = payments.map((payment) => ({ ...payments[1], ...payment }));
      const input = batchOf(elsewhere, "2403");
      const read = readBatch(profile, encodeBatch(profile, input).files);
      const found = read.ok ? read.value.flatMap((part) => part.payments) : read.issues;
      expect(found).toMatchObject(
        payments.map(({ payeeName, payeeAccount, amountFen }) => ({ payeeName, payeeAccount, amountFen })),
      );
    },
  );
});

// The lines were put together by hand from what integrators' code shows of each format.
