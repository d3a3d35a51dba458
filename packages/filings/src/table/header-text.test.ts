import { describe, expect, it } from "vitest";
import { bareHeaderKey, headerKey, isInTenThousands } from "./header-text.js";

describe("headerKey", () => {
  it.each([
    ["*姓名", "姓名"],
    ["姓\n 名", "姓名"],
    ["月应发工资（元）", "月应发工资"],
    ["月应发工资(元/月)", "月应发工资"],
    ["工资(单位：万元)", "工资"],
    ["公积金缴存比例(%)", "公积金缴存比例"],
    ["连续工龄（月）", "连续工龄"],
    ["1、姓名", "姓名"],
    ["（2）姓名", "姓名"],
    ["姓名(必填)", "姓名"],
    ["其中：加班值班、绩效等（元）", "其中加班值班绩效等"],
    ["累计3岁以下婴幼儿照护", "累计3岁以下婴幼儿照护"],
    ["企业(职业)年金", "企业职业年金"],
    ["本年累计收入(不含本月)", "本年累计收入不含本月"],
    ["户籍所在地（省）", "户籍所在地省"],
    ["ＩＤ No.", "idno"],
    ["—", ""],
  ])("compares %j as %j", (header, key) => {
    expect(headerKey(header)).toBe(key);
  });
});

describe("bareHeaderKey", () => {
  it("drops whatever stands in brackets", () => {
    expect(bareHeaderKey("身份证号码（18位）")).toBe("身份证号码");
  });
});

describe("isInTenThousands", () => {
  it.each([
    ["金额（万元）", true],
    ["金额（元）", false],
  ])("says of %s: %s", (header, answer) => {
    expect(isInTenThousands(header)).toBe(answer);
  });
});
