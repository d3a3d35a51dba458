import { describe, expect, it } from "vitest";
import {
  fundSuspensionChengdu,
  housingFundProfiles,
  parseSheetProfile,
  type Profile,
  rosterProfile,
} from "../index.js";

const json = (profile: unknown): unknown => JSON.parse(JSON.stringify(profile));

/** The places of what is wrong with a profile in which one part is replaced. */
function faults(changes: object): readonly (string | undefined)[] {
  const result = parseSheetProfile(json({ ...fundSuspensionChengdu, ...changes }), housingFundProfiles);
  return result.ok ? [] : result.issues.map(({ path }) => path);
}

const [serial, account, name, month, reason] = fundSuspensionChengdu.columns;

describe("parseSheetProfile", () => {
  it.each(housingFundProfiles.map((profile): [string, Profile] => [profile.id, profile]))(
    "reads %s back as it is",
    (_, profile) => {
      expect(parseSheetProfile(json(profile), housingFundProfiles)).toEqual({
        ok: true,
        value: profile,
        issues: [],
      });
    },
  );

  it("reads a profile of another form by profiles of its own", () => {
    expect(parseSheetProfile(json(rosterProfile), [rosterProfile])).toMatchObject({ ok: true });
    expect(parseSheetProfile(json(rosterProfile), housingFundProfiles)).toMatchObject({ ok: false });
  });

  it.each([
    ["a name without a version", { id: "jj.fund" }, ["/id"]],
    ["a part that no profile has", { colour: "red" }, [""]],
    ["rows by the half", { rowsPerFile: 0.5 }, ["/rowsPerFile"]],
    ["a key that is no column", { keys: ["mobile"] }, ["/keys/0"]],
    [
      "a field that no row has",
      { columns: [account, name, { ...month, field: "day" }] },
      ["/columns/2/field"],
    ],
    [
      "a field of another type",
      { columns: [account, name, { ...month, type: "text" }] },
      ["/columns/2/type"],
    ],
    [
      "a field that stands twice",
      { columns: [serial, account, name, { ...name, header: "名", aliases: [] }] },
      ["/columns/3"],
    ],
    ["a header of two columns", { columns: [account, name, { ...month, header: "姓 名" }] }, ["/columns/2"]],
    [
      "a column of words without any",
      { columns: [account, name, { ...reason, words: undefined }] },
      ["/columns/2/words"],
    ],
    [
      "a word without a meaning",
      { columns: [account, name, { ...reason, words: { "4": "resigned" } }] },
      ["/columns/2/words/4"],
    ],
  ])("refuses %s and says where", (_, changes, paths) => {
    expect(faults(changes)).toEqual(paths);
  });

  it("says in both languages what is allowed", () => {
    const columns = [account, name, { ...reason, words: { "4": "resigned" } }];
    const result = parseSheetProfile(json({ ...fundSuspensionChengdu, columns }), housingFundProfiles);
    const message = result.ok ? undefined : result.issues[0]?.message;
    expect(message?.en).toContain("unpaid-leave, closable, transfer");
    expect(message?.zh).toContain("含义应为：unpaid-leave");
  });
});
