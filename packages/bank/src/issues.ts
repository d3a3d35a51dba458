import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about a bank's profile. */
export type ProfileIssueCode =
  | "amount-unit-missing"
  | "profile-columns-misplaced"
  | "profile-detail-count"
  | "profile-field-misplaced"
  | "profile-field-missing"
  | "profile-field-repeated"
  | "profile-headers-missing"
  | "profile-line-hidden"
  | "profile-packet-lines"
  | "profile-padding-unsafe"
  | "profile-template-invalid"
  | "profile-text-unwritable"
  | "profile-width-missing";

/** Codes of issues about payments to be written. */
export type PaymentIssueCode =
  | "account-characters"
  | "amount-above-limit"
  | "amount-not-positive"
  | "batch-empty"
  | "batch-number-characters"
  | "character-private-use"
  | "character-unmappable"
  | "field-missing"
  | "field-reserved-characters"
  | "field-too-wide"
  | "purpose-unsupported"
  | "reference-repeated"
  | "route-not-through-platform";

/** Codes of issues about files to be read. */
export type FileIssueCode =
  | "amount-not-fen"
  | "cell-number-rounded"
  | "bytes-not-in-encoding"
  | "columns-missing"
  | "file-empty"
  | "file-truncated"
  | "line-cell-count"
  | "line-unexpected"
  | "line-width"
  | "parts-incomplete"
  | "result-layout-missing"
  | "status-unknown"
  | "total-amount-differs"
  | "total-count-differs";

/** Codes of issues about results that do not agree with what was sent. */
export type ReconciliationIssueCode =
  | "match-ambiguous"
  | "payment-missing"
  | "result-account-differs"
  | "result-amount-differs"
  | "result-contradicts"
  | "result-repeated"
  | "result-unexpected";

/** Every issue code of this package. */
export type BankIssueCode = ProfileIssueCode | PaymentIssueCode | FileIssueCode | ReconciliationIssueCode;

const profileIssues: IssueCatalogue<ProfileIssueCode> = {
  "amount-unit-missing": {
    severity: "error",
    zh: "{path} 没有写明金额单位，只能是 fen（分）或 yuan（元）。单位弄错，每笔金额会差一百倍，请向银行确认后填写。",
    en: "{path} does not say what amounts are counted in: fen or yuan. Guessed wrong, every payment is off a hundredfold. Ask the bank.",
  },
  "profile-columns-misplaced": {
    severity: "error",
    zh: "列名行只能用于分隔符文件，且只能有一行、位于明细行之前，请调整 lines。",
    en: "A line of column names is for delimited files, once, before the detail line. Rearrange the lines.",
  },
  "profile-detail-count": {
    severity: "error",
    zh: "文件版式中有 {found} 个明细行，应恰好一个，请调整 lines。",
    en: "The layout has {found} detail lines; exactly one is allowed. Correct the lines.",
  },
  "profile-field-misplaced": {
    severity: "error",
    zh: "“{fieldZh}”不能放在这一行：总笔数、总金额只用于汇总行，单笔内容只用于明细行，状态和原因只用于结果文件。请移到所属的行。",
    en: 'The column "{fieldEn}" cannot stand on this line: totals belong to summary lines, a payment\'s values to the detail line, status and reason to results. Move it.',
  },
  "profile-field-missing": {
    severity: "error",
    zh: "明细行缺少“{fieldZh}”。付款文件必须有收款账号、收款人姓名和金额；结果文件必须有状态，并有付款编号或前述三项。请补上。",
    en: 'The detail line lacks "{fieldEn}". Payments need payee account, payee name and amount; results need the status, and the reference or those three. Add it.',
  },
  "profile-field-repeated": {
    severity: "error",
    zh: "“{fieldZh}”在同一行出现两次，请把不需要的一列改为 ignored 或 constant。",
    en: 'The column "{fieldEn}" stands twice on one line. Make the one that is not meant "ignored" or "constant".',
  },
  "profile-headers-missing": {
    severity: "error",
    zh: "版式有列名行，但“{fieldZh}”没有写列名，请在 headers 中填写。",
    en: 'The layout has a line of column names, but "{fieldEn}" has none. Give its headers.',
  },
  "profile-line-hidden": {
    severity: "error",
    zh: "以“{found}”开头的行会被当作注释（{commentPrefix}）跳过，请更换注释前缀或该行的开头。",
    en: 'A line that begins with "{found}" would be skipped as a comment ({commentPrefix}). Change the comment prefix or the line.',
  },
  "profile-packet-lines": {
    severity: "error",
    zh: "无换行报文（packet）只能有一个 summary 行，后接一个 detail 行，请调整 lines。",
    en: "A packet has one summary line and the detail line behind it, and no other. Rearrange the lines.",
  },
  "profile-padding-unsafe": {
    severity: "error",
    zh: "“{fieldZh}”不能在前面补零：它本身可能以零开头，补零后无法还原。请改为 spaces-after 或 spaces-before。",
    en: 'Zeros cannot be put before "{fieldEn}": it may begin with zeros of its own. Use spaces-after or spaces-before.',
  },
  "profile-template-invalid": {
    severity: "error",
    zh: "模板“{found}”无效，必须包含 {needed}，且只能使用说明中列出的占位符和文件名允许的字符。",
    en: 'The template "{found}" is not valid: it needs {needed}, and takes no other placeholders and signs than documented.',
  },
  "profile-text-unwritable": {
    severity: "error",
    zh: "文字“{found}”无法写入文件：有 {encoding} 以外的字符、控制字符或分隔符，或超出列宽。请修改。",
    en: 'The text "{found}" cannot be written: it has characters outside {encoding}, control characters or the delimiter, or is wider than its column. Change it.',
  },
  "profile-width-missing": {
    severity: "error",
    zh: "“{fieldZh}”没有写列宽（字节），定长文件的每一列和需要补位的列都必须写 widthBytes。",
    en: 'The column "{fieldEn}" has no width. Give widthBytes for every column of a fixed-width file and for padded ones.',
  },
};

