import { describe, expect, it } from "vitest";
import { parsePersonName } from "./person-name.js";

describe("parsePersonName", () => {
  it.each([
    // typed, name
    ["张三", "张三"],
    [" 张三 ", "张三"],
    ["张　三", "张三"],
    ["张 三 丰", "张三丰"],
    ["张\u00A0三", "张三"],
    ["张\u200B三\uFEFF", "张三"],
    // separators of minority names become U+00B7 (民委发〔2016〕33号)
    ["阿依古丽·买买提", "阿依古丽\u00B7买买提"],
    ["阿依古丽•买买提", "阿依古丽\u00B7买买提"],
    ["阿依古丽‧买买提", "阿依古丽\u00B7买买提"],
    ["阿依古丽・买买提", "阿依古丽\u00B7买买提"],
    ["阿依古丽∙买买提", "阿依古丽\u00B7买买提"],
    ["阿依古丽⋅买买提", "阿依古丽\u00B7买买提"],
    ["阿依古丽．买买提", "阿依古丽\u00B7买买提"],
    ["阿依古丽.买买提", "阿依古丽\u00B7买买提"],
    ["阿依古丽●买买提", "阿依古丽\u00B7买买提"],
    ["阿依古丽･买买提", "阿依古丽\u00B7买买提"],
    ["阿依古丽 · 买买提", "阿依古丽\u00B7买买提"],
    ["买买提•阿布都•热合曼", "买买提\u00B7阿布都\u00B7热合曼"],
    // rare characters keep their code points
    ["王\u{20BB7}野", "王\u{20BB7}野"],
    ["\u{2B4B6} 三", "\u{2B4B6}三"],
    ["王䶮", "王䶮"],
    ["林一〇", "林一〇"],
    // names of people with foreign documents
    ["SMITH JOHN ANDREW", "SMITH JOHN ANDREW"],
    ["Mary  Jane", "Mary Jane"],
    ["O'Brien Anne-Marie", "O'Brien Anne-Marie"],
    ["José Núñez", "José Núñez"],
    ["ＺＨＡＮＧ　ＳＡＮ", "ZHANG SAN"],
  ])("reads %j as %j", (typed, name) => {
    expect(parsePersonName(typed)).toEqual({ ok: true, value: { name }, issues: [] });
  });

  it.each([
    ["张三（女）", "张三", "女"],
    ["张三(曾用名李四)", "张三", "曾用名李四"],
    ["张 三 （ 病假 ）", "张三", "病假"],
    ["阿依古丽•买买提（代）", "阿依古丽·买买提", "代"],
  ])("moves what stands in brackets in %j to the remark", (typed, name, remark) => {
    const result = parsePersonName(typed);
    expect(result.ok && result.value).toEqual({ name, remark });
    expect(result.issues.map((issue) => issue.code)).toEqual(["person-name-remark"]);
  });

  it("takes empty brackets for nothing", () => {
    expect(parsePersonName("张三（）")).toEqual({ ok: true, value: { name: "张三" }, issues: [] });
  });

  it.each([
    ["王\uE863", "王\uE863"],
    ["王　\uE863", "王\uE863"],
    ["王\u{F0000}·三", "王\u{F0000}·三"],
  ])("warns of a private-use character in %j and goes on", (typed, name) => {
    const result = parsePersonName(typed);
    expect(result.ok && result.value.name).toBe(name);
    expect(result.issues.map((issue) => issue.code)).toEqual(["person-name-private-use"]);
  });

  it.each([
    ["", "person-name-empty"],
    [" 　", "person-name-empty"],
    ["（女）", "person-name-empty"],
    ["张三1", "person-name-characters"],
    ["张三360499198506060011", "person-name-characters"],
    ["张三、李四", "person-name-characters"],
    ["张三（女", "person-name-characters"],
    ["张三(女)护士", "person-name-characters"],
    ["张?", "person-name-characters"],
    ["-", "person-name-characters"],
    ["·", "person-name-characters"],
    ["张三•", "person-name-characters"],
    ["⻓江", "person-name-characters"], // a Kangxi radical, which no register holds
  ])("refuses %j as %s", (typed, code) => {
    expect(parsePersonName(typed).issues.map((issue) => issue.code)).toEqual([code]);
  });

  it("shows no name in its messages", () => {
    for (const typed of ["张三丰（女）", "欧阳文山1", "王\uE863三"]) {
      const name = typed.slice(0, 3);
      for (const issue of parsePersonName(typed).issues) {
        expect(issue.message.zh + issue.message.en).not.toContain(name);
      }
    }
  });
});
