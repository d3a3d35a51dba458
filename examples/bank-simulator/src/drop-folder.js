// @ts-check
/** @import { FrontDesk } from "./front-desk.js" */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} DropFolder
 * @property {() => void} look takes what has come in since
 * @property {() => void} close
 */

/**
 * The bank on a folder: files put into `in` are taken, answered in `out` as `<name>.answer`, and kept in `done`. A
 * file `<batch number>.query` in `in` asks for the result, which comes as `<batch number>.result`.
 *
 * Files appear in `out` whole, under their name at last; whoever puts a file into `in` does the same: names that end
 * in `.part` are left alone.
 *
 * @param {{ folder: string, desk: FrontDesk, everyMilliseconds: number }} options
 * @returns {DropFolder}
 */
export function watchDropFolder({ folder, desk, everyMilliseconds }) {
  for (const name of ["in", "out", "done"]) mkdirSync(join(folder, name), { recursive: true });

  /** @param {string} name @param {Uint8Array} content */
  const put = (name, content) => {
    const path = join(folder, "out", name);
    writeFileSync(`${path}.part`, content);
    renameSync(`${path}.part`, path);
  };

  const look = () => {
    const names = readdirSync(join(folder, "in"), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".part") && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .toSorted();
    for (const name of names) {
      const path = join(folder, "in", name);
      const number = /^(.+)\.query$/.exec(name)?.[1];
      const reply = number === undefined ? desk.submit(name, readFileSync(path)) : desk.query(number);
      renameSync(path, join(folder, "done", name));
      const answer = number === undefined ? `${name}.answer` : `${number}.result`;
      for (let copy = 1; copy <= reply.copies && reply.content !== undefined; copy += 1)
        put(copy === 1 ? answer : `${answer}.${copy}`, reply.content);
    }
  };
  const timer = setInterval(look, everyMilliseconds);
  return { look, close: () => clearInterval(timer) };
}
