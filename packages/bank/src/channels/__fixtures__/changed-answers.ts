import type { BankChannel } from "../../channel.js";
import { encodeAccepted } from "../../encoding.js";
import { outcomeStatuses } from "../../outcome.js";
import { mutated } from "./mutated.js";

/**
 * Reads changed copies of an answer to a submission.
 *
 * @returns what is neither processing nor unknown, and what the whole answer says
 */
export async function changedSubmissions(
  channel: BankChannel,
  answer: string,
  runs: number,
): Promise<{ readonly whole: unknown; readonly unsound: readonly unknown[] }> {
  const bytes = encodeAccepted(answer, channel.limits.encodings[0] ?? "utf-8");
  const whole = await channel.decodeAnswer({ name: "answer", content: bytes });
  const unsound: unknown[] = [];
  for (const content of mutated(bytes, runs)) {
    const result = await channel.decodeAnswer({ name: "answer", content });
    if (!result.ok || !["processing", "unknown"].includes(result.value.status)) unsound.push(result);
  }
  return { whole: whole.ok && whole.value.status, unsound };
}

/**
 * Reads changed copies of an answer to a query.
 *
 * @returns what is refused without an issue, or read with an amount or an outcome that is none
 */
export async function changedResults(
  channel: BankChannel,
  answer: string,
  runs: number,
): Promise<{ readonly whole: unknown; readonly unsound: readonly unknown[] }> {
  const bytes = encodeAccepted(answer, channel.limits.encodings[0] ?? "utf-8");
  const whole = await channel.decode({ name: "answer", content: bytes });
  const unsound: unknown[] = [];
  for (const content of mutated(bytes, runs)) {
    const result = await channel.decode({ name: "answer", content });
    const isSound = result.ok
      ? result.value.outcomes.every(({ status, amountFen = 0 }) => {
          return outcomeStatuses.includes(status) && Number.isSafeInteger(amountFen);
        })
      : result.issues.length > 0;
    if (!isSound) unsound.push(result);
  }
  return { whole: whole.ok && whole.value.standing, unsound };
}
