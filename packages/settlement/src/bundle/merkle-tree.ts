import { sha256 } from "@noble/hashes/sha2.js";

/** Domain separation of leaves and nodes (RFC 6962, section 2.1): neither can pass for the other. */
const leafPrefix = Uint8Array.of(0x00);
const nodePrefix = Uint8Array.of(0x01);

/** Hash of a leaf, 32 bytes: SHA-256 over 00 and the leaf. */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256.create().update(leafPrefix).update(leaf).digest();
}

/** A tree over hashes of leaves: its levels from the leaves up to the root. */
export type MerkleTree = readonly (readonly Uint8Array[])[];

/** The tree over the hashes of leaves in their order (RFC 6962, section 2.1). */
export function merkleTree(leaves: readonly Uint8Array[]): MerkleTree {
  const levels = [leaves];
  for (let level = leaves; level.length > 1;) {
    level = levelAbove(level);
    levels.push(level);
  }
  return levels;
}

/** Root of a tree; of one without leaves SHA-256 over nothing. */
export function merkleRoot(tree: MerkleTree): Uint8Array {
  return tree.at(-1)?.[0] ?? sha256(new Uint8Array());
}

/**
 * The hashes beside the way from a leaf up to the root, the lowest first (RFC 6962, section 2.1.1).
 *
 * @param index of the leaf, from 0
 */
export function merklePath(tree: MerkleTree, index: number): readonly Uint8Array[] {
  return tree.flatMap((level, height) => level[Math.floor(index / 2 ** height) ^ 1] ?? []);
}

/** A leaf's hash with the way up to the root. */
export interface MerklePlace {
  readonly leaf: Uint8Array;
  readonly index: number;
  /** Leaves of the whole tree. */
  readonly size: number;
  readonly path: readonly Uint8Array[];
}

/**
 * The root that a leaf and its path lead to (RFC 9162, section 2.1.3.2), or undefined where a tree of the
 * size has no such path.
 */
export function rootOfPath({ leaf, index, size, path }: MerklePlace): Uint8Array | undefined {
  if (index < 0 || index >= size) return undefined;
  let hash = leaf;
  let place = index;
  let last = size - 1;
  for (const beside of path) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(beside, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(hash, beside);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? hash : undefined;
}

/** Nodes over pairs; a node without a pair goes up as it is. */
function levelAbove(level: readonly Uint8Array[]): readonly Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = [level[index], level[index + 1]];
    if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right));
  }
  return above;
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(nodePrefix).update(left).update(right).digest();
}

function half(value: number): number {
  return Math.floor(value / 2);
}
