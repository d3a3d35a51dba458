/**
 * Writes the documents that come out of the code: the rule catalogue, the list of facts, and the outputs of commands that
 * stand in other documents. With --check it writes nothing and fails when one of them is not what the code says.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as bank from "../packages/bank/dist/index.js";
import * as cards from "../packages/bank/dist/cards.js";
import * as channels from "../packages/bank/dist/channels.js";
import * as crypto from "../packages/bank/dist/crypto.js";
import * as iso20022 from "../packages/bank/dist/iso20022.js";
import * as iso8583 from "../packages/bank/dist/iso8583.js";
import * as cli from "../packages/cli/dist/index.js";
import * as core from "../packages/core/dist/index.js";
import * as filings from "../packages/filings/dist/index.js";
import * as settlement from "../packages/settlement/dist/index.js";
import * as statutory from "../packages/statutory/dist/index.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isCheck = process.argv.includes("--check");
const stale = [];

write("docs/rule-catalogue.md", ruleCatalogue());
write("docs/facts.md", factList());
for (const name of readdirSync(join(root, "docs")).filter((file) => file.endsWith(".md"))) {
  const path = `docs/${name}`;
  write(path, withOutputs(readFileSync(join(root, path), "utf8")));
}
rmSync(join(root, "out", "docs"), { recursive: true, force: true });

if (stale.length > 0) {
  console.error(`these documents are not what the code says; run npm run docs: ${stale.join(", ")}`);
  process.exit(1);
}

function write(path, text) {
  const file = join(root, path);
  let present;
  try {
    present = readFileSync(file, "utf8");
  } catch {
    present = undefined;
  }
  if (present === text) return;
  if (isCheck) stale.push(path);
  else writeFileSync(file, text);
}

function ruleCatalogue() {
  return [
    "# Rule catalogue",
    "Written by `npm run docs` from the code. P1 is the implementation plan of the platform, P2 the migration work plan, both issued in Jiujiang on 2023-12-18 and published on 2024-03-12.",
    section(
      "Clauses",
      ["id", "section", "中文", "English"],
      core.clauses.map((c) => [c.id, c.section, c.zh, c.en]),
    ),
    section(
      "Decision table",
      ["row", "when", "then", "readings"],
      core.decisionTable.map((row) => [
        row.id,
        Object.entries(row.when)
          .map(([field, values]) => `${field}: ${values.join(" or ")}`)
          .join("; "),
        "branch" in row.then ? row.then.branch : `issue \`${row.then.issue}\``,
        row.flags.join(" "),
      ]),
      "The first row whose conditions hold decides. A refusal counts where the branch moves the labour relation, and leads to branch R.",
    ),
    section(
      "Branches",
      [
        "branch",
        "route",
        "relation moves",
        "employer after",
        "withholding agent",
        "platform pays",
        "agency's fee",
        "service years",
        "severance",
        "clauses",
      ],
      Object.entries(core.branchDefinitions).map(([branch, d]) => [
        branch,
        [d.route, d.reason && `(${d.reason})`, d.interim && "interim"].filter(Boolean).join(" "),
        d.relationMoves ? "yes" : "no",
        d.employerOfRecordAfter,
        d.withholdingAgent,
        d.platformPays,
        d.agencyFee,
        d.serviceYears,
        d.severance,
        d.clauses.join(" "),
      ]),
      "The platform's own fee is 0 on every branch.",
    ),
    section(
      "Documents",
      ["branch", "documents"],
      Object.entries(core.branchDefinitions).map(([branch, d]) => [
        branch,
        d.documents
          .map((kind) => `${core.documentNames[kind].zh} (${core.documentNames[kind].en})`)
          .join("; "),
      ]),
    ),
    section(
      "Timetable",
      ["step", "opens", "due", "clause"],
      core.cityTimetable.map((e) => [`${e.zh} (${e.en})`, e.opens ?? "", e.due, e.clause]),
    ),
    section(
      "Ambiguities and the reading that is built",
      ["id", "flag", "clauses", "problem", "reading"],
      core.ambiguities.map((a) => [
        a.id,
        a.flag,
        a.clauses.join(" "),
        `${a.problem.zh}<br>${a.problem.en}`,
        `${a.reading.zh}<br>${a.reading.en}`,
      ]),
    ),
    ...[
      ["core", core.coreIssues],
      ["statutory", statutory.statutoryIssues],
      ["settlement", settlement.settlementIssues],
      ["filings", filings.filingIssues],
      ["bank", { ...bank.bankIssues, ...bank.outcomeIssues }],
      ["bank: XML", bank.xmlIssues],
      ["bank: channels", channels.channelIssues],
      ["bank: ISO 20022 and CNAPS2", iso20022.iso20022Issues],
      ["bank: ISO 8583", iso8583.iso8583Issues],
      ["bank: social-security cards", cards.cardIssues],
      ["bank: cryptography", crypto.cryptoIssues],
      ["cli", cli.cliIssues],
    ].map(([name, catalogue]) =>
      section(
        `Issues of ${name}`,
        ["code", "severity", "clause", "message"],
        Object.entries(catalogue).map(([code, d]) => [
          `\`${code}\``,
          d.severity,
          d.clause ?? "",
          [`${d.zh}<br>${d.en}`, ...(d.options ?? []).map((o) => `→ ${o.zh} (${o.en})`)].join("<br>"),
        ]),
      ),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function factList() {
  const packs = statutory.jiujiangPacks;
  const rows = Object.entries(statutory.factDefinitions).flatMap(([id, definition]) => {
    const versions = packs.flatMap((pack) => pack.facts[id] ?? []);
    const title = `${definition.zh}<br>${definition.en}`;
    if (versions.length === 0) return [[`\`${id}\``, title, "unknown", "", "", "", ""]];
    return versions.map((v, index) => [
      index === 0 ? `\`${id}\`` : "",
      index === 0 ? title : "",
      factValue(definition.shape, v.value),
      `${v.effectiveFrom} – ${v.effectiveTo ?? ""}`,
      v.announcedOn ?? "",
      v.confidence,
      [v.source, v.note].filter(Boolean).join("<br>"),
    ]);
  });
  const counts = ["confirmed", "secondary", "unverified"].map(
    (c) => `${rows.filter((r) => r[5] === c).length} ${c}`,
  );
  return [
    "# Facts",
    `Written by \`npm run docs\` from the built-in packs, version ${packs[0].version}: ${counts.join(", ")} versions, ${rows.filter((r) => r[2] === "unknown").length} facts unknown. A fact that is unknown has no version: a deployment adds it in a pack of its own once the authority has confirmed it. A fact that is \`unverified\` is used provisionally and named in every result that rests on it.`,
    table(["id", "fact", "value", "holds", "known from", "confidence", "source"], rows),
  ]
    .join("\n\n")
    .concat("\n");
}

function factValue(shape, value) {
  const yuan = (amount) => core.formatYuan(amount);
  const percent = (rate) => `${rate / 10_000} %`;
  switch (shape) {
    case "amount":
      return yuan(value.fen);
    case "amount-range":
      return `${yuan(value.minFen)} – ${yuan(value.maxFen)}`;
    case "count":
      return String(value.count);
    case "rate":
      return percent(value.rate);
    case "rate-pair":
      return `employer ${percent(value.employer)}, worker ${percent(value.employee)}`;
    case "rate-range":
      return `${percent(value.min)} – ${percent(value.max)}`;
    case "rate-list":
      return value.rates.map(percent).join(", ");
    case "rounding":
      return `${value.mode} to ${yuan(value.unitFen)}`;
    case "tax-table":
      return value.brackets
        .map(
          (b) =>
            `${b.upToFen === null ? "above" : `to ${yuan(b.upToFen)}`}: ${percent(b.rate)} − ${yuan(b.quickFen)}`,
        )
        .join("<br>");
    case "labour-expense":
      return `to ${yuan(value.thresholdFen)}: ${yuan(value.fixedFen)}; above: ${percent(value.rateAbove)}`;
    case "base-bounds":
      return `${yuan(value.lowerFen)} – ${yuan(value.upperFen)}${value.averageFen ? `, average ${yuan(value.averageFen)}` : ""}`;
    case "minimum-wage":
      return Object.entries(value.classes)
        .map(([c, w]) => `class ${c}: ${yuan(w.monthlyFen)}, hour ${yuan(w.hourlyFen)}`)
        .join("<br>");
    case "division-classes":
      return Object.entries(value.classOf)
        .map(([division, c]) => `${division}: ${c}`)
        .join(", ");
    case "vat":
      return `${percent(value.rate)} on the ${value.base === "full" ? "full price" : "balance"}`;
    default:
      return JSON.stringify(value);
  }
}

/** Replaces the block behind each `<!-- run: command -->` by what the command prints. */
function withOutputs(text) {
  return text.replace(/(<!-- run: (.+?) -->\n\n)```text\n[\s\S]*?\n```/g, (_, marker, command) => {
    const output = execFileSync("bash", ["-c", command], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: {
        ...process.env,
        PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
        LANG: "en_US.UTF-8",
      },
    });
    return `${marker}\`\`\`text\n${output.trimEnd()}\n\`\`\``;
  });
}

function section(title, head, rows, note) {
  return [`## ${title}`, ...(note ? [note] : []), table(head, rows)].join("\n\n");
}

function table(head, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => String(cell).replace(/\|/g, "\\|").replace(/\n/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
