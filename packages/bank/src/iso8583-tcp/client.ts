import { connect, type Socket } from "node:net";
import type { IsoMessage } from "../iso8583/index.js";
import type { ClientState, Iso8583ClientOptions, RequestOptions } from "./client-options.js";
import { Correlation } from "./correlation.js";
import { Iso8583LinkError } from "./errors.js";
import { Link } from "./link.js";

const defaults = {
  keyFields: [7, 11],
  connectTimeoutMs: 10_000,
  timeoutMs: 60_000,
  reconnect: { firstDelayMs: 500, maxDelayMs: 30_000 },
};

/** A client of ISO 8583 over TCP: many requests under way on one connection that is kept up. */
export class Iso8583Client {
  readonly #options: Iso8583ClientOptions;
  readonly #correlation: Correlation;
  readonly #underWay = new Set<Promise<unknown>>();
  #state: ClientState = "idle";
  #isClosing = false;
  #link: Link | undefined;
  #closed: Promise<void> = Promise.resolve();
  #idleTimer: NodeJS.Timeout | undefined;
  #reconnectTimer: NodeJS.Timeout | undefined;
  #attempts = 0;

  constructor(options: Iso8583ClientOptions) {
    this.#options = options;
    this.#correlation = new Correlation(options.keyFields ?? defaults.keyFields);
  }

  get state(): ClientState {
    return this.#state;
  }

