import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import {
  answerType,
  createCodec,
  createDesCipher,
  createHexMac,
  frameMessage,
  type IsoMessage,
  unionPayPos,
} from "../iso8583/index.js";
import {
  createIso8583Client,
  createIso8583Server,
  type Iso8583Client,
  type Iso8583ClientOptions,
  Iso8583LinkError,
  type Iso8583ServerOptions,
} from "./index.js";

const codec = createCodec(unionPayPos);
const header = { tpdu: "6000030000", application: "603100310100" };
const host = "127.0.0.1";
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

let trace = 0;
function request(type = "0200", fields: IsoMessage["fields"] = {}): IsoMessage {
  trace += 1;
  return { header, type, fields: { 7: "0315093000", 11: String(trace).padStart(6, "0"), ...fields } };
}

/** The answer that a network would give: the fields that it echoes, and approval. */
function answerTo({ type, fields }: IsoMessage, code = "00"): IsoMessage {
  const { 7: moment = "", 11: number = "" } = fields;
  return { header, type: answerType(type), fields: { 7: moment, 11: number, 39: code } };
}

function bytesOf(message: IsoMessage): Uint8Array {
  const bytes = codec.encode(message);
  const framed = bytes.ok ? frameMessage(bytes.value, "binary-2") : bytes;
  if (!framed.ok) throw new Error(framed.issues[0]?.message.en);
  return framed.value;
}

function together(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

async function serve(options: Partial<Iso8583ServerOptions>): Promise<number> {
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
async function serveRaw(onSocket: (socket: Socket, count: number) => void, port = 0): Promise<number> {
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

async function connected(port: number, options: Partial<Iso8583ClientOptions> = {}): Promise<Iso8583Client> {
  const client = createIso8583Client({ host, port, codec, timeoutMs: 2000, ...options });
  closers.push(() => client.close());
  await client.connect();
  return client;
}

async function errorOf(promise: Promise<unknown>): Promise<Iso8583LinkError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!Iso8583LinkError.isInstance(error)) throw new Error(`no such error: ${String(error)}`);
  return error;
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 300 && !condition(); turn += 1) await sleep(10);
  expect(condition()).toBe(true);
}

