import { createIssue, type Issue, type Place } from "@tongchou/core";
import type { XmlAttributes } from "../xml/index.js";
import { iso20022Issues } from "./issues.js";

const namespaceStart = "urn:iso:std:iso:20022:tech:xsd:";

/** The messages that are read, and the versions that were compared with their public descriptions. */
const checkedVersions = {
  "pain.001.001": ["03", "09"],
  "pain.002.001": ["03", "10"],
  "camt.052.001": ["02", "08"],
  "camt.053.001": ["02", "08"],
  "camt.054.001": ["02", "08"],
} as const;

/** A message without its version. */
export type MessageKind = keyof typeof checkedVersions;

/** The messages of an account. */
export const accountKinds: readonly MessageKind[] = ["camt.052.001", "camt.053.001", "camt.054.001"];

/**
 * Tells by the namespaces of the root whether a message is one of some kinds.
 *
 * @returns nothing; `iso20022-message-unsupported`; or the warning `iso20022-version-unknown`
 */
export function kindIssues(
  attributes: XmlAttributes,
  kinds: readonly MessageKind[],
  place: Place,
): readonly Issue[] {
  const namespaces = Array.from(attributes)
    .filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"))
    .map(([, value]) => value);
  const namespace = namespaces.find((value) => value.startsWith(namespaceStart)) ?? namespaces[0] ?? "";
  const found = namespace.replace(namespaceStart, "").slice(0, 60);
  const kind = kinds.find((each) => found.startsWith(`${each}.`));
  if (kind === undefined) {
    const values = { found, allowed: kinds.join(", ") };
    return [createIssue(iso20022Issues, "iso20022-message-unsupported", values, { place })];
  }
  const versions: readonly string[] = checkedVersions[kind];
  if (versions.includes(found.slice(kind.length + 1))) return [];
  const allowed = versions.map((version) => `${kind}.${version}`).join(", ");
  return [createIssue(iso20022Issues, "iso20022-version-unknown", { found, allowed }, { place })];
}
