import type { Profile } from './profile.ts';

/** As much of a ledger as the oracle needs. */
interface Read {
  readonly name: string;
  readonly jobs: readonly {
    readonly invoiceId: string;
    readonly state: string;
    readonly activeKey?: string;
  }[];
  readonly charges: readonly {
    readonly id: string;
    readonly status: string;
    readonly value: number;
  }[];
}

/** Reads the ledger on a page of the extension, beside its worker. */
export async function readLedger({ name, session }: Profile): Promise<Read> {
  const page = await session.extensionPage('popup.html');
  try {
    const [jobs, charges] = await page.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(request.error?.message));
        });
      const database = await asked(indexedDB.open('ponte'));
      const stores = database.transaction(['jobs', 'charges'], 'readonly');
      const read = await Promise.all([
        asked(stores.objectStore('jobs').getAll()),
        asked(stores.objectStore('charges').getAll()),
      ]);
      database.close();
      return read;
    });
    return { name, jobs: jobs as Read['jobs'], charges: charges as Read['charges'] };
  } finally {
    await page.close();
  }
}
