import type { PaymentFormat } from "../../profile.js";

/** Words for pay of persons, where the bank's column for the purpose takes free text. */
export const personalWords: PaymentFormat["purposes"] = {
  wage: "工资",
  "wage-supplement": "补发工资",
  severance: "经济补偿金",
};

/** The same, where the format reaches corporate accounts, too. */
export const paymentWords: PaymentFormat["purposes"] = {
  ...personalWords,
  "agency-settlement": "人力服务结算",
};
