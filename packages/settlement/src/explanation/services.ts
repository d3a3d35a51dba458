import { formatYuan } from "@tongchou/core";
import { servicesTotal } from "../services/service-fees.js";
import { feeInputs, shareFormula } from "./amounts.js";
import type { ExplainedLine, Told } from "./explain.js";
import { shown } from "./formula.js";

/** The worker's share of every order of services that names the worker, tax on top included; none without. */
export function explainServices(subject: ExplainedLine): Told | undefined {
  if (subject.result.services === undefined) return undefined;
  const { input, services: fees = [] } = subject.statement;
  const shares = subject.result.services.flatMap(({ orderId }) => {
    const fee = fees.find(({ contractId }) => contractId === orderId);
    const order = input.serviceOrders?.find(({ id }) => id === orderId);
    return fee === undefined || order === undefined ? [] : [{ fee, order }];
  });
  const terms = shares.flatMap(({ fee, order }) => {
    const payWithFeeFen = subject.payOfOrder(order);
    const sharing = { terms: order.feeTerms, fee, payWithFeeFen };
    const wholes = [fee.feeFen, ...(fee.vatOnTopFen ? [fee.vatOnTopFen] : [])];
    return wholes.map((wholeFen) => shareFormula(subject, sharing, wholeFen));
  });
  return {
    title: { zh: "自愿增值服务费（本人份额）", en: "services ordered, this worker's share" },
    formula: terms.join(" + "),
    inputs: shares.flatMap(({ fee, order }) => [
      ...feeInputs(fee, order),
      ...(fee.vatOnTopFen ? [shown({ zh: "增值税合计", en: "tax on it" }, formatYuan(fee.vatOnTopFen))] : []),
    ]),
    resultFen: servicesTotal(subject.result.services),
    facts: [],
    clause: "P2-3.2.1",
  };
}
