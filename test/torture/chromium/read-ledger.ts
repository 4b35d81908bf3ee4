import type { AlertRow, ChargeRow, JobRow } from '../../../lib/ledger/rows.ts';
import type { Profile } from './profile.ts';

/** As much of a ledger as the oracle needs. */
export interface Ledger {
  readonly name: string;
  readonly jobs: readonly JobRow[];
  readonly charges: readonly ChargeRow[];
  readonly alerts: readonly AlertRow[];
}

/** Reads the ledger on a page of the extension, beside its worker. */
export async function readLedger({ name, session }: Profile): Promise<Ledger> {
  const page = await session.extensionPage('popup.html');
  try {
    const [jobs, charges, alerts] = await page.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(request.error?.message));
        });
      const database = await asked(indexedDB.open('ponte'));
      const stores = database.transaction(['jobs', 'charges', 'alerts'], 'readonly');
      const read = await Promise.all([
        asked(stores.objectStore('jobs').getAll()),
        asked(stores.objectStore('charges').getAll()),
        asked(stores.objectStore('alerts').getAll()),
      ]);
      database.close();
      return read;
    });
    return {
      name,
      jobs: jobs as readonly JobRow[],
      charges: charges as readonly ChargeRow[],
      alerts: alerts as readonly AlertRow[],
    };
  } finally {
    await page.close();
  }
}
