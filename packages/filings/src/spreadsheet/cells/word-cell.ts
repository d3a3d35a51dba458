import { foldFullWidth, parsed, type Parsed } from "@tongchou/core";
import { meansNothing, refuse, showText, textOf, type ValueCell } from "./cell-value.js";

const yes = /^(是|有|对|同意|愿意|√|✓|✔|☑|1|Y|YES|T|TRUE)$/i;
const no = /^(否|无|不|没有|不同意|不愿意?|×|✗|✘|X|0|N|NO|F|FALSE)$/i;

/**
 * Reads a yes or a no: `是`, `有`, `√`, `1`, `Y` and their like; `否`, `无`, `×`, `0`, `N` and theirs.
 *
 * @returns undefined for `-` and `/`; the issue `boolean-unknown`
 */
export function readBooleanCell(cell: ValueCell): Parsed<boolean | undefined> {
  const text = foldFullWidth(textOf(cell)).replace(/\s/g, "");
  if (yes.test(text)) return parsed(true);
  if (no.test(text)) return parsed(false);
  return meansNothing(text) ? parsed(undefined) : refuse("boolean-unknown", { found: showText(text) });
}

/**
 * Reads one of the words a column allows. Blanks and what stands in brackets behind the word do not count.
 *
 * @param words what each word means
 * @returns the meaning; undefined for `-` and `/`; the issue `word-unknown` with the words that are allowed
 */
export function readWordCell(
  cell: ValueCell,
  words: Readonly<Record<string, string>>,
): Parsed<string | undefined> {
  const text = foldFullWidth(textOf(cell)).replace(/\s/g, "");
  const word = [text, text.replace(/\(.*\)$/, "")].find((candidate) => Object.hasOwn(words, candidate));
  if (word !== undefined) return parsed(words[word]);
  if (/^[-/]+$/.test(text)) return parsed(undefined);
  const allowed = firstWords(words).join("、");
  return refuse("word-unknown", { found: showText(text), allowed });
}

/** For each meaning the first of its words, which is the one that is written. */
export function firstWords(words: Readonly<Record<string, string>>): readonly string[] {
  const meanings = Object.values(words);
  return Object.keys(words).filter((_, index) => meanings.indexOf(meanings[index] ?? "") === index);
}
