// @ts-check
import { run } from "./run.js";

process.exitCode = await run(process.argv.slice(2), {
  writeOut: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
});
