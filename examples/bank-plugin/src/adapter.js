// @ts-check
/** @import { BankAdapter, ResultFile } from "@tongchou/bank" */
import { createProfileAdapter } from "@tongchou/bank";
import { withHash, withoutHash } from "./hash-line.js";
import { xunchengProfile } from "./profile.js";

const columns = createProfileAdapter(xunchengProfile);

/**
 * The adapter of 浔城银行: the profile writes and reads the columns, and what a profile cannot say, the hash
 * behind each file, is put around it.
 *
 * @type {BankAdapter}
 */
export const xunchengAdapter = {
  ...columns,

  async encode(batch) {
    const encoded = await columns.encode(batch);
    const files = encoded.files.map((file) => ({
      ...file,
      content: [withHash(Buffer.concat([...file.content]))],
    }));
    return { ...encoded, files };
  },

  async decode(file) {
    const content = withoutHash(await collect(file.content), file.name);
    return content.ok ? columns.decode({ name: file.name, content: content.value }) : content;
  },
};

/**
 * The hash is over the whole file, so all of it has to be there.
 *
 * @param {ResultFile["content"]} content
 * @returns {Promise<Uint8Array>}
 */
async function collect(content) {
  if (content instanceof Uint8Array) return content;
  const chunks = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
