export { answerLine, calcKindNames } from "./calc/calc.js";
export { type CalcAnswer, type CalcContext } from "./calc/calc-kind.js";
export { type ExitCode, exitCodes } from "./exit-codes.js";
export { type CliIssueCode, cliIssues } from "./issues.js";
export { run } from "./main.js";
export { type Terminal } from "./terminal/terminal.js";
export { type MonthFiles, readMonth } from "./month/read-month.js";
