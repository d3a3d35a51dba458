import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about encrypted and signed bytes. */
export type CryptoIssueCode = "ciphertext-length" | "decryption-failed" | "signature-form";

/** The messages of this room's issues in both languages. */
export const cryptoIssues: IssueCatalogue<CryptoIssueCode> = {
  "ciphertext-length": {
    severity: "error",
    zh: "密文共 {found} 字节，过短或不是整数个 16 字节的分组，可能被截断。请重新取得报文。",
    en: "The ciphertext has {found} bytes: too few, or no whole blocks of 16. It may be cut off; fetch the message again.",
  },
  "decryption-failed": {
    severity: "error",
    zh: "密文无法解密：密钥、初始向量或密文排列（C1C3C2、C1C2C3）不对，或内容被改动。请与银行核对密钥和约定。",
    en: "The ciphertext cannot be decrypted: the key, the first vector or the order of its parts (C1C3C2, C1C2C3) is wrong, or it was changed. Check them with the bank.",
  },
  "signature-form": {
    severity: "error",
    zh: "签名共 {found} 字节，既不是 64 字节的 r‖s，也不是规范的 DER 编码。请与银行核对签名格式。",
    en: "The signature of {found} bytes is neither 64 bytes of r and s nor DER in its one form. Check the format with the bank.",
  },
};
