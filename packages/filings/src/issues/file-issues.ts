import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about a file as a whole. */
export type FileIssueCode =
  | "csv-quotes"
  | "file-binary"
  | "file-empty"
  | "file-lock"
  | "format-unsupported"
  | "html-no-table"
  | "limit-columns"
  | "limit-file-bytes"
  | "limit-merges"
  | "limit-part-bytes"
  | "limit-rows"
  | "limit-shared-strings"
  | "limit-total-bytes"
  | "text-too-long"
  | "text-undecodable"
  | "text-unencodable"
  | "workbook-encrypted"
  | "workbook-macros"
  | "workbook-no-sheets"
  | "workbook-part-missing"
  | "xls-damaged"
  | "xls-too-large"
  | "xml-damaged"
  | "xml-doctype"
  | "xml-too-deep"
  | "zip-damaged"
  | "zip-truncated";

/** Messages about files. */
export const fileIssues: IssueCatalogue<FileIssueCode> = {
  "csv-quotes": {
    severity: "error",
    zh: "第{row}行起双引号不成对，无法分列。请用表格软件打开后另存为 .xlsx 再提交。",
    en: "From row {row} on the double quotes do not pair, so the columns cannot be told apart. Open the file in a spreadsheet program and save it as .xlsx.",
  },
  "file-binary": {
    severity: "error",
    zh: "文件内容不是表格（含有不可识别的二进制数据）。请提交 .xlsx、.xls 或 .csv 文件。",
    en: "The content is no spreadsheet but unknown binary data. Send an .xlsx, .xls or .csv file.",
  },
  "file-empty": {
    severity: "error",
    zh: "文件为空（0 字节）。请重新导出或重新发送。",
    en: "The file is empty (0 bytes). Export or send it again.",
  },
  "file-lock": {
    severity: "error",
    zh: "这是表格打开时自动生成的临时文件（以 ~$ 开头），不含数据。请关闭表格后提交正式文件。",
    en: "This is the temporary file (~$) of a workbook that is open; it holds no data. Close the workbook and send the real file.",
  },
  "format-unsupported": {
    severity: "error",
    zh: "不支持 {format} 格式。请用表格软件打开后另存为 .xlsx 再提交。",
    en: "The format {format} is not supported. Open the file in a spreadsheet program and save it as .xlsx.",
  },
  "html-no-table": {
    severity: "error",
    zh: "文件是网页但其中没有表格（可能是登录或出错页面）。请重新导出，或另存为 .xlsx 再提交。",
    en: "The file is a web page without a table, perhaps a login or error page. Export it again or save it as .xlsx.",
  },
  "limit-columns": {
    severity: "error",
    zh: "有数据的列超过 {limit} 列。请删除表格右侧多余的内容。",
    en: "There is data beyond column {limit}. Delete what does not belong to the table on its right.",
  },
  "limit-file-bytes": {
    severity: "error",
    zh: "文件大小 {found} 字节，超过上限 {limit} 字节。请拆分后提交。",
    en: "The file has {found} bytes; {limit} are allowed. Split it.",
  },
  "limit-merges": {
    severity: "error",
    zh: "合并单元格超过 {limit} 处。请取消多余的合并后再提交。",
    en: "There are more than {limit} merged cells. Unmerge what is not needed.",
  },
  "limit-part-bytes": {
    severity: "error",
    zh: "文件中的 {part} 解压后超过 {limit} 字节，可能是恶意压缩文件，已停止读取。如为正常文件请拆分后提交。",
    en: "The part {part} inflates to more than {limit} bytes, as hostile archives do; reading stopped. If the file is genuine, split it.",
  },
  "limit-rows": {
    severity: "error",
    zh: "工作表的数据行超过 {limit} 行。请拆分后提交。",
    en: "The sheet has more than {limit} rows of data. Split it.",
  },
  "limit-shared-strings": {
    severity: "error",
    zh: "文件中的文字超过 {limit} 条或总长度过大。请拆分后提交。",
    en: "The file holds more than {limit} texts, or they are too long together. Split it.",
  },
  "limit-total-bytes": {
    severity: "error",
    zh: "文件解压后总计超过 {limit} 字节，可能是恶意压缩文件，已停止读取。如为正常文件请拆分后提交。",
    en: "The file inflates to more than {limit} bytes in total, as hostile archives do; reading stopped. If it is genuine, split it.",
  },
  "text-too-long": {
    severity: "error",
    zh: "第{row}行第{column}列的文字超过 {limit} 个字符，单元格放不下，未生成文件。请缩短。",
    en: "Row {row}, column {column} has more than the {limit} characters a cell holds; no file was made. Shorten it.",
  },
  "text-undecodable": {
    severity: "error",
    zh: "文件编码既不是 UTF-8 也不是 GB18030，无法正确显示文字。请用表格软件打开后另存为 .xlsx 再提交。",
    en: "The text is neither UTF-8 nor GB18030, so it cannot be read. Open the file in a spreadsheet program and save it as .xlsx.",
  },
  "text-unencodable": {
    severity: "error",
    zh: "第{row}行第{column}列含有无法用 {encoding} 表示的字符，未生成文件。请更正该字，或改用 .xlsx 格式。",
    en: "Row {row}, column {column} has a character that {encoding} cannot hold; no file was made. Correct it, or use .xlsx.",
  },
  "workbook-encrypted": {
    severity: "error",
    zh: "文件设有打开密码，无法读取。请取消密码后再提交。",
    en: "The file is protected by a password. Remove the password and send it again.",
  },
  "workbook-macros": {
    severity: "warning",
    zh: "文件带有宏。宏未运行，也不会运行；只读取单元格中的值。",
    en: "The file has macros. They were not run and never are; only the values of cells are read.",
  },
  "workbook-no-sheets": {
    severity: "error",
    zh: "文件中没有可以读取的工作表。请检查是否提交了正确的文件。",
    en: "The file has no sheet that can be read. Check whether it is the right file.",
  },
  "workbook-part-missing": {
    severity: "error",
    zh: "文件不完整，缺少 {part}。请用表格软件打开后另存为 .xlsx 再提交。",
    en: "The file is incomplete: {part} is missing. Open it in a spreadsheet program and save it as .xlsx.",
  },
  "xls-damaged": {
    severity: "error",
    zh: ".xls 文件已损坏，无法读取。请用表格软件打开后另存为 .xlsx 再提交。",
    en: "The .xls file is damaged. Open it in a spreadsheet program and save it as .xlsx.",
  },
  "xls-too-large": {
    severity: "error",
    zh: "表格有 {rows} 行 {columns} 列，.xls 最多 65536 行 256 列，未生成文件。请改用 .xlsx，或分成几个文件。",
    en: "The table has {rows} rows and {columns} columns; .xls holds 65536 and 256, so no file was made. Use .xlsx or several files.",
  },
  "xml-damaged": {
    severity: "error",
    zh: "文件内部的 XML 已损坏，从此处起无法读取，本表已读部分也不采用。请用表格软件打开后另存为 .xlsx 再提交。",
    en: "The XML inside the file is damaged from here on, so nothing of this sheet is used. Open the file in a spreadsheet program and save it as .xlsx.",
  },
  "xml-doctype": {
    severity: "error",
    zh: "文件内部的 XML 带有文档类型声明，正常的表格没有，出于安全不予读取。请用表格软件另存为 .xlsx 再提交。",
    en: "The XML inside the file declares a document type, which no genuine workbook does; it is not read. Save it as .xlsx with a spreadsheet program.",
  },
  "xml-too-deep": {
    severity: "error",
    zh: "文件内部的 XML 嵌套超过 {limit} 层，正常的表格不会这样，出于安全不予读取。请用表格软件另存为 .xlsx 再提交。",
    en: "The XML inside the file nests more than {limit} deep, which no genuine workbook does; it is not read. Save it as .xlsx with a spreadsheet program.",
  },
  "zip-damaged": {
    severity: "error",
    zh: "文件已损坏（压缩数据校验不符）。请重新导出或重新发送。",
    en: "The file is damaged: its compressed data fails the check. Export or send it again.",
  },
  "zip-truncated": {
    severity: "error",
    zh: "文件不完整，末尾部分缺失（可能传输中断）。请重新发送。",
    en: "The end of the file is missing, perhaps because the transfer broke off. Send it again.",
  },
};
