/**
 * Writes payment orders and reads account statements next to the packages that do the like. Each contestant
 * works in a process of its own; the peers are installed into a folder for temporary files.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Heading of this part of the results. */
export const title = "ISO 20022";

const peers = { "iso20022.js": "0.0.15", sepa: "3.0.0", saxes: "6.0.0", xml2js: "0.6.2" };
const count = 100_000;
/** iso20022.js takes minutes for more; its time a payment is set against that of the others. */
const fewer = 10_000;
const rounds = 3;
const sizes = [10_000, 100_000, 1_000_000];

/** Measures both, and gives the tables. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "tongchou-iso20022-"));
  try {
    installPeers(folder);
    const file = writeStatement(join(folder, "statement.xml"), count);
    return [
      orders(folder),
      statements(folder, file),
      memories(folder),
      `Peers: ${Object.entries(peers)
        .map(([name, version]) => `${name} ${version}`)
        .join(", ")}. Times are times on the processor, the contestants in turn, the best of ${rounds}.`,
    ].join("\n\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function installPeers(folder) {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: peers }));
  const options = { cwd: folder, stdio: "inherit", shell: process.platform === "win32" };
  const install = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], options);
  if (install.status !== 0) throw new Error("the peers could not be installed");
}

/** The work of one contestant: milliseconds, MiB at the most, and what came of it. */
function once(name, input, folder) {
  const script = fileURLToPath(new URL("iso20022-contestants.mjs", import.meta.url));
  const output = execFileSync(process.execPath, [script, name, String(input), folder], { encoding: "utf8" });
  return JSON.parse(output);
}

function best(names, inputOf, folder) {
  const found = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const result = once(name, inputOf(name), folder);
      const before = found.get(name);
      if (before === undefined || result.milliseconds < before.milliseconds) found.set(name, result);
    }
  }
  return found;
}

function orders(folder) {
  const inputOf = (name) => (name === "iso20022.js" ? fewer : count);
  const found = best(["writePain001", "adapter", "sepa", "iso20022.js"], inputOf, folder);
  const perPayment = (name) => (found.get(name).milliseconds / inputOf(name)) * 1000;
  const row = (what, name) => [
    what,
    inputOf(name).toLocaleString("en"),
    perPayment(name).toFixed(2),
    (perPayment(name) / perPayment("writePain001")).toFixed(1),
    found.get(name).peak.toFixed(0),
  ];
  const timesOf = (name) => {
    const times = Math.min(perPayment("sepa"), perPayment("iso20022.js")) / perPayment(name);
    return `${name === "adapter" ? "the adapter" : "the writer"} ${times.toFixed(1)} times, ${reached(times >= 5)}`;
  };
  return [
    "### Payment orders (pain.001)",
    table(
      ["", "payments", "µs a payment", "times the writer", "peak MiB"],
      [
        row("`writePain001`, payments from a generator", "writePain001"),
        row("`createIso20022Adapter`, every payment checked", "adapter"),
        row("sepa", "sepa"),
        row("iso20022.js", "iso20022.js"),
      ],
    ),
    `Aim: at least 5 times as fast as both: ${["writePain001", "adapter"].map(timesOf).join("; ")}.`,
  ].join("\n\n");
}

function statements(folder, file) {
  const found = best(["CamtReader", "saxes", "xml2js"], () => file, folder);
  const results = new Set(Array.from(found.values(), ({ result }) => result));
  if (results.size !== 1) throw new Error("the contestants do not find the same payments");
  const time = (name) => found.get(name).milliseconds;
  const row = (what, name) => [
    what,
    time(name).toFixed(0),
    (time(name) / time("CamtReader")).toFixed(2),
    found.get(name).peak.toFixed(0),
  ];
  return [
    `### A statement (camt.053) of ${count.toLocaleString("en")} entries`,
    table(
      ["", "ms", "times CamtReader", "peak MiB"],
      [
        row("`CamtReader` and `entryOutcomes`", "CamtReader"),
        row("saxes alone, nothing picked out", "saxes"),
        row("xml2js and a mapping", "xml2js"),
      ],
    ),
    `Aims: at least 3 times as fast as xml2js with a mapping: ${reached(
      time("xml2js") >= 3 * time("CamtReader"),
    )}; no slower than saxes alone: ${reached(time("saxes") >= time("CamtReader"))}.`,
  ].join("\n\n");
}

function memories(folder) {
  const rows = sizes.map((size) => {
    const file = writeStatement(join(folder, "memory.xml"), size);
    const inputOf = (name) => (name === "CamtReader" ? file : size);
    const names = ["writePain001", "CamtReader", "payments", "adapter"];
    return [
      size.toLocaleString("en"),
      ...names.map((name) => once(name, inputOf(name), folder).peak.toFixed(0)),
    ];
  });
  const header = [
    "payments",
    "`writePain001`",
    "`CamtReader`",
    "the list of payments alone",
    "the adapter with that list",
  ];
  return `### Peak of the process in MiB\n\n${table(header, rows)}`;
}

function reached(isReached) {
  return isReached ? "reached" : "missed";
}

function table(header, rows) {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A statement of camt.053.001.02, laid out as banks do. */
function writeStatement(path, entries) {
  const file = openSync(path, "w");
  writeSync(
    file,
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">\n <BkToCstmrStmt>\n' +
      "  <GrpHdr><MsgId>M1</MsgId><CreDtTm>2024-03-15T18:00:00</CreDtTm></GrpHdr>\n" +
      "  <Stmt><Id>S1</Id><CreDtTm>2024-03-15T18:00:00</CreDtTm>\n" +
      "   <Acct><Id><Othr><Id>100200300400</Id></Othr></Id></Acct>\n",
  );
  let text = "";
  for (let n = 0; n < entries; n += 1) {
    text += entry(n);
    if (text.length < 1_000_000) continue;
    writeSync(file, text);
    text = "";
  }
  writeSync(file, `${text}  </Stmt>\n </BkToCstmrStmt>\n</Document>\n`);
  closeSync(file);
  return path;
}

function entry(n) {
  const amount = `<Amt Ccy="CNY">${4000 + (n % 997)}.${String(n % 100).padStart(2, "0")}</Amt>`;
  const account = `629999${String(n).padStart(13, "0")}`;
  const name = `王${String.fromCharCode(0x4e00 + (n % 5000))}`;
  return `   <Ntry>
    ${amount}
    <CdtDbtInd>DBIT</CdtDbtInd>
    <Sts>BOOK</Sts>
    <BookgDt><Dt>2024-03-15</Dt></BookgDt>
    <ValDt><Dt>2024-03-15</Dt></ValDt>
    <AcctSvcrRef>A${n}</AcctSvcrRef>
    <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>SALA</SubFmlyCd></Fmly></Domn></BkTxCd>
    <NtryDtls>
     <TxDtls>
      <Refs><PmtInfId>B240315-01</PmtInfId><EndToEndId>P${String(n).padStart(19, "0")}</EndToEndId></Refs>
      <AmtDtls><TxAmt>${amount}</TxAmt></AmtDtls>
      <RltdPties>
       <Cdtr><Nm>${name}</Nm></Cdtr>
       <CdtrAcct><Id><Othr><Id>${account}</Id></Othr></Id></CdtrAcct>
      </RltdPties>
      <RmtInf><Ustrd>工资 2024-03</Ustrd></RmtInf>
     </TxDtls>
    </NtryDtls>
   </Ntry>
`;
}
