// @ts-check
/** @import { BilingualText } from "@tongchou/core" */

/** A run that cannot go on: what to tell the person, in one line, and the exit code. */
export class RunError extends Error {
  /**
   * @param {number} exitCode
   * @param {BilingualText} text
   * @param {ErrorOptions} [options]
   */
  constructor(exitCode, text, options) {
    super(text.en, options);
    this.name = "RunError";
    this.exitCode = exitCode;
    this.text = text;
  }
}
