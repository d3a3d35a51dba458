import type { BilingualText } from "@tongchou/core";
import { say, type Session } from "./terminal.js";

/** Tells a person how far long work has come. */
export interface Progress {
  /** A step begins; `done` of `total` where steps are counted. */
  step(text: BilingualText, done?: number, total?: number): void;
  /** The work is over; the line is cleared. */
  finish(): void;
}

const clearLine = "\r\u001B[2K";

/** Progress on standard error: on a terminal one line that is written over, elsewhere a line a step. */
export function createProgress(session: Session): Progress {
  const { terminal, isQuiet } = session;
  if (isQuiet) return { step: () => undefined, finish: () => undefined };
  let last = "";
  return {
    step(text, done, total) {
      const line = say(session, text);
      if (terminal.isInteractive) {
        const count = done === undefined || total === undefined ? "" : ` ${done}/${total}`;
        terminal.writeError(`${clearLine}${line}${count}`);
      } else if (line !== last) {
        terminal.writeError(`${line}\n`);
      }
      last = line;
    },
    finish() {
      if (terminal.isInteractive) terminal.writeError(clearLine);
    },
  };
}