const paymentIssues: IssueCatalogue<PaymentIssueCode> = {
  "account-characters": {
    severity: "error",
    zh: "账号 {found} 含有数字和连字符以外的字符，请按账户资料重新填写，更正前不写入文件。",
    en: "The account number {found} has characters other than digits and hyphens. Copy it again; nothing is written until then.",
  },
  "amount-above-limit": {
    severity: "error",
    zh: "金额 {found} 元超过该银行单笔上限 {allowed} 元，请与银行确认其他付款方式。该笔未写入文件。",
    en: "The amount of {found} yuan is above the bank's limit of {allowed} yuan for one payment. Agree on another way with the bank; it was not written.",
  },
  "amount-not-positive": {
    severity: "error",
    zh: "金额 {found} 分不能发放，应为大于零的整数分。该笔未写入文件，请核对。",
    en: "An amount of {found} fen cannot be paid: a whole number of fen above 0 is needed. Check it; the payment was not written.",
  },
  "batch-empty": {
    severity: "error",
    zh: "没有可以写入文件的付款，未生成文件。请先处理被拒的付款或检查批次。",
    en: "There is no payment to write, so there is no file. Settle the refused payments or check the batch.",
  },
  "batch-number-characters": {
    severity: "error",
    zh: "批次号“{found}”无效，应为 1 至 32 位字母、数字或连字符。未生成文件，请更正。",
    en: 'The batch number "{found}" is not valid: 1 to 32 letters, digits and hyphens are. No file was written; correct it.',
  },
  "character-private-use": {
    severity: "warning",
    zh: "文字中有自造字（{characters}），各银行的字形可能不同。请核对开户行登记的写法，能用标准汉字时改用标准汉字。",
    en: "The text has private-use characters ({characters}), which banks may read differently. Check what the payee's bank has on file; use the standard character where it does.",
  },
  "character-unmappable": {
    severity: "error",
    zh: "文字中有 {encoding} 无法表示的字符（{characters}），不会写成问号。请向收款行核对登记的写法；银行支持 GB18030 时，将配置的编码改为 gb18030。",
    en: "The text has characters ({characters}) that {encoding} cannot hold, and none is turned into a question mark. Check what the payee's bank has on file, or set the profile to gb18030 if the bank reads it.",
  },
  "field-missing": {
    severity: "error",
    zh: "没有填写“{fieldZh}”，该银行的文件必须有此项，请补填。",
    en: 'There is no "{fieldEn}", and the bank\'s file needs it. Fill it in.',
  },
  "field-reserved-characters": {
    severity: "error",
    zh: "“{fieldZh}”含有文件格式保留的字符（{characters}），写入会使各列错位，请删去或改写。",
    en: 'The value of "{fieldEn}" has characters ({characters}) that the format keeps for itself; columns would shift. Rewrite it without them.',
  },
  "field-too-wide": {
    severity: "error",
    zh: "“{fieldZh}”共 {found} 字节，该列最多 {allowed} 字节，不会截断，请缩短或与银行确认列宽。",
    en: 'The value of "{fieldEn}" takes {found} bytes; the column holds {allowed}, and nothing is cut off. Shorten it or confirm the width with the bank.',
  },
  "purpose-unsupported": {
    severity: "error",
    zh: "该银行的配置没有“{found}”这种用途的写法。该笔未写入文件，请在 purposes 中补充银行规定的用语。",
    en: 'The profile has no word for payments of the purpose "{found}". Add the bank\'s word to its purposes; the payment was not written.',
  },
  "reference-repeated": {
    severity: "error",
    zh: "付款编号 {found} 用在 {count} 笔付款上，同一笔款项可能被重复发放。这些付款都未采用，请查明后只保留一笔。",
    en: "The reference {found} stands on {count} payments, which may pay someone twice. None of them was used; find out and keep one.",
  },
  "route-not-through-platform": {
    severity: "error",
    zh: "这笔钱的结算路径是 {found}，依法不得经平台账户支付，未写入文件；请由总承包专户、实习单位或项目资金账户直接支付。",
    en: "The settlement route of this money is {found}: by law it may not pass through the platform's account and was not written. The project account, the host or the public fund account pays it.",
  },
};

