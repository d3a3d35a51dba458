import type { Fen } from "@tongchou/core";
import { describe, expect, it } from "vitest";
import { importFile, importPerson, openFile } from "./__fixtures__/import-roster.js";
import { cardNumber, identityNumber } from "./__fixtures__/numbers.js";
import { codesOf } from "./__fixtures__/read-cells.js";
import { createRosterFile, person, womanNumber } from "./__fixtures__/roster-file.js";
import { createXlsx, type FixtureCell } from "./__fixtures__/xlsx-file.js";
import { type ProfileOf, readRows, rosterProfile } from "./index.js";

describe("habits of people who fill in cells", () => {
  it("X1 an identity number typed as a number is refused and never repaired", async () => {
    for (const stored of ["360499198902013000", "3.60499198902013E+17"]) {
      const result = await importPerson({ 证件号码: { xml: `><v>${stored}</v>` } });
      expect([result.worker, result.codes]).toEqual([undefined, ["identity-numeric-cell"]]);
      expect(result.heldOut[0]?.issues[0]?.message.zh).toContain("数值格式");
    }
    expect((await importPerson({ 证件号码: "3.60499E+17" })).codes).toEqual(["citizen-id-scientific"]);
    expect((await importPerson({ 证件号码: "360499198902013000" })).codes).toEqual(["identity-digits-lost"]);
  });

  it("X2 a leading apostrophe in identity and account numbers is taken off", async () => {
    const result = await importPerson({ 证件号码: `'${womanNumber(1)}`, 工资卡账号: `‘${cardNumber(1)}` });
    expect(result.codes).toEqual([]);
    expect(result.worker).toMatchObject({ documentNumber: womanNumber(1), account: cardNumber(1) });
  });

  it("X3 full-width characters are folded, and a substitute for X counts where the check holds", async () => {
    const withX = Array.from({ length: 40 }, (_, index) =>
      identityNumber("19890201", String(100 + index)),
    ).find((number) => number.endsWith("X"));
    const wide = Array.from(withX ?? "", (character) =>
      String.fromCharCode(character.charCodeAt(0) + 0xfee0),
    ).join("");
    for (const typed of [wide, withX?.replace("X", "×"), withX?.replace("X", "*"), withX?.toLowerCase()]) {
      expect((await importPerson({ 证件号码: typed })).worker?.documentNumber).toBe(withX);
    }
    const without = womanNumber(1).endsWith("X") ? womanNumber(2) : womanNumber(1);
    expect((await importPerson({ 证件号码: `${without.slice(0, 17)}*` })).codes).toEqual([
      "citizen-id-check-digit",
    ]);
    expect((await importPerson({ "月应发工资（元）": "３，５００．５０" })).worker?.grossFen).toBe(350050);
  });

  it("X4 amounts come with separators, signs and units, and marks for nothing are not nought", async () => {
    const amounts = [
      ["3,500.50", 350050],
      ["￥3500.5", 350050],
      ["3500.50元", 350050],
      ["0.35万元", 350000],
      ["-", undefined],
      ["/", undefined],
      ["无", undefined],
    ] as const;
    for (const [typed, fen] of amounts) {
      expect((await importPerson({ "月应发工资（元）": typed })).worker?.grossFen).toBe(fen);
    }
    expect((await importPerson({ "月应发工资（元）": "0.35万元" })).codes).toEqual(["money-ten-thousands"]);
    const negotiable = await importPerson({ "月应发工资（元）": "面议" });
    expect([negotiable.worker, negotiable.codes]).toEqual([undefined, ["money-not-a-number"]]);
    const bytes = createXlsx([
      {
        name: "表",
        rows: [
          ["姓名", "金额（万元）", "备注"],
          ["张三", "(1.5)"],
        ],
      },
    ]);
    interface Row {
      readonly name: string | undefined;
      readonly amountFen: Fen | undefined;
      readonly remark: string | undefined;
    }
    const profile: ProfileOf<Row> = {
      ...rosterProfile,
      keys: ["name"],
      columns: [
        { field: "name", header: "姓名", type: "text" },
        { field: "amountFen", header: "金额", type: "money" },
        { field: "remark", header: "备注", type: "text" },
      ],
    };
    const reading = readRows(await openFile(bytes), profile);
    expect(reading.rows[0]?.amountFen).toBe(-1500000);
    expect(codesOf(reading)).toEqual(["column-in-ten-thousands"]);
  });

  it("X5 a day has many notations, and one that lacks its day is not guessed", async () => {
    const typed = [
      "2024.1.5",
      "2024-1-5",
      "2024/1/5",
      "20240105",
      "2024年1月5日",
      "2024-01-05 00:00:00",
      45296,
    ];
    for (const day of typed) {
      expect((await importPerson({ 首次入职本单位时间: day })).worker?.hiredOn).toBe("2024-01-05");
    }
    for (const vague of ["2024.01", "202401", "2024年1月", 2024.1]) {
      const result = await importPerson({ 首次入职本单位时间: vague });
      expect([result.worker, result.codes]).toEqual([undefined, ["date-lacks-day"]]);
    }
    expect((await importPerson({ 首次入职本单位时间: 80001 })).codes).toEqual(["date-serial-range"]);
  });

  it("X6 a serial number is the same day in every time zone, and counts from 1904 where the file does", async () => {
    const rows = [person(1, { 首次入职本单位时间: { xml: ' s="1"><v>45296</v>' } })];
    const zone = process.env["TZ"];
    for (const name of ["Asia/Shanghai", "America/New_York"]) {
      process.env["TZ"] = name;
      expect((await importFile(createRosterFile(rows))).rosters[0]?.workers[0]?.hiredOn).toBe("2024-01-05");
      const mac = await importFile(createRosterFile(rows, {}, { date1904: true }));
      expect(mac.rosters[0]?.workers[0]?.hiredOn).toBe("2028-01-06");
    }
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  it("X13 yes and no are ticks, words, letters and digits", async () => {
    const willing = async (answer: FixtureCell) =>
      (await importPerson({ 是否愿意平移: answer })).worker?.willing;
    for (const answer of ["√", "✓", "是", "有", 1, "Y", { xml: ' t="b"><v>1</v>' }])
      expect(await willing(answer)).toBe(true);
    for (const answer of ["×", "否", "无", 0, "N", { xml: ' t="b"><v>0</v>' }])
      expect(await willing(answer)).toBe(false);
    expect(await willing("再考虑")).toBeUndefined();
  });

  it("X14 formulas count with the result that is stored, and errors or missing results are never computed", async () => {
    const cached = await importPerson({ "月应发工资（元）": { xml: "><f>3000+[1]外部!A1</f><v>3500</v>" } });
    expect(cached.worker?.grossFen).toBe(350000);
    const error = await importPerson({
      "月应发工资（元）": { xml: ' t="e"><f>VLOOKUP(1)</f><v>#VALUE!</v>' },
    });
    expect([error.worker, error.codes]).toEqual([undefined, ["cell-error"]]);
    const empty = await importPerson({ "月应发工资（元）": { xml: "><f>3000+500</f>" } });
    expect([empty.worker, empty.codes]).toEqual([undefined, ["cell-uncomputed"]]);
  });

  it("X17 blanks that align a name are dropped, and what stands in brackets moves to the remark", async () => {
    expect((await importPerson({ 姓名: "张　三" })).worker?.name).toBe("张三");
    const result = await importPerson({ 姓名: "张三（病假）", 备注: "三月起" });
    expect(result.worker).toMatchObject({ name: "张三", remark: "病假；三月起" });
    expect(result.codes).toEqual(["person-name-remark"]);
  });

  it("X20 noise of binary arithmetic is rounded away, and real fractions of a fen are refused", async () => {
    expect(
      (await importPerson({ "月应发工资（元）": { xml: "><v>1234.5600000001</v>" } })).worker?.grossFen,
    ).toBe(123456);
    expect((await importPerson({ "月应发工资（元）": 0.1 + 0.2 })).worker?.grossFen).toBe(30);
    const precise = await importPerson({ "月应发工资（元）": 1234.5678 });
    expect([precise.worker, precise.codes]).toEqual([undefined, ["money-too-precise"]]);
  });
});
