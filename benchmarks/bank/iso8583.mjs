/**
 * Writes and reads one 0200 of 208 bytes next to iso_8583, the npm package for ISO 8583, in the dialect that
 * package speaks: ASCII, and always both bitmaps. It is installed into a folder for temporary files.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Heading of this part of the results. */
export const title = "ISO 8583";

const peerVersion = "2.6.7";
const rounds = 15;
const ours = 100_000;
const theirs = 10_000;
const aims = { encode: 15, decode: 6 };

const fields = {
  2: "6299990000000000013",
  3: "290000",
  4: "000000350000",
  7: "0315093000",
  11: "000452",
  12: "093000",
  13: "0315",
  15: "0315",
  18: "4814",
  22: "012",
  25: "00",
  32: "00010000",
  33: "00010000",
  37: "240315000452",
  41: "80879888",
  42: "086057780879888",
  49: "156",
  100: "01020000",
  102: "6299990000000000005",
  103: "6299990000000000013",
};

/** Compares the bytes first, then the times on the processor, the best of all rounds in turns. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "tongchou-benchmark-"));
  try {
    return await compare(loadPeer(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare(Peer) {
  const { createCodec, iso1987Ascii } = await import("../../packages/bank/dist/iso8583.js");
  const codec = createCodec({ ...iso1987Ascii, bitmap: { form: "binary", second: "always" } });
  const message = { type: "0200", fields: { ...fields, 4: 350_000 } };
  const theirMessage = { 0: "0200", ...fields };
  const bytes = Buffer.from(codec.encode(message).value);
  const peerBytes = new Peer(theirMessage).getRawMessage();
  if (!bytes.equals(peerBytes) || bytes.length !== 208) throw new Error("not the same 208 bytes");
  // It reads messages with their length in front only.
  const framed = Buffer.concat([Buffer.from([0, 208]), bytes]);
  const read = codec.decode(bytes).value.fields;
  const peerRead = new Peer().getIsoJSON(framed);
  for (const [number, value] of Object.entries(fields)) {
    const found = number === "4" ? String(read[4]).padStart(12, "0") : read[number];
    if (found !== value || peerRead[number] !== value) throw new Error(`field ${number} differs`);
  }
  const works = {
    encode: [() => codec.encode(message), () => new Peer(theirMessage).getRawMessage()],
    decode: [() => codec.decode(bytes), () => new Peer().getIsoJSON(framed)],
  };
  const rows = Object.entries(works).map(([name, pair]) => rowOf(name, pair));
  return [
    `A 0200 of 208 bytes, 20 fields, in the ASCII dialect of \`iso_8583\` ${peerVersion}; both write the same bytes and read the same fields. Microseconds on the processor, best of ${rounds} rounds in turns.`,
    "",
    "| | `createCodec` | `iso_8583` | times as fast | aim | |",
    "| --- | ---: | ---: | ---: | ---: | --- |",
    ...rows,
    "",
    "`@tikpay/iso8583-ts` and `node-iso8583` are not on npm, so there is nothing to compare with.",
  ].join("\n");
}

function rowOf(name, [own, peer]) {
  const best = { own: Infinity, peer: Infinity };
  for (let round = 0; round < rounds; round += 1) {
    best.own = Math.min(best.own, microsecondsOf(own, ours));
    best.peer = Math.min(best.peer, microsecondsOf(peer, theirs));
  }
  const ratio = best.peer / best.own;
  const aim = aims[name];
  const cells = [name, best.own.toFixed(2), best.peer.toFixed(2), ratio.toFixed(1), `at least ${aim}`];
  return `| ${cells.join(" | ")} | ${ratio >= aim ? "reached" : "missed"} |`;
}

function microsecondsOf(work, count) {
  const begin = process.cpuUsage();
  for (let index = 0; index < count; index += 1) work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / count;
}

/** The package loads parts of itself when they are first used, so its folder has to stay until the end. */
function loadPeer(folder) {
  const dependencies = { iso_8583: peerVersion };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  const options = { cwd: folder, stdio: "inherit", shell: process.platform === "win32" };
  const install = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], options);
  if (install.status !== 0) throw new Error("iso_8583 could not be installed");
  const peer = createRequire(join(folder, "package.json"))("iso_8583");
  return peer.default ?? peer;
}
