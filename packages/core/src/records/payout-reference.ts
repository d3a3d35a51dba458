import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { PayoutPurpose } from "./payout-record.js";

/** What a payment's reference is derived from. */
export interface PayoutIdentity {
  readonly statementId: string;
  /** Id of the worker, agency or authority; never an identity number, which a short hash would not hide. */
  readonly payeeId: string;
  readonly purpose: PayoutPurpose;
  /** 1 for the first attempt; a reissue after a definite failure or a return counts on. */
  readonly attempt: number;
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Derives the reference of a payment: 20 characters that any bank's reference field holds.
 *
 * The same statement, payee, purpose and attempt always give the same reference, so a payment that is sent
 * again can be recognised; a new attempt has a new one.
 *
 * @example
 * payoutReference({ statementId: "S-2024-03-U01", payeeId: "W00001", purpose: "wage", attempt: 1 }).length; // => 20
 */
export function payoutReference(identity: PayoutIdentity): string {
  const { statementId, payeeId, purpose, attempt } = identity;
  const digest = sha256(utf8ToBytes(JSON.stringify([statementId, payeeId, purpose, attempt])));
  let reference = "";
  let bits = 0;
  let held = 0;
  for (const byte of digest) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      reference += alphabet.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
    if (reference.length >= 20) break;
  }
  return reference.slice(0, 20);
}
