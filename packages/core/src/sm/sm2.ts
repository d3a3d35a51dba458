import { weierstrassN, type WeierstrassPoint } from "@noble/curves/abstract/weierstrass.js";
import { bytesToNumberBE, createHmacDrbg, numberToBytesBE } from "@noble/curves/utils.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { sm3 } from "./sm3.js";

/** The curve that GB/T 32918.5-2017 recommends, 256 bits over a prime field. */
const curve = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
} as const;
const Point = weierstrassN<bigint>(curve);
const scalars = Point.Fn;
const scalarBytes = 32;

/** The user id that GM/T 0009-2012, section 10, gives where none was agreed. */
export const sm2DefaultUserId = "1234567812345678";

/** A message and whose it is; the user id goes into what is signed. */
export interface Sm2Message {
  readonly message: Uint8Array;
  readonly userId: string;
}

/**
 * The public key of a private key: 65 bytes, 04 and both coordinates.
 *
 * @param privateKey 32 bytes, a number from 1 to n − 2
 * @throws RangeError for another private key
 * @example
 * sm2PublicKey(new Uint8Array(32).fill(1))[0]; // => 4
 */
export function sm2PublicKey(privateKey: Uint8Array): Uint8Array {
  return Point.BASE.multiply(privateScalar(privateKey)).toBytes(false);
}

/**
 * Signs a message by SM2 (GB/T 32918.2-2016, section 6): 64 bytes, r and s.
 *
 * The nonce is derived from key and digest as RFC 6979 does, so the same message gives the same signature and
 * no source of randomness is needed.
 *
 * @throws RangeError for a private key that is none
 * @example
 * const key = new Uint8Array(32).fill(1);
 * const given = { message: Uint8Array.of(1, 2, 3), userId: sm2DefaultUserId };
 * sm2Verify(given, sm2Sign(given, key), sm2PublicKey(key)); // => true
 */
export function sm2Sign(given: Sm2Message, privateKey: Uint8Array): Uint8Array {
  const secret = privateScalar(privateKey);
  const digest = messageDigest(given, sm2PublicKey(privateKey));
  const derive = createHmacDrbg<Uint8Array>(scalarBytes, scalarBytes, (key, ...parts) =>
    hmac(sha256, key, concatBytes(...parts)),
  );
  return derive(concatBytes(numberToBytesBE(secret, scalarBytes), digest), (bytes) => {
    const nonce = bytesToNumberBE(bytes);
    return nonce > 0n && nonce < curve.n ? sm2SignDigest(digest, secret, nonce) : undefined;
  });
}

/**
 * The signature of a digest under one nonce, or undefined for a nonce that the standard has drawn again.
 */
export function sm2SignDigest(digest: Uint8Array, secret: bigint, nonce: bigint): Uint8Array | undefined {
  const e = bytesToNumberBE(digest);
  const r = scalars.create(e + Point.BASE.multiply(nonce).x);
  if (r === 0n || r + nonce === curve.n) return undefined;
  const s = scalars.mul(scalars.inv(secret + 1n), scalars.create(nonce - scalars.mul(r, secret)));
  if (s === 0n) return undefined;
  return concatBytes(numberToBytesBE(r, scalarBytes), numberToBytesBE(s, scalarBytes));
}

/**
 * Tests a signature by SM2 (GB/T 32918.2-2016, section 7).
 *
 * @param signature 64 bytes, r and s; anything else is no signature
 * @param publicKey 65 bytes, as {@link sm2PublicKey} gives it
 * @returns false also for a public key that is no point of the curve
 * @example
 * const given = { message: Uint8Array.of(1), userId: sm2DefaultUserId };
 * sm2Verify(given, new Uint8Array(64), sm2PublicKey(new Uint8Array(32).fill(1))); // => false
 */
export function sm2Verify(given: Sm2Message, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const point = readPoint(publicKey);
  if (point === undefined || signature.length !== 2 * scalarBytes) return false;
  const r = bytesToNumberBE(signature.subarray(0, scalarBytes));
  const s = bytesToNumberBE(signature.subarray(scalarBytes));
  const inRange = [r, s].every((value) => value > 0n && value < curve.n);
  const t = scalars.create(r + s);
  if (!inRange || t === 0n) return false;
  const found = Point.BASE.multiplyUnsafe(s).add(point.multiplyUnsafe(t));
  return !found.is0() && scalars.create(bytesToNumberBE(messageDigest(given, publicKey)) + found.x) === r;
}

/**
 * True for the bytes of a private key: 32 bytes, a number from 1 to n − 2.
 *
 * @example
 * isSm2PrivateKey(new Uint8Array(32)); // => false
 */
export function isSm2PrivateKey(bytes: Uint8Array): boolean {
  const value = bytes.length === scalarBytes ? bytesToNumberBE(bytes) : 0n;
  return value > 0n && value < curve.n - 1n;
}

/**
 * True for the bytes of a public key: 04 and a point of the curve.
 *
 * @example
 * isSm2PublicKey(sm2PublicKey(new Uint8Array(32).fill(1))); // => true
 */
export function isSm2PublicKey(bytes: Uint8Array): boolean {
  return readPoint(bytes) !== undefined;
}

/**
 * The point that two key pairs share: a private key times another's public key, 65 bytes, 04 and both
 * coordinates. Encryption by SM2 (GB/T 32918.4-2016, sections 6 and 7) rests on it.
 *
 * @param privateKey 32 bytes, a number from 1 to n − 2
 * @param publicKey 65 bytes, as {@link sm2PublicKey} gives it
 * @returns undefined for a public key that is no point of the curve
 * @throws RangeError for a private key that is none
 * @example
 * const [mine, yours] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
 * const point = sm2SharedPoint(mine, sm2PublicKey(yours));
 * sm2SharedPoint(yours, sm2PublicKey(mine)); // => point
 */
export function sm2SharedPoint(privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array | undefined {
  return readPoint(publicKey)?.multiply(privateScalar(privateKey)).toBytes(false);
}

/** SM3 over the user's digest and the message (GB/T 32918.2-2016, sections 5.5 and 6.1). */
export function messageDigest({ message, userId }: Sm2Message, publicKey: Uint8Array): Uint8Array {
  return sm3(concatBytes(userDigest(userId, publicKey), message));
}

/** Z: SM3 over the length of the user id in bits, the id, the curve and the public key. */
export function userDigest(userId: string, publicKey: Uint8Array): Uint8Array {
  const id = utf8ToBytes(userId);
  const bits = id.length * 8;
  if (bits > 0xffff) throw new RangeError("the user id is longer than 8191 bytes");
  const { a, b, Gx, Gy } = curve;
  const parameters = [a, b, Gx, Gy].map((value) => numberToBytesBE(value, scalarBytes));
  return sm3(concatBytes(numberToBytesBE(bits, 2), id, ...parameters, publicKey.subarray(1)));
}

function privateScalar(privateKey: Uint8Array): bigint {
  if (!isSm2PrivateKey(privateKey)) throw new RangeError("this is no SM2 private key");
  return bytesToNumberBE(privateKey);
}

function readPoint(publicKey: Uint8Array): WeierstrassPoint<bigint> | undefined {
  if (publicKey.length !== 1 + 2 * scalarBytes) return undefined;
  try {
    return Point.fromBytes(publicKey);
  } catch {
    return undefined;
  }
}
