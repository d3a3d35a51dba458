/**
 * Writes a batch of so many payments in a process of its own and prints, in MiB, what the payments take and
 * the most that writing took beyond them.
 *
 * usage: node --expose-gc batch-file-memory.mjs <payments>
 */
import { batchOf } from "./batch-file-rows.mjs";

const { delimitedProfile, encodeBatch } = await import("../../packages/bank/dist/index.js");
const warm = encodeBatch(delimitedProfile, batchOf(10_000));
for (const chunk of warm.files[0].content) void chunk;
globalThis.gc();
const empty = inUse();
const batch = batchOf(Number(process.argv[2]));
globalThis.gc();
const before = inUse();
let most = before;
const sample = () => {
  most = Math.max(most, inUse());
};
const { files } = encodeBatch(delimitedProfile, batch);
sample();
const checked = most;
globalThis.gc();
const ready = inUse();
most = ready;
let bytes = 0;
for (const chunk of files[0].content) {
  bytes += chunk.length;
  sample();
}
/** Heap and buffers, with what the collector has not taken back yet: resident pages would hide reuse. */
function inUse() {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const mebibytes = (count) => count / 2 ** 20;
console.log(
  JSON.stringify({
    payments: mebibytes(before - empty),
    checking: mebibytes(checked - before),
    kept: mebibytes(ready - before),
    writing: mebibytes(most - ready),
    file: mebibytes(bytes),
  }),
);
