import type { BilingualText, Language } from "@tongchou/core";
import type { DisbursementPayee } from "@tongchou/settlement";

const names: Readonly<Record<Exclude<DisbursementPayee["kind"], "agency">, BilingualText>> = {
  workers: { zh: "职工本人工资卡", en: "workers' own cards" },
  "tax-authority": { zh: "税务：个人所得税", en: "tax authority: income tax" },
  "social-insurance": { zh: "税务：社会保险费", en: "tax authority: social insurance" },
  "housing-fund": { zh: "公积金中心", en: "housing-fund centre" },
  unit: { zh: "用人单位自行缴纳", en: "the unit, to pay itself" },
};

/** The name of a payee for people. */
export function payeeName(
  payee: DisbursementPayee,
  agencyNames: ReadonlyMap<string, string>,
  language: Language,
): string {
  if (payee.kind !== "agency") return names[payee.kind][language];
  return `${payee.agencyId} ${agencyNames.get(payee.agencyId) ?? ""}`.trim();
}
