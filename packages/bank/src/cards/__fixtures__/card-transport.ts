import { encodeAccepted } from "../../encoding.js";
import type { SocialCard } from "../card-registry.js";
import type { CardRequest, CardTransport } from "../card-request.js";

/** A card of a test person. */
export const card: SocialCard = {
  name: "李東",
  idNumber: "360499199001010019",
  cardNumber: "A12345678",
  bankCardNumber: "6299990000000000005",
};

/** A transport that gives one reply, in GBK, and keeps what was sent. */
export function replying(reply: string): CardTransport & { readonly sent: readonly CardRequest[] } {
  const sent: CardRequest[] = [];
  return {
    sent,
    send: (request) => {
      sent.push(request);
      return Promise.resolve(encodeAccepted(reply, "gbk"));
    },
  };
}

/** A transport whose calls are lost; its error quotes the whole call, as some libraries' errors do. */
export const losing: CardTransport = {
  send: (request) => Promise.reject(new Error(`time-out: ${JSON.stringify(request)}`)),
};
