/** Exit codes of the command, the same for every subcommand. */
export const exitCodes = {
  /** Everything that was asked for was done. */
  done: 0,
  /** The data has errors, or a check failed that the command exists for. */
  findings: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** An input is missing or cannot be read. */
  input: 3,
  /** The output exists with other content, or cannot be written. */
  output: 4,
  /** A fault of the program itself. */
  internal: 70,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
