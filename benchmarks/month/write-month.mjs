/**
 * Writes a month's folder like examples/sample-month, as CSV and of any size: a roster for each unit, half of
 * its people hired directly and half supplied by two agencies, the list of approved direct hires, and one pay
 * sheet. The people are made up; identity numbers use the region 360499, cards the prefix 629999.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";

const agencies = [
  { id: "A01", name: "示例人力资源服务甲公司", vatTaxpayer: "general", serial: 801 },
  { id: "A02", name: "示例劳务派遣乙公司", vatTaxpayer: "general", serial: 802 },
];
const surnames = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"];
const givenNames = [..."子轩玲慧霞尔雷莹欣娟超宇永东宁新芳佳秀兰桂英建军伟强磊洋勇艳杰涛明霖平刚"];

/** The month that is written. */
export const monthPeriod = "2024-03";

/** Writes the folder. */
export function writeMonth(folder, { units: unitCount, workersPerUnit }) {
  mkdirSync(folder, { recursive: true });
  const units = Array.from({ length: unitCount }, (_, index) => unitOf(index, workersPerUnit));
  writeJson(join(folder, "units.json"), units);
  writeJson(join(folder, "agencies.json"), {
    agencies: agencies.map(({ serial, ...agency }) => ({ ...agency, creditCode: creditCode("91", serial) })),
    contracts: units.flatMap((unit) => agencies.map((agency) => contractOf(unit, agency))),
  });
  const pay = csvFile(join(folder, `pay-${monthPeriod}.csv`), payHeader);
  const approvals = csvFile(join(folder, "approved-direct-hires.csv"), approvalHeader);
  for (const [index, unit] of units.entries()) {
    const roster = csvFile(join(folder, `roster-${unit.id}.csv`), rosterHeader);
    const first = index * workersPerUnit;
    for (let number = first; number < first + workersPerUnit; number += 1) {
      const worker = workerOf(number);
      roster.row(rosterRow(number - first + 1, unit, worker));
      pay.row(payRow(worker));
      if (worker.agency === undefined) approvals.row(approvalRow(unit, worker));
    }
    roster.close();
  }
  pay.close();
  approvals.close();
}

function unitOf(index, approvedHeadcount) {
  const id = `U${String(index + 1).padStart(4, "0")}`;
  const name = `示例第${index + 1}事业单位`;
  const creditCodeOfUnit = creditCode("12", index + 1001);
  return {
    id,
    name,
    nature: "全额事业",
    creditCode: creditCodeOfUnit,
    division: "360403",
    approvedHeadcount,
  };
}

function contractOf(unit, agency) {
  const perHead = { kind: "per-head", monthlyFen: 6000 };
  const rate = { kind: "rate-on-gross", ppm: 30_000 };
  return {
    id: `C-${unit.id}-${agency.id}`,
    unitId: unit.id,
    agencyId: agency.id,
    mode: "dispatch",
    signedOn: "2022-01-01",
    expiresOn: "2025-12-31",
    feeTerms: agency.id === "A01" ? perHead : rate,
    vatIncluded: true,
    intention: "keep",
  };
}

/** Everything about a worker follows from the number, so that the same number gives the same worker. */
function workerOf(number) {
  const born = new Date(Date.UTC(1970, 0, 1 + (number % 10_000))).toISOString().slice(0, 10);
  const sequence = String(Math.floor(number / 10_000) % 1000).padStart(3, "0");
  const basic = 250_000 + ((number * 7919) % 350_000);
  const months = 2;
  const allowance = 15_000 + (number % 40) * 500;
  const gross = basic + allowance;
  return {
    id: `W${String(number + 1).padStart(6, "0")}`,
    name: surnames[number % surnames.length] + givenNames[number % 37] + givenNames[(number * 31) % 36],
    document: withIdentityCheck(`360499${born.replaceAll("-", "")}${sequence}`),
    sex: Number(sequence) % 2 === 0 ? "女" : "男",
    birth: born.slice(0, 7).replace("-", "."),
    mobile: `139${String(10_000_000 + number)}`,
    agency: number % 2 === 0 ? undefined : agencies[(number >> 1) % agencies.length],
    basic,
    allowance,
    wage: basic,
    fundPercent: 5 + (number % 8),
    card: withLuhnCheck(`62999920240${String(number).padStart(7, "0")}`),
    additional: (number % 3) * 300_000,
    incomeBefore: gross * months,
    specialBefore: Math.floor((gross * months * 17) / 100),
    withheldBefore: gross > 600_000 ? Math.floor((gross - 600_000) * months * 0.03) : 0,
  };
}

