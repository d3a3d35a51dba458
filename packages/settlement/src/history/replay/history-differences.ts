import { fen, type Fen, type Period } from "@tongchou/core";
import { insuranceKinds, type InsuranceKind } from "../../contributions.js";
import type { ReplayedMonth } from "./replay-month.js";
import type { IssuedMonth } from "../worker-history.js";

/** A figure of a month that can differ; the housing fund is that of either side. */
export type HistoryItem =
  "gross" | `${InsuranceKind}.${"employer" | "employee"}` | "housing-fund" | "tax" | "net";

/** A figure that was issued otherwise than it is now known. */
export interface HistoryDifference {
  readonly month: Period;
  readonly agentId: string;
  readonly employerId: string;
  readonly item: HistoryItem;
  /** `null` where no rate was, or is, established. */
  readonly issuedFen: Fen | null;
  readonly replayedFen: Fen | null;
  /** Replayed less issued. */
  readonly differenceFen: Fen;
}

/** Compares a replayed month with what was issued for it, figure by figure. */
export function differencesOf(
  replayed: ReplayedMonth,
  issued: IssuedMonth | undefined,
): readonly HistoryDifference[] {
  if (issued === undefined) return [];
  const { month, agentId, employerId } = replayed;
  const before = figuresOf(issued);
  return figuresOf(replayed).flatMap(([item, replayedFen], index): readonly HistoryDifference[] => {
    const issuedFen = before[index]?.[1] ?? null;
    if (issuedFen === replayedFen) return [];
    const differenceFen = fen((replayedFen ?? 0) - (issuedFen ?? 0));
    return [{ month, agentId, employerId, item, issuedFen, replayedFen, differenceFen }];
  });
}

function figuresOf(month: IssuedMonth): readonly (readonly [HistoryItem, Fen | null])[] {
  return [
    ["gross", month.grossFen],
    ...insuranceKinds.flatMap((kind): readonly (readonly [HistoryItem, Fen | null])[] => [
      [`${kind}.employer`, month.insurance[kind].employerFen],
      [`${kind}.employee`, month.insurance[kind].employeeFen],
    ]),
    ["housing-fund", month.housingFundEachSideFen],
    ["tax", month.withholding.taxFen],
    ["net", month.netFen],
  ];
}

/**
 * True for a difference in what the worker contributes.
 */
export function isOfEmployee({ item }: HistoryDifference): boolean {
  return item === "housing-fund" || item.endsWith(".employee");
}

/** True for a difference in what the employer contributes. */
export function isOfEmployer({ item }: HistoryDifference): boolean {
  return item === "housing-fund" || item.endsWith(".employer");
}
