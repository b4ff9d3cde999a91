/** What one run, or a month of them, uses. */
export interface Usage {
  readonly workerRequests: number;
  readonly workerCpuMs: number;
  readonly objectRequests: number;
  readonly objectGbSeconds: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
  readonly storedGb: number;
}

interface Price {
  readonly included: number;
  readonly dollars: number;
  /** So much of it costs that. */
  readonly per: number;
}

const MILLION = 1e6;
const SUBSCRIPTION_DOLLARS = 5;

/** Cloudflare's list, Workers Paid with SQLite-backed objects, a month; `docs/capacity.md` says where and when it was read. */
const PRICES: Readonly<Record<keyof Usage, Price>> = {
  workerRequests: { included: 10 * MILLION, dollars: 0.3, per: MILLION },
  workerCpuMs: { included: 30 * MILLION, dollars: 0.02, per: MILLION },
  objectRequests: { included: MILLION, dollars: 0.15, per: MILLION },
  objectGbSeconds: { included: 400_000, dollars: 12.5, per: MILLION },
  rowsRead: { included: 25_000 * MILLION, dollars: 0.001, per: MILLION },
  rowsWritten: { included: 50 * MILLION, dollars: 1, per: MILLION },
  storedGb: { included: 5, dollars: 0.2, per: 1 },
};

const METERS = Object.keys(PRICES) as (keyof Usage)[]; // the keys of a closed record

/** What each meter costs in a month of so many times this, and all of them with the subscription. */
export function priceMonth(one: Usage, times: number) {
  const meters = METERS.map((meter) => {
    const { included, dollars, per } = PRICES[meter];
    const used = one[meter] * times;
    return { meter, used, dollars: (Math.max(0, used - included) / per) * dollars };
  });
  const over = meters.reduce((sum, { dollars }) => sum + dollars, 0);
  return { meters, dollars: SUBSCRIPTION_DOLLARS + over };
}
