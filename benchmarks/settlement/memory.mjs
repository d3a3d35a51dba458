/**
 * Settles so many workers in a process of its own and prints, in MiB, the memory of their columns and the
 * most that settling took beyond it.
 *
 * usage: node --expose-gc memory.mjs <workers>
 */
import { Decimal } from "decimal.js";
import { createContestants } from "./contestants.mjs";
import { loadPackages } from "./packages.mjs";
import { randomWorkers } from "./workers.mjs";

const packages = await loadPackages();
const { settleBatch } = createContestants(packages, { Decimal });
settleBatch(randomWorkers(packages.settlement, 10_000), () => undefined);
const workers = randomWorkers(packages.settlement, Number(process.argv[2]));
const columns = Object.values(workers).reduce((sum, column) => sum + column.byteLength, 0);
globalThis.gc();
const before = process.memoryUsage().rss;
let most = before;
let blocks = 0;
settleBatch(workers, () => {
  blocks += 1;
  if (blocks % 256 === 1) most = Math.max(most, process.memoryUsage().rss);
});
most = Math.max(most, process.memoryUsage().rss);
const mebibytes = (bytes) => bytes / 2 ** 20;
console.log(JSON.stringify({ columns: mebibytes(columns), beyond: mebibytes(most - before) }));
