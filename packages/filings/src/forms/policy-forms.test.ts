import { fen, type FundingSource, plainDate, type PostClass, ratePpm, type Worker } from "@tongchou/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardNumber } from "../__fixtures__/numbers.js";
import { textsOf, valueOf } from "../__fixtures__/read-cells.js";
import { hospital, school, womanNumber } from "../__fixtures__/roster-file.js";
import {
  createRosterForm,
  createStatisticsForm,
  importRoster,
  readRows,
  readWorkbook,
  rosterFormRowOf,
  type SheetContent,
  statisticsProfile,
  type Workbook,
  writeWorkbook,
} from "../index.js";

async function reopen(sheet: SheetContent, format: "xlsx" | "xls" = "xlsx"): Promise<Workbook> {
  return valueOf(
    await readWorkbook(valueOf(await writeWorkbook([sheet], { format })), { fileName: `表.${format}` }),
  );
}

const text = fc.constantFrom("护士", "=1+1", "保安/门卫", "A 座", "，", "@组");
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => {
  const date = new Date(Date.UTC(1980, 0, 1 + offset));
  return plainDate(date.toISOString().slice(0, 10));
});
const amount = fc.integer({ min: 0, max: 10_000_000 }).map(fen);

/** Any worker the roster form can say, its number by its index so that nobody is there twice. */
const anyWorker = fc.record({
  population: fc.constantFrom("non-establishment" as const, "public-welfare-post" as const),
  name: fc.constantFrom("张三", "欧阳文山", "阿依古丽·买买提", "㛃𠮷", "John Smith"),
  mobile: maybe(fc.constantFrom("13800001234", "0792-8223344")),
  department: maybe(text),
  post: maybe(text),
  postClass: maybe(
    fc.constantFrom<PostClass>(
      "enforcement-support",
      "general-support",
      "window-service",
      "technical",
      "logistics",
    ),
  ),
  mode: fc.constantFrom("direct" as const, "dispatch" as const, "outsourcing" as const),
  agencyName: maybe(text),
  hiredOn: maybe(day),
  contractEndsOn: maybe(day),
  fundingSource: maybe(
    fc.constantFrom<FundingSource>(
      "fiscal-full",
      "fiscal-balance",
      "own-funds",
      "special-funds",
      "enterprise",
    ),
  ),
  grossFen: maybe(amount),
  unitPaidFen: maybe(amount),
  contributionWageFen: maybe(amount),
  housingFundRate: maybe(fc.integer({ min: 0, max: 1000 }).map((tenths) => ratePpm(tenths * 1000))),
  bankName: maybe(text),
  account: maybe(fc.integer({ min: 1, max: 999_999 }).map(cardNumber)),
  willing: maybe(fc.boolean()),
  remark: maybe(text),
});

