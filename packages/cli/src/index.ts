export { answerLine, calcKindNames } from "./calc/calc.js";
export { type CalcAnswer, type CalcContext } from "./calc/calc-kind.js";
export { type ExitCode, exitCodes } from "./exit-codes.js";
export { type CliIssueCode, cliIssues } from "./issues.js";
export { run } from "./main.js";
export { type AssembledMonth, assembleMonth, type HeldOutRow, type MonthFiles } from "./month/assemble.js";
export { type MonthOptions, planMonth, type SettledMonth, settleMonth } from "./month/settle-month.js";
export { type Terminal } from "./terminal/terminal.js";
export { readMonth } from "./month/read-month.js";
