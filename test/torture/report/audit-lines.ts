import type { Outcome } from '../run.ts';

/** What the audit of both browsers says of one invoice. */
export async function auditOf(
  { browsers }: Outcome,
  invoiceId: string,
): Promise<readonly { readonly at: number; readonly who: string; readonly what: string }[]> {
  const all = await Promise.all(
    browsers.map(async ({ name, look }) => {
      const entries = await look(({ audit }) => audit.toArray());
      return entries
        .filter((entry) => entry.ids['invoiceId'] === invoiceId)
        .map(({ at, action, detail }) => ({
          at,
          who: name,
          what: `audit ${action} ${JSON.stringify(detail)}`,
        }));
    }),
  );
  return all.flat();
}
