import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { batchOf } from "./batch-file-rows.mjs";

/** Heading of this part of the results. */
export const title = "Batch files in GB18030";

const rows = 1_000_000;
const rounds = 5;
const memorySizes = [10_000, 100_000, 1_000_000];

/** Checks and writes a million payments next to encoding the same text alone, and measures memory. */
export async function run() {
  const { delimitedProfile, encodeBatch } = await import("../../packages/bank/dist/index.js");
  const require = createRequire(new URL("../../packages/bank/package.json", import.meta.url));
  const iconv = require("iconv-lite");
  const batch = batchOf(rows);
  const write = () => {
    const chunks = [];
    for (const chunk of encodeBatch(delimitedProfile, batch).files[0].content) chunks.push(chunk);
    return chunks;
  };
  const bytes = Buffer.concat(write());
  const text = iconv.decode(bytes, "gb18030");
  const encode = () => iconv.encode(text, "gb18030");
  if (!encode().equals(bytes)) throw new Error("the two do not write the same bytes");
  const times = { write: Infinity, encode: Infinity };
  // In turns, the best of each: other work on the machine slows some rounds down.
  for (let round = 0; round < rounds; round += 1) {
    times.write = Math.min(times.write, millisecondsOf(write));
    times.encode = Math.min(times.encode, millisecondsOf(encode));
  }
  return `${speedTable(times, bytes.length)}\n\n${memoryTable()}`;
}

function millisecondsOf(work) {
  globalThis.gc?.();
  const start = performance.now();
  work();
  return performance.now() - start;
}

function speedTable({ write, encode }, bytes) {
  const perSecond = (time) => Math.round((rows / time) * 1000).toLocaleString("en");
  return [
    `${rows.toLocaleString("en")} payments, ${(bytes / 1e6).toFixed(0)} MB, best of ${rounds} rounds in turns.`,
    "",
    "| what | ms | rows a second | speed next to the text alone |",
    "| --- | ---: | ---: | ---: |",
    `| \`encodeBatch\` and all bytes: every payment checked, numbered, added up, written | ${write.toFixed(0)} | ${perSecond(write)} | ${(encode / write).toFixed(2)} |`,
    `| \`iconv-lite\` encoding the finished text | ${encode.toFixed(0)} | ${perSecond(encode)} | 1.00 |`,
    "",
    `Aim: at least 0.5 of the text alone: ${encode / write >= 0.5 ? "reached" : "missed"}.`,
  ].join("\n");
}

function memoryTable() {
  const script = fileURLToPath(new URL("batch-file-memory.mjs", import.meta.url));
  const lines = memorySizes.map((size) => {
    const output = execFileSync(process.execPath, ["--expose-gc", script, String(size)], {
      encoding: "utf8",
    });
    const { payments, checking, kept, writing, file } = JSON.parse(output);
    const cells = [payments, checking, kept, writing, file].map((mebibytes) => mebibytes.toFixed(1));
    return `| ${size.toLocaleString("en")} | ${cells.join(" | ")} |`;
  });
  return [
    "Heap and buffers in MiB, garbage included, in a process of its own: the caller's payments; beyond them the most that checking took, what it kept, and the most that writing took.",
    "",
    "| payments | payments themselves | checking | kept of it | writing | the file, which is never held |",
    "| ---: | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}
