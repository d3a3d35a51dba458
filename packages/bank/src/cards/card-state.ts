/**
 * Where a card stands in its registry, the social side; never a bare digit, for the digits of registries
 * contradict each other.
 */
export type CardState = (typeof cardStates)[number];

/** All states of the social side. */
export const cardStates = [
  "issued",
  "active",
  "temporarily-lost",
  "lost",
  "lost-cancelled",
  "cancelled",
  "application-locked",
  "unknown",
] as const;

/** Where the bank account of a card stands: the financial side, which the bank knows and not the registry. */
export type FinancialState = (typeof financialStates)[number];

/** All states of the financial side. */
export const financialStates = [
  "not-activated",
  "active",
  "dormant",
  "temporarily-lost",
  "lost",
  "cancelled",
  "unknown",
] as const;

/** The codes of one registry; what is missing is `unknown`. */
export type CardStateTable = Readonly<Record<string, CardState>>;

/**
 * AAZ502 of the family of tag strings. In this family 3 is a locked application and 4 a temporary loss.
 *
 * Source: integrator code for Henan and Jilin; not compared with an authority's manual.
 */
export const tagCardStates: CardStateTable = {
  "0": "issued",
  "1": "active",
  "2": "lost",
  "3": "application-locked",
  "4": "temporarily-lost",
};

/**
 * kzt of the family of provincial card services. In this family 3 is a card cancelled after its loss and 4 a
 * cancelled card.
 *
 * Source: integration document for Shandong in leithergit/SSCard_System, 2025; not compared with the
 * authority.
 */
export const scmsCardStates: CardStateTable = {
  "0": "issued",
  A: "issued",
  "1": "active",
  "2": "lost",
  B: "temporarily-lost",
  "3": "lost-cancelled",
  "4": "cancelled",
};

/** The state that a registry's code stands for, by its own table and character for character. */
export function cardStateOf(table: CardStateTable, code: string): CardState {
  return Object.hasOwn(table, code) ? (table[code] ?? "unknown") : "unknown";
}
