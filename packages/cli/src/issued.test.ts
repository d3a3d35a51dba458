import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  chmodSync,
  cpSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sampleMonth, tell } from "./__fixtures__/sample-month.js";

const scratch = mkdtempSync(join(tmpdir(), "tongchou-issued-"));
const statements = join(scratch, "settled", "statements");
const one = join(statements, "S-2024-03-U06.json");
const keys = { Ed25519: join(scratch, "keys"), SM2: join(scratch, "sm2-keys") };
const signed = join(scratch, "signed");
const bundle = join(signed, "S-2024-03-U06.bundle.json");
const publicKey = join(keys.Ed25519, "public.pem");

beforeAll(async () => {
  expect((await tell(["settle", ...sampleMonth, "--out", join(scratch, "settled")])).code).toBe(0);
  expect((await tell(["keygen", "--out", keys.Ed25519])).code).toBe(0);
  expect((await tell(["keygen", "--algorithm", "SM2", "--out", keys.SM2])).code).toBe(0);
  const key = join(keys.Ed25519, "private.pem");
  expect((await tell(["sign", one, "--key", key, "--out", signed])).code).toBe(0);
});

/** A copy of a file with one byte changed, and where that was. */
function withByteChanged(file: string, place: number): string {
  const bytes = readFileSync(file);
  // A digit stays within every alphabet that these files use: decimal, hexadecimal and base64.
  bytes[place] = (bytes[place] === 0x31 ? "2" : "1").charCodeAt(0);
  const copy = join(mkdtempSync(join(scratch, "changed-")), "copy.json");
  writeFileSync(copy, bytes);
  return copy;
}

function textFile(text: string): string {
  const file = join(mkdtempSync(join(scratch, "file-")), "file.txt");
  writeFileSync(file, text);
  return file;
}

describe("keygen", () => {
  it.each(["Ed25519", "SM2"] as const)("makes a key for %s that only its owner may read", (algorithm) => {
    const [secret = "", open = ""] = readdirSync(keys[algorithm]).toSorted();
    expect([secret, open]).toEqual(
      algorithm === "SM2" ? ["private.sm2", "public.sm2"] : ["private.pem", "public.pem"],
    );
    expect(statSync(join(keys[algorithm], secret)).mode & 0o777).toBe(0o600);
  });

  it("overwrites no key", async () => {
    const before = readFileSync(publicKey, "utf8");
    const { code, error } = await tell(["keygen", "--out", keys.Ed25519]);
    expect([code, readFileSync(publicKey, "utf8")]).toEqual([4, before]);
    expect(error).toContain("keys are not overwritten");
  });

  it("makes another key each time", async () => {
    const { out } = await tell(["keygen", "--json", "--algorithm", "SM2", "--out", join(scratch, "more")]);
    const answer = JSON.parse(out) as { keyId: string };
    expect(answer).toMatchObject({ algorithm: "SM2", files: ["private.sm2", "public.sm2"] });
    expect(readFileSync(join(scratch, "more", "public.sm2"), "utf8")).not.toBe(
      readFileSync(join(keys.SM2, "public.sm2"), "utf8"),
    );
  });
});

