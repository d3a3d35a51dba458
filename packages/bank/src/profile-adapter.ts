import type { BankAdapter, ResultFile } from "./adapter.js";
import { type BankProfile, parseProfile } from "./profile.js";
import { detailFields } from "./profiles/layout.js";
import { decodeResult } from "./reading/result-reader.js";
import { encodeBatch } from "./writing/batch-writer.js";

/**
 * Makes the adapter of a bank's profile.
 *
 * @param profile a built-in profile, or what {@link parseProfile} gave for a bank's own
 * @throws RangeError when the profile does not pass {@link parseProfile}: an adapter never has to guess
 * @example
 * createProfileAdapter(delimitedProfile).id; // => "tongchou.delimited@1"
 */
export function createProfileAdapter(profile: BankProfile): BankAdapter {
  const checked = parseProfile(profile);
  if (!checked.ok) throw new RangeError(checked.issues[0]?.message.en ?? "not a profile");
  const { id, name, provenance, payment } = checked.value;
  const payeeName = detailFields(payment.layout).find(({ kind }) => kind === "payee-name");
  return {
    id,
    name,
    provenance,
    limits: {
      ...payment.limits,
      payeeNameBytes: payeeName?.widthBytes,
      encodings: [payment.layout.encoding],
    },
    encode: (batch) => Promise.resolve().then(() => encodeBatch(checked.value, batch)),
    decode: async (file) =>
      decodeResult(checked.value, { name: file.name, content: await collect(file.content) }),
  };
}

async function collect(content: ResultFile["content"]): Promise<Uint8Array | Iterable<Uint8Array>> {
  if (content instanceof Uint8Array || !(Symbol.asyncIterator in content)) return content;
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return chunks;
}
