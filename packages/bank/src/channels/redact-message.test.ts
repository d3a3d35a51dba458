import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { mutated } from "./__fixtures__/mutated.js";
import { redactMessage } from "./redact-message.js";

describe("redactMessage", () => {
  it.each([
    [
      "an element of CCB",
      "<USER_ID>W1</USER_ID><PASSWORD>s3cr3t</PASSWORD>",
      "<USER_ID>W1</USER_ID><PASSWORD>***</PASSWORD>",
    ],
    [
      "an element of BOC",
      "<token>s3cr3t</token><oprpwd>\n s3cr3t\n</oprpwd>",
      "<token>***</token><oprpwd>***</oprpwd>",
    ],
    [
      "with a prefix and attributes",
      '<ns1:Password type="x">s3cr3t</ns1:Password>',
      '<ns1:Password type="x">***</ns1:Password>',
    ],
    ["a CDATA section", "<PASSWORD><![CDATA[s3cr3t</PASSWORD>]]></PASSWORD>", "<PASSWORD>***</PASSWORD>"],
    ["cut off", "<TX><PASSWORD>s3cr3", "<TX><PASSWORD>***"],
    ["an attribute", '<login pwd="s3cr3t" user="u"/>', '<login pwd="***" user="u"/>'],
    ["a member of JSON", '{"licenseKey" : "s3\\"cr3t","a":1}', '{"licenseKey" : "***","a":1}'],
    ["a number of JSON", '{"pin":123456}', '{"pin":***}'],
    ["a field of a form", "UID=U1&password=s3cr3t&X=1", "UID=U1&password=***&X=1"],
    ["a tag in Chinese", "<用户名>u</用户名><密码>s3cr3t</密码>", "<用户名>u</用户名><密码>***</密码>"],
    [
      "names and accounts",
      "<toactn>6299990000000000005</toactn><toname>欧阳文山</toname>",
      "<toactn>6299***********0005</toactn><toname>欧**山</toname>",
    ],
    [
      "names and accounts of JSON",
      '{"accnam":"张三","accnbr":"6299990000000000005"}',
      '{"accnam":"张*","accnbr":"6299***********0005"}',
    ],
  ])("hides %s", (_, message, shown) => {
    expect(redactMessage(message)).toBe(shown);
  });

  it("leaves names alone that only begin like a secret one", () => {
    const message = "<TOKENS>1</TOKENS><PAYPASSWORDTYPE>2</PAYPASSWORDTYPE>&mypin=3";
    expect(redactMessage(message)).toBe(message);
  });

  it("hides what it is told to, and reads GBK", () => {
    const bytes = new Uint8Array(iconv.encode("<张三><a.b>s3cr3t</a.b><toname>東</toname>", "gbk"));
    expect(redactMessage(bytes, { secretNames: ["a.b"] })).toBe("<张三><a.b>***</a.b><toname>東</toname>");
  });

  it("takes any bytes, and long ones in little time", () => {
    const start = new TextEncoder().encode('<TX><PASSWORD a="b">x</PASSWORD>{"token":"y"}&pwd=z</TX>');
    for (const bytes of mutated(start, 2000)) expect(typeof redactMessage(bytes)).toBe("string");
    for (const hostile of ["<PASSWORD ", '"token":"\\', "<PASSWORD><![CDATA[", "password='"])
      expect(redactMessage(hostile.repeat(50_000))).not.toBe("");
  });
});
