import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about messages of ISO 20022 and CNAPS2. */
export type Iso20022IssueCode =
  | "cnaps-base64"
  | "cnaps-bank-code"
  | "cnaps-field-malformed"
  | "cnaps-field-missing"
  | "cnaps-field-too-wide"
  | "cnaps-header-malformed"
  | "cnaps-message-unsupported"
  | "iso20022-amount-malformed"
  | "iso20022-batch-differs"
  | "iso20022-batch-unknown"
  | "iso20022-currency"
  | "iso20022-element-missing"
  | "iso20022-message-unsupported"
  | "iso20022-text-too-long"
  | "iso20022-totals-differ"
  | "iso20022-version-unknown";

/** The messages of this room's issues in both languages. */
export const iso20022Issues: IssueCatalogue<Iso20022IssueCode> = {
  "cnaps-base64": {
    severity: "error",
    zh: "报文的 {S:…} 签名域不是 Base64 文字，未采用。请重新取得报文。",
    en: "The signature block {S:…} is not Base64. It was not used; fetch the message again.",
  },
  "cnaps-bank-code": {
    severity: "error",
    zh: "{element} 的行号 {found} 不是 12 位数字的支付系统行号。请向开户行核对。",
    en: "The code {found} in {element} is not a CNAPS code of 12 digits. Check it with the bank.",
  },
  "cnaps-field-malformed": {
    severity: "error",
    zh: "{element} 的内容写法不对，应为{allowedZh}。请更正。",
    en: "The content of {element} is not right: {allowedEn} is needed. Correct it.",
  },
  "cnaps-field-missing": {
    severity: "error",
    zh: "报文缺少 {element}，该项必填。请补填，或重新取得报文。",
    en: "The message lacks {element}, which it must have. Fill it in, or fetch the message again.",
  },
  "cnaps-field-too-wide": {
    severity: "error",
    zh: "{element} 长 {found}，最多 {allowed}，不会截断。请缩短。",
    en: "{element} is {found} long and may be {allowed}; nothing is cut off. Shorten it.",
  },
  "cnaps-header-malformed": {
    severity: "error",
    zh: "第 {offset} 字节处的报文头不对，应为 {H:、126 个字符的各域、} 和回车换行，共 132 字节。报文未采用。",
    en: "The header is not right at byte {offset}: it is {H:, fields of 126 characters, } and a line end, 132 bytes. The message was not used.",
  },
  "cnaps-message-unsupported": {
    severity: "error",
    zh: "报文类型 {found} 不受支持，可用 {allowed}。",
    en: "Messages of the type {found} are not supported; {allowed} are.",
  },
  "iso20022-amount-malformed": {
    severity: "error",
    zh: "{element} 中的金额不是最多两位小数的正数。该笔未采用，请核对报文。",
    en: "The amount in {element} is no positive number with two decimals at most. It was not used; check the message.",
  },
  "iso20022-batch-differs": {
    severity: "error",
    zh: "批量入账 {reference} 为 {declared} 笔 {declaredAmount} 元，发出的为 {found} 笔 {foundAmount} 元，不能对应到每一笔。请取得明细后再处理。",
    en: "The batch booking {reference} has {declared} payments of {declaredAmount} yuan; {found} of {foundAmount} yuan were sent. It cannot be resolved to single payments; get its details.",
  },
  "iso20022-batch-unknown": {
    severity: "warning",
    zh: "批量入账 {reference} 不属于任何已发出的批次。请核对是否为本单位的代发。",
    en: "The batch booking {reference} belongs to no batch that was sent. Check whether it is one of yours.",
  },
  "iso20022-currency": {
    severity: "error",
    zh: "金额的币种是 {found}，应为 {allowed}。该笔未采用，请核对账户和报文。",
    en: "The amount is in {found}; {allowed} is needed. It was not used; check the account and the message.",
  },
  "iso20022-element-missing": {
    severity: "error",
    zh: "此处缺少 {element}。该笔未采用，请核对报文是否完整。",
    en: "There is no {element} here. It was not used; check that the message is complete.",
  },
  "iso20022-message-unsupported": {
    severity: "error",
    zh: "报文“{found}”不受支持，可用 {allowed}。请核对文件。",
    en: 'The message "{found}" is not supported; {allowed} are. Check the file.',
  },
  "iso20022-text-too-long": {
    severity: "error",
    zh: "“{fieldZh}”共 {found} 个字符，报文最多 {allowed} 个，不会截断。请缩短。",
    en: 'The value of "{fieldEn}" has {found} characters; the message takes {allowed}, and nothing is cut off. Shorten it.',
  },
  "iso20022-totals-differ": {
    severity: "error",
    zh: "{element} 声明为 {declared}，读到的为 {found}，整个报文未采用。请核对并重新取得。",
    en: "{element} says {declared}, and {found} was found; the message was not used. Clear it up and fetch it again.",
  },
  "iso20022-version-unknown": {
    severity: "warning",
    zh: "报文版本 {found} 没有核对过，按相近版本读取。请与银行确认，或改用 {allowed}。",
    en: "The version {found} was not checked and is read like the nearest one. Confirm with the bank, or use {allowed}.",
  },
};
