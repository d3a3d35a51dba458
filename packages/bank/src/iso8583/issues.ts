import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about messages of ISO 8583. */
export type Iso8583IssueCode =
  | "iso8583-answer-other"
  | "iso8583-bitmap"
  | "iso8583-bytes-left"
  | "iso8583-date"
  | "iso8583-dialect"
  | "iso8583-field-characters"
  | "iso8583-field-kind"
  | "iso8583-field-length"
  | "iso8583-field-missing"
  | "iso8583-field-padding"
  | "iso8583-field-undefined"
  | "iso8583-header"
  | "iso8583-length-digits"
  | "iso8583-mac-wrong"
  | "iso8583-message-length"
  | "iso8583-message-type"
  | "iso8583-status-unknown"
  | "iso8583-tlv"
  | "iso8583-truncated";

/** The messages of these issues in both languages. Values of fields are never in them. */
export const iso8583Issues: IssueCatalogue<Iso8583IssueCode> = {
  "iso8583-answer-other": {
    severity: "error",
    zh: "应答与请求不符：第 {field} 域不同。该应答未采用，原交易结果仍按“未知”处理，请查询。",
    en: "The answer does not belong to the request: field {field} differs. It was not used; the outcome stays unknown until a query.",
  },
  "iso8583-bitmap": {
    severity: "error",
    zh: "位图无效（第 {offset} 字节起）：应为 {allowed}。报文未采用，请核对方言配置。",
    en: "The bitmap at byte {offset} is not valid: {allowed} is needed. The message was not used; check the dialect.",
  },
  "iso8583-bytes-left": {
    severity: "error",
    zh: "第 {offset} 字节起多出 {count} 字节，不属于任何域。报文未采用，请核对长度头和方言配置。",
    en: "From byte {offset} on there are {count} bytes that belong to no field. The message was not used; check the length and the dialect.",
  },
  "iso8583-date": {
    severity: "error",
    zh: "第 {field} 域不是日历上的日期（应为 MMDD）。该日期未采用，请核对报文。",
    en: "Field {field} is no day of the calendar (MMDD is needed). The date was not used; check the message.",
  },
  "iso8583-dialect": {
    severity: "error",
    zh: "方言配置无效（{part}）：{needed}。请更正配置。",
    en: "The dialect is not valid at {part}: {needed}. Correct it.",
  },
  "iso8583-field-characters": {
    severity: "error",
    zh: "第 {field} 域（第 {offset} 字节起）含有不允许的字符，只能是 {allowed}。不会替换或删除，请更正后重发。",
    en: "Field {field} at byte {offset} has characters that it may not have: only {allowed}. None is replaced or dropped; correct the value.",
  },
  "iso8583-field-kind": {
    severity: "error",
    zh: "第 {field} 域的值类型不对，应为 {allowed}。报文未生成，请更正。",
    en: "The value of field {field} is of the wrong kind: {allowed} is needed. No message was written; correct it.",
  },
  "iso8583-field-length": {
    severity: "error",
    zh: "第 {field} 域（第 {offset} 字节起）长度为 {found}，应为 {allowed}。不会补位或截断，请更正。",
    en: "Field {field} at byte {offset} has the length {found}; {allowed} is needed. Nothing is filled up or cut off; correct it.",
  },
  "iso8583-field-missing": {
    severity: "error",
    zh: "报文缺少第 {field} 域。未采用，请核对。",
    en: "The message has no field {field}, which is needed. It was not used; check it.",
  },
  "iso8583-field-padding": {
    severity: "error",
    zh: "第 {field} 域（第 {offset} 字节）奇数位数字的补位应为 {allowed}。报文未采用，请核对方言配置。",
    en: "Field {field} has an odd number of digits and is not filled up with {allowed} at byte {offset}. The message was not used; check the dialect.",
  },
  "iso8583-field-undefined": {
    severity: "error",
    zh: "第 {field} 域（第 {offset} 字节）不在方言 {dialect} 的域表中。报文未采用，请在域表中补充定义。",
    en: "Field {field} at byte {offset} is not in the table of {dialect}. The message was not used; add the field to the table.",
  },
  "iso8583-header": {
    severity: "error",
    zh: "报文头“{part}”（第 {offset} 字节起）无效：应为 {allowed}。请核对。",
    en: 'The part "{part}" of the header at byte {offset} is not valid: {allowed} is needed. Check it.',
  },
  "iso8583-length-digits": {
    severity: "error",
    zh: "第 {field} 域的长度（第 {offset} 字节起）不是数字。报文未采用，请核对方言配置。",
    en: "The length of field {field} at byte {offset} is no number. The message was not used; check the dialect.",
  },
  "iso8583-mac-wrong": {
    severity: "error",
    zh: "第 {field} 域的 MAC 不符，报文可能被改动或密钥不同步。应答不可信，按“未知”处理；请重新签到后查询。",
    en: "The authentication code in field {field} is not right: the message was changed, or the keys differ. It proves nothing, the outcome is unknown; sign on again and ask.",
  },
  "iso8583-message-length": {
    severity: "error",
    zh: "第 {offset} 字节起的长度头无效（{found}）：应为 1 至 {allowed} 字节的十进制或二进制长度。连接上的后续数据无法分帧，请断开重连。",
    en: "The length at byte {offset} of the stream is not valid ({found}): 1 to {allowed} bytes. What follows cannot be told apart; connect anew.",
  },
  "iso8583-message-type": {
    severity: "error",
    zh: "消息类型（第 {offset} 字节起）不是四位数字。报文未采用，请核对报文头和方言配置。",
    en: "The message type at byte {offset} is not four digits. The message was not used; check header and dialect.",
  },
  "iso8583-status-unknown": {
    severity: "warning",
    zh: "应答码“{found}”不在码表中，按“未知”处理：不视为已付，也不可重发。请查询，并补充码表。",
    en: 'The response code "{found}" is not in the table, so the outcome is unknown: neither paid nor to be sent again. Ask, and add the code.',
  },
  "iso8583-tlv": {
    severity: "error",
    zh: "第 {field} 域的 TLV 数据（第 {offset} 字节）无效：应为 {allowed}。报文未采用，请核对。",
    en: "The data objects of field {field} break off at byte {offset}: {allowed} is needed. The message was not used; check it.",
  },
  "iso8583-truncated": {
    severity: "error",
    zh: "报文在第 {offset} 字节处需要 {needed} 字节（{part}），实际只剩 {found} 字节。报文不完整，未采用。",
    en: "At byte {offset} the message needs {needed} bytes for {part} and has {found}. It is cut off and was not used.",
  },
};
