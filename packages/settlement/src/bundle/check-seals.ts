import { createIssue, type Issue } from "@tongchou/core";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { bundleIssues } from "./issues.js";
import { digestOf } from "../statement/digest.js";
import type { SettlementStatement } from "../statement/statement.js";
import { merkleRoot, merkleTree } from "./merkle-tree.js";
import type { UncheckedBundle } from "./read-bundle.js";
import { hashOfLeaf, leafOf, lineCount, partSeals } from "./statement-seals.js";

/**
 * Finds what in a bundle does not fit its seals, by place: where the seals lead to what was signed, the
 * sealed content was changed; where the content does, the seal was.
 *
 * @param recomputed the statement as its input yields it, which tells a changed line from changed input
 * @returns `sealed-changed` for each place, a JSON pointer into the bundle
 */
export function sealIssues(bundle: UncheckedBundle, recomputed: SettlementStatement): readonly Issue[] {
  const lines = lineChanges(bundle, recomputed);
  const parts = partChanges(bundle);
  const everything = bundle.leaves.length + Object.keys(bundle.parts).length;
  // Only the blinding goes into every seal.
  const isBlinding = lines.unfit + parts.unfit === everything;
  const places = isBlinding
    ? ["/blinding"]
    : [...headChanges(bundle, parts.places), ...parts.places, ...lines.places];
  return places.map((path) => createIssue(bundleIssues, "sealed-changed", { place: path }, { path }));
}

/** Places that were changed, and how many seals do not fit. */
interface Changes {
  readonly places: readonly string[];
  readonly unfit: number;
}

function lineChanges(bundle: UncheckedBundle, recomputed: SettlementStatement): Changes {
  const { head, leaves, statement } = bundle;
  const blinding = hexToBytes(bundle.blinding);
  const count = lineCount(statement);
  const found = Array.from({ length: count }, (_, index) => hashOfLeaf(leafOf(statement, index, blinding)));
  const unfit = Array.from({ length: Math.max(count, leaves.length) }, (_, index) => index).filter(
    (index) => leaves[index] !== hexOf(found[index]),
  );
  const places = head.lines.count === count ? [] : ["/head/lines/count"];
  if (rootOf(leaves.map(hexToBytes)) === head.lines.root) {
    const ofContent = unfit.map((index) => {
      const leaf = leafOf(statement, index, blinding);
      const sound = hashOfLeaf({ ...leaf, line: recomputed.lines[index] });
      const isLine = hexOf(sound) === leaves[index];
      return isLine ? `/statement/lines/${index}` : `/statement/input/workers/${index}`;
    });
    places.push(...ofContent);
  } else if (rootOf(found) === head.lines.root) {
    places.push(...unfit.map((index) => `/leaves/${index}`));
  } else {
    places.push("/head/lines/root");
  }
  return { places, unfit: unfit.length };
}

function partChanges({ head, parts, statement, blinding }: UncheckedBundle): Changes {
  const found = partSeals(statement, hexToBytes(blinding));
  const pointers = [...new Set([...Object.keys(parts), ...Object.keys(found)])];
  const unfit = pointers.filter((pointer) => parts[pointer] !== found[pointer]);
  const ofSeals = unfit.map((pointer) => `/parts/${pointer.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  const ofContent = unfit.map((pointer) => `/statement${pointer}`);
  if (digestOf(parts) === head.parts) return { places: ofContent, unfit: unfit.length };
  const places = digestOf(found) === head.parts ? ofSeals : ["/head/parts"];
  return { places, unfit: unfit.length };
}

/** Names in the head that are not the statement's, where the statement's own are as they were sealed. */
function headChanges({ head, statement }: UncheckedBundle, changed: readonly string[]): readonly string[] {
  const { statementId, period, unit } = statement.input;
  const { id, name, creditCode } = unit as SettlementStatement["input"]["unit"];
  const names: readonly (readonly [member: string, found: string, sealed: unknown, part: string])[] = [
    ["statementId", head.statementId, statementId, "statementId"],
    ["period", head.period, period, "period"],
    ["unit/id", head.unit.id, id, "unit"],
    ["unit/name", head.unit.name, name, "unit"],
    ["unit/creditCode", head.unit.creditCode, creditCode, "unit"],
  ];
  return names
    .filter(([, found, sealed, part]) => found !== sealed && !changed.includes(`/statement/input/${part}`))
    .map(([member]) => `/head/${member}`);
}

function rootOf(leaves: readonly Uint8Array[]): string {
  return bytesToHex(merkleRoot(merkleTree(leaves)));
}

function hexOf(hash: Uint8Array | undefined): string | undefined {
  return hash === undefined ? undefined : bytesToHex(hash);
}