  /**
   * Connects and signs on. A connection that is lost later is made again until the client is closed.
   *
   * Rejects with `connect-failed`, `sign-on-refused`, `aborted`, `closed`, and what the sign-on itself met.
   */
  async connect(options: Pick<RequestOptions, "signal"> = {}): Promise<void> {
    if (this.#isClosing) throw new Iso8583LinkError("closed");
    if (this.#state === "ready" || this.#state === "connecting") return;
    clearTimeout(this.#reconnectTimer);
    try {
      await this.#open(options.signal);
    } catch (error) {
      this.#link?.destroy();
      if (!this.#isClosing) this.#setState("idle");
      throw error;
    }
  }

  /**
   * Sends a request and waits for its answer.
   *
   * Rejects with {@link Iso8583LinkError}. After a time-out, a lost connection or an abort its `isSent` tells
   * whether the other side may have the message: the outcome is unknown then and can only be asked for. An
   * answer that comes later is reported and goes to nobody.
   */
  request(message: IsoMessage, options: RequestOptions = {}): Promise<IsoMessage> {
    if (this.#isClosing) return Promise.reject(new Iso8583LinkError("closed"));
    const link = this.#link;
    if (this.#state !== "ready" || link === undefined) {
      return Promise.reject(new Iso8583LinkError("not-connected"));
    }
    return this.#exchange(link, message, options);
  }

  /** Takes no more requests, waits for the answers under way, signs off and closes. */
  async close(): Promise<void> {
    if (this.#isClosing) return this.#closed;
    this.#isClosing = true;
    clearTimeout(this.#reconnectTimer);
    clearTimeout(this.#idleTimer);
    await Promise.allSettled(this.#underWay);
    const link = this.#link;
    const { signOff } = this.#options;
    if (link !== undefined && signOff !== undefined && this.#state === "ready") {
      // The connection is closed whatever the answer, or without one.
      await this.#exchange(link, signOff(), {}).catch(() => undefined);
    }
    link?.end();
    await this.#closed;
    this.#setState("closed");
  }

  async #open(signal?: AbortSignal): Promise<void> {
    this.#setState("connecting");
    const socket = await this.#dial(signal);
    if (this.#isClosing) {
      socket.destroy();
      throw new Iso8583LinkError("closed");
    }
    const link = this.#linkOver(socket);
    this.#link = link;
    const { signOn } = this.#options;
    if (signOn !== undefined) {
      const answer = await this.#exchange(link, signOn(), { signal });
      if (answer.fields[39] !== "00") throw new Iso8583LinkError("sign-on-refused");
    }
    if (this.#link !== link) throw new Iso8583LinkError("connection-lost");
    this.#attempts = 0;
    this.#setState("ready");
    this.#watchIdle();
  }

  #dial(signal?: AbortSignal): Promise<Socket> {
    const { host, port, connectTimeoutMs = defaults.connectTimeoutMs } = this.#options;
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(new Iso8583LinkError("aborted"));
        return;
      }
      const socket = connect({ host, port });
      const fail = (error: Iso8583LinkError): void => {
        socket.destroy();
        reject(error);
      };
      const abort = (): void => fail(new Iso8583LinkError("aborted"));
      const timer = setTimeout(() => fail(new Iso8583LinkError("connect-failed")), connectTimeoutMs);
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      };
      signal?.addEventListener("abort", abort, { once: true });
      socket.once("close", settle);
      socket.once("error", (cause) => fail(new Iso8583LinkError("connect-failed", { cause })));
      socket.once("connect", () => {
        settle();
        socket.removeAllListeners();
        resolve(socket);
      });
    });
  }

  #linkOver(socket: Socket): Link {
    let markClosed = (): void => undefined;
    this.#closed = new Promise((resolve) => {
      markClosed = resolve;
    });
    const link = new Link(socket, this.#options, {
      onMessage: (message) => void this.#receive(link, message),
      onIssues: (issues) => this.#options.onIssues?.(issues),
      onClose: (cause) => {
        if (this.#link === link) this.#lose(cause);
        markClosed();
      },
    });
    return link;
  }

  #lose(cause: Error | undefined): void {
    const wasReady = this.#state === "ready";
    this.#link = undefined;
    clearTimeout(this.#idleTimer);
    this.#correlation.giveUpAll(new Iso8583LinkError("connection-lost", { isSent: true, cause }));
    if (wasReady && !this.#isClosing) this.#reconnectLater();
  }

  #reconnectLater(): void {
    const { firstDelayMs, maxDelayMs } = this.#options.reconnect ?? defaults.reconnect;
    const delayMs = Math.min(maxDelayMs, firstDelayMs * 2 ** this.#attempts);
    this.#attempts += 1;
    this.#setState("waiting");
    this.#reconnectTimer = setTimeout(() => {
      this.#open().catch(() => {
        this.#link?.destroy();
        if (!this.#isClosing) this.#reconnectLater();
      });
    }, delayMs);
  }

  async #receive(link: Link, message: IsoMessage): Promise<void> {
    this.#watchIdle();
    if (Number(message.type.charAt(2)) % 2 === 0) {
      const answer = this.#options.onRequest?.(message);
      const bytes = answer === undefined ? undefined : await link.prepare(answer);
      if (bytes?.ok === true) link.write(bytes.value);
      else if (bytes !== undefined) this.#options.onIssues?.(bytes.issues);
      return;
    }
    const kind = this.#correlation.answer(message);
    if (kind !== undefined) this.#options.onUnmatched?.(message, kind);
  }

  #exchange(link: Link, message: IsoMessage, options: RequestOptions): Promise<IsoMessage> {
    const exchange = this.#send(link, message, options);
    this.#underWay.add(exchange);
    const done = (): void => void this.#underWay.delete(exchange);
    exchange.then(done, done);
    return exchange;
  }

  async #send(link: Link, message: IsoMessage, options: RequestOptions): Promise<IsoMessage> {
    const { signal, timeoutMs = this.#options.timeoutMs ?? defaults.timeoutMs } = options;
    const correlation = this.#correlation;
    const key = correlation.keyOfRequest(message);
    if (key === undefined) throw new Iso8583LinkError("number-repeated");
    // The number is taken while the message is prepared, which may wait for a module that holds the key.
    correlation.wait(key, { resolve: () => undefined, reject: () => undefined });
    const bytes = await link.prepare(message).catch((cause: unknown) => {
      correlation.forget(key);
      throw new Iso8583LinkError("message-invalid", { cause });
    });
    if (!bytes.ok || signal?.aborted === true || !link.write(bytes.value)) {
      correlation.forget(key);
      if (!bytes.ok) throw new Iso8583LinkError("message-invalid", { issues: bytes.issues });
      throw new Iso8583LinkError(signal?.aborted === true ? "aborted" : "not-connected");
    }
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      };
      const giveUp = (code: "aborted" | "timeout"): void => {
        settle();
        correlation.giveUp(key);
        reject(new Iso8583LinkError(code, { isSent: true }));
      };
      const abort = (): void => giveUp("aborted");
      const timer = setTimeout(() => giveUp("timeout"), timeoutMs);
      signal?.addEventListener("abort", abort, { once: true });
      correlation.wait(key, {
        resolve: (answer) => {
          settle();
          resolve(answer);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
    });
  }

  /** Counts the idle time anew; at its end the line is tested, and closed where it does not answer. */
  #watchIdle(): void {
    clearTimeout(this.#idleTimer);
    const { echo } = this.#options;
    if (echo === undefined || this.#state !== "ready" || this.#isClosing) return;
    this.#idleTimer = setTimeout(() => {
      const link = this.#link;
      if (link === undefined) return;
      this.#exchange(link, echo.message(), {}).catch(() => link.destroy());
    }, echo.idleMs);
  }

  #setState(state: ClientState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.onState?.(state);
  }
}

/**
 * Makes a client of ISO 8583 over TCP. It connects when it is told to.
 *
 * @example
 * import { createCodec, unionPayPos } from "@tongchou/bank/iso8583";
 * const client = createIso8583Client({ host: "127.0.0.1", port: 9, codec: createCodec(unionPayPos) });
 * client.state; // => "idle"
 */
export function createIso8583Client(options: Iso8583ClientOptions): Iso8583Client {
  return new Iso8583Client(options);
}
