import type { Fen } from "@tongchou/core";
import type { ProfileOf } from "../profile/profile.js";

/** One row of the client's bonus sheet, a value for each column; undefined is an empty cell. */
export interface BonusSheetRow {
  readonly employeeNumber: string | undefined;
  readonly name: string | undefined;
  readonly documentKind: string | undefined;
  readonly documentNumber: string | undefined;
  readonly bonusFen: Fen | undefined;
  readonly exemptIncomeFen: Fen | undefined;
  readonly otherDeductionFen: Fen | undefined;
  readonly donationFen: Fen | undefined;
  readonly taxReductionFen: Fen | undefined;
  readonly treatyReductionFen: Fen | undefined;
  readonly remark: string | undefined;
}

/** The sheet 全年一次性奖金收入 of the withholding client, for bonuses that are taxed apart from wages. */
export const bonusProfile: ProfileOf<BonusSheetRow> = {
  id: "cn.iit.bonus@2022-12",
  title: "全年一次性奖金收入",
  sheetName: "全年一次性奖金收入",
  direction: "both",
  keys: ["name", "documentNumber"],
  columns: [
    { field: "employeeNumber", header: "工号", type: "code" },
    { field: "name", header: "*姓名", type: "text", required: true, onProblem: "hold-out" },
    {
      field: "documentKind",
      header: "*证件类型",
      type: "text",
      aliases: ["证照类型"],
      required: true,
      onProblem: "hold-out",
    },
    {
      field: "documentNumber",
      header: "*证件号码",
      type: "code",
      aliases: ["证照号码", "身份证号", "身份证号码"],
      required: true,
      onProblem: "hold-out",
    },
    { field: "bonusFen", header: "*全年一次性奖金额", type: "money", required: true, onProblem: "hold-out" },
    { field: "exemptIncomeFen", header: "免税收入", type: "money", onProblem: "hold-out-if-bad" },
    { field: "otherDeductionFen", header: "其他", type: "money", onProblem: "hold-out-if-bad" },
    { field: "donationFen", header: "准予扣除的捐赠额", type: "money", onProblem: "hold-out-if-bad" },
    { field: "taxReductionFen", header: "减免税额", type: "money", onProblem: "hold-out-if-bad" },
    { field: "treatyReductionFen", header: "协定减免", type: "money", onProblem: "hold-out-if-bad" },
    { field: "remark", header: "备注", type: "text" },
  ],
  provenance: {
    mark: "published",
    source: "copies of the client's template",
    verifiedBy: null,
    verifiedOn: null,
  },
};
