import { createIssue, formatYuan, type Issue } from "@tongchou/core";
import { settlementIssues } from "../issues.js";
import type { SettledEntry } from "../statement/settlement-line.js";
import type { SettlementStatement } from "../statement/statement.js";
import type { PayeeSettlement } from "./statement-correction.js";

/** Remarks about how a line is paid, which a correction makes of its own payments. */
const paymentCodes: ReadonlySet<string> = new Set(["payout-held", "negative-net"]);

/**
 * What has to be said of a correction: the remarks on the month as it is now, `payout-held` and `negative-net`
 * for its own payments, `worker-overpaid` and `payee-overpaid` for what was paid too much.
 */
export function correctionRemarks(
  now: SettlementStatement,
  entries: readonly SettledEntry[],
  settlements: readonly PayeeSettlement[],
): readonly Issue[] {
  const unitId = now.input.unit.id;
  return [
    ...now.remarks.filter(({ code }) => !paymentCodes.has(code)),
    ...entries.flatMap((entry) => paymentRemark(entry, unitId)),
    ...settlements.flatMap((settlement) => overpaidRemark(settlement, unitId)),
  ];
}

function paymentRemark({ result }: SettledEntry, unitId: string): readonly Issue[] {
  const { workerId, netFen, payment } = result;
  const context = { subject: { unitId, workerId } };
  if (payment.kind === "held" && payment.amountFen > 0) {
    return [createIssue(settlementIssues, "payout-held", { net: formatYuan(payment.amountFen) }, context)];
  }
  if (netFen >= 0) return [];
  return [createIssue(settlementIssues, "negative-net", { net: formatYuan(netFen) }, context)];
}

function overpaidRemark({ payee, overpaidFen }: PayeeSettlement, unitId: string): readonly Issue[] {
  if (overpaidFen === 0) return [];
  const amount = formatYuan(overpaidFen);
  if (payee.kind === "worker") {
    const subject = { unitId, workerId: payee.workerId };
    return [createIssue(settlementIssues, "worker-overpaid", { amount }, { subject })];
  }
  const subject = payee.kind === "agency" ? { unitId, agencyId: payee.agencyId } : { unitId };
  const { zh, en } = payeeNames[payee.kind];
  return [createIssue(settlementIssues, "payee-overpaid", { amount, zh, en }, { subject })];
}

const payeeNames = {
  agency: { zh: "机构", en: "the agency" },
  "tax-authority": { zh: "税务机关", en: "the tax authority" },
  "social-insurance": { zh: "社会保险费", en: "social insurance" },
  "housing-fund": { zh: "住房公积金中心", en: "the housing fund" },
  unit: { zh: "单位（代扣款返还）", en: "the unit (deductions handed back)" },
} as const;
