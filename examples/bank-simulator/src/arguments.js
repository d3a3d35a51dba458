// @ts-check
/** @import { BankProfile } from "@tongchou/bank" */
/** @import { Language } from "@tongchou/core" */
/** @import { Fault } from "./faults.js" */
import { delimitedProfile, parseProfile } from "@tongchou/bank";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseFault } from "./faults.js";
import { RunError } from "./run-error.js";

/**
 * What a run is asked for.
 *
 * @typedef {object} Arguments
 * @property {number} httpPort
 * @property {number | undefined} tcpPort
 * @property {string | undefined} folder
 * @property {string} store
 * @property {BankProfile} profile
 * @property {readonly Fault[]} faults
 * @property {number} seed
 * @property {boolean} isHelp
 */

/** @satisfies {import("node:util").ParseArgsConfig["options"]} */
const options = /** @type {const} */ ({
  port: { type: "string", default: "8080" },
  "tcp-port": { type: "string" },
  folder: { type: "string" },
  store: { type: "string", default: "out/bank-simulator/bookings.jsonl" },
  profile: { type: "string" },
  fault: { type: "string", multiple: true, default: [] },
  seed: { type: "string", default: "1" },
  lang: { type: "string", default: "en" },
  help: { type: "boolean", short: "h" },
});

/**
 * The language that is asked for, also where the rest of the command line is wrong.
 *
 * @param {readonly string[]} args
 * @returns {Language}
 */
export function languageOf(args) {
  const at = args.indexOf("--lang");
  return args[at + 1] === "zh" || args.includes("--lang=zh") ? "zh" : "en";
}

/**
 * @param {readonly string[]} args
 * @returns {Arguments}
 * @throws {RunError} when the command line is wrong, or the profile
 */
export function readArguments(args) {
  const values = parse(args);
  if (!["zh", "en"].includes(values.lang)) throw wrong("--lang", values.lang, "zh, en");
  const faults = values.fault.map((text) => {
    const fault = parseFault(text);
    if (fault === undefined) throw wrong("--fault", text, "--help");
    return fault;
  });
  return {
    httpPort: numberOf("--port", values.port, 65_535),
    tcpPort:
      values["tcp-port"] === undefined ? undefined : numberOf("--tcp-port", values["tcp-port"], 65_535),
    folder: values.folder,
    store: values.store,
    profile: values.profile === undefined ? delimitedProfile : readProfile(values.profile),
    faults,
    seed: numberOf("--seed", values.seed, 2_000_000_000),
    isHelp: values.help === true,
  };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const found = error instanceof Error ? (error.message.split(". ")[0] ?? "") : "";
    throw new RunError(2, { zh: `命令行有误：${found}。用 --help 查看选项。`, en: `${found}. See --help.` });
  }
}

/** @param {string} option @param {string} text @param {number} max */
function numberOf(option, text, max) {
  if (/^\d{1,10}$/.test(text) && Number(text) <= max) return Number(text);
  throw wrong(option, text, `0–${max}`);
}

/** @param {string} option @param {string} found @param {string} allowed */
function wrong(option, found, allowed) {
  return new RunError(2, {
    zh: `${option} 不能是“${found}”，可用：${allowed}。`,
    en: `${option} cannot be "${found}"; allowed: ${allowed}.`,
  });
}

/** @param {string} path */
function readProfile(path) {
  let profile;
  try {
    profile = parseProfile(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new RunError(3, { zh: `无法读取 JSON 文件 ${path}。`, en: `${path} cannot be read as JSON.` });
  }
  if (profile.ok) return profile.value;
  const { zh = "", en = "" } = profile.issues[0]?.message ?? {};
  throw new RunError(3, { zh: `${path}：${zh}`, en: `${path}: ${en}` });
}
