// @ts-check
/** @import { Language } from "@tongchou/core" */

/** The help, in both languages. */
export const help = {
  zh: `用法：node src/main.js [选项]

一家模拟银行：接收批量文件和报文，记账，并可按要求出错。只监听本机。

  --port <端口>       HTTP 端口（默认 8080，0 为任选）
  --tcp-port <端口>   ISO 8583（1987 版，ASCII）端口（默认不用，0 为任选）
  --folder <目录>     交换目录：文件放入 in，应答在 out（默认不用）
  --store <文件>      记账文件，只追加，重启后仍在（默认 out/bank-simulator/bookings.jsonl）
  --profile <文件>    银行格式的 JSON（默认统筹通用分隔符格式）
  --fault <故障>      要出的错，可重复，例如 lose-answer 或 return:row=2,minutes=4320,times=3
  --seed <整数>       出错方式的种子（默认 1）
  --lang zh|en        语言（默认 en）
  -h, --help          显示帮助

故障：lose-request、lose-answer、slow、delay、hide、reject、return、duplicate、truncate、swap、refuse-duplicate。
参数：times（次数）、minutes（银行时钟的分钟）、milliseconds、row（第几笔）。说明见 README。
控制：POST /control/faults、POST /control/clock（分钟数）、GET /control/totals。Ctrl-C 结束。
`,
  en: `usage: node src/main.js [options]

A bank to test against: it takes batch files and messages, books payments, and fails as told. It listens on this
machine only.

  --port <port>       port of HTTP (default: 8080; 0 takes any)
  --tcp-port <port>   port of ISO 8583:1987 in ASCII (default: none; 0 takes any)
  --folder <folder>   a drop folder: files go into in, answers come in out (default: none)
  --store <file>      file of bookings, only ever appended to, kept over restarts
                      (default: out/bank-simulator/bookings.jsonl)
  --profile <file>    the bank's format in JSON (default: tongchou's delimited format)
  --fault <fault>     what to do wrong, may be repeated: lose-answer, or return:row=2,minutes=4320,times=3
  --seed <number>     seed of how things go wrong (default: 1)
  --lang zh|en        language (default: en)
  -h, --help          show this help

Faults: lose-request, lose-answer, slow, delay, hide, reject, return, duplicate, truncate, swap, refuse-duplicate.
With: times, minutes (of the bank's clock), milliseconds, row. The README says what each does.
Control: POST /control/faults, POST /control/clock (minutes), GET /control/totals. Ctrl-C ends it.
`,
};

/** What the bank says it did; codes in the log. */
const events = {
  accepted: { zh: "已受理并记账", en: "taken and booked" },
  repeated: { zh: "重复提交，答复与首次相同", en: "submitted again, answered as the first time" },
  duplicate: { zh: "重复提交，已拒绝", en: "submitted again, refused" },
  refused: { zh: "拒绝，未记账", en: "refused, not booked" },
  found: { zh: "已答复查询", en: "query answered" },
  "not-found": { zh: "查无此批", en: "not found" },
  "request-lost": { zh: "请求丢失，未记账", en: "request lost, not booked" },
};

/**
 * A line of the log: what was done with which batch.
 *
 * @param {string} code
 * @param {string} batchNumber
 * @param {Language} language
 */
export function logLine(code, batchNumber, language) {
  const text = Object.entries(events).find(([each]) => each === code)?.[1][language] ?? code;
  return `${batchNumber === "" ? "—" : batchNumber} ${text}\n`;
}

/** The other sentences of the program. */
export const sentences = {
  listening: { zh: "监听", en: "listening on" },
  watching: { zh: "交换目录", en: "watching" },
  closed: { zh: "已结束", en: "closed" },
};
