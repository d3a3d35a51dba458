import { formatYuanGrouped, maskName, type Issue } from "@tongchou/core";
import type { LineProofVerification, SignatureCheck, Verification } from "@tongchou/settlement";
import type { CheckedFile } from "../issued/check-issued.js";
import { issueLines } from "../terminal/issue-lines.js";
import { say, type Session } from "../terminal/terminal.js";
import { guaranteeLines } from "./guarantee-lines.js";

const shownMax = 20;

/** What checking a file found, for people. */
export function verificationText(session: Session, checked: CheckedFile): string {
  const { file, isSound, statement, proof, issues } = checked;
  const mark = isSound ? "✓" : "✗";
  const head =
    statement !== undefined
      ? statementHead(session, statement)
      : proof !== undefined
        ? proofHead(session, proof)
        : file;
  const body = [
    ...(statement === undefined ? [] : [statementLines(session, statement)]),
    ...signatureLines(session, checked),
    ...issueText(session, issues),
  ];
  return `${mark} ${head}\n${body.join("")}`;
}

/** What checking a file found, for programs. */
export function verificationJson({ statement, proof, ...checked }: CheckedFile): unknown {
  const { isSound: _, recomputed, ...verification } = statement ?? {};
  const line = proof?.leaf.line;
  return {
    ...checked,
    ...verification,
    ...(recomputed === undefined ? {} : { guaranteeHolds: recomputed.guarantee.holds }),
    ...(proof === undefined ? {} : { head: proof.head, index: proof.index, line }),
  };
}

function statementHead(session: Session, { statementId, recomputed }: Verification): string {
  const { workers, unitCostFen } = recomputed.totals;
  const cost = formatYuanGrouped(unitCostFen);
  const corrects = recomputed.input.corrects?.statementId;
  const kind =
    corrects === undefined
      ? { zh: "", en: "" }
      : { zh: `（更正 ${corrects}）`, en: ` (corrects ${corrects})` };
  return say(session, {
    zh: `${statementId}${kind.zh}：重算 ${workers} 人，单位支出 ${cost} 元`,
    en: `${statementId}${kind.en}: ${workers} lines recomputed, cost of the unit ${cost} yuan`,
  });
}

function proofHead(session: Session, { head, index, leaf, isSound }: LineProofVerification): string {
  const { workerId, name } = leaf.input as { readonly workerId?: unknown; readonly name?: unknown };
  const who = `${String(workerId)} ${maskName(String(name))}`;
  const place = `${index + 1}/${head.lines.count}`;
  if (!isSound) {
    return say(session, {
      zh: `${head.statementId} 第 ${place} 行（${who}）：证明不成立`,
      en: `${head.statementId} line ${place} (${who}): the proof fails`,
    });
  }
  return say(session, {
    zh: `${head.statementId} 第 ${place} 行（${who}）：属于 ${head.unit.name} ${head.period} 的结算单`,
    en: `${head.statementId} line ${place} (${who}): stands in the statement of ${head.unit.name} for ${head.period}`,
  });
}

function statementLines(session: Session, found: Verification): string {
  if (found.isSound) {
    return `${say(session, { zh: "  每一分都对得上，证明成立。", en: "  Every fen follows, and the guarantee holds." })}\n`;
  }
  const { guarantee } = found.recomputed;
  return `${differenceLines(session, found)}${guarantee.holds ? "" : guaranteeLines(session, guarantee)}`;
}

function differenceLines(session: Session, found: Verification): string {
  const lines = found.differences
    .slice(0, shownMax)
    .map(
      ({ pointer, found: stated, recomputed }) =>
        `  ${pointer}: ${say(session, { zh: "文件为", en: "says" })} ${stated || "—"}, ${say(session, { zh: "重算为", en: "recomputed" })} ${recomputed || "—"}\n`,
    );
  const more = moreLine(session, found.differences.length);
  if (!found.digestMatches) {
    more.push(
      say(session, {
        zh: "  摘要与内容不符：文件在生成后被改动过。\n",
        en: "  The digest does not fit the content: the file was changed after it was made.\n",
      }),
    );
  }
  return [...lines, ...more].join("");
}

function moreLine(session: Session, count: number): string[] {
  const more = count - shownMax;
  return more > 0 ? [say(session, { zh: `  另有 ${more} 处\n`, en: `  and ${more} more\n` })] : [];
}

function signatureLines(session: Session, { kind, signatures, statement }: CheckedFile): readonly string[] {
  if (kind === "statement" && statement !== undefined) {
    const text = {
      zh: "  未签名：可以核验数字，不能证明由谁出具。\n",
      en: "  Unsigned: the figures can be checked, who issued them cannot.\n",
    };
    return [say(session, text)];
  }
  return signatures.map((check) => `  ${say(session, outcomeText(check))}\n`);
}

function outcomeText({ algorithm, keyId, outcome }: SignatureCheck): {
  readonly zh: string;
  readonly en: string;
} {
  const key = { zh: `${algorithm}，密钥 ${keyId}`, en: `${algorithm}, key ${keyId}` };
  switch (outcome) {
    case "valid":
      return { zh: `签名成立：${key.zh}`, en: `Signature holds: ${key.en}` };
    case "invalid":
      return { zh: `签名不成立：${key.zh}`, en: `Signature fails: ${key.en}` };
    case "unchecked":
      return {
        zh: `签名未核对：${key.zh}；请用 --public-key 给出公钥。`,
        en: `Signature not checked: ${key.en}. Give the key with --public-key.`,
      };
  }
}

function issueText(session: Session, issues: readonly Issue[]): readonly string[] {
  const lines = issues.slice(0, shownMax).flatMap((issue) => issueLines(issue, session.language));
  return [...lines.map((line) => `  ${line}\n`), ...moreLine(session, issues.length)];
}
