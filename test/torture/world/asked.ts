/** What a request to Asaas is for. */
export const KINDS = [
  'creation',
  'charges of the invoice',
  'charges created since',
  'payers',
  'charges alike',
  'the rest',
] as const;
type Kind = (typeof KINDS)[number];

export function kindOf({ method, url }: Pick<Request, 'method' | 'url'>): Kind {
  const { pathname, searchParams } = new URL(url);
  if (method === 'POST' && pathname === '/v3/payments') return 'creation';
  if (method !== 'GET') return 'the rest';
  if (pathname === '/v3/customers') return 'payers';
  if (pathname !== '/v3/payments') return 'the rest';
  if (searchParams.has('externalReference')) return 'charges of the invoice';
  if (searchParams.has('customer')) return 'charges alike';
  return searchParams.has('dateCreated[ge]') ? 'charges created since' : 'the rest';
}

/** Requests of one kind of work, sweeps apart, by what they are for. */
export type Tally = Record<Kind, number>;

export function noRequests(): Tally {
  return {
    ...{ creation: 0, 'charges of the invoice': 0, 'charges created since': 0 },
    ...{ payers: 0, 'charges alike': 0, 'the rest': 0 },
  };
}

export function totalOf(tally: Tally): number {
  return Object.values(tally).reduce((sum, count) => sum + count, 0);
}
