import type { BankProfile } from "../profile.js";
import { abcPayrollProfile } from "./banks/abc.js";
import { bocPayoffFenProfile, bocPayoffYuanProfile } from "./banks/boc-payoff.js";
import { bocomPayrollProfile } from "./banks/bocom.js";
import { ccbMinimalProfile, ccbPayrollProfile } from "./banks/ccb.js";
import { chinaPayBatchProfile } from "./banks/chinapay.js";
import { citicBatchProfile } from "./banks/citic.js";
import { gdbBatchProfile } from "./banks/gdb.js";
import { icbcBatchProfile, icbcWageProfile } from "./banks/icbc.js";
import { psbcOtherBankProfile, psbcSameBankProfile } from "./banks/psbc.js";
import { sbsPacketProfile } from "./banks/sbs.js";
import { delimitedProfile, fixedWidthProfile } from "./tongchou.js";

/**
 * The profiles that come with this package. None of the banks' own has been compared with a bank's manual:
 * see `provenance`.
 */
export const builtInProfiles: readonly BankProfile[] = [
  delimitedProfile,
  fixedWidthProfile,
  icbcBatchProfile,
  icbcWageProfile,
  ccbPayrollProfile,
  ccbMinimalProfile,
  abcPayrollProfile,
  bocPayoffYuanProfile,
  bocPayoffFenProfile,
  bocomPayrollProfile,
  psbcSameBankProfile,
  psbcOtherBankProfile,
  gdbBatchProfile,
  citicBatchProfile,
  chinaPayBatchProfile,
  sbsPacketProfile,
];

/**
 * Finds a built-in profile by its id.
 *
 * @returns nothing when there is none of that id
 * @example
 * findBuiltInProfile("icbc.batch@1")?.payment.layout.amountUnit; // => "fen"
 * findBuiltInProfile("ICBC"); // => undefined
 */
export function findBuiltInProfile(id: string): BankProfile | undefined {
  return builtInProfiles.find((profile) => profile.id === id);
}
