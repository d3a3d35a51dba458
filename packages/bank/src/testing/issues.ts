import type { IssueCatalogue } from "@tongchou/core";

/** Codes of what the kit finds wrong with an adapter. */
export type KitIssueCode =
  | "kit-amount-limit"
  | "kit-answer-damaged"
  | "kit-bytes-differ"
  | "kit-chunks-differ"
  | "kit-content-once"
  | "kit-contract"
  | "kit-cut-paid"
  | "kit-empty-written"
  | "kit-hostile"
  | "kit-input-changed"
  | "kit-kinds"
  | "kit-message-key"
  | "kit-name-changed"
  | "kit-name-refused"
  | "kit-name-width"
  | "kit-not-refused"
  | "kit-ordinary-refused"
  | "kit-others-lost"
  | "kit-part-repeated"
  | "kit-part-shared"
  | "kit-part-unstable"
  | "kit-payments-lost"
  | "kit-personal-data"
  | "kit-query-key"
  | "kit-query-refused"
  | "kit-read-count"
  | "kit-read-differs"
  | "kit-reference-repeated"
  | "kit-refused-row"
  | "kit-refused-silently"
  | "kit-sample-differs"
  | "kit-sample-rows"
  | "kit-split"
  | "kit-status"
  | "kit-status-unsaid"
  | "kit-threw"
  | "kit-total"
  | "kit-totals-ignored"
  | "kit-unmappable-unplaced"
  | "kit-unmappable-written"
  | "kit-unreadable"
  | "kit-zeros-refused";

