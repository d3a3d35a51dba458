import { describe, expect, it } from "vitest";
import { decodeBytes } from "../encoding.js";
import { card, losing, replying } from "./__fixtures__/card-transport.js";
import { createTagRegistry, readTagReply, type TagRegistrySettings } from "./all-dsjk.js";
import type { CardRegistry } from "./card-registry.js";
import type { CardTransport } from "./card-request.js";

const settings: TagRegistrySettings = {
  userName: "platform",
  password: "p<ss",
  city: "九江市",
  bank: "95533",
  operationWords: { "social-activation": "启用", query: "查询状态" },
};

function registryOf(transport: CardTransport): CardRegistry {
  return createTagRegistry({ settings, transport });
}

describe("createTagRegistry", () => {
  // Tags as in public code of the family: the operation, who asks, the card, the person, the account.
  it("writes the tags of a call one behind the other, in GBK", async () => {
    const transport = replying("<ERR>00</ERR>");
    await registryOf(transport).reportTemporaryLoss(card);
    const [request] = transport.sent;
    expect(decodeBytes(request?.content ?? new Uint8Array(), "gbk")).toMatchObject({
      value: [
        "<操作>临时挂失</操作><用户名>platform</用户名><密码>p&lt;ss</密码><所属城市>九江市</所属城市>",
        "<社保卡号>A12345678</社保卡号><社会保障号码>360499199001010019</社会保障号码><姓名>李東</姓名>",
        "<开户银行>95533</开户银行><银行卡号>6299990000000000005</银行卡号>",
      ].join(""),
    });
  });

  it.each([
    ["00", "done"],
    ["01", "already"],
    ["07", "refused"],
    ["08", "unknown"],
    ["09", "refused"],
    ["卡不存在", "unknown"],
    ["__proto__", "unknown"],
    ["000", "unknown"],
  ])("takes ERR %s for %s", async (code, kind) => {
    const answer = await registryOf(replying(`<ERR>${code}</ERR>`)).reportFormalLoss(card);
    expect(answer).toMatchObject({ ok: true, value: { kind, code } });
  });

  it.each([
    ["application", "申请社保卡", (registry: CardRegistry) => registry.apply(card)],
    ["temporary-loss", "临时挂失", (registry: CardRegistry) => registry.reportTemporaryLoss(card)],
    ["formal-loss", "正式挂失", (registry: CardRegistry) => registry.reportFormalLoss(card)],
    ["release", "解除挂失", (registry: CardRegistry) => registry.releaseLoss(card)],
    ["social-activation", "启用", (registry: CardRegistry) => registry.activateSocial(card)],
  ])("says for %s the word %s", async (_, word, call) => {
    const transport = replying("<ERR>00</ERR>");
    await call(registryOf(transport));
    expect(transport.sent[0]?.operation).toBe(word);
  });

  it("has only the operations whose words are known", async () => {
    const registry = registryOf(replying("<ERR>00</ERR>"));
    const words = [...registry.operations].sort();
    expect(words).toEqual([
      ...["application", "formal-loss", "query", "release", "social-activation", "temporary-loss"],
    ]);
    const answer = await registry.activateFinancial(card);
    expect(answer.issues.map(({ code }) => code)).toEqual(["card-operation-unsupported"]);
  });

  it.each([
    ["0", "issued"],
    ["1", "active"],
    ["2", "lost"],
    ["3", "application-locked"],
    ["4", "temporarily-lost"],
    ["B", "unknown"],
  ])("reads the state %s of a queried card as %s (pitfall 27)", async (code, state) => {
    const reply = `<ERR>OK</ERR><AAZ500>A12345678</AAZ500><AAC003>李東</AAC003><AAZ502>${code}</AAZ502>`;
    expect(await registryOf(replying(reply)).query(card)).toMatchObject({
      ok: true,
      value: { state, stateCode: code, cardNumber: "A12345678" },
    });
  });

  it.each(["<ERR>OK</ERR>", "<ERR>查无此人</ERR>", "<ERR>01</ERR><AAZ502>1</AAZ502>"])(
    "reads no card from %s",
    async (reply) => {
      expect((await registryOf(replying(reply)).query(card)).ok).toBe(false);
    },
  );

  it("knows nothing when no answer comes, and repeats no secret (pitfall 31)", async () => {
    const answer = await registryOf(losing).reportFormalLoss(card);
    expect(answer).toMatchObject({ ok: true, value: { kind: "unknown" } });
    expect(answer.ok && answer.value.issues.map(({ code }) => code)).toEqual(["card-answer-missing"]);
    expect(JSON.stringify(answer)).not.toMatch(/p<ss|p&lt;ss|platform|李東|360499|629999/);
  });

  it.each([
    [{ cardNumber: "A1234567890" }, "card-field-too-wide"],
    [{ name: "" }, "card-field-missing"],
    [{ name: "\u{1F600}" }, undefined],
    [{ name: "李\u0001" }, "xml-text-unwritable"],
    [{ name: "李\uD800" }, "character-unmappable"],
  ])("tests %o before anything is sent", async (change, code) => {
    const transport = replying("<ERR>00</ERR>");
    const answer = await registryOf(transport).reportTemporaryLoss({ ...card, ...change });
    expect(answer.issues.map((issue) => issue.code)).toEqual(code === undefined ? [] : [code]);
    expect(transport.sent).toHaveLength(code === undefined ? 1 : 0);
  });
});

describe("readTagReply", () => {
  it.each([
    "",
    "<ERR>00",
    "<AAZ500>1</AAZ500>",
    "<ERR>00</ERR><ERR>01</ERR>",
    "<ERR><A>00</A></ERR>",
    "</reply><reply><ERR>00</ERR>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]><ERR>00</ERR>",
    "<ERR>&b;</ERR>",
  ])("refuses %j", (text) => {
    expect(readTagReply(new TextEncoder().encode(text)).ok).toBe(false);
  });
});
