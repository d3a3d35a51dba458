import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import { encodeText } from "../encoding.js";
import { escapeXml, readXmlDocument, xmlTextIssues } from "../xml/index.js";
import type { CardFamily, CardField, CardOperationFormat, CardReply } from "./card-family.js";
import type { CardOperation, CardRegistry } from "./card-registry.js";
import type { CardTransport } from "./card-request.js";
import { tagCardStates } from "./card-state.js";
import { createCardRegistry } from "./create-card-registry.js";
import { cardIssues } from "./issues.js";

/** Who asks a registry of the family of tag strings. */
export interface TagRegistrySettings {
  readonly userName: string;
  readonly password: string;
  readonly city: string;
  readonly bank?: string | undefined;
  /**
   * The registry's words for operations that public code does not show, such as for activation, query,
   * progress and replacement. Default: none, and these are unsupported.
   */
  readonly operationWords?: Readonly<Partial<Record<CardOperation, string>>> | undefined;
}

const opening = new TextEncoder().encode("<reply>");
const closing = new TextEncoder().encode("</reply>");

const knownWords: Readonly<Partial<Record<CardOperation, string>>> = {
  application: "申请社保卡",
  "temporary-loss": "临时挂失",
  "formal-loss": "正式挂失",
  release: "解除挂失",
};

const caller: readonly CardField[] = [
  { key: "用户名", from: { setting: "userName" } },
  { key: "密码", from: { setting: "password" } },
  { key: "所属城市", from: { setting: "city" } },
];
const holder: readonly CardField[] = [
  { key: "社会保障号码", from: "idNumber", widthBytes: 18 },
  { key: "姓名", from: "name", widthBytes: 50 },
];
const bank: readonly CardField[] = [
  { key: "开户银行", from: { setting: "bank" }, widthBytes: 5, optional: true },
  { key: "银行卡号", from: "bankCardNumber", widthBytes: 26, optional: true },
];

function formatOf(operation: CardOperation, word: string): CardOperationFormat {
  const optional = ["application", "eligibility", "progress", "query"].includes(operation);
  const card: CardField = { key: "社保卡号", from: "cardNumber", widthBytes: 9, optional };
  return { word, fields: [...caller, card, ...holder, ...bank] };
}

/** The family of tag strings, `allDsjk`, with words for further operations. */
export function tagFamily(operationWords: TagRegistrySettings["operationWords"] = {}): CardFamily {
  const words = Object.entries({ ...knownWords, ...operationWords }) as [CardOperation, string][];
  return {
    id: "cards.all-dsjk@1",
    name: { zh: "社保卡接口 allDsjk（标签串）", en: "social-security cards, allDsjk tag strings" },
    provenance: {
      source: "integrator code for Henan and Jilin, and leithergit/SSCard_System, 2025, for widths",
      verifiedBy: null,
      verifiedOn: null,
    },
    encoding: "gb18030",
    operations: Object.fromEntries(words.map(([operation, word]) => [operation, formatOf(operation, word)])),
    // 01 says that the card is in that state already; 08 is a fault on the way, which says nothing.
    answers: { "00": "done", OK: "done", "01": "already", "07": "refused", "08": "unknown", "09": "refused" },
    states: tagCardStates,
    recordKeys: { state: "AAZ502", cardNumber: "AAZ500" },
    wordKey: "操作",
    parametersOf: () => ({}),
    write: (fields) => {
      const text = Object.entries(fields).map(([key, value]) => `<${key}>${escapeXml(value)}</${key}>`);
      const [unwritable] = xmlTextIssues(text.join(""));
      return unwritable === undefined ? encodeText(text.join(""), "gb18030") : failed(unwritable);
    },
    read: readTagReply,
  };
}

/**
 * Makes the registry of a province that takes tag strings.
 *
 * @param options the transport carries `content` as the one argument of the web service, and gives its string
 *   back in bytes of GB18030
 * @example
 * const content = new TextEncoder().encode("<ERR>01</ERR>");
 * const transport = { send: () => Promise.resolve(content) };
 * const settings = { userName: "u", password: "p", city: "九江市" };
 * const card = { name: "张三", idNumber: "360499199001010019", cardNumber: "A12345678" };
 * const answer = await createTagRegistry({ settings, transport }).reportTemporaryLoss(card);
 * answer.ok && answer.value.kind; // => "already"
 */
export function createTagRegistry(options: {
  readonly settings: TagRegistrySettings;
  readonly transport: CardTransport;
}): CardRegistry {
  const { settings, transport } = options;
  const { operationWords, userName, password, city, bank: bankCode } = settings;
  return createCardRegistry(tagFamily(operationWords), {
    settings: { userName, password, city, bank: bankCode },
    transport,
  });
}

/**
 * Reads a reply: tags one behind the other, `ERR` among them.
 *
 * @returns what it says; `card-answer-invalid` without an `ERR` or with a tag twice, or the issues of XML
 */
export function readTagReply(reply: Uint8Array): Parsed<CardReply> {
  const document = readXmlDocument([opening, reply, closing], { file: "reply", encoding: "gb18030" });
  if (!document.ok) return document;
  const values = new Map<string, string>();
  for (const { name, text, children } of document.value.children) {
    if (children.length > 0) return failed(invalid("的标签有嵌套", "has tags inside of tags"));
    if (values.has(name)) return failed(invalid("有重复的标签", "has a tag twice"));
    values.set(name, text.trim());
  }
  const code = values.get("ERR");
  if (code === undefined) return failed(invalid("没有 ERR", "has no ERR"));
  return parsed({ code, text: code, values });
}

function invalid(foundZh: string, foundEn: string): ReturnType<typeof createIssue> {
  return createIssue(cardIssues, "card-answer-invalid", { foundZh, foundEn });
}