const rosterHeader =
  "序号,用人单位,内设部门,姓名,证件类型,证件号码,性别,出生年月,联系电话,岗位名称,岗位类别,用工形式,原用工单位," +
  "首次入职本单位时间,现合同终止时间,经费来源,月应发工资（元）,其中：加班值班、绩效等（元）,养老保险缴费基数," +
  "公积金缴存比例,工资卡开户行,工资卡账号,是否愿意平移,备注";

function rosterRow(serial, unit, worker) {
  const isDirect = worker.agency === undefined;
  return [
    serial,
    unit.name,
    "办公室",
    worker.name,
    "居民身份证",
    worker.document,
    worker.sex,
    worker.birth,
    worker.mobile,
    "资料员",
    isDirect ? "技术技能" : "后勤服务",
    isDirect ? "直签" : "劳务派遣",
    worker.agency?.name ?? "",
    "2019-06-01",
    "2025-12-31",
    "财政全额",
    yuan(worker.basic + worker.allowance),
    yuan(worker.allowance),
    yuan(worker.wage),
    `${worker.fundPercent}%`,
    "示例银行九江分行",
    worker.card,
    "是",
    "",
  ];
}

const payHeader =
  "工号,姓名,证件号码,基本工资,津贴补贴,绩效工资,加班工资,社保基数,公积金比例,累计专项附加扣除," +
  "本年累计收入(不含本月),本年累计专项扣除(不含本月),本年已预缴税额,备注";

function payRow(worker) {
  const { basic, allowance, wage, additional, incomeBefore, specialBefore, withheldBefore } = worker;
  return [
    worker.id,
    worker.name,
    worker.document,
    ...[basic, allowance, 0, 0, wage].map(yuan),
    `${worker.fundPercent}%`,
    ...[additional, incomeBefore, specialBefore, withheldBefore].map(yuan),
    "",
  ];
}

const approvalHeader = "证件号码,姓名,用人单位,类别,批复文号,批复日期";

function approvalRow(unit, worker) {
  return [worker.document, worker.name, unit.id, "急需紧缺人才", "示专班审〔2024〕3号", "2024-01-20"];
}

/** A CSV file that is written in pieces. */
function csvFile(path, header) {
  const file = openSync(path, "w");
  let text = `\uFEFF${header}\n`;
  return {
    row(cells) {
      text += `${cells.join(",")}\n`;
      if (text.length < 1_000_000) return;
      writeSync(file, text);
      text = "";
    },
    close() {
      writeSync(file, text);
      closeSync(file);
    },
  };
}

function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, undefined, 1)}\n`);
}

function yuan(fen) {
  return (fen / 100).toFixed(2);
}

/** GB 11643: the check character behind 17 digits. */
function withIdentityCheck(digits) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + "10X98765432"[sum % 11];
}

/** ISO/IEC 7812-1: the Luhn digit behind a card's other digits. */
function withLuhnCheck(digits) {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

/** GB 32100 with the organisation code of GB 11714 inside. */
function creditCode(kind, serial) {
  const organisation = `MA${String(serial).padStart(6, "0")}`;
  const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const inner = [3, 7, 9, 10, 5, 8, 4, 2];
  const rest =
    11 - (inner.reduce((sum, weight, at) => sum + weight * letters.indexOf(organisation[at]), 0) % 11);
  const body = `${kind}360499${organisation}${rest === 10 ? "X" : rest === 11 ? "0" : rest}`;
  const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const outer = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = outer.reduce((total, weight, at) => total + weight * characters.indexOf(body[at]), 0);
  return body + characters[(31 - (sum % 31)) % 31];
}
