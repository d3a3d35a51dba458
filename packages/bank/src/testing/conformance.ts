import type { BilingualText, Issue } from "@tongchou/core";
import type { BankAdapter } from "../adapter.js";
import type { BankChannel } from "../channel.js";
import { type CheckDefinition, finding } from "./check.js";
import { batchChecks } from "./checks/batch-checks.js";
import { channelChecks, type ChannelSpecimen } from "./checks/channel-checks.js";
import { hostileChecks } from "./checks/hostile-checks.js";
import { limitChecks } from "./checks/limit-checks.js";
import { paymentChecks } from "./checks/payment-checks.js";
import { resultChecks } from "./checks/result-checks.js";
import type { AdapterSamples, ChannelSamples } from "./samples.js";
import type { Specimen } from "./specimen.js";

/** What became of one check. */
export interface CheckResult {
  readonly id: string;
  readonly title: BilingualText;
  readonly kind: "passed" | "failed" | "not-run";
  /** What is wrong; empty unless it failed. */
  readonly issues: readonly Issue[];
  /** The sample or limit that is missing, of a check that did not run. */
  readonly needs?: string | undefined;
}

/** One check of an adapter. */
export interface ConformanceCheck {
  readonly id: string;
  readonly title: BilingualText;
  /** The title in English, with what is missing where the check cannot run: the name of a test. */
  readonly name: string;
  /** Runs the check; it never rejects. */
  readonly inspect: () => Promise<CheckResult>;
  /** Runs the check as a test: rejects with everything that is wrong, and passes where it cannot run. */
  readonly run: () => Promise<void>;
}

/** What became of all checks. */
export interface ConformanceReport {
  readonly adapterId: string;
  readonly results: readonly CheckResult[];
  /** True when no check failed; those that did not run say nothing. */
  readonly isConforming: boolean;
}

/**
 * Gives the checks of an adapter, for any test framework.
 *
 * `for (const check of conformanceChecks(adapter, samples)) test(check.name, check.run);`
 *
 * A channel is checked for its messages, answers and queries too.
 *
 * @param samples what the kit cannot know; see {@link profileSamples} for adapters made from profiles
 * @example
 * const adapter = createProfileAdapter(delimitedProfile);
 * conformanceChecks(adapter)[0].name; // => "says its id, name, provenance and limits"
 */
export function conformanceChecks(
  adapter: BankAdapter | BankChannel,
  samples: AdapterSamples | ChannelSamples = {},
): readonly ConformanceCheck[] {
  const specimen: Specimen = { adapter, samples };
  const checks = [...batchChecks, ...limitChecks, ...paymentChecks, ...resultChecks, ...hostileChecks];
  return [
    ...checks.map((check) => bind(check, specimen)),
    ...("encodeQuery" in adapter
      ? channelChecks.map((check) => bind<ChannelSpecimen>(check, { adapter, samples }))
      : []),
  ];
}

/**
 * Runs all checks of an adapter, one after the other.
 *
 * @example
 * const adapter = createProfileAdapter(delimitedProfile);
 * const report = await conformanceSuite(adapter);
 * report.isConforming; // => true
 */
export async function conformanceSuite(
  adapter: BankAdapter | BankChannel,
  samples: AdapterSamples | ChannelSamples = {},
): Promise<ConformanceReport> {
  const results: CheckResult[] = [];
  for (const check of conformanceChecks(adapter, samples)) results.push(await check.inspect());
  const isConforming = results.every(({ kind }) => kind !== "failed");
  return { adapterId: adapter.id, results, isConforming };
}

function bind<S extends Specimen>(check: CheckDefinition<S>, specimen: S): ConformanceCheck {
  const { id, title, find } = check;
  const needs = check.needs?.(specimen);
  const inspect = async (): Promise<CheckResult> => {
    if (needs !== undefined) return { id, title, kind: "not-run", issues: [], needs };
    const issues = await find(specimen).catch((error: unknown) => [
      finding("kit-threw", { found: nameOf(error) }),
    ]);
    return { id, title, kind: issues.length === 0 ? "passed" : "failed", issues };
  };
  return {
    id,
    title,
    name: needs === undefined ? title.en : `${title.en} (not run: needs ${needs})`,
    inspect,
    async run() {
      const { issues } = await inspect();
      if (issues.length > 0) {
        throw new Error([title.en, ...issues.map(({ message }) => `- ${message.en}`)].join("\n"));
      }
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
