// @ts-check
/** @import { IssueCatalogue } from "@tongchou/core" */

/**
 * What the channel finds beside the issues of its profile.
 *
 * @type {IssueCatalogue<"simulator-answer-unreadable">}
 */
export const channelIssues = {
  "simulator-answer-unreadable": {
    severity: "warning",
    zh: "银行的应答（{bytes} 字节）不完整或无法识别，受理情况未知。请查询，不要重发。",
    en: "The bank's answer of {bytes} bytes is not whole or not known; whether it took the part is unknown. Ask, and send nothing again.",
  },
};
