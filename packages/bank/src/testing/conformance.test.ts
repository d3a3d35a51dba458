import { describe, expect, it, test } from "vitest";
import { exampleBank } from "../__fixtures__/example-bank.js";
import * as bank from "../index.js";
import { parseProfile } from "../profile.js";
import { createProfileAdapter } from "../profile-adapter.js";
import { conformanceChecks } from "./conformance.js";
import { profileSamples } from "./profile-samples.js";

const profiles = Object.values(bank).flatMap((exported) => {
  const profile = parseProfile(exported);
  return profile.ok ? [profile.value] : [];
});

describe("built-in profiles", () => {
  it("are found among what the package exports", () => {
    expect(profiles.map(({ id }) => id)).toContain("tongchou.delimited@1");
  });
});

for (const profile of [...profiles, exampleBank]) {
  describe(`${profile.id} conforms`, () => {
    for (const check of conformanceChecks(createProfileAdapter(profile), profileSamples(profile)))
      test(check.name, check.run);
  });
}
