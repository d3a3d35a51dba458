// @ts-check
/** @import { BankProfile } from "@tongchou/bank" */
/** @import { Bank, BankEvent } from "./bank.js" */
/** @import { DropFolder } from "./drop-folder.js" */
/** @import { Fault, FaultList } from "./faults.js" */
import { once } from "node:events";
import { createBank } from "./bank.js";
import { watchDropFolder } from "./drop-folder.js";
import { openEventStore } from "./event-store.js";
import { createFaultList } from "./faults.js";
import { createFrontDesk } from "./front-desk.js";
import { createHttpServer } from "./http-server.js";
import { paymentFormat } from "./payment-format.js";

/**
 * @typedef {object} SimulatorOptions
 * @property {BankProfile} profile
 * @property {string} store path of the file of bookings
 * @property {number} [httpPort] 0 takes any; missing: no HTTP
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
 * @property {DropFolder | undefined} dropFolder
 * @property {() => Promise<void>} close ends what is under way and closes the store
 */

/**
 * Starts the bank.
 *
 * @param {SimulatorOptions} options
 * @returns {Promise<Simulator>}
 * @throws {RangeError} when the profile's results cannot be written
 */
export async function startSimulator({
  profile,
  store: path,
  httpPort,
  folder,
  faults: first = [],
  ...options
}) {
  const { seed = 1, log = () => undefined } = options;
  const format = paymentFormat(profile);
  if (format === undefined) throw new RangeError(`${profile.id} has no results that can be written`);
  const faults = createFaultList();
  first.forEach((fault) => faults.add(fault));
  /** @type {import("./event-store.js").EventStore<BankEvent>} */
  const store = openEventStore(path);
  const bank = createBank({ store, faults });
  const desk = createFrontDesk({ bank, faults, format, seed, log });
  const http = httpPort === undefined ? undefined : createHttpServer({ bank, faults, desk });
  let address;
  if (http !== undefined) {
    http.listen(httpPort, "127.0.0.1");
    await once(http, "listening");
    const bound = http.address();
    address = typeof bound === "object" && bound !== null ? `http://127.0.0.1:${bound.port}` : undefined;
  }
  const dropFolder =
    folder === undefined ? undefined : watchDropFolder({ folder, desk, everyMilliseconds: 200 });
  return {
    bank,
    faults,
    address,
    dropFolder,
    async close() {
      dropFolder?.close();
      if (http !== undefined) {
        const closed = once(http, "close");
        http.close();
        http.closeIdleConnections();
        await closed;
      }
      store.close();
    },
  };
}