const fileIssues: IssueCatalogue<FileIssueCode> = {
  "amount-not-fen": {
    severity: "error",
    zh: "金额“{found}”不是整数分，配置写明该文件以分为单位。请核对文件和配置的金额单位。",
    en: 'The amount "{found}" is no whole number of fen, which the profile says the file counts in. Check the file and the profile\'s unit.',
  },
  "bytes-not-in-encoding": {
    severity: "error",
    zh: "有字节不是 {encoding} 编码，文件可能损坏、被截断，或配置的编码不对。请重新取得文件并核对编码。",
    en: "There are bytes that are not {encoding}: the file is damaged or cut, or the profile has the wrong encoding. Fetch it again and check.",
  },
  "cell-number-rounded": {
    severity: "error",
    zh: "“{fieldZh}”在表格中是数值而不是文本，且超过数值能准确表示的位数，末几位可能已丢失。该行未采用，请让银行以文本格式导出。",
    en: 'The "{fieldEn}" is a number in the sheet, longer than numbers are exact: its last digits may be lost. The row was not used; ask the bank for an export with text cells.',
  },
  "columns-missing": {
    severity: "error",
    zh: "文件中没有找到列名行，应各有一列：{headers}。请核对文件是否为该银行的导出格式。",
    en: "No line of column names was found; one column each is needed for: {headers}. Check that the file is the bank's export.",
  },
  "file-empty": {
    severity: "error",
    zh: "文件中没有付款明细。请核对文件是否完整。",
    en: "The file has no payments. Check that it is complete.",
  },
  "file-truncated": {
    severity: "error",
    zh: "文件只有 {found} 行，至少应有 {allowed} 行，可能不完整。请重新取得文件。",
    en: "The file has {found} lines where at least {allowed} are needed; it may be cut off. Fetch it again.",
  },
  "line-cell-count": {
    severity: "error",
    zh: "该行有 {found} 列，应为 {allowed} 列。该行未采用，请核对文件。",
    en: "The line has {found} columns; {allowed} are needed. It was not used; check the file.",
  },
  "line-unexpected": {
    severity: "error",
    zh: "该行此处应为“{allowed}”，实际不是。文件可能不完整或不是该格式，请核对。",
    en: 'The line should read "{allowed}" here and does not. The file may be cut off or of another format; check it.',
  },
  "line-width": {
    severity: "error",
    zh: "该行共 {found} 字节，应为 {allowed} 字节。该行未采用，请核对文件（列宽按字节计，不按字数）。",
    en: "The line has {found} bytes; {allowed} are needed. It was not used; check the file (widths count bytes, not characters).",
  },
  "parts-incomplete": {
    severity: "error",
    zh: "该批次分为 {allowed} 个文件，收到的分包为：{found}。请补齐后一并处理。",
    en: "The batch has {allowed} parts; these were given: {found}. Bring all of them, each once.",
  },
  "result-layout-missing": {
    severity: "error",
    zh: "配置 {profile} 没有{neededZh}的结果版式，无法读取。请向银行取得结果文件说明，在 result 中补充。",
    en: "The profile {profile} has no layout for a result that is {neededEn}, so it cannot be read. Ask the bank for the description and add it under result.",
  },
  "status-unknown": {
    severity: "warning",
    zh: "状态“{found}”不在配置的状态表中，按“未知”处理：不视为已付，也不可重发。请向银行查询，并补充状态表。",
    en: 'The status "{found}" is not in the profile\'s table, so the outcome is unknown: neither paid nor to be sent again. Ask the bank and add it.',
  },
  "total-amount-differs": {
    severity: "error",
    zh: "汇总行的总金额为 {declared} 元，明细合计为 {found} 元，整个文件未采用。请向对方核对并重新取得文件。",
    en: "The summary says {declared} yuan, the lines add up to {found} yuan; the file was not used. Clear it up and fetch it again.",
  },
  "total-count-differs": {
    severity: "error",
    zh: "汇总行的总笔数为 {declared}，可读取的明细为 {found} 笔，整个文件未采用。请向对方核对并重新取得文件。",
    en: "The summary says {declared} payments, {found} lines could be read; the file was not used. Clear it up and fetch it again.",
  },
};