describe("createRosterForm", () => {
  it("is read back by importRoster to the same workers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWorker, { minLength: 1, maxLength: 12 }), async (details) => {
        const workers = details.map((detail, index): Worker => {
          const number = womanNumber(index);
          const birth = plainDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
          return {
            workerId: `${index % 3 === 0 ? "U02" : "U01"}-${index + 1}`,
            unitId: index % 3 === 0 ? "U02" : "U01",
            documentKind: "resident-identity-card",
            documentNumber: number,
            sex: "female",
            birth,
            ...detail,
          };
        });
        const units = new Map([hospital, school].map((unit) => [unit.id, unit]));
        const rows = workers.map((worker) =>
          rosterFormRowOf({ worker, unit: units.get(worker.unitId) ?? hospital }),
        );
        const form = createRosterForm(rows, { unitName: "专班办公室", filledInOn: plainDate("2024-01-08") });
        const result = importRoster([await reopen(form)], { units: [hospital, school] });
        const found = result.rosters.flatMap((roster) => roster.workers);
        expect(
          found.map(({ source, ...worker }) => ({ ...worker, source: source === undefined })).toSorted(byId),
        ).toEqual(workers.map((worker) => ({ ...worker, source: false })).toSorted(byId));
        expect(new Set(result.rosters.map(({ filledInOn }) => filledInOn))).toEqual(new Set(["2024-01-08"]));
        expect(result.heldOut).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("has every column of the form, blank where nothing is known, and the unit's credit code hidden", async () => {
    const worker: Worker = {
      workerId: "U01-7",
      unitId: "U01",
      population: "non-establishment",
      name: "张三",
      documentKind: "resident-identity-card",
      documentNumber: womanNumber(1),
      mode: "dispatch",
      birth: plainDate("1989-02-01"),
    };
    const form = createRosterForm([rosterFormRowOf({ worker, unit: hospital }, plainDate("2024-01-31"))]);
    expect(form.columns.map(({ header }) => header)).toEqual(
      (
        "序号 用人单位 统一社会信用代码 内设部门 姓名 证件类型 证件号码 性别 出生年月 年龄 民族 政治面貌 文化程度 毕业院校及专业 " +
        "户籍地址 现住址 联系电话 岗位名称 岗位类别 用工形式 原用工（合同）单位 首次入职本单位时间 现合同起始时间 现合同终止时间 " +
        "合同类型 连续工龄（月） 经费来源 月应发工资（平移前） 其中：加班值班、绩效等由用人单位发放部分 养老保险参保状态 " +
        "养老保险缴费基数 医疗保险参保状态 医疗保险缴费基数 失业保险参保状态 失业保险缴费基数 工伤保险参保状态 工伤保险缴费基数 " +
        "生育保险参保状态 生育保险缴费基数 公积金缴存比例 公积金缴存基数 社保卡号 工资卡开户行 工资卡账号 " +
        "是否公益性岗位/就业困难类别 是否愿意平移 不愿意处理方式 拟纳统方式 拟承接人力服务机构 备注"
      ).split(" "),
    );
    const texts = textsOf(await reopen(form));
    const row = Object.entries(texts).filter(([key]) => key.startsWith("4:"));
    expect(row.map(([, value]) => value)).toEqual([
      "7",
      hospital.name,
      hospital.creditCode,
      "张三",
      "居民身份证",
      womanNumber(1),
      "1989-02",
      "34",
      "劳务派遣",
    ]);
    expect((await reopen(form)).sheets[0]?.hiddenColumns).toEqual(new Set([3]));
  });
});

describe("createStatisticsForm", () => {
  it("is read back to the same figures, also as xls", async () => {
    const row = {
      serial: 1,
      unitName: hospital.name,
      nature: "balance-funded" as const,
      total: 120,
      directHire: 92,
      dispatch: 28,
      monthlyGrossFen: fen(63411550),
      enrolmentWay: "tripartite-contract" as const,
      agreementOn: plainDate("2024-02-01"),
      licenceNumbers: "360400000001",
    };
    const form = createStatisticsForm([row], {
      unitName: hospital.name,
      nature: "balance-funded",
      filledInOn: plainDate("2024-01-08"),
    });
    for (const format of ["xlsx", "xls"] as const) {
      const workbook = await reopen(form, format);
      const reading = readRows(workbook, statisticsProfile);
      expect(reading.rows).toHaveLength(1);
      expect(
        Object.fromEntries(Object.entries(reading.rows[0] ?? {}).filter(([, value]) => value !== undefined)),
      ).toEqual(row);
      expect(reading.counts.skipped).toEqual({ note: 1 });
      expect(textsOf(workbook)["2:1"]).toBe(
        "填报单位(盖章)：示例市立医院　　单位性质：差额事业　　填报日期：2024-01-08",
      );
    }
  });
});

function byId(left: Pick<Worker, "workerId">, right: Pick<Worker, "workerId">): number {
  return left.workerId < right.workerId ? -1 : 1;
}
