import type { BilingualText, Issue, Parsed } from "@tongchou/core";
import type { Provenance } from "../profile.js";
import type { CardState } from "./card-state.js";

/** What can be asked of a registry. */
export type CardOperation = (typeof cardOperations)[number];

/** All operations. */
export const cardOperations = [
  "eligibility",
  "application",
  "progress",
  "social-activation",
  "financial-activation",
  "temporary-loss",
  "formal-loss",
  "release",
  "replacement",
  "query",
] as const;

/** Who a card is for. */
export interface CardHolder {
  readonly name: string;
  readonly idNumber: string;
  /** The registry's letter for the kind of document. Default: `A`, resident identity card. */
  readonly idKind?: string | undefined;
}

/** A card, and whose it is. */
export interface SocialCard extends CardHolder {
  /** The number of the social-security card, nine characters. */
  readonly cardNumber: string;
  /** The number of its bank account. */
  readonly bankCardNumber?: string | undefined;
}

/** What an application says besides the holder. */
export interface CardApplication extends CardHolder {
  readonly mobile?: string | undefined;
  /** How the card reaches its holder. */
  readonly delivery?: "mail" | "collect" | undefined;
  readonly occupationCode?: string | undefined;
  readonly nationalityCode?: string | undefined;
  /** Validity of the identity document, as `20200101`; `99991231` where it has no end. */
  readonly idValidFrom?: string | undefined;
  readonly idValidTo?: string | undefined;
  /** As `19900101`. */
  readonly birthDate?: string | undefined;
  readonly sexCode?: string | undefined;
  readonly ethnicityCode?: string | undefined;
  readonly address?: string | undefined;
  /** The photograph in Base64. */
  readonly photo?: string | undefined;
}

/**
 * What a registry answered.
 *
 * - `done`: it did what was asked.
 * - `already`: the card was in that state before; asking again did no harm.
 * - `refused`: it did not, and says why.
 * - `unknown`: nobody can tell, for there was no whole answer or its code is not in the table. Only a query
 *   leaves it.
 */
export interface CardAnswer {
  readonly kind: "done" | "already" | "refused" | "unknown";
  readonly code: string;
  /** The registry's own words. */
  readonly text: string;
  readonly issues: readonly Issue[];
}

/** What a registry knows of a card. */
export interface CardRecord {
  readonly state: CardState;
  /** The registry's own code of the state. */
  readonly stateCode: string;
  readonly cardNumber?: string | undefined;
  readonly bankCardNumber?: string | undefined;
  /** Everything the registry said, by its own keys. */
  readonly values: ReadonlyMap<string, string>;
}

/**
 * The registry of social-security cards of a province or city.
 *
 * A card has two sides. The registry keeps the social one; the bank account behind it is activated, and
 * reported lost, at the bank, of which the registry at most keeps a record.
 *
 * A call fails with issues when it cannot be written: `card-operation-unsupported`, `card-field-missing`,
 * `card-field-too-wide`, `character-unmappable`. What came back, or that nothing did, is in the answer.
 */
export interface CardRegistry {
  readonly id: string;
  readonly name: BilingualText;
  readonly provenance: Provenance;
  /** The operations that this registry has. */
  readonly operations: readonly CardOperation[];
  checkEligibility(holder: CardHolder): Promise<Parsed<CardAnswer>>;
  apply(application: CardApplication): Promise<Parsed<CardAnswer>>;
  queryProgress(holder: CardHolder): Promise<Parsed<CardAnswer>>;
  activateSocial(card: SocialCard): Promise<Parsed<CardAnswer>>;
  activateFinancial(card: SocialCard): Promise<Parsed<CardAnswer>>;
  reportTemporaryLoss(card: SocialCard): Promise<Parsed<CardAnswer>>;
  /** Ends the card: in some registries only a replacement follows, never a release. */
  reportFormalLoss(card: SocialCard): Promise<Parsed<CardAnswer>>;
  /** Takes a loss back, as far as the registry lets it. */
  releaseLoss(card: SocialCard): Promise<Parsed<CardAnswer>>;
  replace(card: SocialCard, options: { readonly reason: string }): Promise<Parsed<CardAnswer>>;
  /** Fails, too, when there is no record to be read: the answer's issues say why. */
  query(holder: CardHolder & Partial<SocialCard>): Promise<Parsed<CardRecord>>;
}
