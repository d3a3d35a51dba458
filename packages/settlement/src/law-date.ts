import type { PlainDate } from "@tongchou/core";

/** The day a reckoning rests on, and the day whose knowledge it uses. */
export interface LawDate {
  readonly on: PlainDate;
  /** Without it, everything the packs hold counts as known. */
  readonly knownOn?: PlainDate | undefined;
}
