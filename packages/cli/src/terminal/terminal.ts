import type { BilingualText, Language } from "@tongchou/core";

/** What the command reads and writes besides files: the real streams, or buffers in a test. */
export interface Terminal {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  writeOut(text: string): void;
  writeError(text: string): void;
  /** True when errors go to a terminal that a person watches. */
  readonly isInteractive: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The terminal with the choices of one run. */
export interface Session {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly isQuiet: boolean;
}

/** The sentence of a text in the session's language. */
export function say(session: Pick<Session, "language">, text: BilingualText): string {
  return text[session.language];
}

/** The terminal of the running process. */
export function processTerminal(): Terminal {
  // A reader that goes away (such as `head`) ends the output, not the program.
  process.stdout.on("error", ignoreBrokenPipe);
  process.stderr.on("error", ignoreBrokenPipe);
  return {
    stdin: process.stdin,
    writeOut: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    isInteractive: process.stderr.isTTY,
    environment: process.env,
  };
}

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/**
 * The language of a run: `--lang`, else `TONGCHOU_LANG`, else the locale; English where none says Chinese.
 */
export function chooseLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const index = args.indexOf("--lang");
  const asked =
    args.find((arg) => arg.startsWith("--lang="))?.slice(7) ?? (index < 0 ? undefined : args[index + 1]);
  if (asked === "zh" || asked === "en") return asked;
  const locale = environment["TONGCHOU_LANG"] ?? environment["LC_ALL"] ?? environment["LANG"] ?? "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}
