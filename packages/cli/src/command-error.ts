import type { BilingualText } from "@tongchou/core";
import type { ExitCode } from "./exit-codes.js";

const brand = Symbol.for("tongchou.CommandError");

/** A run that cannot go on, with what to tell the person and the exit code. */
export class CommandError extends Error {
  readonly [brand] = true;
  readonly code: ExitCode;
  readonly text: BilingualText;

  constructor(code: ExitCode, text: BilingualText, options?: ErrorOptions) {
    super(text.en, options);
    this.name = "CommandError";
    this.code = code;
    this.text = text;
  }

  /** True for an error of this kind, whichever copy of the package made it. */
  static isInstance(error: unknown): error is CommandError {
    return typeof error === "object" && error !== null && brand in error;
  }
}
