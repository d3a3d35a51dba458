import {
  createIssue,
  failed,
  isSm2PrivateKey,
  isSm2PublicKey,
  parsed,
  type Parsed,
  sm2DefaultUserId,
  sm2Sign,
  sm2Verify,
} from "@tongchou/core";
import { cryptoIssues } from "./issues.js";
import { signatureFromDer, signatureToDer } from "./signature-der.js";

/** Who signs: a key in memory, a sign server or a hardware module. It knows the key, its user id and form. */
export interface Signer {
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Who tests signatures by one key. */
export interface Verifier {
  /** False for everything that is no signature by the key. */
  verify(bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** How a signature stands on the wire: 64 bytes of r and s, or a DER sequence of the two. */
export type SignatureForm = "raw" | "der";

/** What was agreed with the other side. */
export interface Sm2SignatureOptions {
  /** Default: 1234567812345678, which GM/T 0009 gives where none was agreed. */
  readonly userId?: string | undefined;
  readonly form: SignatureForm;
}

/**
 * Signs by SM2 with SM3, with a key in memory. The same bytes always give the same signature.
 *
 * @param privateKey 32 bytes
 * @throws RangeError for bytes that are no private key
 * @example
 * const signer = createSm2Signer(new Uint8Array(32).fill(1), { form: "raw" });
 * (await signer.sign(Uint8Array.of(1, 2, 3))).length; // => 64
 */
export function createSm2Signer(privateKey: Uint8Array, options: Sm2SignatureOptions): Signer {
  if (!isSm2PrivateKey(privateKey)) throw new RangeError("this is no SM2 private key");
  const { userId = sm2DefaultUserId, form } = options;
  const sign = (message: Uint8Array): Uint8Array => {
    const signature = sm2Sign({ message, userId }, privateKey);
    return form === "der" ? signatureToDer(signature) : signature;
  };
  return { sign: (bytes) => Promise.resolve(sign(bytes)) };
}

/**
 * Tests signatures by SM2 with SM3.
 *
 * @param publicKey 65 bytes, 04 and both coordinates
 * @throws RangeError for bytes that are no public key
 * @example
 * const [key, options] = [new Uint8Array(32).fill(1), { form: "der", userId: "N002466353000000" }];
 * const signature = await createSm2Signer(key, options).sign(Uint8Array.of(1));
 * await createSm2Verifier(sm2PublicKey(key), options).verify(Uint8Array.of(1), signature); // => true
 */
export function createSm2Verifier(publicKey: Uint8Array, options: Sm2SignatureOptions): Verifier {
  if (!isSm2PublicKey(publicKey)) throw new RangeError("this is no SM2 public key");
  const { userId = sm2DefaultUserId, form } = options;
  const verify = (message: Uint8Array, signature: Uint8Array): boolean => {
    const raw = readSignature(signature, form);
    return raw.ok && sm2Verify({ message, userId }, raw.value, publicKey);
  };
  return { verify: (bytes, signature) => Promise.resolve(verify(bytes, signature)) };
}

/**
 * Reads a signature in the form that was agreed.
 *
 * @returns 64 bytes, r and s; or `signature-form`
 * @example
 * readSignature(new Uint8Array(63), "raw").issues[0]?.code; // => "signature-form"
 */
export function readSignature(signature: Uint8Array, form: SignatureForm): Parsed<Uint8Array> {
  if (form === "der") return signatureFromDer(signature);
  if (signature.length === 64) return parsed(signature);
  return failed(createIssue(cryptoIssues, "signature-form", { found: signature.length }));
}
