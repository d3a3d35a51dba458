import { createServer, type Server } from "node:net";
import type { Issue } from "@tongchou/core";
import type { IsoMessage } from "../iso8583/index.js";
import { Link, type LinkOptions } from "./link.js";

/** How a server answers. */
export interface Iso8583ServerOptions extends LinkOptions {
  /**
   * Gives the answers to a request: none, one, or several. Requests of a connection are handed over as they
   * come, and each is answered as soon as its answer is there.
   */
  readonly onRequest: (request: IsoMessage) => Promise<readonly IsoMessage[]>;
  /** Connections at a time; others are closed at once. Default: 100. */
  readonly connectionsMax?: number | undefined;
  /** Time without any bytes after which a connection is closed. Default: 300,000. */
  readonly idleMs?: number | undefined;
  /** Told of bytes that were not used, and of answers that cannot be written. */
  readonly onIssues?: ((issues: readonly Issue[]) => void) | undefined;
  /** Told of a request that could not be answered because `onRequest` failed. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

const connectionsDefault = 100;
const idleDefaultMs = 300_000;

/** A server of ISO 8583 over TCP. */
export class Iso8583Server {
  readonly #options: Iso8583ServerOptions;
  readonly #links = new Set<Link>();
  readonly #server: Server;

  constructor(options: Iso8583ServerOptions) {
    this.#options = options;
    const { connectionsMax = connectionsDefault, idleMs = idleDefaultMs } = options;
    this.#server = createServer((socket) => {
      if (this.#links.size >= connectionsMax) {
        socket.destroy();
        return;
      }
      socket.setTimeout(idleMs, () => socket.destroy());
      const link = new Link(socket, options, {
        onMessage: (message) => void this.#answer(link, message),
        onIssues: (issues) => options.onIssues?.(issues),
        onClose: () => this.#links.delete(link),
      });
      this.#links.add(link);
    });
  }

  /** Listens, and gives the port: the one that was asked for, or a free one for 0. */
  listen(place: { readonly port: number; readonly host: string }): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(place.port, place.host, () => {
        this.#server.off("error", reject);
        const address = this.#server.address();
        resolve(typeof address === "object" && address !== null ? address.port : place.port);
      });
    });
  }

  /** Takes no more connections, and closes those that are open when what was written has gone out. */
  close(): Promise<void> {
    for (const link of this.#links) link.end();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  /** Closes all connections at once, as a machine does that fails; the server goes on listening. */
  dropConnections(): void {
    for (const link of this.#links) link.destroy();
  }

  async #answer(link: Link, request: IsoMessage): Promise<void> {
    try {
      for (const answer of await this.#options.onRequest(request)) {
        const bytes = await link.prepare(answer);
        if (bytes.ok) link.write(bytes.value);
        else this.#options.onIssues?.(bytes.issues);
      }
    } catch (error) {
      this.#options.onError?.(error);
    }
  }
}

/**
 * Makes a server of ISO 8583 over TCP: a network's side for tests and try-outs, or one's own.
 *
 * @example
 * import { createCodec, unionPayPos } from "@tongchou/bank/iso8583";
 * const codec = createCodec(unionPayPos);
 * const server = createIso8583Server({ codec, onRequest: async () => [] });
 * (await server.listen({ port: 0, host: "127.0.0.1" })) > 0; // => true
 * await server.close(); // => undefined
 */
export function createIso8583Server(options: Iso8583ServerOptions): Iso8583Server {
  return new Iso8583Server(options);
}
