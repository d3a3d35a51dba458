import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import { readXmlDocument, writeXmlDocument, xmlElement } from "../xml/index.js";
import type { CardFamily, CardReply } from "./card-family.js";
import type { CardRegistry } from "./card-registry.js";
import type { CardTransport } from "./card-request.js";
import { scmsCardStates } from "./card-state.js";
import { createCardRegistry } from "./create-card-registry.js";
import { cardIssues } from "./issues.js";
import { scmsOperations } from "./scms-operations.js";

/** Who asks a provincial card service. */
export interface ScmsSettings {
  readonly licenceKey: string;
  /** The service's name, such as `ScmsCardService_360400`. */
  readonly serviceName: string;
  /** The bank's number, such as `95533`. */
  readonly bank: string;
  /** Where the call comes from: 01 text message, 02 bank, 03 WeChat, 04 app, 05 site, 06 unit, 26 mobile. */
  readonly channel: string;
  readonly clerk: string;
  /** The administrative division, six digits. */
  readonly division: string;
  /** Other operations than {@link scmsOperations}. */
  readonly operations?: CardFamily["operations"] | undefined;
}

/** The family of provincial card services, for one caller. */
export function scmsFamily(
  settings: Pick<ScmsSettings, "licenceKey" | "serviceName" | "operations">,
): CardFamily {
  const { licenceKey, serviceName, operations = scmsOperations } = settings;
  return {
    id: "cards.scms@1",
    name: { zh: "省卡管系统接口 ScmsCardService", en: "provincial card service, ScmsCardService" },
    provenance: {
      source: "integration document for Shandong in leithergit/SSCard_System, 2025",
      verifiedBy: null,
      verifiedOn: null,
    },
    encoding: "gbk",
    operations,
    answers: { "0": "done", "1": "refused" },
    states: scmsCardStates,
    recordKeys: { state: "kzt", cardNumber: "kh", bankCardNumber: "kctzh" },
    parametersOf: ({ word }) => ({ licenseKey: licenceKey, serviceName, operationName: word }),
    write: (fields) => {
      const values = Object.entries(fields).map(([key, value]) => xmlElement("s", "", { [key]: value }));
      return writeXmlDocument(xmlElement("p", values), { encoding: "gbk", emptyElements: "single" });
    },
    read: readScmsReply,
  };
}

/**
 * Makes the registry of a province that has a card service.
 *
 * @param options the transport carries `content` as `xmlPara`, with the parameters beside it; for SOAP see
 *   {@link writeServiceProxyCall}. It gives the returned string back in bytes of GBK
 * @example
 * const content = new TextEncoder().encode('<p><s errflag="0"/><s kzt="B"/></p>');
 * const transport = { send: () => Promise.resolve(content) };
 * const names = { licenceKey: "k", serviceName: "ScmsCardService_360400", clerk: "01" };
 * const settings = { ...names, bank: "95533", channel: "02", division: "360400" };
 * const holder = { name: "张三", idNumber: "360499199001010019" };
 * const record = await createScmsRegistry({ settings, transport }).query(holder);
 * record.ok && record.value.state; // => "temporarily-lost"
 */
export function createScmsRegistry(options: {
  readonly settings: ScmsSettings;
  readonly transport: CardTransport;
}): CardRegistry {
  const { settings, transport } = options;
  const { bank, channel, clerk, division } = settings;
  return createCardRegistry(scmsFamily(settings), {
    settings: { bank, channel, clerk, division },
    transport,
  });
}

/**
 * Reads a reply: one value in each `s`, `errflag` among them.
 *
 * @returns what it says; `card-answer-invalid` for another shape, or the issues of XML
 */
export function readScmsReply(reply: Uint8Array): Parsed<CardReply> {
  const document = readXmlDocument(reply, { file: "reply", encoding: "gbk" });
  if (!document.ok) return document;
  const { name: root, children } = document.value;
  if (root !== "p") return failed(invalid("不是 p 报文", "is no p message"));
  const values = new Map<string, string>();
  for (const { name, attributes } of children) {
    if (name !== "s") continue;
    for (const [key, value] of attributes) {
      if (values.has(key)) return failed(invalid("有重复的值", "has a value twice"));
      values.set(key, value);
    }
  }
  const code = values.get("errflag");
  if (code === undefined) return failed(invalid("没有 errflag", "has no errflag"));
  return parsed({
    code,
    text: [values.get("errcode"), values.get("errtext")].filter(Boolean).join(" "),
    values,
  });
}

function invalid(foundZh: string, foundEn: string): ReturnType<typeof createIssue> {
  return createIssue(cardIssues, "card-answer-invalid", { foundZh, foundEn });
}
