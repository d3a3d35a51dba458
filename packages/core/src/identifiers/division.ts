import { coreIssues } from "../issues/catalogue.js";
import { createIssue } from "../issues/issue.js";
import { maskNumbersIn } from "../issues/mask.js";
import { failed, parsed, type Parsed } from "../issues/parsed.js";
import { plainNumberText } from "./normalise.js";

/** One row of the division table of Jiujiang. */
export interface Division {
  /** GB/T 2260 code, or the extension code of a zone that GB/T 2260 does not list. */
  readonly code: string;
  readonly name: string;
  /** `zone`: a functional zone; `level`: the city's own administration, not a place. */
  readonly kind: "city" | "county" | "zone" | "level";
  /** The code that took its place, for a division that was abolished or renamed. */
  readonly successor?: string;
  /** Last day on which the code was in use, to the year where the day is not established. */
  readonly abolishedIn?: string;
}

/**
 * Divisions of Jiujiang: GB/T 2260 as of 2024, abolished codes that old identity numbers still carry, and the
 * zone codes of the province's procurement system, which are aliases and no GB/T 2260 codes.
 */
export const jiujiangDivisions: readonly Division[] = [
  { code: "360400", name: "九江市", kind: "city" },
  { code: "360402", name: "濂溪区", kind: "county" },
  { code: "360403", name: "浔阳区", kind: "county" },
  { code: "360404", name: "柴桑区", kind: "county" },
  { code: "360423", name: "武宁县", kind: "county" },
  { code: "360424", name: "修水县", kind: "county" },
  { code: "360425", name: "永修县", kind: "county" },
  { code: "360426", name: "德安县", kind: "county" },
  { code: "360428", name: "都昌县", kind: "county" },
  { code: "360429", name: "湖口县", kind: "county" },
  { code: "360430", name: "彭泽县", kind: "county" },
  { code: "360481", name: "瑞昌市", kind: "county" },
  { code: "360482", name: "共青城市", kind: "county" },
  { code: "360483", name: "庐山市", kind: "county" },
  { code: "360421", name: "九江县", kind: "county", successor: "360404", abolishedIn: "2017" },
  { code: "360422", name: "瑞昌县", kind: "county", successor: "360481", abolishedIn: "1989" },
  { code: "360427", name: "星子县", kind: "county", successor: "360483", abolishedIn: "2016" },
  { code: "360491", name: "九江经济技术开发区", kind: "zone" },
  { code: "360492", name: "庐山风景名胜区管理局", kind: "zone" },
  { code: "360493", name: "庐山西海风景名胜区", kind: "zone" },
  { code: "360494", name: "八里湖新区", kind: "zone" },
  { code: "360499", name: "九江市本级", kind: "level" },
];

const divisionByCode: ReadonlyMap<string, Division> = new Map(
  jiujiangDivisions.map((division) => [division.code, division]),
);

/**
 * Looks a division of Jiujiang up by code and follows an abolished code to the one in use.
 *
 * @returns the division in use, or the issue `division-unknown`; the remark `division-abolished` when another
 *   code was followed
 * @example
 * const division = parseDivision("360421");
 * division.ok && division.value.name; // => "柴桑区"
 */
export function parseDivision(code: string): Parsed<Division> {
  const found = divisionByCode.get(plainNumberText(code));
  if (found === undefined) {
    return failed(createIssue(coreIssues, "division-unknown", { found: maskNumbersIn(code) }));
  }
  const successor = found.successor === undefined ? undefined : divisionByCode.get(found.successor);
  if (successor === undefined) return parsed(found);
  const values = {
    found: found.code,
    name: found.name,
    current: successor.code,
    currentName: successor.name,
  };
  return parsed(successor, [createIssue(coreIssues, "division-abolished", values)]);
}

const provinceCodes = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split(
    " ",
  ),
);

/**
 * True when two digits are a province-level code of GB/T 2260.
 *
 * @example
 * isProvinceCode("36"); // => true
 * isProvinceCode("99"); // => false
 */
export function isProvinceCode(code: string): boolean {
  return provinceCodes.has(code);
}
