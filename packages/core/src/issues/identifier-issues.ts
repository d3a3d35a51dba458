import type { IssueCatalogue } from "./issue.js";

/** Codes of issues about identifiers. */
export type IdentifierIssueCode =
  | "bank-card-characters"
  | "bank-card-check-digit"
  | "bank-card-empty"
  | "bank-card-length"
  | "bank-card-long"
  | "bank-card-scientific"
  | "citizen-id-birth-date"
  | "citizen-id-characters"
  | "citizen-id-check-digit"
  | "citizen-id-empty"
  | "citizen-id-legacy15"
  | "citizen-id-length"
  | "citizen-id-scientific"
  | "citizen-id-unknown-division"
  | "cnaps-characters"
  | "cnaps-check-digit"
  | "credit-code-characters"
  | "credit-code-check-character"
  | "credit-code-organisation-check"
  | "credit-code-unknown-holder"
  | "division-abolished"
  | "division-unknown"
  | "mobile-not-a-mobile"
  | "person-name-characters"
  | "person-name-empty"
  | "person-name-private-use"
  | "person-name-remark";

/** Messages about identifiers; numbers and names in them are masked. */
export const identifierIssues: IssueCatalogue<IdentifierIssueCode> = {
  "bank-card-characters": {
    severity: "error",
    zh: "卡号 {found} 含有数字以外的字符，请按银行卡正面号码重新填写。",
    en: "The account number {found} has characters other than digits. Copy it again from the card.",
  },
  "bank-card-check-digit": {
    severity: "error",
    zh: "银行卡号 {found} 未通过校验（Luhn），至少有一位填错，请对照银行卡更正。在更正前该笔不发放。",
    en: "The card number {found} fails its check digit (Luhn): at least one digit is wrong. Correct it from the card; the payment is held until then.",
  },
  "bank-card-empty": {
    severity: "error",
    zh: "没有填写工资卡账号，请补填。在补填前该笔不发放。",
    en: "There is no wage account. Fill it in; the payment is held until then.",
  },
  "bank-card-length": {
    severity: "error",
    zh: "账号 {found} 共 {length} 位，应为 12 至 32 位，请核对。",
    en: "The account number {found} has {length} digits; 12 to 32 are allowed. Check it.",
  },
  "bank-card-long": {
    severity: "warning",
    zh: "账号 {found} 共 {length} 位，超过银行卡号的 19 位，请与开户行确认。",
    en: "The account number {found} has {length} digits, more than the 19 of a card number. Confirm it with the bank.",
  },
  "bank-card-scientific": {
    severity: "error",
    zh: "账号被表格软件变成了科学计数法 {found}，后几位已丢失，请将单元格设为文本后重新录入。",
    en: "The account number was turned into scientific notation ({found}) and its last digits are lost. Set the cell to text and enter it again.",
  },
  "citizen-id-birth-date": {
    severity: "error",
    zh: "证件号码 {found} 中的出生日期不存在、早于1900年或晚于当前日期，请对照证件更正。",
    en: "The birth date inside the identity number {found} does not exist, lies before 1900 or in the future. Correct it from the document.",
  },
  "citizen-id-characters": {
    severity: "error",
    zh: "证件号码 {found} 含有不允许的字符，应为17位数字加1位数字或X。",
    en: "The identity number {found} has characters that are not allowed: 17 digits and a digit or X are.",
  },
  "citizen-id-check-digit": {
    severity: "error",
    zh: "证件号码 {found} 的校验位不正确，至少有一位填错，请对照证件更正。",
    en: "The check character of the identity number {found} is wrong: at least one digit is mistyped. Correct it from the document.",
  },
  "citizen-id-empty": {
    severity: "error",
    zh: "没有填写证件号码，请补填。",
    en: "There is no identity number. Fill it in.",
  },
  "citizen-id-legacy15": {
    severity: "warning",
    zh: "证件号码 {found} 为15位旧号，已按国家标准换算为18位，请核对现用证件。",
    en: "The identity number {found} is in the 15-digit form and was extended to 18. Check it against the present document.",
  },
  "citizen-id-length": {
    severity: "error",
    zh: "证件号码 {found} 共 {length} 位，应为18位，请对照证件更正。",
    en: "The identity number {found} has {length} characters instead of 18. Correct it from the document.",
  },
  "citizen-id-scientific": {
    severity: "error",
    zh: "身份证号被表格软件变成了科学计数法，后几位已丢失，无法恢复，请将单元格设为文本后重新录入。",
    en: "The identity number was turned into scientific notation and its last digits are lost. Set the cell to text and enter it again.",
  },
  "citizen-id-unknown-division": {
    severity: "warning",
    zh: "证件号码 {found} 的前两位不是省级行政区划代码，请核对。",
    en: "The first two digits of the identity number {found} are no province's code. Check it.",
  },
  "cnaps-characters": {
    severity: "error",
    zh: "联行号“{found}”应为12位数字。",
    en: 'The CNAPS code "{found}" should be 12 digits.',
  },
  "cnaps-check-digit": {
    severity: "warning",
    zh: "联行号 {found} 的校验位不符，请以人民银行行名行号簿为准核对。",
    en: "The check digit of the CNAPS code {found} does not fit. Check it in the code book of the PBOC.",
  },
  "credit-code-characters": {
    severity: "error",
    zh: "统一社会信用代码“{found}”应为18位数字或大写字母（不含 I、O、S、V、Z）。",
    en: 'The unified social credit code "{found}" should be 18 digits or capitals without I, O, S, V and Z.',
  },
  "credit-code-check-character": {
    severity: "error",
    zh: "统一社会信用代码 {found} 的校验码不正确，请对照登记证书更正。",
    en: "The check character of the credit code {found} is wrong. Correct it from the certificate.",
  },
  "credit-code-organisation-check": {
    severity: "error",
    zh: "统一社会信用代码 {found} 中的主体标识码校验不通过，请对照登记证书更正。",
    en: "The organisation code inside the credit code {found} fails its check. Correct it from the certificate.",
  },
  "credit-code-unknown-holder": {
    severity: "warning",
    zh: "统一社会信用代码 {found} 的前两位不是已知的登记部门与机构类别。",
    en: "The first two characters of the credit code {found} name no known registrar and kind of body.",
  },
  "division-abolished": {
    severity: "info",
    zh: "区划代码 {found}（{name}）已撤销，按 {current}（{currentName}）处理。",
    en: "The division code {found} ({name}) was abolished; {current} ({currentName}) is used.",
  },
  "division-unknown": {
    severity: "error",
    zh: "区划代码“{found}”不在九江市区划表中，请填写单位所在县区的六位代码，例如 360403。",
    en: 'The code "{found}" is no division of Jiujiang. Enter the six digits of the county or district, such as 360403.',
  },
  "mobile-not-a-mobile": {
    severity: "warning",
    zh: "联系电话 {found} 不是手机号码，请核对。",
    en: "The phone number {found} is not a mobile number. Check it.",
  },
  "person-name-characters": {
    severity: "error",
    zh: "姓名 {found} 含有数字或符号，请按证件填写。",
    en: "The name {found} has digits or symbols in it. Write it as the document does.",
  },
  "person-name-empty": {
    severity: "error",
    zh: "没有填写姓名，请补填。",
    en: "There is no name. Fill it in.",
  },
  "person-name-private-use": {
    severity: "warning",
    zh: "姓名 {found} 中有自造字，银行或税务系统可能不识别，请改用标准汉字。",
    en: "The name {found} has a private-use character that banks and tax may not know. Use the standard one.",
  },
  "person-name-remark": {
    severity: "warning",
    zh: "姓名 {found} 后的括号内容已移到备注，请核对。",
    en: "The text in brackets behind the name {found} was moved to the remark. Check it.",
  },
};