describe("a request over a connection", () => {
  it("gets its answer", async () => {
    const client = await connected(await serve({}));
    const sent = request();
    const answer = await client.request(sent);
    expect(answer).toEqual(answerTo(sent));
  });

  it("gets its own answer when answers come swapped", async () => {
    const held: IsoMessage[] = [];
    const onRequest = (message: IsoMessage): Promise<IsoMessage[]> => {
      held.push(message);
      return Promise.resolve(held.length === 3 ? held.map((each) => answerTo(each)).reverse() : []);
    };
    const client = await connected(await serve({ onRequest }));
    const sent = [request(), request(), request()];
    const answers = await Promise.all(sent.map((message) => client.request(message)));
    expect(answers.map(({ fields }) => fields[11])).toEqual(sent.map(({ fields }) => fields[11]));
  });

  it("gets its answer from bytes that come one by one, and from several messages in one piece", async () => {
    const first = request();
    const second = request();
    const whole = together(bytesOf(answerTo(first)), bytesOf(answerTo(second)));
    const dribble = async (socket: Socket): Promise<void> => {
      for (const byte of whole) {
        socket.write(Uint8Array.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const port = await serveRaw((socket, count) => {
      socket.once("data", () => {
        if (count === 1) void dribble(socket);
        else socket.write(whole);
      });
    });
    // The first connection gets the bytes one by one, the second in one piece.
    for (let count = 0; count < 2; count += 1) {
      const client = await connected(port);
      const answers = await Promise.all([client.request(first), client.request(second)]);
      expect(answers).toEqual([answerTo(first), answerTo(second)]);
    }
  });

  it("is authenticated where a code is agreed, and an answer with a wrong code is not used", async () => {
    const mac = createHexMac(createDesCipher(new Uint8Array(16).fill(1)));
    const client = await connected(await serve({ mac }), { mac });
    const sent = request();
    expect((await client.request(sent)).fields[39]).toBe("00");
    const codes: string[] = [];
    const stranger = await connected(await serve({}), {
      mac,
      timeoutMs: 100,
      onIssues: (issues) => codes.push(...issues.map(({ code }) => code)),
    });
    expect(await errorOf(stranger.request(request()))).toMatchObject({ code: "timeout", isSent: true });
    expect(codes).toEqual(["iso8583-field-missing"]);
  });
});

describe("an answer that is lost, late or repeated", () => {
  it("leaves the outcome unknown after the time-out, and the late one goes to nobody", async () => {
    const unmatched: unknown[] = [];
    const onRequest = async (message: IsoMessage): Promise<IsoMessage[]> => {
      if (message.fields[3] === "290000") await sleep(150);
      return [answerTo(message)];
    };
    const client = await connected(await serve({ onRequest }), {
      onUnmatched: ({ fields }, kind) => unmatched.push([fields[11], kind]),
    });
    const slow = request("0200", { 3: "290000" });
    const error = await errorOf(client.request(slow, { timeoutMs: 50 }));
    expect(error).toMatchObject({ code: "timeout", isSent: true, retryable: false });
    expect(error.message).toMatch(/unknown/);
    // The same number again would take the late answer for its own.
    expect(await errorOf(client.request(slow))).toMatchObject({ code: "number-repeated", isSent: false });
    const other = request();
    expect((await client.request(other)).fields[11]).toBe(other.fields[11]);
    await until(() => unmatched.length > 0);
    expect(unmatched).toEqual([[slow.fields[11], "late"]]);
  });

  it("is told apart: repeated, and asked for by nobody", async () => {
    const kinds: string[] = [];
    const onRequest = (message: IsoMessage): Promise<IsoMessage[]> =>
      Promise.resolve([answerTo(message), answerTo(message, "94"), answerTo(request())]);
    const client = await connected(await serve({ onRequest }), {
      onUnmatched: (_, kind) => kinds.push(kind),
    });
    expect((await client.request(request())).fields[39]).toBe("00");
    await until(() => kinds.length === 2);
    expect(kinds).toEqual(["duplicate", "unexpected"]);
  });

  it("does not take the answer to a confirmation for the answer to the payment", async () => {
    const onRequest = (message: IsoMessage): Promise<IsoMessage[]> =>
      Promise.resolve(message.type === "0220" ? [answerTo(message)] : []);
    const client = await connected(await serve({ onRequest }), { timeoutMs: 100 });
    const payment = request();
    const lost = errorOf(client.request(payment));
    expect((await client.request({ ...payment, type: "0220" })).type).toBe("0230");
    expect((await lost).code).toBe("timeout");
  });

  it("is not waited for any more once the caller gives up", async () => {
    const client = await connected(await serve({ onRequest: () => Promise.resolve([]) }));
    const controller = new AbortController();
    const pending = errorOf(client.request(request(), { signal: controller.signal }));
    await sleep(20);
    controller.abort();
    expect(await pending).toMatchObject({ code: "aborted", isSent: true });
    const before = await errorOf(client.request(request(), { signal: controller.signal }));
    expect(before).toMatchObject({ code: "aborted", isSent: false });
  });
});

describe("bytes that are no messages", () => {
  it("end the connection where the length is above the limit, before they are read", async () => {
    const codes: string[] = [];
    const port = await serveRaw((socket) =>
      socket.once("data", () => socket.write(Uint8Array.of(255, 255, 1))),
    );
    const client = await connected(port, {
      messageBytesMax: 1024,
      onIssues: (issues) => codes.push(...issues.map(({ code }) => code)),
    });
    expect(await errorOf(client.request(request()))).toMatchObject({ code: "connection-lost", isSent: true });
    expect(codes).toEqual(["iso8583-message-length"]);
  });

  it("are passed over where the length is right", async () => {
    const codes: string[] = [];
    const sent = request();
    const port = await serveRaw((socket) => {
      socket.once("data", () =>
        socket.write(together(Uint8Array.of(0, 3, 1, 2, 3), bytesOf(answerTo(sent)))),
      );
    });
    const client = await connected(port, {
      onIssues: (issues) => codes.push(...issues.map(({ code }) => code)),
    });
    expect((await client.request(sent)).fields[39]).toBe("00");
    expect(codes).toEqual(["iso8583-truncated"]);
  });

  it("do not bring a server down", async () => {
    const codes: string[] = [];
    const port = await serve({ onIssues: (issues) => codes.push(...issues.map(({ code }) => code)) });
    const socket = connect({ host, port });
    await new Promise((resolve) => socket.once("connect", resolve));
    socket.write(Uint8Array.of(0, 0));
    await new Promise((resolve) => socket.once("close", resolve));
    expect(codes).toEqual(["iso8583-message-length"]);
    const client = await connected(port);
    expect((await client.request(request())).fields[39]).toBe("00");
  });
});

describe("a connection", () => {
  it("that breaks off in the middle of an answer leaves the outcome unknown, and is made again", async () => {
    const states: string[] = [];
    const sent = request();
    const again = request();
    const port = await serveRaw((socket, count) => {
      socket.on("data", () => {
        if (count > 1) socket.write(bytesOf(answerTo(again)));
        else {
          socket.write(bytesOf(answerTo(sent)).subarray(0, 20));
          setTimeout(() => socket.destroy(), 20);
        }
      });
    });
    const client = await connected(port, {
      reconnect: { firstDelayMs: 10, maxDelayMs: 40 },
      onState: (state) => states.push(state),
    });
    expect(await errorOf(client.request(sent))).toMatchObject({ code: "connection-lost", isSent: true });
    expect(await errorOf(client.request(request()))).toMatchObject({
      code: "not-connected",
      retryable: true,
    });
    await until(() => client.state === "ready");
    expect((await client.request(again)).fields[39]).toBe("00");
    expect(states).toEqual(["connecting", "ready", "waiting", "connecting", "ready"]);
  });

  it("is tried again until the other side is there", async () => {
    const first = createIso8583Server({ codec, onRequest: () => Promise.resolve([]) });
    const port = await first.listen({ port: 0, host });
    const states: string[] = [];
    const client = await connected(port, {
      reconnect: { firstDelayMs: 5, maxDelayMs: 20 },
      onState: (state) => states.push(state),
    });
    first.dropConnections();
    await first.close();
    await until(() => states.filter((state) => state === "waiting").length > 2);
    const second = createIso8583Server({ codec, onRequest: (each) => Promise.resolve([answerTo(each)]) });
    await second.listen({ port, host });
    closers.unshift(() => second.close());
    await until(() => client.state === "ready");
    expect((await client.request(request())).fields[39]).toBe("00");
  });

  it("that cannot be made is an error to be tried again; one to nowhere can be given up", async () => {
    const server = createIso8583Server({ codec, onRequest: () => Promise.resolve([]) });
    const port = await server.listen({ port: 0, host });
    await server.close();
    const client = createIso8583Client({ host, port, codec });
    expect(await errorOf(client.connect())).toMatchObject({ code: "connect-failed", retryable: true });
    expect(await errorOf(client.connect({ signal: AbortSignal.abort() }))).toMatchObject({ code: "aborted" });
    expect(await errorOf(client.request(request()))).toMatchObject({ code: "not-connected" });
    await client.close();
  });

  it("is signed on first, also after it was lost, and refused where the sign-on is", async () => {
    const types: string[] = [];
    let code = "00";
    const server = createIso8583Server({
      codec,
      onRequest: (message) => {
        types.push(message.type);
        return Promise.resolve([answerTo(message, message.type === "0800" ? code : "00")]);
      },
    });
    const port = await server.listen({ port: 0, host });
    closers.push(() => server.close());
    const options = {
      signOn: () => request("0800"),
      signOff: () => request("0820"),
      reconnect: { firstDelayMs: 5, maxDelayMs: 20 },
    };
    const client = await connected(port, options);
    await client.request(request());
    server.dropConnections();
    await until(() => client.state !== "ready");
    await until(() => client.state === "ready");
    await client.close();
    expect(types).toEqual(["0800", "0200", "0800", "0820"]);
    code = "A7";
    const refused = createIso8583Client({ host, port, codec, ...options });
    closers.push(() => refused.close());
    expect(await errorOf(refused.connect())).toMatchObject({ code: "sign-on-refused", retryable: false });
  });

  it("on which nothing comes is tested, and made anew where the test gets no answer", async () => {
    let echoes = 0;
    let isDeaf = false;
    const onRequest = (message: IsoMessage): Promise<IsoMessage[]> => {
      if (message.type === "0820") echoes += 1;
      return Promise.resolve(isDeaf ? [] : [answerTo(message)]);
    };
    const states: string[] = [];
    const client = await connected(await serve({ onRequest }), {
      echo: { idleMs: 20, message: () => request("0820") },
      timeoutMs: 60,
      reconnect: { firstDelayMs: 5, maxDelayMs: 20 },
      onState: (state) => states.push(state),
    });
    await until(() => echoes > 2);
    expect(client.state).toBe("ready");
    isDeaf = true;
    await until(() => states.includes("waiting"));
  });

  it("answers what the network asks", async () => {
    const test = request("0820");
    const received: Uint8Array[] = [];
    const port = await serveRaw((socket) => {
      socket.on("data", (chunk: Uint8Array) => received.push(chunk));
      socket.write(bytesOf(test));
    });
    await connected(port, { onRequest: (message) => answerTo(message) });
    await until(() => received.length > 0);
    expect(together(...received)).toEqual(bytesOf(answerTo(test)));
  });

  it("closes after the answers under way, and takes nothing more", async () => {
    const onRequest = async (message: IsoMessage): Promise<IsoMessage[]> => {
      await sleep(50);
      return [answerTo(message)];
    };
    const client = await connected(await serve({ onRequest }));
    const pending = client.request(request());
    const closing = client.close();
    expect(await errorOf(client.request(request()))).toMatchObject({ code: "closed", isSent: false });
    expect((await pending).fields[39]).toBe("00");
    await closing;
    expect(client.state).toBe("closed");
    expect(await errorOf(client.connect())).toMatchObject({ code: "closed" });
  });

  it("is refused above the number of connections, and a wrong message is not sent at all", async () => {
    const port = await serve({ connectionsMax: 1 });
    const client = await connected(port);
    const second = createIso8583Client({ host, port, codec, signOn: () => request("0800"), timeoutMs: 500 });
    closers.push(() => second.close());
    expect((await errorOf(second.connect())).code).toBe("connection-lost");
    const wrong = await errorOf(client.request({ ...request(), fields: { 11: "1" } }));
    expect(wrong).toMatchObject({ code: "message-invalid", isSent: false });
    expect(wrong.issues.map(({ code }) => code)).toEqual(["iso8583-field-length"]);
  });
});
