import { fen, formatRate, type Fen, type VatMethod, type VatService } from "@tongchou/core";
import type { SheetContent, SheetValue } from "@tongchou/filings";
import type { Invoice, InvoiceDocument, SettlementStatement } from "@tongchou/settlement";

const services: Readonly<Record<VatService, string>> = {
  dispatch: "劳务派遣服务",
  "dispatch-unlicensed": "人力资源服务（无派遣许可）",
  agency: "人力资源外包服务",
  outsourcing: "劳务外包",
  "outsourcing-construction": "劳务外包（建筑、运输）",
};

const methods: Readonly<Record<VatMethod, string>> = {
  full: "全额",
  balance: "差额",
  simple: "差额（简易计税）",
};

const kinds = { special: "可开专用发票", ordinary: "只可开普通发票" } as const;

/** Who invoices the unit for what: a row for each invoice, with what is taxed and what is deducted apart. */
export function invoiceSheet(statement: SettlementStatement, titleRows: readonly string[]): SheetContent {
  const names = new Map(statement.input.agencies.map((agency) => [agency.id, agency.name]));
  const money = (header: string) => ({ header, format: "money" as const, width: 16 });
  const text = (header: string, width: number) => ({ header, format: "text" as const, width });
  return {
    name: "开票",
    titleRows,
    columns: [
      text("开票方", 28),
      text("受票方", 24),
      text("合同", 14),
      text("服务", 20),
      text("计税方法", 14),
      text("税率（征收率）", 14),
      text("发票", 18),
      money("价税合计"),
      money("计税部分（含税）"),
      money("不计税部分（差额扣除）"),
      money("增值税"),
    ],
    rows: statement.invoices.flatMap((invoice) => {
      const head = [
        `${invoice.issuerId} ${names.get(invoice.issuerId) ?? ""}`.trim(),
        statement.input.unit.name,
        invoice.contractId,
      ];
      return taxedRows(invoice).map((row) => [...head, ...row]);
    }),
    footRows: [
      "平台只代收代付，不开票也不受票；直签人员的工资不开票。各行价税合计之和即付给机构的金额。",
      ...(statement.correction === undefined
        ? []
        : ["本单为更正：只列与此前已开发票的差额，正数补开，负数开红字发票；与此前各单相加即全月应开金额。"]),
    ],
  };
}

function taxedRows({ tax, priceFen }: Invoice): readonly (readonly SheetValue[])[] {
  if (tax === null)
    return [["未确定", undefined, undefined, "请确认", priceFen, undefined, undefined, undefined]];
  const rule = [services[tax.service], methods[tax.method], formatRate(tax.rate)];
  return tax.documents.map(({ kind, taxedFen, untaxedFen, vatFen, isRedLetter }: InvoiceDocument) => {
    const amounts: readonly Fen[] = [fen(taxedFen + untaxedFen), taxedFen, untaxedFen, vatFen];
    const kindText = kind === null ? "种类未确定，请确认" : kinds[kind];
    return [...rule, isRedLetter === true ? `红字：${kindText}` : kindText, ...amounts];
  });
}
