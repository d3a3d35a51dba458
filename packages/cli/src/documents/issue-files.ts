import type { Issue } from "@tongchou/core";
import type { SheetContent, SheetValue } from "@tongchou/filings";
import { severityName, sortIssues } from "../terminal/issue-lines.js";
import { joinDocuments, workbookFile, type WrittenDocuments } from "./workbook-file.js";

/** Every issue of a month: as a workbook that a clerk can tick off, and as JSON. */
export async function issueFiles(issues: readonly Issue[]): Promise<WrittenDocuments> {
  const sorted = sortIssues(issues);
  const json = {
    path: "issues.json",
    bytes: `${JSON.stringify(sorted, undefined, 1)}\n`,
    rows: sorted.length,
  };
  const workbook = await workbookFile("issues.xlsx", [issueSheet(sorted)], { rows: sorted.length });
  return joinDocuments([{ files: [json], issues: [] }, workbook]);
}

function issueSheet(issues: readonly Issue[]): SheetContent {
  const text = (header: string, width?: number) => ({ header, format: "text" as const, width });
  return {
    name: "问题清单",
    columns: [
      text("类别"),
      text("单位"),
      text("人员编号"),
      text("合同或机构", 14),
      text("文件", 22),
      text("工作表", 14),
      { header: "行", format: "integer" },
      text("列"),
      text("表头", 18),
      text("说明和处理办法", 70),
      text("可选决定", 50),
      text("依据"),
      text("代码", 28),
      text("Message", 70),
    ],
    rows: issues.map((issue): readonly SheetValue[] => [
      severityName(issue.severity, "zh"),
      issue.subject?.unitId,
      issue.subject?.workerId,
      issue.subject?.contractId ?? issue.subject?.agencyId,
      issue.place?.file,
      issue.place?.sheet,
      issue.place?.row,
      issue.place?.column ?? issue.path,
      issue.place?.header,
      issue.message.zh,
      (issue.options ?? []).map((option) => option.zh).join("；"),
      issue.clause,
      issue.code,
      issue.message.en,
    ]),
  };
}
