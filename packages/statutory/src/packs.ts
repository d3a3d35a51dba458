import type { FactPack } from "./fact.js";
import { contractFacts } from "./tables/contracts.js";
import { incomeTaxFacts } from "./tables/income-tax.js";
import { jiangxiPopulationFacts, populationFacts } from "./tables/populations.js";
import { privacyFacts } from "./tables/privacy.js";
import {
  jiangxiInsuranceFacts,
  jiujiangInsuranceFacts,
  nationalInsuranceFacts,
} from "./tables/social-insurance.js";
import { valueAddedTaxFacts } from "./tables/value-added-tax.js";
import { jiangxiWageFacts, jiujiangWageFacts, wageFacts } from "./tables/wages.js";

/** Day on which the facts of these packs were gathered from public texts. */
const gathered = "2026-11-21";

/** Facts of the whole country. */
export const nationalPack: FactPack = {
  id: "cn",
  version: gathered,
  facts: {
    ...incomeTaxFacts,
    ...nationalInsuranceFacts,
    ...wageFacts,
    ...contractFacts,
    ...privacyFacts,
    ...valueAddedTaxFacts,
    ...populationFacts,
  },
};

/** Facts of Jiangxi province. */
export const jiangxiPack: FactPack = {
  id: "cn.36",
  version: gathered,
  facts: { ...jiangxiInsuranceFacts, ...jiangxiWageFacts, ...jiangxiPopulationFacts },
};

/** Facts of the city of Jiujiang. */
export const jiujiangPack: FactPack = {
  id: "cn.3604",
  version: gathered,
  facts: { ...jiujiangInsuranceFacts, ...jiujiangWageFacts },
};

/** The packs that apply in Jiujiang, the general ones first. */
export const jiujiangPacks: readonly FactPack[] = [nationalPack, jiangxiPack, jiujiangPack];
