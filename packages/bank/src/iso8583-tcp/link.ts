import type { Socket } from "node:net";
import { createIssue, failed, type Issue, type Parsed } from "@tongchou/core";
import {
  createFrameReader,
  decodeWithMac,
  encodeWithMac,
  frameMessage,
  type FrameOptions,
  iso8583Issues,
  type Iso8583Codec,
  type IsoMessage,
  type MacAlgorithm,
} from "../iso8583/index.js";

/** How messages go over a connection. */
export interface LinkOptions {
  readonly codec: Iso8583Codec;
  /** Authentication codes that are made and required. Default: none. */
  readonly mac?: MacAlgorithm | undefined;
  /** Bytes of the longest message that is taken. Default: 8192. */
  readonly messageBytesMax?: number | undefined;
  /** What becomes of a message of no bytes. Default: `refuse`. */
  readonly emptyFrames?: FrameOptions["emptyFrames"];
}

/** What a connection tells. */
export interface LinkEvents {
  readonly onMessage: (message: IsoMessage) => void;
  /** Bytes that are no message of the dialect, or that its code does not fit. Nothing of them is used. */
  readonly onIssues: (issues: readonly Issue[]) => void;
  readonly onClose: (cause: Error | undefined) => void;
}

const messageBytesDefault = 8192;

/** Messages over one socket: whole ones out of pieces in, framed ones out. */
export class Link {
  readonly #socket: Socket;
  readonly #options: LinkOptions;
  readonly #events: LinkEvents;
  #error: Error | undefined;

  constructor(socket: Socket, options: LinkOptions, events: LinkEvents) {
    this.#socket = socket;
    this.#options = options;
    this.#events = events;
    const { codec, messageBytesMax = messageBytesDefault, emptyFrames } = options;
    const frames = createFrameReader({ frame: codec.dialect.frame, messageBytesMax, emptyFrames });
    socket.setNoDelay(true);
    socket.on("data", (chunk: Uint8Array) => {
      const { messages, issues } = frames.push(chunk);
      for (const bytes of messages) void this.#receive(bytes);
      if (issues.length === 0) return;
      events.onIssues(issues);
      socket.destroy();
    });
    socket.on("error", (error) => {
      this.#error = error;
    });
    socket.on("close", () => {
      events.onClose(this.#error);
    });
  }

  /** The bytes of a message as they go over the line, or what is wrong with it. */
  async prepare(message: IsoMessage): Promise<Parsed<Uint8Array>> {
    const { codec, mac } = this.#options;
    const bytes = mac === undefined ? codec.encode(message) : await encodeWithMac(codec, message, mac);
    return bytes.ok ? frameMessage(bytes.value, codec.dialect.frame) : bytes;
  }

  /** Writes bytes that were prepared; false where the connection is closed and nothing was written. */
  write(bytes: Uint8Array): boolean {
    if (!this.#socket.writable) return false;
    this.#socket.write(bytes);
    return true;
  }

  /** Closes when everything has been written. */
  end(): void {
    this.#socket.destroySoon();
  }

  /** Closes at once. */
  destroy(): void {
    this.#socket.destroy();
  }

  async #receive(bytes: Uint8Array): Promise<void> {
    const { codec, mac } = this.#options;
    const message = mac === undefined ? codec.decode(bytes) : await this.#open(bytes, mac);
    if (message.ok) this.#events.onMessage(message.value);
    else this.#events.onIssues(message.issues);
  }

  /** A module that cannot check a code leaves the message unused, like a wrong code. */
  async #open(bytes: Uint8Array, mac: MacAlgorithm): Promise<Parsed<IsoMessage>> {
    const { codec } = this.#options;
    try {
      return await decodeWithMac(codec, bytes, mac);
    } catch {
      const field = codec.dialect.macField ?? 0;
      return failed(createIssue(iso8583Issues, "iso8583-mac-wrong", { field }));
    }
  }
}
