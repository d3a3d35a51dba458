import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from "node:crypto";
import { stat } from "node:fs/promises";
import { isPrivateKey, isPublicKey, publicKeyOf, type SignatureAlgorithm } from "@tongchou/settlement";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";
import type { OutputFile } from "../files/output-folder.js";
import { readInputText } from "../files/read-input.js";

/** A key as the packages take it. */
export interface Key {
  readonly algorithm: SignatureAlgorithm;
  readonly bytes: Uint8Array;
}

const readableByOthers = 0o077;
const ownerOnly = 0o600;

/**
 * Reads a private key: Ed25519 from PEM (PKCS #8), SM2 from 64 hexadecimal digits.
 *
 * @throws CommandError when the file holds no such key; what it holds is never shown
 */
export async function readPrivateKey(path: string): Promise<Key> {
  const text = (await readInputText(path)).trim();
  const key: Key | undefined = text.startsWith("-----BEGIN")
    ? ed25519Key(() => createPrivateKey(text), "d")
    : hexKey(text);
  if (key !== undefined && isPrivateKey(key.algorithm, key.bytes)) return key;
  throw new CommandError(exitCodes.input, {
    zh: `${path} 不是可用的私钥：Ed25519 用 PEM（PKCS #8，不加密），SM2 用 64 位十六进制。`,
    en: `${path} is no private key: PEM (PKCS #8, not encrypted) for Ed25519, 64 hexadecimal digits for SM2.`,
  });
}

/**
 * Reads a public key: Ed25519 from PEM (SPKI), SM2 from 130 hexadecimal digits.
 *
 * @throws CommandError when the file holds no such key
 */
export async function readPublicKey(path: string): Promise<Key> {
  const text = (await readInputText(path)).trim();
  const key = text.startsWith("-----BEGIN PUBLIC KEY")
    ? ed25519Key(() => createPublicKey(text), "x")
    : hexKey(text);
  if (key !== undefined && isPublicKey(key.algorithm, key.bytes)) return key;
  throw new CommandError(exitCodes.input, {
    zh: `${path} 不是可用的公钥：Ed25519 用 PEM（SPKI），SM2 用 130 位十六进制（04 加两个坐标）。`,
    en: `${path} is no public key: PEM (SPKI) for Ed25519, 130 hexadecimal digits (04 and both coordinates) for SM2.`,
  });
}

/** True when others than its owner may read a key's file; never where the system has no such modes. */
export async function isReadableByOthers(path: string): Promise<boolean> {
  return process.platform !== "win32" && ((await stat(path)).mode & readableByOthers) !== 0;
}

/** A new key as two files; only its owner may read the private one. */
export function newKeyFiles(algorithm: SignatureAlgorithm): {
  readonly publicKey: Uint8Array;
  readonly files: readonly OutputFile[];
} {
  return algorithm === "SM2" ? newSm2Files() : newEd25519Files();
}

function newEd25519Files(): ReturnType<typeof newKeyFiles> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const pem = (key: KeyObject, type: "pkcs8" | "spki"): string =>
    key.export({ format: "pem", type }).toString();
  return {
    publicKey: memberOf(publicKey, "x"),
    files: [
      { path: "private.pem", bytes: pem(privateKey, "pkcs8"), mode: ownerOnly },
      { path: "public.pem", bytes: pem(publicKey, "spki") },
    ],
  };
}

function newSm2Files(): ReturnType<typeof newKeyFiles> {
  let secret = randomBytes(32);
  while (!isPrivateKey("SM2", secret)) secret = randomBytes(32);
  const publicKey = publicKeyOf("SM2", secret);
  return {
    publicKey,
    files: [
      { path: "private.sm2", bytes: `${secret.toString("hex")}\n`, mode: ownerOnly },
      { path: "public.sm2", bytes: `${Buffer.from(publicKey).toString("hex")}\n` },
    ],
  };
}

function ed25519Key(read: () => KeyObject, member: "d" | "x"): Key | undefined {
  try {
    const key = read();
    if (key.asymmetricKeyType !== "ed25519") return undefined;
    return { algorithm: "Ed25519", bytes: memberOf(key, member) };
  } catch {
    return undefined;
  }
}

/** A member of a key's JSON form (RFC 8037). */
function memberOf(key: KeyObject, member: "d" | "x"): Uint8Array {
  return Uint8Array.from(Buffer.from(key.export({ format: "jwk" })[member] ?? "", "base64url"));
}

function hexKey(text: string): Key | undefined {
  if (!/^([0-9A-Fa-f]{64}|[0-9A-Fa-f]{130})$/.test(text)) return undefined;
  return { algorithm: "SM2", bytes: Uint8Array.from(Buffer.from(text, "hex")) };
}
