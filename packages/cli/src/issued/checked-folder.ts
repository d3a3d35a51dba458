import { basename } from "node:path";
import type { SettlementStatement, Verification } from "@tongchou/settlement";
import { CommandError } from "../command-error.js";
import { exitCodes } from "../exit-codes.js";
import { checkIssued } from "./check-issued.js";
import { earlierStatements } from "./earlier-statements.js";
import { readIssuedFolder } from "./issued-file.js";

/** How statements of a folder are checked before something is built on them. */
export interface FolderCheck {
  /** Folders with the statements that corrections in the folder go back to, besides the folder itself. */
  readonly corrects?: readonly string[] | undefined;
  /** What the statements are for; a statement that fails stops all of it. */
  isGood(found: Verification): boolean;
  readonly refusal: { readonly zh: string; readonly en: string };
}

/**
 * The statements of a folder, bundled or not, each checked.
 *
 * @throws CommandError when one fails its check
 */
export async function readCheckedFolder(
  folder: string,
  check: FolderCheck,
): Promise<readonly SettlementStatement[]> {
  const earlier = earlierStatements({ folders: [folder, ...(check.corrects ?? [])] });
  const statements: SettlementStatement[] = [];
  for (const issued of await readIssuedFolder(folder)) {
    if (issued.kind === "line-proof") continue;
    const { file, statement, issues } = await checkIssued(issued, { verifiers: [], earlier });
    if (statement === undefined || issues.length > 0 || !check.isGood(statement)) {
      const name = basename(file);
      throw new CommandError(exitCodes.findings, {
        zh: `${name} 未通过核验，${check.refusal.zh}；请用 tongchou verify 查看原因。`,
        en: `${name} fails verification and ${check.refusal.en}; tongchou verify says why.`,
      });
    }
    statements.push(statement.recomputed);
  }
  return statements;
}
