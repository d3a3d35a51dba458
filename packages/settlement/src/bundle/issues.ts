import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about signed statements and proofs. */
export type BundleIssueCode =
  "line-not-in-statement" | "not-canonical" | "sealed-changed" | "signature-invalid" | "signature-missing";

/** Messages about signed statements and proofs. */
export const bundleIssues: IssueCatalogue<BundleIssueCode> = {
  "line-not-in-statement": {
    severity: "error",
    zh: "这一行与结算单的签名摘要对不上：行、位置或路径被改动过，或不属于这份结算单。请向出具方重新索取。",
    en: "The line does not fit the statement's root: line, place or path was changed, or belongs to another statement. Ask the issuer for it again.",
  },
  "not-canonical": {
    severity: "error",
    zh: "文件自第 {offset} 字节（从 0 起）起不是规范 JSON（RFC 8785），签发后被改动过或转存过；请使用签发的原文件。",
    en: "From byte {offset} on (counted from 0) the file is not canonical JSON (RFC 8785): it was changed or saved anew after it was issued. Use the file as issued.",
  },
  "sealed-changed": {
    severity: "error",
    zh: "{place} 在签发后被改动过；请使用签发的原文件。",
    en: "{place} was changed after it was issued. Use the file as issued.",
  },
  "signature-invalid": {
    severity: "error",
    zh: "密钥 {key} 的签名不成立：签名或所签内容被改动过，或公钥、用户标识不对。请核对公钥，并使用签发的原文件。",
    en: "The signature of key {key} does not hold: it or what it is over was changed, or the public key or user id is another. Check the key, and use the file as issued.",
  },
  "signature-missing": {
    severity: "error",
    zh: "没有密钥 {key} 的签名；请核对公钥，或向出具方索取签名文件。",
    en: "There is no signature of key {key}. Check the key, or ask the issuer for the signed file.",
  },
};