const writing = {
  "kit-amount-limit": {
    severity: "error",
    zh: "单笔 {amountFen} 分的处理与 limits.amountPerPaymentFen 不符：等于限额应写入，超过应拒绝。请核对限额判断。",
    en: "A payment of {amountFen} fen is not treated as limits.amountPerPaymentFen says: written at the limit, refused above. Correct the comparison.",
  },
  "kit-bytes-differ": {
    severity: "error",
    zh: "同一调用两次得到的名称、批次号或字节不同。请去掉时钟、随机数和调用间的状态。",
    en: "The same call gave other names, numbers or bytes the second time. Take out clocks, randomness and state between calls.",
  },
  "kit-content-once": {
    severity: "error",
    zh: "文件的 content 第二次遍历得到不同内容。请返回可以重复遍历的对象，不要返回生成器本身。",
    en: "A file's content is different when gone through twice. Give an object that can be iterated again, not a generator.",
  },
  "kit-contract": {
    severity: "error",
    zh: "{found} 缺失或不符合约定（编号如 bank.format@1，名称两种语言，来源、编码非空，笔数限额为正整数）。",
    en: "{found} is missing or not as the contract has it: an id such as bank.format@1, a name in both languages, a source, encodings, whole limits.",
  },
  "kit-empty-written": {
    severity: "error",
    zh: "为没有付款的批次或部分写出了文件，或没有说明问题。应不写文件并给出问题。",
    en: "A file without payments was written, or nothing was said of an empty batch. Write none and give an issue.",
  },
  "kit-input-changed": {
    severity: "error",
    zh: "encode 改动了传入的批次。请复制后再改。",
    en: "encode changed the batch it was given. Copy what has to change.",
  },
  "kit-name-changed": {
    severity: "error",
    zh: "户名为 {found} 的批次写出后读回不一致。应原样写入（间隔号写作 U+00B7）或拒绝该笔。",
    en: "A batch with the name {found} reads back as something else. Write the name whole, its separator as U+00B7, or refuse the payment.",
  },
  "kit-name-refused": {
    severity: "error",
    zh: "拒绝了编码能表示的真实户名 {found}。请先解码再切分列，并规范间隔号。",
    en: "A real name was refused that the encoding can hold: {found}. Split columns after decoding, and normalise the separator.",
  },
  "kit-name-width": {
    severity: "error",
    zh: "{encoding} 中 {found} 字节的户名处理与限宽 {limit} 字节不符。宽度按字节计：等于可写，超出拒绝，不截断。",
    en: "A name of {found} bytes in {encoding} is not treated as the limit of {limit} says: written up to it, refused above, never cut. Count bytes.",
  },
  "kit-not-refused": {
    severity: "error",
    zh: "应拒绝而未拒绝：{found}。请在 refused 中返回该笔并给出问题。",
    en: "This should have been refused and was not: {found}. Give the payment back among the refused, with an issue.",
  },
  "kit-ordinary-refused": {
    severity: "error",
    zh: "第 {row} 笔普通付款被拒（{found}）。若该银行需要更多内容，请在 samples.payment 或 samples.batch 中提供。",
    en: "The ordinary payment in row {row} was refused ({found}). If the bank needs more, give it in samples.payment or samples.batch.",
  },
  "kit-others-lost": {
    severity: "error",
    zh: "一笔付款的 {found} 使其他付款未写入。只应拒绝该笔。",
    en: "{found} in one payment kept others from being written. Refuse that payment alone.",
  },
  "kit-part-repeated": {
    severity: "error",
    zh: "两个部分的批次号相同或为空，银行会把后一个当作重复。每部分需要自己的批次号。",
    en: "Two parts have the same number, or none; the bank would take one for a repetition. Give each its own.",
  },
  "kit-part-shared": {
    severity: "error",
    zh: "不同批次的部分使用了同一批次号。批次号须由批次的编号得出。",
    en: "Parts of different batches share a number. Derive it from the batch's number.",
  },
  "kit-part-unstable": {
    severity: "error",
    zh: "多一笔或少一笔付款后，前面部分的批次号变了，重发会被当作新的付款。批次号只能取决于批次的编号和部分的序号。",
    en: "With a payment more or less earlier parts have other numbers, so a repetition passes as new. Let them hang on the batch's number and the place alone.",
  },
  "kit-payments-lost": {
    severity: "error",
    zh: "传入 {sent} 笔，文件与 refused 中共 {found} 笔，或编号不同。每笔付款须恰好出现一次。",
    en: "Of {sent} payments {found} are in files or among the refused, or under other references. Each has to be there once.",
  },
  "kit-read-count": {
    severity: "error",
    zh: "写入 {sent} 笔，读回 {found} 笔。请检查换行和分隔符。",
    en: "{sent} payments were written, {found} read back. Check line ends and delimiters.",
  },
  "kit-read-differs": {
    severity: "error",
    zh: "第 {row} 笔读回后与写入的编号、账号、户名或金额不同。",
    en: "The payment in row {row} reads back with another reference, account, name or amount. Correct the writer.",
  },
  "kit-reference-repeated": {
    severity: "error",
    zh: "第 1、3 笔编号相同，应都被拒绝，实际被拒的是：{rows}。",
    en: "Payments 1 and 3 share a reference and both have to be refused; these were: {rows}.",
  },
  "kit-refused-row": {
    severity: "error",
    zh: "refused 中的第 {row} 行与批次中该位置的付款不符。行号从 1 起。",
    en: "Row {row} among the refused is not the payment at that place of the batch. Rows count from 1.",
  },
  "kit-refused-silently": {
    severity: "error",
    zh: "第 {row} 笔被拒，但没有错误级的问题说明原因。",
    en: "Row {row} was refused without an issue of severity error that says why. Give one.",
  },
  "kit-split": {
    severity: "error",
    zh: "单文件上限 {limit} 笔，多一笔时写出的各文件笔数为 {found}，或顺序改变。应拆分、不丢、不换序。",
    en: "With {limit} payments a file, one more gave files of {found}, or another order. Split, and keep all in order.",
  },
  "kit-total": {
    severity: "error",
    zh: "文件 {name} 的 totalFen 为 {found}，付款合计为 {sum}。",
    en: "totalFen of the file {name} is {found}; its payments add up to {sum}. They have to agree.",
  },
  "kit-unmappable-unplaced": {
    severity: "error",
    zh: "拒绝了编码容不下的字（{found}），但问题没有指出是哪一行。",
    en: "A character that the encoding cannot hold ({found}) was refused without the row. Give place.row or path.",
  },
  "kit-unmappable-written": {
    severity: "error",
    zh: "写入了编码容不下的字（{found}），或将其写成了问号。应拒绝该笔。",
    en: "Characters that the encoding cannot hold ({found}) were written, or became question marks. Refuse the payment.",
  },
  "kit-unreadable": {
    severity: "error",
    zh: "写出的文件无法读回：{found}。",
    en: "What was written cannot be read back: {found}. Correct the writer or the layout.",
  },
  "kit-zeros-refused": {
    severity: "error",
    zh: "拒绝了以零开头的账号。账号是文字，不是数字。",
    en: "An account that begins with zeros was refused. Accounts are text, not numbers.",
  },
} as const;

