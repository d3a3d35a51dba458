// @ts-check
/** @import { BankProfile } from "@tongchou/bank" */
/** @import { Bank, BankEvent } from "./bank.js" */
/** @import { DropFolder } from "./drop-folder.js" */
/** @import { Fault, FaultList } from "./faults.js" */
import { createCodec, iso1987Ascii } from "@tongchou/bank/iso8583";
import { createIso8583Server } from "@tongchou/bank/iso8583-tcp";
import { once } from "node:events";
import { createBank } from "./bank.js";
import { watchDropFolder } from "./drop-folder.js";
import { openEventStore } from "./event-store.js";
import { createFaultList } from "./faults.js";
import { createFrontDesk } from "./front-desk.js";
import { createHttpServer } from "./http-server.js";
import { createIso8583Desk } from "./iso8583-desk.js";
import { paymentFormat } from "./payment-format.js";

/**
 * @typedef {object} SimulatorOptions
 * @property {BankProfile} profile
 * @property {string} store path of the file of bookings
 * @property {number} [httpPort] 0 takes any; missing: no HTTP
 * @property {number | undefined} [tcpPort] of ISO 8583:1987 in ASCII; 0 takes any; missing: none
 * @property {string | undefined} [folder] the drop folder; missing: none
 * @property {readonly Fault[]} [faults] to begin with
 * @property {number} [seed]
 * @property {(code: string, batchNumber: string) => void} [log] never given a name or an account
 */

/**
 * A running bank.
 *
 * @typedef {object} Simulator
 * @property {Bank} bank
 * @property {FaultList} faults
 * @property {string | undefined} address of its HTTP server
 * @property {number | undefined} tcpPort
 * @property {DropFolder | undefined} dropFolder
 * @property {() => Promise<void>} close gives no more answers, and closes the store
 */

/**
 * Starts the bank.
 *
 * @param {SimulatorOptions} options
 * @returns {Promise<Simulator>}
 * @throws {RangeError} when the profile's results cannot be written
 */
export async function startSimulator({ profile, store: path, httpPort, tcpPort, folder, ...options }) {
  const { faults: first = [], seed = 1, log = () => undefined } = options;
  const format = paymentFormat(profile);
  if (format === undefined) throw new RangeError(`${profile.id} has no results that can be written`);
  const faults = createFaultList();
  first.forEach((fault) => faults.add(fault));
  /** @type {import("./event-store.js").EventStore<BankEvent>} */
  const store = openEventStore(path);
  const bank = createBank({ store, faults });
  const desk = createFrontDesk({ bank, faults, format, seed, log });
  const http = httpPort === undefined ? undefined : createHttpServer({ bank, faults, desk });
  const address = http === undefined ? undefined : await listen(http, httpPort ?? 0);
  const onRequest = createIso8583Desk({ bank, faults, log });
  const iso8583 = createIso8583Server({ codec: createCodec(iso1987Ascii), onRequest });
  const boundPort =
    tcpPort === undefined ? undefined : await iso8583.listen({ port: tcpPort, host: "127.0.0.1" });
  const dropFolder =
    folder === undefined ? undefined : watchDropFolder({ folder, desk, everyMilliseconds: 200 });
  return {
    bank,
    faults,
    address,
    tcpPort: boundPort,
    dropFolder,
    async close() {
      dropFolder?.close();
      if (boundPort !== undefined) await iso8583.close();
      if (http !== undefined) {
        const closed = once(http, "close");
        http.close();
        http.closeAllConnections();
        await closed;
      }
      store.close();
    },
  };
}

/** @param {import("node:http").Server} http @param {number} port */
async function listen(http, port) {
  http.listen(port, "127.0.0.1");
  await once(http, "listening");
  const bound = http.address();
  return typeof bound === "object" && bound !== null ? `http://127.0.0.1:${bound.port}` : undefined;
}
