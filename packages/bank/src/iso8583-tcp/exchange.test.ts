import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createDesCipher, createHexMac, type IsoMessage } from "../iso8583/index.js";
import {
  answerTo,
  bytesOf,
  connected,
  errorOf,
  host,
  request,
  serve,
  serveRaw,
  together,
  until,
} from "./__fixtures__/loopback.js";

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
