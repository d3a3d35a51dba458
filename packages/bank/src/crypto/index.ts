export { type Cipher, createSm2Cipher, createSm4Cipher, type Sm2CipherKeys } from "./cipher.js";
export { hmacSm3 } from "./hmac-sm3.js";
export { type CryptoIssueCode, cryptoIssues } from "./issues.js";
export { signatureFromDer, signatureToDer } from "./signature-der.js";
export {
  createSm2Signer,
  createSm2Verifier,
  readSignature,
  type SignatureForm,
  type Signer,
  type Sm2SignatureOptions,
  type Verifier,
} from "./signer.js";
export { type RandomBytes, sm2Decrypt, sm2Encrypt, type Sm2CiphertextForm } from "./sm2-encryption.js";
export { sm4Decrypt, sm4Encrypt, type Sm4Options } from "./sm4.js";
export { sm2DefaultUserId, sm2PublicKey, sm2Sign, sm2Verify, sm3 } from "@tongchou/core";
