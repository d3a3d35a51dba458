import { describe, expect, it } from "vitest";
import { branchDefinitions, type Branch } from "./branches.js";
import { checkDocuments, documentNames, type DocumentKind } from "./documents.js";

const branches = Object.keys(branchDefinitions) as Branch[];
const kinds = Object.keys(documentNames) as DocumentKind[];

describe("checkDocuments", () => {
  it.each(branches)("finds nothing missing on branch %s when its whole set is on file", (branch) => {
    expect(checkDocuments(branch, branchDefinitions[branch].documents, {})).toEqual([]);
    expect(checkDocuments(branch, kinds, {})).toEqual([]);
  });

  it.each(branches)("misses on branch %s exactly the one document that was taken away", (branch) => {
    const { documents } = branchDefinitions[branch];
    for (const missing of documents) {
      const onFile = documents.filter((document) => document !== missing);
      const issues = checkDocuments(branch, onFile, { unitId: "U01", workerId: "U01-1" });
      expect(issues).toHaveLength(1);
      expect(issues[0]).toMatchObject({
        code: "document-missing",
        severity: "warning",
        subject: { unitId: "U01", workerId: "U01-1" },
      });
      expect(issues[0]?.message.zh).toContain(documentNames[missing].zh);
      expect(issues[0]?.message.en).toContain(documentNames[missing].en);
    }
  });

  it("misses everything when nothing is on file", () => {
    expect(checkDocuments("2B", [], {})).toHaveLength(10);
  });

  it.each([
    [undefined, true],
    ["dispatch", true],
    ["outsourcing", false],
  ] as const)("asks for the record of a dispatched post when supplied as %s: %s", (suppliedAs, isAsked) => {
    const { documents } = branchDefinitions["3A"];
    const onFile = documents.filter((document) => document !== "dispatch-post-record");
    expect(checkDocuments("3A", onFile, {}, { suppliedAs })).toHaveLength(isAsked ? 1 : 0);
  });

  it("takes no interim agreement for the final one", () => {
    const onFile = branchDefinitions["1P"].documents;
    const missing = checkDocuments("1A", onFile, {}).map((issue) => issue.message.en);
    expect(missing).toEqual([
      "A document is missing: approval of the direct-hire list.",
      "A document is missing: payroll-disbursement agreement.",
    ]);
  });
});

describe("documentNames", () => {
  it.each(kinds)("has a use for %s", (kind) => {
    expect(branches.some((branch) => branchDefinitions[branch].documents.includes(kind))).toBe(true);
    expect(documentNames[kind].zh).toMatch(/\p{Script=Han}/u);
    expect(documentNames[kind].en).not.toMatch(/\p{Script=Han}/u);
  });
});
