import { maskAccountNumber } from "@tongchou/core";

/** One call of a card registry, as its transport has to carry it. */
export interface CardRequest {
  /** The registry's own word for the operation. */
  readonly operation: string;
  /** The text that is handed over, in bytes. */
  readonly content: Uint8Array;
  /** What goes beside the text, such as the licence key of a service. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What the text says, key by key. */
  readonly fields: Readonly<Record<string, string>>;
}

/** How calls reach a registry: a web service of whatever kind. It keeps no state. */
export interface CardTransport {
  /**
   * Carries one call and gives the registry's reply text in bytes, whole.
   *
   * Rejects when there is no whole reply. Whether the registry did what was asked is then unknown.
   */
  send(request: CardRequest): Promise<Uint8Array>;
}

const plainKeys: ReadonlySet<string> = new Set([
  ...["操作", "所属城市", "开户银行", "serviceName", "operationName"],
  ...["yhbh", "xtlb", "xzqhdm", "yxzjlx", "lkfs"],
]);

/**
 * The form of a call that may be logged: licence key, password, names and whatever else is personal are
 * hidden, numbers of people and cards masked.
 *
 * @example
 * const fields = { 操作: "临时挂失", 密码: "secret", 社保卡号: "A12345678" };
 * const request = { operation: "临时挂失", content: new Uint8Array(), parameters: {}, fields };
 * redactCardRequest(request).fields; // => { 操作: "临时挂失", 密码: "***", 社保卡号: "***" }
 */
export function redactCardRequest(request: CardRequest): Omit<CardRequest, "content"> {
  const { operation, parameters, fields } = request;
  return { operation, parameters: redact(parameters), fields: redact(fields) };
}

function redact(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (plainKeys.has(key)) return [key, value];
      return [key, /^\d{12,}[\dX]?$/.test(value) ? maskAccountNumber(value) : "***"];
    }),
  );
}
