// @ts-check
/** @import { IssueCatalogue } from "@tongchou/core" */

/**
 * What the adapter finds beside the issues of its profile.
 *
 * @type {IssueCatalogue<"xuncheng-hash-missing" | "xuncheng-hash-wrong">}
 */
export const xunchengIssues = {
  "xuncheng-hash-missing": {
    severity: "error",
    zh: "文件最后一行不是 HASH 行，文件可能不完整，整个文件未采用。请重新取得文件。",
    en: "The last line is no HASH line; the file may be cut off and was not used. Fetch it again.",
  },
  "xuncheng-hash-wrong": {
    severity: "error",
    zh: "文件内容与 HASH 行不符，文件被改动或损坏，整个文件未采用。请重新取得文件。",
    en: "The content does not match the HASH line: the file was changed or damaged, and was not used. Fetch it again.",
  },
};
