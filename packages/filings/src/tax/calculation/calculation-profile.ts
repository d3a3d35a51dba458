import type { Fen, PlainDate, RatePpm } from "@tongchou/core";
import type { ProfileColumn, ProfileOf } from "../../profile/profile.js";

/** One row of the client's calculation of tax on wages; undefined is an empty cell. */
export interface CalculationRow {
  readonly employeeNumber: string | undefined;
  readonly name: string | undefined;
  readonly documentKind: string | undefined;
  readonly documentNumber: string | undefined;
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
  readonly incomeItem: string | undefined;
  readonly incomeFen: Fen | undefined;
  readonly costFen: Fen | undefined;
  readonly exemptFen: Fen | undefined;
  readonly pensionFen: Fen | undefined;
  readonly medicalFen: Fen | undefined;
  readonly unemploymentFen: Fen | undefined;
  readonly housingFundFen: Fen | undefined;
  readonly annuityFen: Fen | undefined;
  readonly healthInsuranceFen: Fen | undefined;
  readonly deferredPensionFen: Fen | undefined;
  readonly otherFen: Fen | undefined;
  readonly yearIncomeFen: Fen | undefined;
  readonly yearExemptFen: Fen | undefined;
  readonly basicDeductionFen: Fen | undefined;
  readonly yearSpecialFen: Fen | undefined;
  readonly childEducationFen: Fen | undefined;
  readonly elderlySupportFen: Fen | undefined;
  readonly furtherEducationFen: Fen | undefined;
  readonly mortgageInterestFen: Fen | undefined;
  readonly rentFen: Fen | undefined;
  readonly infantCareFen: Fen | undefined;
  readonly personalPensionFen: Fen | undefined;
  readonly yearOtherFen: Fen | undefined;
  readonly donationFen: Fen | undefined;
  readonly taxableFen: Fen | undefined;
  readonly rate: RatePpm | undefined;
  readonly quickFen: Fen | undefined;
  readonly yearTaxFen: Fen | undefined;
  readonly reliefFen: Fen | undefined;
  readonly dueFen: Fen | undefined;
  readonly withheldFen: Fen | undefined;
  readonly balanceFen: Fen | undefined;
  readonly remark: string | undefined;
}

const readable = { type: "money", onProblem: "hold-out-if-bad" } as const;
const needed = {
  type: "money",
  required: true,
  onProblem: "hold-out",
} as const satisfies Partial<ProfileColumn>;

/** The calculation that the withholding client exports (税款计算), for wages. */
export const calculationProfile: ProfileOf<CalculationRow> = {
  id: "cn.iit.calculation@2022-12",
  title: "税款计算",
  sheetName: "税款计算_工资薪金所得",
  direction: "in",
  keys: ["name", "documentNumber"],
  columns: [
    { field: "employeeNumber", header: "工号", type: "code" },
    { field: "name", header: "姓名", type: "text", required: true, onProblem: "hold-out" },
    { field: "documentKind", header: "证件类型", type: "text", aliases: ["证照类型"] },
    {
      field: "documentNumber",
      header: "证件号码",
      type: "code",
      aliases: ["证照号码"],
      required: true,
      onProblem: "hold-out",
    },
    { field: "from", header: "税款所属期起", type: "date", required: true, onProblem: "hold-out" },
    { field: "to", header: "税款所属期止", type: "date", required: true, onProblem: "hold-out" },
    { field: "incomeItem", header: "所得项目", type: "text", required: true, onProblem: "hold-out" },
    { field: "incomeFen", header: "本期收入", ...needed },
    { field: "costFen", header: "本期费用", ...readable },
    { field: "exemptFen", header: "本期免税收入", ...readable },
    { field: "pensionFen", header: "本期基本养老保险费", ...readable },
    { field: "medicalFen", header: "本期基本医疗保险费", ...readable },
    { field: "unemploymentFen", header: "本期失业保险费", ...readable },
    { field: "housingFundFen", header: "本期住房公积金", ...readable },
    { field: "annuityFen", header: "本期企业(职业)年金", ...readable },
    { field: "healthInsuranceFen", header: "本期商业健康保险费", ...readable },
    { field: "deferredPensionFen", header: "本期税延养老保险费", ...readable },
    { field: "otherFen", header: "本期其他扣除(其他)", ...readable },
    { field: "yearIncomeFen", header: "累计收入额", ...needed },
    { field: "yearExemptFen", header: "累计免税收入", ...readable },
    { field: "basicDeductionFen", header: "累计减除费用", ...needed },
    { field: "yearSpecialFen", header: "累计专项扣除", ...needed },
    {
      field: "childEducationFen",
      header: "累计子女教育支出扣除",
      aliases: ["累计子女教育"],
      ...readable,
    },
    {
      field: "elderlySupportFen",
      header: "累计赡养老人支出扣除",
      aliases: ["累计赡养老人"],
      ...readable,
    },
    {
      field: "furtherEducationFen",
      header: "累计继续教育支出扣除",
      aliases: ["累计继续教育"],
      ...readable,
    },
    {
      field: "mortgageInterestFen",
      header: "累计住房贷款利息支出扣除",
      aliases: ["累计住房贷款利息"],
      ...readable,
    },
    { field: "rentFen", header: "累计住房租金支出扣除", aliases: ["累计住房租金"], ...readable },
    {
      field: "infantCareFen",
      header: "累计3岁以下婴幼儿照护",
      aliases: ["累计3岁以下婴幼儿照护支出扣除"],
      ...readable,
    },
    { field: "personalPensionFen", header: "累计个人养老金", ...readable },
    { field: "yearOtherFen", header: "累计其他扣除", ...readable },
    { field: "donationFen", header: "累计准予扣除的捐赠", ...readable },
    { field: "taxableFen", header: "累计应纳税所得额", ...needed },
    { field: "rate", header: "税率", type: "rate" },
    { field: "quickFen", header: "速算扣除数", type: "money" },
    { field: "yearTaxFen", header: "累计应纳税额", ...needed },
    { field: "reliefFen", header: "累计减免税额", ...readable },
    { field: "dueFen", header: "累计应扣缴税额", ...readable },
    { field: "withheldFen", header: "累计已预缴税额", ...needed },
    { field: "balanceFen", header: "累计应补(退)税额", ...needed },
    { field: "remark", header: "备注", type: "text" },
  ],
  provenance: {
    mark: "published",
    source:
      "readers of the client's export from 2019 to 2022; the columns of other agents' figures are not known",
    verifiedBy: null,
    verifiedOn: null,
  },
};
