import { fen, parsed, sumFen, type Fen, type Parsed } from "@tongchou/core";
import type { Facts } from "@tongchou/statutory";
import { factsFor } from "../facts-for.js";
import type { LawDate } from "../law-date.js";

/** Additional deductions whose amount a fact states. */
export type AdditionalItem =
  "children" | "infants" | "elderly" | "elderly-share" | "education-monthly" | "home-loan";

/**
 * One additional deduction of a month: by law, so that its amount follows the facts, or with an amount where
 * no fact states one, such as the rent.
 */
export type AdditionalClaim =
  | {
      readonly kind: "by-law";
      readonly item: AdditionalItem;
      /** Children or infants; 1 without it. */
      readonly count?: number | undefined;
      /** True where the other parent deducts the other half. */
      readonly isHalf?: boolean | undefined;
    }
  | { readonly kind: "amount"; readonly item: string; readonly amountFen: Fen };

/**
 * Additional deductions of a month (国发〔2018〕41号; 国发〔2022〕8号; 国发〔2023〕13号).
 *
 * @returns their sum, or `fact-unknown`
 * @example
 * const facts = createFacts(jiujiangPacks);
 * const children = [{ kind: "by-law", item: "children", count: 1 }] as const;
 * const on = plainDate("2023-01-31");
 * const before = additionalDeductionsOn(children, facts, { on, knownOn: plainDate("2023-08-27") });
 * before.ok && before.value; // => 100000
 * const after = additionalDeductionsOn(children, facts, { on, knownOn: plainDate("2023-08-28") });
 * after.ok && after.value; // => 200000
 */
export function additionalDeductionsOn(
  claims: readonly AdditionalClaim[],
  facts: Facts,
  law: LawDate,
): Parsed<Fen> {
  const amounts: Fen[] = [];
  for (const claim of claims) {
    if (claim.kind === "amount") {
      amounts.push(claim.amountFen);
      continue;
    }
    const id = `cn.iit.additional.${claim.item}` as const;
    const known = factsFor(facts, [id], law.on, law.knownOn);
    if (!known.ok) return known;
    // The amounts of the law are whole yuan, so a half is whole fen.
    const each = known.value[id].value.fen / (claim.isHalf === true ? 2 : 1);
    amounts.push(fen(each * (claim.count ?? 1)));
  }
  return parsed(sumFen(amounts));
}
