// @ts-check
/** @import { Server, IncomingMessage, ServerResponse } from "node:http" */
/** @import { Bank } from "./bank.js" */
/** @import { FaultList } from "./faults.js" */
/** @import { FrontDesk, Reply } from "./front-desk.js" */
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { parseFault } from "./faults.js";

/** Larger requests are refused before they are read. */
const requestBytesMax = 50_000_000;

/**
 * The bank on HTTP: `POST /submissions/<file name>` with a file, `POST /queries/<batch number>`, and the control
 * `POST /control/faults` (a line for each), `POST /control/clock` (minutes to go on), `GET /control/totals`.
 *
 * @param {{ bank: Bank, faults: FaultList, desk: FrontDesk }} options
 * @returns {Server}
 */
export function createHttpServer({ bank, faults, desk }) {
  return createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function answer(request, response) {
    const [, room = "", subject = ""] = (request.url ?? "").split("/", 3).map(decodeURIComponent);
    const route = `${request.method} /${room}${room === "control" ? `/${subject}` : ""}`;
    const body = await bodyOf(request);
    if (body === undefined) return void response.writeHead(413).end();
    switch (route) {
      case "POST /submissions":
        return send(response, desk.submit(subject, body));
      case "POST /queries":
        return send(response, desk.query(subject));
      case "POST /control/faults": {
        const wanted = body.toString("utf8").split("\n").filter(Boolean).map(parseFault);
        if (wanted.includes(undefined)) return void response.writeHead(400).end("no such fault\n");
        wanted.forEach((fault) => fault && faults.add(fault));
        return void response.writeHead(204).end();
      }
      case "POST /control/clock": {
        const minutes = Number(body.toString("utf8"));
        if (!Number.isSafeInteger(minutes) || minutes < 0)
          return void response.writeHead(400).end("no minutes\n");
        bank.advance(minutes);
        return void response.writeHead(204).end();
      }
      case "GET /control/totals":
        return void response
          .writeHead(200, { "content-type": "application/json" })
          .end(JSON.stringify(bank.totals()));
      default:
        return void response.writeHead(404).end();
    }
  }
}

/** @param {ServerResponse} response @param {Reply} reply */
async function send(response, { content, delayMilliseconds }) {
  if (delayMilliseconds > 0) await sleep(delayMilliseconds, undefined, { ref: false });
  if (content === undefined) return void response.destroy();
  response.writeHead(200, { "content-type": "application/octet-stream" }).end(content);
}

/** @param {IncomingMessage} request */
async function bodyOf(request) {
  /** @type {Buffer[]} */
  const chunks = [];
  let size = 0;
  for await (const chunk of /** @type {AsyncIterable<Buffer>} */ (request)) {
    size += chunk.length;
    if (size > requestBytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