const reading = {
  "kit-answer-damaged": {
    severity: "error",
    zh: "对 {bytes} 字节的损坏应答返回了 {found}。无法读懂的应答只能是未知并给出问题，不得抛异常。",
    en: "A damaged answer of {bytes} bytes gave: {found}. What cannot be read is unknown, with an issue, and nothing is thrown.",
  },
  "kit-chunks-differ": {
    severity: "error",
    zh: "同一文件整块、逐字节、按流读取的结果不同。请先拼接再解码。",
    en: "The same file reads differently whole, byte by byte and as a stream. Join the chunks before decoding.",
  },
  "kit-cut-paid": {
    severity: "error",
    zh: "结果文件在第 {at} 字节处截断后，未付的付款被读成已付：{found}。",
    en: "Cut off at byte {at}, the result reads payments as paid that were not: {found}. Test the end or the totals of the file.",
  },
  "kit-hostile": {
    severity: "error",
    zh: "第 {index} 个损坏的输入（{bytes} 字节）得到：{found}。应返回失败并给出问题，不得抛异常。",
    en: "Damaged input {index} of {bytes} bytes gave: {found}. Return a failure with an issue; nothing may be thrown.",
  },
  "kit-kinds": {
    severity: "error",
    zh: "三笔付款应为 {wanted}，对账得到 {found}。",
    en: "The three payments should stand at {wanted}; they reconcile as {found}. Read every row of the result.",
  },
  "kit-message-key": {
    severity: "error",
    zh: "报文的防重号为空、会变，或与另一批次相同：{found}。",
    en: "A message's key is empty, changes, or is that of another batch: {found}. Derive it from the part's number.",
  },
  "kit-personal-data": {
    severity: "error",
    zh: "问题文字中出现了{found}（name 为姓名，account 为完整账号）。请遮盖后再写入。",
    en: "Issues show personal data: {found}. Leave names out and mask account numbers.",
  },
  "kit-query-key": {
    severity: "error",
    zh: "查询报文与付款报文使用同一防重号，银行会拒绝其中之一。",
    en: "The query goes under the key of the payment; the bank would refuse one of them. Use the query's number.",
  },
  "kit-query-refused": {
    severity: "error",
    zh: "无法为已提交的部分写出查询：{found}。",
    en: "No query could be written for a part that was submitted: {found}. Every part can be asked about.",
  },
  "kit-sample-differs": {
    severity: "error",
    zh: "样本“{title}”第 {row} 行读出的内容与约定不同。",
    en: 'Row {row} of the sample "{title}" does not read as it should. Compare the layout and the status table.',
  },
  "kit-sample-rows": {
    severity: "error",
    zh: "样本“{title}”应有 {wanted} 行，读出 {found}。",
    en: 'The sample "{title}" has {wanted} rows; {found} were read. Compare the layout.',
  },
  "kit-status": {
    severity: "error",
    zh: "“{word}”应为 {wanted}，读作 {found}。状态须按字全等查表。",
    en: '"{word}" means {wanted} and was read as {found}. Look statuses up word for word.',
  },
  "kit-status-unsaid": {
    severity: "error",
    zh: "“{word}”不在状态表中，却没有给出问题。",
    en: '"{word}" is in no status table, and no issue says so. Give one.',
  },
  "kit-threw": {
    severity: "error",
    zh: "适配器抛出异常：{found}。数据有误应返回问题。",
    en: "The adapter threw: {found}. Bad data gives issues.",
  },
  "kit-totals-ignored": {
    severity: "error",
    zh: "结果合计有误（{found}）仍被采用。应整体不采用。",
    en: "A result whose totals are off ({found}) was taken. Refuse it whole.",
  },
} as const;

/** The messages of those findings in both languages. */
export const kitIssues: IssueCatalogue<KitIssueCode> = { ...writing, ...reading };
