import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson, writeCanonicalJson } from "../canonical-json.js";
import { leafHash } from "./merkle-tree.js";

/** One worker's own part of a statement: what the line was reckoned from, and the line. */
export interface LineLeaf {
  readonly input: unknown;
  readonly line: unknown;
  /** 32 bytes in hexadecimal, without which nobody can guess a line and try its hash. */
  readonly salt: string;
}

/** A statement as plain data, read from a file or just made: nothing of it is taken for granted. */
export interface PlainStatement {
  readonly lines?: unknown;
  readonly input: {
    readonly statementId?: unknown;
    readonly period?: unknown;
    readonly unit?: unknown;
    readonly workers?: unknown;
  };
}

/** What separates salts and parts from the leaves and nodes of the tree. */
const saltPrefix = 0x02;
const partPrefix = 0x03;

/** Hash of a leaf: over its canonical JSON. */
export function hashOfLeaf(leaf: LineLeaf): Uint8Array {
  return leafHash(utf8ToBytes(canonicalJson(leaf)));
}

/** The leaf of a line by its place, from 0. */
export function leafOf(statement: PlainStatement, index: number, blinding: Uint8Array): LineLeaf {
  return {
    input: itemOf(statement.input.workers, index),
    line: itemOf(statement.lines, index),
    salt: bytesToHex(saltOf(blinding, index)),
  };
}

/** The lines of a statement, however broken its file is. */
export function lineCount(statement: PlainStatement): number {
  const lengths = [statement.lines, statement.input.workers].map((list) =>
    Array.isArray(list) ? list.length : 0,
  );
  return Math.max(...lengths);
}

/**
 * Seals of everything that is not a worker's own: one for each member of the statement and of its input, by
 * JSON pointer, so that a change can be told by its place.
 */
export function partSeals(statement: PlainStatement, blinding: Uint8Array): Readonly<Record<string, string>> {
  const { input, lines: _, ...rest } = statement;
  const { workers: __, ...shared } = input;
  const parts = [...membersOf(rest, ""), ...membersOf(shared, "/input")];
  return Object.fromEntries(parts.map(([pointer, value]) => [pointer, partSeal(pointer, value, blinding)]));
}

function membersOf(object: object, above: string): readonly [string, unknown][] {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [`${above}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, value]);
}

function partSeal(pointer: string, value: unknown, blinding: Uint8Array): string {
  const hash = sha256.create().update(Uint8Array.of(partPrefix)).update(blinding);
  writeCanonicalJson([pointer, value], (piece) => hash.update(utf8ToBytes(piece)));
  return bytesToHex(hash.digest());
}

function saltOf(blinding: Uint8Array, index: number): Uint8Array {
  const place = new Uint8Array(4);
  new DataView(place.buffer).setUint32(0, index);
  return sha256.create().update(Uint8Array.of(saltPrefix)).update(blinding).update(place).digest();
}

function itemOf(list: unknown, index: number): unknown {
  return Array.isArray(list) ? list[index] : undefined;
}
