import { createHash } from "node:crypto";
import type { Period, PlainDate } from "@tongchou/core";
import { version } from "../version.js";
import type { MonthFile } from "./workbook-file.js";

/** What a manifest says of the run that wrote the files. */
export interface ManifestInput {
  readonly period: Period;
  readonly knownOn: PlainDate;
  readonly files: readonly MonthFile[];
}

/** The manifest of a month's files: path, size, SHA-256, profile and records of each. */
export function manifestFile({ period, knownOn, files }: ManifestInput): MonthFile {
  const entries = files
    .map(({ path, bytes, profile, rows }) => ({
      path,
      bytes: Buffer.byteLength(bytes),
      sha256: createHash("sha256").update(bytes).digest("hex"),
      profile,
      rows,
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = { software: `tongchou ${version}`, period, knownOn, files: entries };
  return { path: "manifest.json", bytes: `${JSON.stringify(manifest, undefined, 1)}\n` };
}
