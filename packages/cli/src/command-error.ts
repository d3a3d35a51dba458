import type { BilingualText } from "@tongchou/core";
import type { ExitCode } from "./exit-codes.js";

/** A run that cannot go on, with what to tell the person and the exit code. */
export class CommandError extends Error {
  readonly code: ExitCode;
  readonly text: BilingualText;

  constructor(code: ExitCode, text: BilingualText, options?: ErrorOptions) {
    super(text.en, options);
    this.name = "CommandError";
    this.code = code;
    this.text = text;
  }
}
