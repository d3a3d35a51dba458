import { createHmac } from "node:crypto";
import {
  createSigner,
  createVerifier,
  type BundleOptions,
  type StatementVerifier,
} from "@tongchou/settlement";
import { say, type Session } from "../terminal/terminal.js";
import { isReadableByOthers, readPrivateKey, readPublicKey } from "./key-files.js";

/** Who tests signatures, from public keys in files. */
export async function readVerifiers(
  paths: readonly string[],
  userId: string | undefined,
): Promise<readonly StatementVerifier[]> {
  const verifiers: StatementVerifier[] = [];
  for (const path of paths) {
    const { algorithm, bytes } = await readPublicKey(path);
    verifiers.push(createVerifier(algorithm, bytes, { userId }));
  }
  return verifiers;
}

/**
 * What signs bundles, from a private key in a file; warns when others may read the file. The secret that
 * blinds lines is derived from the key, so that signing again gives the same bytes.
 */
export async function readSigning(
  session: Session,
  path: string,
  userId: string | undefined,
): Promise<BundleOptions> {
  const { algorithm, bytes } = await readPrivateKey(path);
  if (await isReadableByOthers(path)) {
    const text = {
      zh: `注意：其他用户也能读取私钥文件 ${path}，请改为仅本人可读（chmod 600）。\n`,
      en: `Warning: others may read the private key ${path}. Let only its owner read it (chmod 600).\n`,
    };
    session.terminal.writeError(say(session, text));
  }
  const blindingKey = createHmac("sha256", bytes).update("tongchou/blinding-key").digest();
  return { signers: [createSigner(algorithm, bytes, { userId })], blindingKey };
}
