import type { LedgerDatabase } from './database.ts';

const KEY = 'paused';

/** "Pausar tudo" is on: nothing may change anything at Asaas or in IXC, and readings go on. */
export async function isPaused({ meta }: LedgerDatabase): Promise<boolean> {
  return (await meta.get(KEY))?.value === true;
}

export async function writePaused({ meta }: LedgerDatabase, paused: boolean): Promise<void> {
  await meta.put({ key: KEY, value: paused });
}
