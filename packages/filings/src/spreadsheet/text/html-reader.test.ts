import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { codesOf, textsOf, valueOf } from "../../__fixtures__/read-cells.js";
import { readWorkbook } from "../read-workbook.js";
import type { Workbook } from "../workbook.js";

async function read(html: string): Promise<Workbook> {
  return valueOf(await readWorkbook(new Uint8Array(iconv.encode(html, "gb18030")), { fileName: "导出.xls" }));
}

describe("readHtml", () => {
  it("reads a table that a system exported as .xls", async () => {
    const workbook = await read(
      '<html><head><meta charset="gb2312"><style>td{mso-number-format:"\\@"} <b></style></head><body>\n' +
        "<!-- <table> --><table border=1><thead><tr><th>姓&nbsp;名<th>证件<br>号码</tr></thead>" +
        "<tr><td>张三</td><td>360499199001011234</td></tr>\n<tr><td><b>李</b>四 &amp; &#20116;&#x4e94;</td><td></td></tr></table></body>",
    );
    expect(workbook.format).toBe("html");
    expect(textsOf(workbook)).toEqual({
      "1:1": "姓 名",
      "1:2": "证件 号码",
      "2:1": "张三",
      "2:2": "360499199001011234",
      "3:1": "李四 & 五五",
    });
  });

  it("puts cells past those that span rows and columns, and says what is merged", async () => {
    const workbook = await read(
      "<table><tr><td rowspan=2>a</td><td colspan='2'>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    );
    expect(textsOf(workbook)).toEqual({ "1:1": "a", "1:2": "b", "2:2": "c", "2:3": "d" });
    expect(workbook.sheets[0]?.merges).toEqual([
      { firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 1 },
      { firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 3 },
    ]);
  });

  it("reads tables inside cells as text, and tables below each other as one sheet", async () => {
    const workbook = await read(
      "<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table><table><tr><td>c</td></tr></table>",
    );
    expect(textsOf(workbook)).toEqual({ "1:1": "ab", "2:1": "c" });
  });

  it("says so when a page has no table, as a login page has none", async () => {
    const bytes = new TextEncoder().encode("<!DOCTYPE html><html><body>请先登录</body></html>");
    expect(codesOf(await readWorkbook(bytes, { fileName: "a.xls" }))).toEqual(["html-no-table"]);
  });

  it.each([
    ["open comments", "<table><!--".repeat(50_000)],
    ["open tags", `<table>${"<td ".repeat(100_000)}`],
    ["spans", `<table>${"<tr><td colspan=99999 rowspan=99999>".repeat(1000)}`],
    ["nesting", "<table><tr><td>".repeat(50_000)],
    ["scripts", `<table>${"<script>".repeat(100_000)}`],
  ])("takes no more than a moment for endless %s", async (_, html) => {
    const started = performance.now();
    const result = await readWorkbook(new TextEncoder().encode(html), { fileName: "a.xls" });
    expect(result.ok ? [] : codesOf(result)).toEqual(result.ok ? [] : ["limit-columns"]);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
