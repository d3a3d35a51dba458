import { createIssue, failed, parsed, type Parsed } from "@tongchou/core";
import { decodeBytes, encodeText } from "../encoding.js";
import { readXmlDocument, writeXmlDocument, type XmlElement, xmlElement } from "../xml/index.js";
import type { CardRequest } from "./card-request.js";
import { cardIssues } from "./issues.js";

const soap = "http://schemas.xmlsoap.org/soap/envelope/";
/** The arguments of `serviceProxy`, in its order. */
const argumentNames = ["licenseKey", "serviceName", "operationName"] as const;

/**
 * Wraps a call of a provincial card service in SOAP 1.1, UTF-8: `serviceProxy(licenseKey, serviceName,
 * operationName, xmlPara)`.
 *
 * @param options the namespace of the service, from its WSDL
 * @returns the envelope, which has the licence key in it and must not be logged
 */
export function writeServiceProxyCall(
  request: Pick<CardRequest, "content" | "parameters">,
  options: { readonly namespace: string },
): Parsed<Uint8Array> {
  const text = decodeBytes(request.content, "gbk");
  if (!text.ok) return text;
  const call = xmlElement(
    "q:serviceProxy",
    [
      ...argumentNames.map((name) => xmlElement(`q:${name}`, request.parameters[name] ?? "")),
      xmlElement("q:xmlPara", text.value),
    ],
    { "xmlns:q": options.namespace },
  );
  const envelope = xmlElement("soapenv:Envelope", [xmlElement("soapenv:Body", [call])], {
    "xmlns:soapenv": soap,
  });
  return writeXmlDocument(envelope);
}

/**
 * Takes the returned string out of the service's answer.
 *
 * @returns the string in bytes of GBK, as a transport gives it; `card-answer-invalid` for a fault or another
 *   shape, or the issues of XML
 */
export function readServiceProxyReturn(answer: Uint8Array): Parsed<Uint8Array> {
  const document = readXmlDocument(answer, { file: "answer", dropPrefixes: true });
  if (!document.ok) return document;
  const body = document.value.children.find(({ name }) => name === "Body");
  const [response] = body?.children ?? [];
  const [returned] = response?.children ?? [];
  if (document.value.name !== "Envelope" || response?.name !== "serviceProxyResponse" || !isText(returned)) {
    const values = { foundZh: "不是 serviceProxy 的返回", foundEn: "is no return of serviceProxy" };
    return failed(createIssue(cardIssues, "card-answer-invalid", values));
  }
  const bytes = encodeText(returned.text, "gbk");
  return bytes.ok ? parsed(bytes.value) : bytes;
}

function isText(element: XmlElement | undefined): element is XmlElement {
  return element !== undefined && element.children.length === 0;
}
