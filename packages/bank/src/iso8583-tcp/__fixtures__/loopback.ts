import { createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect } from "vitest";
import {
  answerType,
  createCodec,
  frameMessage,
  type Iso8583Codec,
  type IsoMessage,
  unionPayPos,
} from "../../iso8583/index.js";
import {
  createIso8583Client,
  createIso8583Server,
  type Iso8583Client,
  type Iso8583ClientOptions,
  Iso8583LinkError,
  type Iso8583ServerOptions,
} from "../index.js";

export const codec: Iso8583Codec = createCodec(unionPayPos);
const header = { tpdu: "6000030000", application: "603100310100" };
export const host = "127.0.0.1";
/** What is closed after each test, the newest first. */
export const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

let trace = 0;
/** A request with a number of its own. */
export function request(type = "0200", fields: IsoMessage["fields"] = {}): IsoMessage {
  trace += 1;
  return { header, type, fields: { 7: "0315093000", 11: String(trace).padStart(6, "0"), ...fields } };
}

/** The answer that a network would give: the fields that it echoes, and approval. */
export function answerTo({ type, fields }: IsoMessage, code = "00"): IsoMessage {
  const { 7: moment = "", 11: number = "" } = fields;
  return { header, type: answerType(type), fields: { 7: moment, 11: number, 39: code } };
}

/** A message as it goes over a line. */
export function bytesOf(message: IsoMessage): Uint8Array {
  const bytes = codec.encode(message);
  const framed = bytes.ok ? frameMessage(bytes.value, "binary-2") : bytes;
  if (!framed.ok) throw new Error(framed.issues[0]?.message.en);
  return framed.value;
}

/** Bytes one after another. */
export function together(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A server for the test; it approves everything unless it is told otherwise. */
export async function serve(options: Partial<Iso8583ServerOptions>): Promise<number> {
  const server = createIso8583Server({
    codec,
    onRequest: (message) => Promise.resolve([answerTo(message)]),
    ...options,
  });
  const port = await server.listen({ port: 0, host });
  closers.push(() => server.close());
  return port;
}

/** A server of raw bytes, for what a well-behaved one never sends. */
export async function serveRaw(onSocket: (socket: Socket, count: number) => void, port = 0): Promise<number> {
  let count = 0;
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    onSocket(socket, (count += 1));
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A client for the test, connected. */
export async function connected(
  port: number,
  options: Partial<Iso8583ClientOptions> = {},
): Promise<Iso8583Client> {
  const client = createIso8583Client({ host, port, codec, timeoutMs: 2000, ...options });
  closers.push(() => client.close());
  await client.connect();
  return client;
}

/** The error that a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<Iso8583LinkError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!Iso8583LinkError.isInstance(error)) throw new Error(`no such error: ${String(error)}`);
  return error;
}

/** Waits until something holds, three seconds at most. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 300 && !condition(); turn += 1) await sleep(10);
  expect(condition()).toBe(true);
}
