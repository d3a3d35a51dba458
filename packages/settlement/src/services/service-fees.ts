import { fen, groupBy, sumFen, zeroFen, type Fen, type Issue, type ServiceOrder } from "@tongchou/core";
import { reckonFees, type ContractFee, type FeeHead, type FeeMonth } from "../statement/contract-fee.js";
import type { FeeTax } from "../statement/fee-tax.js";

/** What of an order of services falls to one worker. */
export interface ServiceShare {
  readonly orderId: string;
  readonly feeFen: Fen;
  /** Value-added tax on top of it. */
  readonly vatFen: Fen;
}

/** The fees of all orders of services of a month. */
export interface ServiceBook {
  /** In the order of the orders' ids; `contractId` is the order's. An order without workers has none. */
  readonly fees: readonly ContractFee[];
  /** A worker's shares, by order; none for somebody whom no order names. */
  sharesOf(workerId: string): readonly ServiceShare[];
  /** What has to be said of the fees. */
  remarks(): readonly Issue[];
}

/** A worker whom orders may name, and what a fee may be reckoned on. */
export type ServedWorker = Pick<FeeHead, "workerId" | "grossFen" | "stay">;

/**
 * Reckons the fees of orders of services, each on the workers whom it names and who are settled. Nothing of a
 * worker's pay passes through an order, so tax is on the fee alone.
 */
export function reckonServices(
  workers: readonly ServedWorker[],
  orders: readonly ServiceOrder[],
  month: Omit<FeeMonth, "contracts">,
  tax: FeeTax,
): ServiceBook {
  const byId = new Map(workers.map((worker) => [worker.workerId, worker]));
  const books = orders.map((order) => {
    const heads = order.workerIds.flatMap((workerId): readonly FeeHead[] => {
      const worker = byId.get(workerId);
      return worker === undefined ? [] : [{ ...worker, contractId: order.id, passedThrough: () => zeroFen }];
    });
    const book = reckonFees(heads, { ...month, contracts: [order] }, tax);
    return { book, shares: heads.map((head) => ({ orderId: order.id, ...shareIn(book, head.workerId) })) };
  });
  const shares = groupBy(
    books.flatMap((entry) => entry.shares),
    ({ workerId }) => workerId,
  );
  return {
    fees: books.flatMap(({ book }) => book.fees),
    sharesOf: (workerId) =>
      (shares.get(workerId) ?? []).map(({ orderId, feeFen, vatFen }) => ({ orderId, feeFen, vatFen })),
    // That fees go on after a contract's end is for pay, which may not break; services may.
    remarks: () =>
      books.flatMap(({ book }) => book.remarks()).filter(({ code }) => code !== "fee-after-contract-end"),
  };
}

function shareIn(
  book: ReturnType<typeof reckonFees>,
  workerId: string,
): Omit<ServiceShare, "orderId"> & { readonly workerId: string } {
  const { agencyFeeFen, vatFen } = book.shareOf(workerId);
  return { workerId, feeFen: agencyFeeFen, vatFen };
}

/**
 * What the services of a line cost, tax on top included.
 *
 * @example
 * servicesTotal([{ orderId: "O-1", feeFen: fen(5000), vatFen: fen(300) }]); // => 5300
 * servicesTotal(undefined); // => 0
 */
export function servicesTotal(shares: readonly ServiceShare[] | undefined): Fen {
  return sumFen((shares ?? []).map(({ feeFen, vatFen }) => fen(feeFen + vatFen)));
}
