import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues about orders of services. */
export type ServiceIssueCode =
  | "service-order-missing"
  | "service-order-outside-month"
  | "service-order-worker-absent"
  | "service-order-worker-repeated";

/** Messages about orders of services. */
export const serviceIssues: IssueCatalogue<ServiceIssueCode> = {
  "service-order-missing": {
    severity: "warning",
    zh: "单位为该人员选择了增值服务，但没有一份服务订单列明此人，本月未计服务费；请补充订单，或取消该选择。",
    en: "The unit chose extra services for the worker, and no order of services names the worker: nothing is charged. Add the order, or take the choice back.",
  },
  "service-order-outside-month": {
    severity: "error",
    zh: "服务订单 {order} 的期间（{signedOn} 至 {expiresOn}）不含 {period}，不得计费；请去掉该订单或更正期间。",
    en: "The order of services {order} runs from {signedOn} to {expiresOn} and not in {period}, so nothing may be charged for it. Leave it out, or correct its days.",
  },
  "service-order-worker-absent": {
    severity: "warning",
    zh: "服务订单 {order} 列明的人员 {worker} 本月没有结算，未计其服务费；请核对订单。",
    en: "Worker {worker} of the order of services {order} is not settled this month and not charged for. Check the order.",
  },
  "service-order-worker-repeated": {
    severity: "error",
    zh: "服务订单 {order} 重复列明人员 {worker}，请更正订单。",
    en: "The order of services {order} names worker {worker} more than once. Correct the order.",
  },
};
