import { maskName } from "@tongchou/core";
import { maskNumbers } from "../codec/mask-numbers.js";

/** Elements, keys and fields whose value is a secret. Upper and lower case count as one. */
const secretNames = [
  "access_token",
  "apikey",
  "licencekey",
  "licensekey",
  "oprpwd",
  "passwd",
  "password",
  "pin",
  "privatekey",
  "pwd",
  "secret",
  "token",
  "user_pass",
  "userpassword",
  "密码",
];

/** Elements, keys and fields whose value is a person's name. */
const personNames = [
  "accnam",
  "acname",
  "acntname",
  "aac003",
  "individual_name1",
  "nm",
  "other_name",
  "recaccnamecn",
  "recaccnameen",
  "recv_accname",
  "toname",
  "xm",
  "姓名",
];

const shownSecret = "***";

/** What else is to be hidden. */
export interface RedactionOptions {
  /** Names of elements, keys or fields that are secret beside the usual ones. */
  readonly secretNames?: readonly string[] | undefined;
}

/**
 * Makes a message fit for a log: passwords, tokens and licence keys go, names keep their first character, and
 * long numbers their ends. It works on the text, so that messages that nobody can read are redacted too.
 *
 * @param message the text, or its bytes in UTF-8, GBK or GB18030
 * @example
 * redactMessage("<TX><PASSWORD>p4ss</PASSWORD><toname>张三</toname></TX>");
 * // => "<TX><PASSWORD>***</PASSWORD><toname>张*</toname></TX>"
 * redactMessage('{"token":"t0k","accnbr":"6299990000000000005"}');
 * // => '{"token":"***","accnbr":"6299***********0005"}'
 */
export function redactMessage(message: string | Uint8Array, options: RedactionOptions = {}): string {
  const text = typeof message === "string" ? message : textOf(message);
  const withoutSecrets = replaceValues(
    text,
    [...secretNames, ...(options.secretNames ?? [])],
    () => shownSecret,
  );
  return maskNumbers(replaceValues(withoutSecrets, personNames, maskName));
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", { fatal: false, ignoreBOM: true }).decode(bytes);
  }
}

/** Replaces the values of elements, of members of JSON, and of attributes and fields, in this order. */
function replaceValues(text: string, names: readonly string[], replace: (value: string) => string): string {
  const anyName = names.map((name) => name.replace(/[^\p{L}\p{N}_]/gu, "\\$&")).join("|");
  const pattern = (source: string): RegExp => new RegExp(source.replace("NAME", `(?:${anyName})`), "giu");
  const element = pattern("(<(?:[\\w.-]+:)?NAME(?:\\s[^<>]*)?>)((?:<!\\[CDATA\\[[^]*?(?:\\]\\]>|$)|[^<])*)");
  const member = pattern('(["\']NAME["\']\\s*:\\s*)("(?:[^"\\\\]|\\\\[^])*"?|[^,}\\]\\s]+)');
  const field = pattern("((?<![\\p{L}\\p{N}_])NAME=)(\"[^\"]*\"?|'[^']*'?|[^&\\s\"'<>]*)");
  return text
    .replace(element, (whole, tag: string, value: string) =>
      tag.endsWith("/>") ? whole : tag + replace(value),
    )
    .replace(member, (_, key: string, value: string) => key + quoted(value, replace))
    .replace(field, (_, key: string, value: string) => key + quoted(value, replace));
}

/** Keeps the quotes that a value stands in. */
function quoted(value: string, replace: (value: string) => string): string {
  const [quote = ""] = /^["']/.exec(value) ?? [];
  if (quote === "") return value === "" ? value : replace(value);
  return quote + replace(value.slice(1).replace(/["']$/, "")) + quote;
}
