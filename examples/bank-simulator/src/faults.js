// @ts-check

/**
 * What the bank can be told to do wrong.
 *
 * - `lose-request`: drops a submission before it is booked, without an answer.
 * - `lose-answer`: books a submission, or looks up a result, and gives no answer.
 * - `slow`: answers after so many milliseconds.
 * - `delay`: pays only when the bank's clock is so many minutes on; until then the payments are processing.
 * - `hide`: says "not found" of a part for so many minutes, though it is booked.
 * - `reject`: does not carry out the payment in this row.
 * - `return`: sends the payment in this row back after so many minutes; days are 1440 each.
 * - `duplicate`: gives every line of a result twice, or hands out a result file twice.
 * - `truncate`: cuts an answer off somewhere.
 * - `swap`: answers a query with the result of another part.
 * - `refuse-duplicate`: refuses a repeated submission instead of giving the first answer again.
 *
 * @typedef {(typeof faultKinds)[number]} FaultKind
 */

/**
 * A fault that was asked for.
 *
 * @typedef {object} Fault
 * @property {FaultKind} kind
 * @property {number} times how often it still happens
 * @property {number} minutes
 * @property {number} milliseconds
 * @property {number} row place of the payment in its part, from 1
 */

export const faultKinds = /** @type {const} */ ([
  "lose-request",
  "lose-answer",
  "slow",
  "delay",
  "hide",
  "reject",
  "return",
  "duplicate",
  "truncate",
  "swap",
  "refuse-duplicate",
]);

const defaults = { times: 1, minutes: 60, milliseconds: 1000, row: 1 };

/**
 * Reads a fault as `--fault` and the control endpoint have it: `return:row=2,minutes=4320,times=3`.
 *
 * @param {string} text
 * @returns {Fault | undefined} nothing when it is none
 */
export function parseFault(text) {
  const [kind, rest = ""] = text.split(":");
  const known = faultKinds.find((each) => each === kind);
  if (known === undefined) return undefined;
  const fault = { kind: known, ...defaults };
  for (const pair of rest === "" ? [] : rest.split(",")) {
    const [, name, value] = /^(times|minutes|milliseconds|row)=(\d{1,7})$/.exec(pair) ?? [];
    if (name === undefined) return undefined;
    fault[/** @type {keyof typeof defaults} */ (name)] = Number(value);
  }
  return fault;
}

/**
 * The faults still to come, in the order asked for.
 *
 * @typedef {object} FaultList
 * @property {(fault: Fault) => void} add
 * @property {(kind: FaultKind) => Fault | undefined} take uses one up, if there is one of the kind
 * @property {(kind: FaultKind) => readonly Fault[]} takeAll uses one of each entry of the kind
 */

/** @returns {FaultList} */
export function createFaultList() {
  /** @type {Fault[]} */
  let faults = [];
  /** @param {Fault} fault */
  const use = (fault) => {
    fault.times -= 1;
    faults = faults.filter(({ times }) => times > 0);
    return fault;
  };
  return {
    add: (fault) => void faults.push({ ...fault }),
    take(kind) {
      const fault = faults.find((each) => each.kind === kind);
      return fault && use(fault);
    },
    takeAll: (kind) => faults.filter((each) => each.kind === kind).map(use),
  };
}

/**
 * Numbers that look random and are the same for the same seed (Park and Miller 1988).
 *
 * @param {number} seed
 * @returns {(below: number) => number}
 */
export function seededNumbers(seed) {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
