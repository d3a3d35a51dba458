import { describe, expect, it } from "vitest";
import { exampleBank } from "./__fixtures__/example-bank.js";
import { parseProfile } from "./profile.js";
import { delimitedProfile, fixedWidthProfile } from "./profiles/tongchou.js";

type Json = Record<string, unknown>;

/** A profile as JSON with one part replaced, or taken away for `undefined`. */
function changed(path: string, value: unknown, profile: unknown = exampleBank): unknown {
  const copy = JSON.parse(JSON.stringify(profile)) as Json;
  const keys = path.split("/").slice(1);
  const last = keys.pop() ?? "";
  let part = copy;
  for (const key of keys) part = part[key] as Json;
  if (value === undefined) delete part[last];
  else part[last] = value;
  return copy;
}

function codesOf(profile: unknown): readonly (readonly [string, string | undefined])[] {
  return parseProfile(profile).issues.map(({ code, path }) => [code, path]);
}

describe("parseProfile", () => {
  it.each([delimitedProfile, fixedWidthProfile, exampleBank])("takes $id as JSON", (profile) => {
    const json: unknown = JSON.parse(JSON.stringify(profile));
    expect(parseProfile(json)).toEqual({ ok: true, value: profile, issues: [] });
  });

  it.each(["/payment/layout/amountUnit", "/result/layout/amountUnit"])("refuses to guess %s", (path) => {
    expect(codesOf(changed(path, undefined))).toEqual([["amount-unit-missing", path]]);
    expect(codesOf(changed(path, "cent"))).toEqual([["amount-unit-missing", path]]);
  });

  const fixedDetail = "/payment/layout/lines/1";
  const detail = "/payment/layout/lines/2";
  const field = (index: number): string => `${detail}/fields/${index}`;

  it.each([
    ["no detail line", "/payment/layout/lines", [{ kind: "columns" }], "profile-columns-misplaced"],
    ["no detail line", "/payment/layout/lines", [{ kind: "marker", text: "*" }], "profile-detail-count"],
    ["no account", field(1), { kind: "ignored" }, "profile-field-missing"],
    ["no name", field(2), { kind: "ignored" }, "profile-field-missing"],
    ["no amount", field(4), { kind: "ignored" }, "profile-field-missing"],
    [
      "no status",
      "/result/layout/lines/1/fields/3",
      { kind: "ignored", headers: ["无"] },
      "profile-field-missing",
    ],
    ["a total on a payment's line", field(3), { kind: "total-count" }, "profile-field-misplaced"],
    ["a status in a payment file", field(3), { kind: "status" }, "profile-field-misplaced"],
    [
      "a payee in the header",
      "/payment/layout/lines/1/fields/0",
      { kind: "payee-name" },
      "profile-field-misplaced",
    ],
    ["two amounts", field(3), { kind: "amount" }, "profile-field-repeated"],
    ["padding without a width", `${field(0)}/widthBytes`, undefined, "profile-width-missing"],
    [
      "zeros before an account",
      field(1),
      { kind: "payee-account", widthBytes: 20, padding: "zeros-before" },
      "profile-padding-unsafe",
    ],
    ["a delimiter in a constant", field(3), { kind: "constant", value: "a|b" }, "profile-text-unwritable"],
    [
      "a constant wider than its column",
      field(3),
      { kind: "constant", value: "工资", widthBytes: 3 },
      "profile-text-unwritable",
    ],
    ["a comment that GBK cannot hold", "/payment/layout/lines/0/text", "#𬭚", "profile-text-unwritable"],
    ["a line end in a marker", "/payment/layout/lines/3/text", "*\n*", "profile-text-unwritable"],
    ["a marker that reads as a comment", "/payment/layout/lines/3/text", "#END", "profile-line-hidden"],
    [
      "a header that reads as a comment",
      "/payment/layout/lines/1/fields/0",
      { kind: "constant", value: "#RMB" },
      "profile-line-hidden",
    ],
    ["a delimiter in a purpose", "/payment/purposes/wage", "工|资", "profile-text-unwritable"],
    [
      "a column without a name",
      "/result/layout/lines/1/fields/2/headers",
      undefined,
      "profile-headers-missing",
    ],
    [
      "a file name that is the same for all parts",
      "/payment/fileName",
      "{payDate}.txt",
      "profile-template-invalid",
    ],
    [
      "a file name that leaves the folder",
      "/payment/fileName",
      "../{batchNumber}",
      "profile-template-invalid",
    ],
    ["an unknown placeholder", "/payment/fileName", "{batchNumber}{day}", "profile-template-invalid"],
    ["parts with one number", "/payment/partBatchNumber", "{batchNumber}", "profile-template-invalid"],
    ["a delimiter that stands in numbers", "/payment/layout/delimiter", ".", "schema-invalid"],
    ["a misspelt part", "/payment/layout/delimeter", "|", "schema-invalid"],
    ["an unknown kind of column", field(3), { kind: "payee" }, "schema-invalid"],
    ["a version that is none", "/id", "example-bank", "schema-invalid"],
  ])("refuses %s", (_, path, value, code) => {
    expect(codesOf(changed(path, value)).map(([found]) => found)).toContain(code);
  });

  it("needs a width for every column of a fixed-width file, and takes no column names there", () => {
    const narrow = changed(`${fixedDetail}/fields/7/widthBytes`, undefined, fixedWidthProfile);
    expect(codesOf(narrow)).toEqual([["profile-width-missing", `${fixedDetail}/fields/7`]]);
    const named = changed("/result/layout/lines/0", { kind: "columns" }, fixedWidthProfile);
    expect(codesOf(named)).toEqual([["profile-columns-misplaced", "/result/layout/lines/0"]]);
  });

  it("lets a result do without account and name when it has the reference", () => {
    const fields = [
      { kind: "reference", headers: ["流水"] },
      { kind: "status", headers: ["状态"] },
    ];
    expect(parseProfile(changed("/result/layout/lines/1/fields", fields)).ok).toBe(true);
  });

  it("says all at once", () => {
    const once = changed(field(1), { kind: "ignored" });
    const twice = changed("/payment/fileName", "x", once);
    expect(codesOf(twice).map(([code]) => code)).toEqual([
      "profile-field-missing",
      "profile-template-invalid",
    ]);
  });
});