describe("sign", () => {
  it.each(["Ed25519", "SM2"] as const)(
    "signs by %s, and verify finds the signature good",
    async (algorithm) => {
      const [secret = "", open = ""] = readdirSync(keys[algorithm]).toSorted();
      const out = join(scratch, `by-${algorithm}`);
      const key = join(keys[algorithm], secret);
      const { code, out: told, error } = await tell(["sign", one, "--key", key, "--out", out, "--json"]);
      expect([code, error]).toEqual([0, ""]);
      expect(JSON.parse(told)).toMatchObject({ files: ["S-2024-03-U06.bundle.json"], keys: [{ algorithm }] });
      const file = join(out, "S-2024-03-U06.bundle.json");
      const verified = await tell(["verify", file, "--public-key", join(keys[algorithm], open)]);
      expect(verified.code).toBe(0);
      expect(verified.out).toContain(`Signature holds: ${algorithm}, key `);
    },
  );

  it("gives the same bytes again", async () => {
    const before = readFileSync(bundle);
    const again = await tell([
      "sign",
      one,
      "--key",
      join(keys.Ed25519, "private.pem"),
      "--out",
      signed,
      "--json",
    ]);
    expect(JSON.parse(again.out)).toMatchObject({ outcome: "unchanged" });
    expect(readFileSync(bundle).equals(before)).toBe(true);
  });

  it("warns of a private key that others may read", async () => {
    const folder = mkdtempSync(join(scratch, "open-"));
    cpSync(join(keys.Ed25519, "private.pem"), join(folder, "private.pem"));
    chmodSync(join(folder, "private.pem"), 0o644);
    const args = ["sign", one, "--key", join(folder, "private.pem"), "--out", join(folder, "out")];
    const { code, error } = await tell(args);
    expect(code).toBe(0);
    expect(error).toContain("others may read the private key");
  });

  it("signs nothing when one statement fails verification", async () => {
    const bad = textFile(readFileSync(one, "utf8").replace(/"netFen":(\d)/, '"netFen":9$1'));
    const out = join(scratch, "never");
    const { code, error } = await tell([
      "sign",
      one,
      bad,
      "--key",
      join(keys.Ed25519, "private.pem"),
      "--out",
      out,
    ]);
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(error).toContain("Nothing was signed or written");
  });

  it.each([
    ["the same statement twice", [one, one], "that of another statement"],
    ["a bundle", [bundle], "is no statement that passes verification"],
  ])("refuses %s", async (_, files, part) => {
    const out = join(scratch, "never");
    const { code, error } = await tell([
      "sign",
      ...files,
      "--key",
      join(keys.Ed25519, "private.pem"),
      "--out",
      out,
    ]);
    expect(code).toBeGreaterThan(0);
    expect([error.includes(part), existsSync(out)]).toEqual([true, false]);
  });

  it.each([
    ["a public key", () => publicKey],
    ["words", () => textFile("my key")],
    ["hexadecimal that is no key", () => textFile("0".repeat(64))],
    [
      "a key of another kind",
      () => textFile("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vu\n-----END PRIVATE KEY-----\n"),
    ],
  ])("takes %s for no private key, and shows nothing of it", async (_, file) => {
    const { code, error } = await tell(["sign", one, "--key", file(), "--out", join(scratch, "never")]);
    expect(code).toBe(3);
    expect(error).toContain("is no private key");
    expect(error).not.toContain("0000");
  });
});

describe("verify", () => {
  it("says of a statement that it is unsigned, and of a bundle without a key that nobody checked", async () => {
    const { code, out } = await tell(["verify", one, bundle]);
    expect(code).toBe(0);
    expect(out).toContain("Unsigned: the figures can be checked");
    expect(out).toMatch(/Signature not checked: Ed25519, key [0-9a-f]{16}/);
    const zh = await tell(["verify", one, bundle, "--lang", "zh"]);
    expect(zh.out).toContain("未签名");
    expect(zh.out).toContain("签名未核对");
  });

  it("finds a statement without a signature where a key is given", async () => {
    const { code, out } = await tell(["verify", one, "--public-key", publicKey]);
    expect(code).toBe(1);
    expect(out).toContain("has no signature to be checked");
  });

  it("finds a bundle that another key signed", async () => {
    const { code, out } = await tell(["verify", bundle, "--public-key", join(keys.SM2, "public.sm2")]);
    expect(code).toBe(1);
    expect(out).toContain("There is no signature of key");
  });

  it("binds the user id of SM2", async () => {
    const out = join(scratch, "user-id");
    const key = join(keys.SM2, "private.sm2");
    await tell(["sign", one, "--key", key, "--sm2-user-id", "jiujiang", "--out", out]);
    const args = [
      "verify",
      join(out, "S-2024-03-U06.bundle.json"),
      "--public-key",
      join(keys.SM2, "public.sm2"),
    ];
    expect((await tell([...args, "--sm2-user-id", "jiujiang"])).code).toBe(0);
    expect((await tell(args)).code).toBe(1);
  });

  it("names any one byte that was changed: its place in the document, or in the file", async () => {
    const text = readFileSync(bundle, "utf8");
    const places: readonly (readonly [number, RegExp])[] = [
      [text.indexOf('"blinding":"') + 20, /\/blinding was changed/],
      [text.indexOf('"leaves":["') + 30, /\/leaves\/0 was changed/],
      [text.indexOf('"value":"') + 40, /signature of key [0-9a-f]{16} does not hold/],
      [1, /From byte \d+ on/],
    ];
    for (const [place, named] of places) {
      const bytes = Buffer.byteLength(text.slice(0, place));
      const { code, out } = await tell(["verify", withByteChanged(bundle, bytes), "--public-key", publicKey]);
      expect(code).toBe(1);
      expect(out).toMatch(named);
    }
  });

  it("goes on with the other files where one is no JSON", async () => {
    const { code, out } = await tell(["verify", textFile("{"), one, "--json"]);
    const answer = JSON.parse(out) as { isSound: boolean; files: { kind: string; isSound: boolean }[] };
    expect([code, answer.isSound, answer.files.map(({ isSound }) => isSound)]).toEqual([
      1,
      false,
      [false, true],
    ]);
  });

  it("answers programs with signatures, issues and differences", async () => {
    const { out } = await tell(["verify", bundle, "--public-key", publicKey, "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      isSound: true,
      files: [
        {
          kind: "bundle",
          statementId: "S-2024-03-U06",
          isSound: true,
          guaranteeHolds: true,
          signatures: [{ algorithm: "Ed25519", outcome: "valid" }],
          issues: [],
          differences: [],
        },
      ],
    });
    expect(out).not.toContain('"recomputed":{');
  });

  it.each([
    ["a private key", () => join(keys.Ed25519, "private.pem")],
    ["words", () => textFile("-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----\n")],
    ["hexadecimal of no point", () => textFile(`04${"1".repeat(128)}`)],
  ])("takes %s for no public key", async (_, file) => {
    const { code, error } = await tell(["verify", bundle, "--public-key", file()]);
    expect([code, error.includes("is no public key")]).toEqual([3, true]);
  });
});

