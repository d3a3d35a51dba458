import { describe, expect, it } from "vitest";
import { decodeBytes, encodeAccepted } from "../encoding.js";
import { card, losing, replying } from "./__fixtures__/card-transport.js";
import type { CardRegistry } from "./card-registry.js";
import { type CardTransport, redactCardRequest } from "./card-request.js";
import { createScmsRegistry, readScmsReply, type ScmsSettings } from "./scms.js";
import { readServiceProxyReturn, writeServiceProxyCall } from "./soap-envelope.js";

const settings: ScmsSettings = {
  licenceKey: "licence-7f3a",
  serviceName: "ScmsCardService_360400",
  bank: "95533",
  channel: "02",
  clerk: "0001",
  division: "360400",
};

function registryOf(transport: CardTransport): CardRegistry {
  return createScmsRegistry({ settings, transport });
}

const done = '<?xml version="1.0" encoding="GBK"?><p><s errflag="0"/><s errtext=""/></p>';

describe("createScmsRegistry", () => {
  it("writes one value in each s, in GBK", async () => {
    const transport = replying(done);
    await registryOf(transport).activateSocial({ ...card, name: '李東"<' });
    const [request] = transport.sent;
    expect(decodeBytes(request?.content ?? new Uint8Array(), "gbk")).toMatchObject({
      value: [
        '<?xml version="1.0" encoding="GBK"?><p><s shbzhm="360499199001010019"/><s xm="李東&quot;&lt;"/>',
        '<s kh="A12345678"/><s xtlb="02"/><s jbr="0001"/><s xzqhdm="360400"/></p>',
      ].join(""),
    });
    expect(request?.parameters).toEqual({
      licenseKey: "licence-7f3a",
      serviceName: "ScmsCardService_360400",
      operationName: "saveCardActive",
    });
  });

  it.each([
    ["eligibility", "chkCanCardSq", (registry: CardRegistry) => registry.checkEligibility(card)],
    ["social activation", "saveCardActive", (registry: CardRegistry) => registry.activateSocial(card)],
    [
      "financial activation",
      "saveCardJrzhActive",
      (registry: CardRegistry) => registry.activateFinancial(card),
    ],
    ["temporary loss", "saveCardLsgs", (registry: CardRegistry) => registry.reportTemporaryLoss(card)],
    ["its release", "saveCardLsgsjg", (registry: CardRegistry) => registry.releaseLoss(card)],
    ["formal loss", "saveCardGs", (registry: CardRegistry) => registry.reportFormalLoss(card)],
    ["replacement", "saveCardBhList", (registry: CardRegistry) => registry.replace(card, { reason: "遗失" })],
  ])("asks for %s by %s", async (_, word, call) => {
    const transport = replying(done);
    expect(await call(registryOf(transport))).toMatchObject({ ok: true, value: { kind: "done" } });
    expect(transport.sent[0]?.operation).toBe(word);
  });

  it("has no query of one person's progress", async () => {
    const answer = await registryOf(replying(done)).queryProgress(card);
    expect(answer.issues.map(({ code }) => code)).toEqual(["card-operation-unsupported"]);
  });

  it("writes an application with its codes, and says all that is missing", async () => {
    const transport = replying(done);
    const { issues } = await registryOf(transport).apply(card);
    const missing = issues.map(({ message }) => /needs (\w+),/.exec(message.en)?.[1]);
    expect(missing).toEqual(["sjhm", "lkfs", "zylb", "gj", "csrq", "xb", "mz", "txdz", "zp"]);
    await registryOf(transport).apply({
      ...{ ...card, mobile: "13800000000", delivery: "mail", occupationCode: "10", nationalityCode: "CHN" },
      ...{ birthDate: "19900101", sexCode: "1", ethnicityCode: "01", address: "九江市", photo: "AAAA" },
    });
    expect(transport.sent[0]?.fields).toMatchObject({ yxzjlx: "A", lkfs: "1", yhbh: "95533" });
  });

  it.each([
    ["1", "4", "不允许办理"],
    ["1", "1", "人员不存在"],
  ])("gives the words of a refusal", async (flag, code, text) => {
    const reply = `<p><s errflag="${flag}"/><s errcode="${code}"/><s errtext="${text}"/></p>`;
    const answer = await registryOf(replying(reply)).checkEligibility(card);
    expect(answer).toMatchObject({ ok: true, value: { kind: "refused", text: `${code} ${text}` } });
  });

  it.each([
    ["0", "issued"],
    ["A", "issued"],
    ["1", "active"],
    ["2", "lost"],
    ["B", "temporarily-lost"],
    ["3", "lost-cancelled"],
    ["4", "cancelled"],
    ["5", "unknown"],
    ["", "unknown"],
  ])("reads the state %j of a queried card as %s (pitfall 27)", async (code, state) => {
    const reply = `<p><s errflag="0"/><s kzt="${code}"/><s kh="A12345678"/><s kctzh="629999"/></p>`;
    expect(await registryOf(replying(reply)).query(card)).toMatchObject({
      ok: true,
      value: { state, cardNumber: "A12345678", bankCardNumber: "629999" },
    });
  });

  it("knows nothing when no answer comes, and repeats no secret", async () => {
    const answer = await registryOf(losing).activateSocial(card);
    expect(answer).toMatchObject({ ok: true, value: { kind: "unknown" } });
    expect(JSON.stringify(answer)).not.toMatch(/licence-7f3a|李東|360499|629999/);
  });
});

