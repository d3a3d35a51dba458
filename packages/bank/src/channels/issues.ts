import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about messages to banks and their answers. */
export type ChannelIssueCode =
  | "answer-not-for-part"
  | "answer-not-sealed"
  | "answer-not-signed"
  | "answer-too-large"
  | "answer-unreadable"
  | "batch-number-too-long"
  | "credential-missing"
  | "json-key-repeated"
  | "json-malformed"
  | "json-too-deep"
  | "outcomes-contradict-totals"
  | "part-incomplete"
  | "payee-bank-mismatch"
  | "payee-bank-missing"
  | "query-not-agreed"
  | "query-too-many"
  | "row-unreadable"
  | "submitted-at-missing"
  | "sum-differs"
  | "unpack-failed";

/** The messages of this room's issues in both languages. */
export const channelIssues: IssueCatalogue<ChannelIssueCode> = {
  "answer-not-for-part": {
    severity: "error",
    zh: "应答的批次号是“{found}”，询问的是“{expected}”。应答未采用，请按批次号重新查询。",
    en: 'The answer is about "{found}", and "{expected}" was asked for. It was not used; ask again by the number.',
  },
  "answer-not-sealed": {
    severity: "error",
    zh: "银行的应答不是约定的密文，可能是网关或代理的报错。这不说明付款结果：按“未知”处理，请查询，不可重发。",
    en: "The bank's answer is not encrypted as agreed; a gateway may have answered. It says nothing of the payments: the outcome is unknown. Ask; do not send again.",
  },
  "answer-not-signed": {
    severity: "error",
    zh: "银行应答的签名缺失或验不过，内容不可信，未采用。请核对银行公钥，结果未知，请查询，不可重发。",
    en: "The answer's signature is missing or does not hold, so its content was not used. Check the bank's key; the outcome is unknown. Ask; do not send again.",
  },
  "answer-too-large": {
    severity: "error",
    zh: "应答超过 {allowed} 字节，不再读取。请核对来源；结果未知，不可重发。",
    en: "The answer is larger than {allowed} bytes; reading stopped. Check where it comes from. The outcome is unknown; do not send again.",
  },
  "answer-unreadable": {
    severity: "error",
    zh: "应答中没有“{element}”，不是该交易的应答，可能被截断。结果未知，请查询，不可重发。",
    en: 'The answer has no "{element}": it is none to this transaction, or was cut off. The outcome is unknown. Ask; do not send again.',
  },
  "batch-number-too-long": {
    severity: "error",
    zh: "批次号“{found}”共 {length} 位，该银行的报文编号最多 {allowed} 位，不会截断。请改用较短的批次号。",
    en: 'The number "{found}" has {length} characters; the bank takes {allowed}, and nothing is cut off. Use a shorter batch number.',
  },
  "credential-missing": {
    severity: "error",
    zh: "报文中“{name}”的位置应恰好出现一次，实际 {found} 次，未发送。请使用本通道生成的报文，并提供该凭据。",
    en: 'The place for "{name}" has to stand in the message once, and stands {found} times; it was not sent. Use a message of this channel and give the credential.',
  },
  "json-key-repeated": {
    severity: "error",
    zh: "JSON 对象中同一个键出现两次，无法判断以哪个为准。报文未采用，请对方更正。",
    en: "An object of the message has the same key twice; which one counts cannot be told. It was not used; have the sender correct it.",
  },
  "json-malformed": {
    severity: "error",
    zh: "此处不符合 JSON 语法，报文可能损坏或被截断，未采用。请重新取得。",
    en: "This place is not JSON: the message is damaged or cut off and was not used. Fetch it again.",
  },
  "json-too-deep": {
    severity: "error",
    zh: "JSON 嵌套超过 {allowed} 层，不像银行报文，不再读取。请核对来源。",
    en: "The message is nested more than {allowed} deep, which no bank's is; reading stopped. Check where it comes from.",
  },
  "outcomes-contradict-totals": {
    severity: "error",
    zh: "银行称未列出的付款为 {declared} 笔 {declaredAmount} 元，本方计算为 {found} 笔 {foundAmount} 元，未列出的付款按“未知”处理。请向银行核对明细。",
    en: "The bank counts {declared} payments of {declaredAmount} yuan besides those it lists; {found} of {foundAmount} yuan were sent. They stay unknown; clear up the details with the bank.",
  },
  "part-incomplete": {
    severity: "warning",
    zh: "银行收到 {found} 笔，应为 {expected} 笔：分包未收齐，银行尚未开始处理。请查明缺少的分包，按原编号处理。",
    en: "The bank has {found} of {expected} payments: a part is missing, and it has not begun. Find out which one, and treat it under its own number.",
  },
  "payee-bank-mismatch": {
    severity: "error",
    zh: "收款人的开户行与本报文的卡类型 {cardType} 不符（7 为本行，5、6 为他行），银行会拒绝。请放入另一批次，或核对开户行。",
    en: "The payee's bank does not fit the message's card type {cardType} (7 is this bank, 5 and 6 are others), and the bank would refuse it. Put it into another batch, or check the bank.",
  },
  "payee-bank-missing": {
    severity: "error",
    zh: "收款人不在本行开户，该银行要求填写收款行{what}。请补填。",
    en: "The payee's account is at another bank, for which this bank needs the {what} of the payee's bank. Fill it in.",
  },
  "query-not-agreed": {
    severity: "error",
    zh: "该银行批次查询的交易码和字段没有公开资料，未发送查询。请向银行取得后在配置的 query 中填写。",
    en: "The code and the fields of this bank's query are not public, so none was written. Get them from the bank and give them in the option query.",
  },
  "query-too-many": {
    severity: "error",
    zh: "一次查询 {found} 个编号，该银行每次至少 1 个、少于 {allowed} 个，请分次查询。",
    en: "The query has {found} numbers; the bank takes at least 1 and fewer than {allowed} at a time. Ask in parts.",
  },
  "row-unreadable": {
    severity: "error",
    zh: "应答中此处的一笔明细缺少或写错“{element}”，该笔未采用，按未答复处理。请向银行核对。",
    en: 'A payment of the answer lacks a readable "{element}" here. It was not used and counts as not answered; ask the bank.',
  },
  "submitted-at-missing": {
    severity: "error",
    zh: "批次没有提交时刻，或写法不是 2024-03-15T09:30:00，报文需要它。请补填，重新生成时须用同一时刻。",
    en: "The batch has no moment of submission such as 2024-03-15T09:30:00, which the message carries. Give it, and the same one when the batch is written again.",
  },
  "sum-differs": {
    severity: "error",
    zh: "报文写明共 {declared} 笔 {declaredAmount} 元，明细为 {found} 笔 {foundAmount} 元，报文未采用。请核对来源。",
    en: "The message says {declared} payments of {declaredAmount} yuan, its rows are {found} of {foundAmount} yuan. It was not used; check where it comes from.",
  },
  "unpack-failed": {
    severity: "error",
    zh: "应答的压缩或 Base64 内容损坏，或解开后超过 {allowed} 字节，未采用。结果未知，请重新查询。",
    en: "The packed content of the answer is damaged, or takes more than {allowed} bytes unpacked. It was not used; the outcome is unknown, ask again.",
  },
};
