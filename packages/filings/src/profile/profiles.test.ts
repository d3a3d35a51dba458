import { describe, expect, it } from "vitest";
import {
  approvalProfile,
  bonusProfile,
  calculationProfile,
  changeProfile,
  labourProfile,
  housingFundProfiles,
  payProfile,
  personnelProfile,
  type Profile,
  rosterProfile,
  statisticsProfile,
  wageProfile,
} from "../index.js";
import { headerKey } from "../table/header-text.js";

const profiles: readonly Profile[] = [
  rosterProfile,
  statisticsProfile,
  payProfile,
  approvalProfile,
  changeProfile,
  wageProfile,
  personnelProfile,
  bonusProfile,
  labourProfile,
  calculationProfile,
  ...housingFundProfiles,
];

describe.each(profiles.map((profile) => [profile.id, profile] as const))("the profile %s", (_, profile) => {
  it("has a name with a version, and nobody has compared it with the live form yet", () => {
    expect(profile.id).toMatch(/^[a-z.-]+@[\d-]+$/);
    expect(profile.provenance).toMatchObject({ verifiedBy: null, verifiedOn: null });
  });

  it("names each column once, so that no header fits two", () => {
    const fields = profile.columns.map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
    const owners = new Map<string, string>();
    const clashes = profile.columns.flatMap(({ field, header, aliases = [] }) =>
      [header, ...aliases].flatMap((name) => {
        const owner = owners.get(headerKey(name)) ?? field;
        owners.set(headerKey(name), owner);
        return owner === field ? [] : [`${name}: ${owner} and ${field}`];
      }),
    );
    expect(clashes).toEqual([]);
  });

  it("has keys that are columns, and words for every column of words", () => {
    const fields = new Set(profile.columns.map(({ field }) => field));
    expect(profile.keys.filter((key) => !fields.has(key))).toEqual([]);
    for (const { type, words } of profile.columns) expect(type === "word").toBe(words !== undefined);
  });

  it("is data: it survives a trip through JSON", () => {
    expect(JSON.parse(JSON.stringify(profile))).toEqual(profile);
  });
});
