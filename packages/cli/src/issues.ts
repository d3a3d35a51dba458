import type { IssueCatalogue } from "@tongchou/core";

/** Codes of issues that only the command raises. */
export type CliIssueCode =
  | "agencies-missing"
  | "agency-account-missing"
  | "approvals-missing"
  | "bonus-declared-apart"
  | "carried-of-other-month"
  | "entry-repeated"
  | "file-incomplete"
  | "file-not-recognised"
  | "forms-differ"
  | "field-unknown"
  | "kind-unknown"
  | "line-not-json"
  | "line-not-object"
  | "pay-sheet-missing"
  | "payer-account-missing"
  | "region-unknown"
  | "roster-of-unit-missing"
  | "rosters-missing"
  | "statement-unsigned"
  | "unit-unknown"
  | "worker-account-missing";

/** Messages that only the command raises. */
export const cliIssues: IssueCatalogue<CliIssueCode> = {
  "agencies-missing": {
    severity: "warning",
    zh: "目录中没有 agencies.json（机构和合同清单），派遣、外包人员无法结算。",
    en: "The folder has no agencies.json (agencies and contracts), so supplied workers cannot be settled.",
  },
  "agency-account-missing": {
    severity: "needs-decision",
    zh: "机构 {agency} 没有登记收款账号，应付 {amount} 元未能写入银行文件，请在 agencies.json 中补充 account。",
    en: "The agency {agency} has no account on record, so the {amount} yuan due are in no bank file. Add its account to agencies.json.",
    options: [
      { code: "add-account", zh: "补充账号后重新生成", en: "add the account and build the files again" },
    ],
  },
  "approvals-missing": {
    severity: "warning",
    zh: "目录中没有直签人员批准名单，所有直签人员按过渡代发处理。",
    en: "The folder has no list of approved direct hires; every direct hire goes the interim route.",
  },
  "bonus-declared-apart": {
    severity: "info",
    zh: "全年一次性奖金 {bonus} 元单独计税（税额 {tax} 元），不在工资薪金导入表中，已写入“全年一次性奖金收入”导入表（tax 目录），请一并导入扣缴客户端。",
    en: "The year-end bonus of {bonus} yuan is taxed apart ({tax} yuan) and is not on the wage sheet. It is on the sheet of bonuses (全年一次性奖金收入) in the folder tax; import that one too.",
  },
  "carried-of-other-month": {
    severity: "error",
    zh: "carried.json 是 {found} 结转的，应为 {wanted} 的，未使用；请放入上月运行输出的文件。",
    en: "carried.json was written by {found}, and {wanted} is the month before; it was not used. Take the file that last month's run has written.",
  },
  "field-unknown": {
    severity: "warning",
    zh: "没有“{field}”这个字段，已忽略，请核对拼写。",
    en: 'There is no field "{field}"; it was ignored. Check the spelling.',
  },
  "entry-repeated": {
    severity: "error",
    zh: "{file} 中“{id}”出现不止一次，只采用了第一条；请只保留正确的一条。",
    en: '"{id}" stands more than once in {file}; the first was used. Keep the right one.',
  },
  "file-incomplete": {
    severity: "error",
    zh: "最像“{form}”，但缺少“{columns}”列，未使用；请补上该列，如另有用途请移出目录。",
    en: 'Most like the form "{form}", but without the column "{columns}". Not used; add it, or move the file away if it is something else.',
  },
  "file-not-recognised": {
    severity: "warning",
    zh: "看不出是名册、工资表、工资变动表还是批准名单（没有认得的表头），未使用；请核对表头或移出目录。",
    en: "Neither a roster nor a pay sheet nor a sheet of changes nor an approved list: no header that is known. Not used; check its header or move it away.",
  },
  "forms-differ": {
    severity: "warning",
    zh: "{unitName} 的“{header}”：统计表为 {stated}，信息汇总表为 {roster}，请核对。",
    en: "{header} of {unitName}: the statistics form says {stated}, the roster form {roster}. Check them.",
  },
  "kind-unknown": {
    severity: "error",
    zh: "没有“{found}”这种计算，可用：{kinds}。",
    en: 'There is no calculation "{found}". There are: {kinds}.',
  },
  "line-not-json": {
    severity: "error",
    zh: "这一行不是 JSON，请每行写一个 JSON 对象。",
    en: "This line is not JSON. Write one JSON object a line.",
  },
  "line-not-object": {
    severity: "error",
    zh: "这一行不是 JSON 对象，请写成带 kind 字段的对象。",
    en: "This line is not a JSON object. Write an object with a member kind.",
  },
  "pay-sheet-missing": {
    severity: "error",
    zh: "目录中没有工资表，无法结算；请放入当月工资表。",
    en: "The folder has no pay sheet, so nothing can be settled. Add the month's pay sheet.",
  },
  "payer-account-missing": {
    severity: "warning",
    zh: "没有登记工资专户，银行文件中付款账号留空；请在 platform.json 中补充 wageAccount。",
    en: "No wage account is on record, so the bank files name no paying account. Add wageAccount in platform.json.",
  },
  "region-unknown": {
    severity: "error",
    zh: "地区“{found}”没有已确认的社会保险规定，目前支持九江市（3604 开头的区划代码）。",
    en: 'No insurance rules are established for the region "{found}"; Jiujiang is (division codes that begin with 3604).',
  },
  "roster-of-unit-missing": {
    severity: "warning",
    zh: "单位 {unit} 在单位清单中，但没有任何名册写到它的人员；请补充名册，或从清单中移出该单位。",
    en: "The unit {unit} is on the list of units, and no roster has anybody of it. Add its roster, or take the unit off the list.",
  },
  "rosters-missing": {
    severity: "error",
    zh: "目录中没有名册（信息汇总表）；请放入各单位名册。",
    en: "The folder has no roster. Add the rosters of the units.",
  },
  "statement-unsigned": {
    severity: "error",
    zh: "结算单没有签名，无法按密钥 {key} 核对；请向出具方索取签名的结算包。",
    en: "The statement has no signature to be checked by key {key}. Ask the issuer for the signed bundle.",
  },
  "unit-unknown": {
    severity: "error",
    zh: "“{entry}”所属的单位 {unit} 不在单位清单中，未采用；请更正单位编号，或在 units.json 中补充该单位。",
    en: 'The unit {unit} of "{entry}" is not on the list of units, so the entry was not used. Correct the unit\'s id, or add the unit to units.json.',
  },
  "worker-account-missing": {
    severity: "error",
    zh: "结算单要求发放 {amount} 元，但名册中没有此人可用的账号，未写入银行文件；请重新结算。",
    en: "The statement asks for {amount} yuan, but the roster has no usable account for the worker, so it is in no bank file. Settle again.",
  },
};
