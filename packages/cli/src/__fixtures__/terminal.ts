import type { Terminal } from "../terminal/terminal.js";

/** A terminal that keeps what is written to it. */
export interface RecordedTerminal extends Terminal {
  out(): string;
  error(): string;
}

/** A terminal for tests: input given, output kept, English unless the environment says otherwise. */
export function recordedTerminal(
  input: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): RecordedTerminal {
  let out = "";
  let error = "";
  return {
    stdin: toAsync(input),
    writeOut: (text) => void (out += text),
    writeError: (text) => void (error += text),
    isInteractive: false,
    environment,
    out: () => out,
    error: () => error,
  };
}

function toAsync(input: readonly string[]): AsyncIterable<string> {
  return {
    [Symbol.asyncIterator]: () => {
      const items = input[Symbol.iterator]();
      return { next: () => Promise.resolve(items.next()) };
    },
  };
}
