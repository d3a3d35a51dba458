import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeAccepted } from "../encoding.js";
import { readTagReply } from "./all-dsjk.js";
import { readScmsReply } from "./scms.js";
import { readServiceProxyReturn } from "./soap-envelope.js";

const runs = Number(process.env["TONGCHOU_FUZZ_RUNS"] ?? 10_000);

const readers = [
  ["tags", readTagReply, "<ERR>OK</ERR><AAZ500>A12345678</AAZ500><AAC003>李東</AAC003><AAZ502>4</AAZ502>"],
  [
    "scms",
    readScmsReply,
    '<?xml version="1.0" encoding="GBK"?><p><s errflag="0"/><s xm="李東"/><s kzt="B"/><s kh="A12345678"/></p>',
  ],
  [
    "soap",
    readServiceProxyReturn,
    "<Envelope><Body><serviceProxyResponse><return>&lt;p/&gt;</return></serviceProxyResponse></Body></Envelope>",
  ],
] as const;

// What once went wrong, or is likely to: kept as rows.
const crashers = [
  "<",
  "&",
  "\u0000",
  "<a>".repeat(100),
  "<ERR>&#0;</ERR>",
  '<p><s errflag="0" __proto__="1"/></p>',
  "]]>",
];

describe.each(readers)("replies of %s", (_, read, sample) => {
  const bytes = encodeAccepted(sample, "gbk");

  it("reads the sample", () => {
    expect(read(bytes).ok).toBe(true);
  });

  it.each(crashers)("survives %j", (text) => {
    expect(() => read(encodeAccepted(text, "gbk"))).not.toThrow();
  });

  it(
    "gives an issue or an answer, and never throws, whatever bytes change",
    () => {
      const edits = fc.array(fc.tuple(fc.nat(bytes.length), fc.nat(3), fc.nat(255)), {
        minLength: 1,
        maxLength: 6,
      });
      fc.assert(
        fc.property(edits, (changes) => {
          const result = read(mutate(bytes, changes));
          if (!result.ok && result.issues.length === 0) throw new Error("refused without an issue");
        }),
        { numRuns: runs, seed: 20_240_315 },
      );
    },
    runs > 10_000 ? 3_600_000 : 5_000,
  );
});

/** Changes, removes, inserts or repeats bytes at places. */
function mutate(bytes: Uint8Array, changes: readonly (readonly [number, number, number])[]): Uint8Array {
  let list = [...bytes];
  for (const [at, kind, value] of changes) {
    if (kind === 0) list[at] = value;
    if (kind === 1) list.splice(at, 1 + (value % 4));
    if (kind === 2) list.splice(at, 0, value);
    if (kind === 3) list = [...list.slice(0, at), ...list.slice(at - (value % 16))];
  }
  return new Uint8Array(list.map((byte) => byte ?? 0));
}
