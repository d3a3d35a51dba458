import type { DeclaredPerson } from "@tongchou/core";

/** The kinds of documents that the withholding client knows, in its own words. */
export const taxDocumentKinds: ReadonlySet<string> = new Set([
  "居民身份证",
  "中国护照",
  "港澳居民来往内地通行证",
  "港澳居民居住证",
  "台湾居民来往大陆通行证",
  "台湾居民居住证",
  "外国护照",
  "外国人永久居留身份证",
  "外国人工作许可证（A类）",
  "外国人工作许可证（B类）",
  "外国人工作许可证（C类）",
  "其他个人证件",
]);

/** The client's word for a person's document; undefined when it has none. */
export function taxDocumentKindOf({ documentKind, documentNumber }: DeclaredPerson): string | undefined {
  switch (documentKind) {
    case "resident-identity-card":
      return "居民身份证";
    case "hong-kong-macau-taiwan-residence-permit":
      return documentNumber.startsWith("83") ? "台湾居民居住证" : "港澳居民居住证";
    case "foreign-permanent-resident-card":
      return "外国人永久居留身份证";
    default:
      return taxDocumentKinds.has(documentKind) ? documentKind : undefined;
  }
}

/** By the first two digits of a residence permit's number. */
const regions: ReadonlyMap<string, string> = new Map([
  ["81", "中国香港"],
  ["82", "中国澳门"],
  ["83", "中国台湾"],
]);

/**
 * The client's word for a person's nationality or region, as far as the number of the document says it. The
 * words for Hong Kong, Macau and Taiwan are from memory.
 */
export function taxNationalityOf(kind: string, documentNumber: string): string | undefined {
  if (kind === "居民身份证") return "中国";
  if (kind !== "港澳居民居住证" && kind !== "台湾居民居住证") return undefined;
  return regions.get(documentNumber.slice(0, 2));
}
