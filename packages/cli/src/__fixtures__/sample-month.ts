import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "../main.js";
import { recordedTerminal } from "./terminal.js";

/** The folder of the sample month. */
export const sampleData: string = fileURLToPath(
  new URL("../../../../examples/sample-month/data", import.meta.url),
);

/** The options that name the sample month. */
export const sampleMonth: readonly string[] = ["--in", sampleData, "--period", "2024-03"];

/** Copies the sample month to a folder in which files can be changed. */
export function copySampleMonth(folder: string): string {
  cpSync(sampleData, folder, { recursive: true });
  return folder;
}

/** Runs a command, and gives its exit code and what it wrote. */
export async function tell(
  args: readonly string[],
  input: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  const terminal = recordedTerminal(input, environment);
  const code = await run(args, terminal);
  return { code, out: terminal.out(), error: terminal.error() };
}
