import { createHash } from "node:crypto";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leafHash, merklePath, merkleRoot, merkleTree, rootOfPath } from "./merkle-tree.js";

/**
 * Leaves and roots of the test of Certificate Transparency's reference implementation (google/
 * certificate-transparency, merkle_tree_test), which RFC 6962 trees are compared with.
 */
const ctLeaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map(hexToBytes);
const ctRoots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

function sha(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The definition of RFC 6962, section 2.1, word by word. */
function rootByDefinition(leaves: readonly Uint8Array[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return sha();
  if (leaves.length === 1) return sha(Uint8Array.of(0), first);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Uint8Array.of(1), rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k)));
}

/** PATH(m, D[n]) of RFC 6962, section 2.1.1. */
function pathByDefinition(index: number, leaves: readonly Uint8Array[]): readonly Buffer[] {
  if (leaves.length === 1) return [];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return index < k
    ? [...pathByDefinition(index, left), rootByDefinition(right)]
    : [...pathByDefinition(index - k, right), rootByDefinition(left)];
}

const someLeaves = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 });

describe("merkleRoot", () => {
  it.each(ctRoots.map((root, index) => [index + 1, root] as const))(
    "is that of Certificate Transparency over %i leaves",
    (size, root) => {
      expect(bytesToHex(rootOf(ctLeaves.slice(0, size).map(leafHash)))).toBe(root);
    },
  );

  it("of no leaf is SHA-256 over nothing", () => {
    expect(bytesToHex(rootOf([]))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  it("is that of the definition", () => {
    fc.assert(
      fc.property(someLeaves, (leaves) => {
        expect(Buffer.from(rootOf(leaves.map(leafHash)))).toEqual(rootByDefinition(leaves));
      }),
    );
  });

  it("over twenty thousand leaves takes little more time than the hashes of its nodes", () => {
    const begun = performance.now();
    const leaves = Array.from({ length: 20_000 }, (_, index) => leafHash(Uint8Array.of(index, index >> 8)));
    const leavesDone = performance.now();
    rootOf(leaves);
    const rootDone = performance.now();
    // A node hashes two blocks and a leaf one, and there are as many nodes as leaves but one.
    expect((rootDone - leavesDone) / (leavesDone - begun)).toBeLessThan(12);
  }, 30_000);
});

describe("merklePath and rootOfPath", () => {
  it("are those of the definition for every leaf of trees of every size up to 33", () => {
    for (let size = 1; size <= 33; size += 1) {
      const leaves = Array.from({ length: size }, (_, index) => Uint8Array.of(index));
      const hashes = leaves.map(leafHash);
      for (const [index, leaf] of hashes.entries()) {
        const path = merklePath(merkleTree(hashes), index);
        expect(path.map((hash) => Buffer.from(hash))).toEqual(pathByDefinition(index, leaves));
        expect(rootOfPath({ leaf, index, size, path })).toEqual(rootOf(hashes));
      }
    }
  });

  it("lead elsewhere with another leaf, index, hash of the path, or length of it", () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.nat(), (given, at, change) => {
        const hashes = given.map((leaf, index) => leafHash(Uint8Array.of(index, ...leaf)));
        const [size, index] = [hashes.length, at % hashes.length];
        const leaf = hashes[index] ?? new Uint8Array();
        const path = merklePath(merkleTree(hashes), index);
        const root = rootOf(hashes);
        const place = { leaf, index, size, path };
        const others = Array.from({ length: size }, (_, other) => other).filter((other) => other !== index);
        for (const other of others) expect(rootOfPath({ ...place, index: other })).not.toEqual(root);
        expect(rootOfPath({ ...place, leaf: flipped(leaf, change) })).not.toEqual(root);
        for (const [step, hash] of path.entries()) {
          expect(rootOfPath({ ...place, path: path.with(step, flipped(hash, change)) })).not.toEqual(root);
        }
        expect(rootOfPath({ ...place, path: [...path, leaf] })).toBeUndefined();
        if (size > 1) expect(rootOfPath({ ...place, path: path.slice(1) })).not.toEqual(root);
      }),
      { numRuns: 50 },
    );
  });

  it.each([-1, 3, 4])("have no root for leaf %i of three", (index) => {
    expect(rootOfPath({ leaf: new Uint8Array(32), index, size: 3, path: [] })).toBeUndefined();
  });

  it("do not take a node for a leaf", () => {
    const hashes = [1, 2, 3, 4].map((value) => leafHash(Uint8Array.of(value)));
    const [a = new Uint8Array(), b = new Uint8Array()] = hashes;
    const passed = leafHash(Uint8Array.of(...a, ...b));
    const path = merklePath(merkleTree(hashes), 0).slice(1);
    expect(rootOfPath({ leaf: passed, index: 0, size: 2, path })).not.toEqual(rootOf(hashes));
  });
});

function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  return merkleRoot(merkleTree(leaves));
}

function flipped(bytes: Uint8Array, place: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[place % copy.length] = (copy[place % copy.length] ?? 0) ^ 1;
  return copy;
}
