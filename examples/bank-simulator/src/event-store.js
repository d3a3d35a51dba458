// @ts-check
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * An append-only file of JSON lines: what is in it is never changed, and an event counts from the moment it
 * is on the disk.
 *
 * @template Event
 * @typedef {object} EventStore
 * @property {readonly Event[]} past the events of earlier runs
 * @property {(event: Event) => void} append returns when the event is on the disk
 * @property {() => void} close
 */

/**
 * Opens a store. A last line without its end was cut off by a crash before it counted, and is taken away.
 *
 * @template Event
 * @param {string} path
 * @returns {EventStore<Event>}
 */
export function openEventStore(path) {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "a+", 0o600);
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) truncateSync(path, end);
  const lines = bytes.subarray(0, end).toString("utf8").split("\n").slice(0, -1);
  return {
    past: lines.map((line) => /** @type {Event} */ (JSON.parse(line))),
    append(event) {
      writeSync(file, `${JSON.stringify(event)}\n`);
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}