describe("proof", () => {
  const workerOf = (file: string): string => {
    const { lines } = JSON.parse(readFileSync(file, "utf8")) as { lines: { workerId: string }[] };
    return lines[3]?.workerId ?? "";
  };

  it("is checked by a stranger, who sees nobody else", async () => {
    const worker = workerOf(one);
    const file = join(scratch, "proof.json");
    expect((await tell(["proof", bundle, "--worker", worker, "--out", file])).code).toBe(0);
    const { code, out } = await tell(["verify", file, "--public-key", publicKey]);
    expect(code).toBe(0);
    expect(out).toContain(`line 4/`);
    expect(out).toContain("Signature holds");
    const { input } = JSON.parse(readFileSync(one, "utf8")) as {
      input: { workers: { workerId: string; name: string }[] };
    };
    const text = readFileSync(file, "utf8");
    const others = input.workers.filter(({ workerId }) => workerId !== worker);
    expect(others.filter(({ workerId, name }) => text.includes(workerId) || text.includes(name))).toEqual([]);
    const changed = await tell([
      "verify",
      withByteChanged(file, text.indexOf('"netFen":') + 9),
      "--public-key",
      publicKey,
    ]);
    expect([changed.code, changed.out.includes("the proof fails")]).toEqual([1, true]);
  });

  it("is not written for somebody who is not on the statement, nor out of a bundle that was changed", async () => {
    const nobody = await tell(["proof", bundle, "--worker", "W99999", "--out", join(scratch, "no.json")]);
    expect([nobody.code, nobody.error]).toEqual([3, "The bundle has no worker W99999.\n"]);
    const text = readFileSync(bundle, "utf8");
    const place = Buffer.byteLength(text.slice(0, text.indexOf('"netFen":') + 9));
    const worker =
      (JSON.parse(text) as { statement: { lines: { workerId: string }[] } }).statement.lines[0]?.workerId ??
      "";
    const changed = withByteChanged(bundle, place);
    const refused = await tell(["proof", changed, "--worker", worker, "--out", join(scratch, "no.json")]);
    expect([refused.code, existsSync(join(scratch, "no.json"))]).toEqual([1, false]);
  });

  it("is not made of a statement", async () => {
    const { code, error } = await tell(["proof", one, "--worker", "W1", "--out", join(scratch, "no.json")]);
    expect([code, error.includes("/schema")]).toEqual([3, true]);
  });
});