describe("redactCardRequest", () => {
  it("hides the licence key and everything personal (pitfall 31)", async () => {
    const transport = replying(done);
    await registryOf(transport).activateFinancial(card);
    const [request] = transport.sent;
    if (request === undefined) throw new RangeError("nothing was sent");
    const text = JSON.stringify(redactCardRequest(request));
    expect(text).not.toMatch(/licence-7f3a|李東|360499199001010019|6299990000000000005|A12345678/);
    expect(text).toContain("saveCardJrzhActive");
    expect(text).toContain("95533");
  });
});

describe("readScmsReply", () => {
  it.each([
    "",
    "<p>",
    "<p/>",
    '<q><s errflag="0"/></q>',
    '<p><s errflag="0"/><s errflag="1"/></p>',
    '<!DOCTYPE p [<!ENTITY a "b">]><p><s errflag="0"/></p>',
  ])("refuses %j", (text) => {
    expect(readScmsReply(new TextEncoder().encode(text)).ok).toBe(false);
  });
});

describe("writeServiceProxyCall and readServiceProxyReturn", () => {
  it("carry the call and its reply as strings inside of SOAP", async () => {
    const transport = replying(done);
    await registryOf(transport).activateSocial(card);
    const [request] = transport.sent;
    if (request === undefined) throw new RangeError("nothing was sent");
    const call = writeServiceProxyCall(request, { namespace: "http://service.example" });
    const text = call.ok ? new TextDecoder().decode(call.value) : "";
    expect(text).toContain('<q:serviceProxy xmlns:q="http://service.example"><q:licenseKey>licence-7f3a</');
    expect(text).toContain("<q:operationName>saveCardActive</q:operationName>");
    expect(text).toContain('&lt;s xm="李東"/&gt;');
  });

  it.each([
    ['<p><s errflag="0"/><s xm="李東"/></p>', true],
    ["", true],
  ])("takes %j out of an answer", (reply, ok) => {
    const escaped = reply.replaceAll("<", "&lt;");
    const answer = `<e:Envelope xmlns:e="a"><e:Body><n:serviceProxyResponse xmlns:n="b"><n:return>${escaped}</n:return></n:serviceProxyResponse></e:Body></e:Envelope>`;
    const returned = readServiceProxyReturn(new TextEncoder().encode(answer));
    expect(returned.ok).toBe(ok);
    expect(returned.ok && returned.value).toEqual(encodeAccepted(reply, "gbk"));
  });

  it("refuses a fault", () => {
    const fault =
      '<e:Envelope xmlns:e="a"><e:Body><e:Fault><faultstring>x</faultstring></e:Fault></e:Body></e:Envelope>';
    const returned = readServiceProxyReturn(new TextEncoder().encode(fault));
    expect(returned.issues.map(({ code }) => code)).toEqual(["card-answer-invalid"]);
  });
});
