import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { IsoMessage } from "../iso8583/index.js";
import { createIso8583Client, createIso8583Server } from "./index.js";
import {
  answerTo,
  bytesOf,
  closers,
  codec,
  connected,
  errorOf,
  host,
  request,
  serve,
  serveRaw,
  together,
  until,
} from "./__fixtures__/loopback.js";

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
    const states: string[] = [];
    const client = await connected(port, { ...options, onState: (state) => states.push(state) });
    await client.request(request());
    server.dropConnections();
    await until(() => states.filter((state) => state === "ready").length === 2);
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

  it("that is being made while the client closes is not kept", async () => {
    const sockets: Socket[] = [];
    const port = await serveRaw((socket) => sockets.push(socket));
    const client = createIso8583Client({ host, port, codec });
    const connecting = errorOf(client.connect());
    await client.close();
    expect((await connecting).code).toBe("closed");
    await until(() => sockets.every((socket) => socket.destroyed || socket.readableEnded));
    expect(client.state).toBe("closed");
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
