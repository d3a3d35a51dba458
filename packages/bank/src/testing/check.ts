import { type BilingualText, createIssue, type Issue, type IssueValues } from "@tongchou/core";
import { type KitIssueCode, kitIssues } from "./issues.js";
import type { Specimen } from "./specimen.js";

/** One rule of the contract, and how it is tested. */
export interface CheckDefinition<S extends Specimen = Specimen> {
  readonly id: string;
  readonly title: BilingualText;
  /** Name of the sample that has to be given; nothing where the check can run. */
  readonly needs?: (specimen: S) => string | undefined;
  /** Everything that breaks the rule. */
  readonly find: (specimen: S) => Promise<readonly Issue[]>;
}

/** Makes a finding of the kit. */
export function finding(code: KitIssueCode, values: IssueValues = {}): Issue {
  return createIssue(kitIssues, code, values);
}