const reconciliationIssues: IssueCatalogue<ReconciliationIssueCode> = {
  "match-ambiguous": {
    severity: "warning",
    zh: "有 {count} 笔付款的账号、户名、金额完全相同（{account}，{amount} 元），结果却不同，且结果文件没有付款编号，只能按先后对应。请与银行确认哪一笔未成功。",
    en: "{count} payments have the same account, name and amount ({account}, {amount} yuan) but different outcomes, and the result has no reference, so they were matched in order. Ask the bank which is which.",
  },
  "payment-missing": {
    severity: "warning",
    zh: "付款 {reference}（{amount} 元）不在任何结果文件中，结果未知，不可重发。请向银行查询。",
    en: "The payment {reference} ({amount} yuan) is in no result. Its outcome is not known, and it must not be sent again; ask the bank.",
  },
  "result-account-differs": {
    severity: "error",
    zh: "付款 {reference} 发往账号 {sent}，结果文件为 {found}。可能读错了列（把付款方当成收款方）或付错了人，请立即与银行核对。",
    en: "The payment {reference} was sent to the account {sent}; the result says {found}. The wrong column may have been read, or the wrong person paid: ask the bank at once.",
  },
  "result-amount-differs": {
    severity: "error",
    zh: "付款 {reference} 发出 {sent} 元，结果文件为 {found} 元。请与银行核对，核清前不入账。",
    en: "The payment {reference} was sent with {sent} yuan; the result says {found} yuan. Clear it up with the bank before booking it.",
  },
  "result-contradicts": {
    severity: "error",
    zh: "付款 {reference} 在一个结果中成功、在另一个结果中失败，按“未知”处理，不可重发。请与银行核实资金是否已付出。",
    en: "One result says that {reference} was paid, another that it was rejected: its outcome is unknown, and it must not be sent again. Ask the bank whether money left.",
  },
  "result-repeated": {
    severity: "error",
    zh: "付款 {reference} 在同一结果文件中出现 {count} 次，可能重复付款。请立即与银行核实。",
    en: "The payment {reference} stands {count} times in one result file and may have been paid twice. Ask the bank at once.",
  },
  "result-unexpected": {
    severity: "error",
    zh: "结果文件中有一笔未曾发出的付款（编号 {reference}，账号 {account}）。请核对文件是否属于本批次，并与银行核实。",
    en: "The result has a payment that was not sent (reference {reference}, account {account}). Check that the file belongs to this batch and ask the bank.",
  },
};

/** The messages of this package's issues in both languages. */
export const bankIssues: IssueCatalogue<BankIssueCode> = {
  ...profileIssues,
  ...paymentIssues,
  ...fileIssues,
  ...reconciliationIssues,
};
