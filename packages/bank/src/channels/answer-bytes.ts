import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import type { ResultFile } from "../adapter.js";
import type { SubmissionAnswer } from "../channel.js";
import { joinBytes } from "../reading/file-lines.js";
import { channelIssues } from "./issues.js";

/** No bank's answer is larger; what is, is not held. */
const bytesMax = 16_777_216;

/**
 * Holds an answer whole.
 *
 * @returns the bytes, or `answer-too-large`
 */
export async function collectAnswer({ name, content }: ResultFile): Promise<Parsed<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let found = 0;
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    found += chunk.length;
    if (found > bytesMax) {
      const context = { place: { file: name } };
      return failed(createIssue(channelIssues, "answer-too-large", { allowed: bytesMax }, context));
    }
    chunks.push(chunk);
  }
  return parsed(joinBytes(chunks));
}

/**
 * What a submission's answer that cannot be read says: nothing. It is `unknown`, with all that was found
 * wrong, so that no caller can take the failure to read for a refusal by the bank.
 */
export function answerOrUnknown(answer: Parsed<SubmissionAnswer>): Parsed<SubmissionAnswer> {
  return answer.ok ? answer : parsed({ status: "unknown", statusText: "" }, answer.issues);
}
