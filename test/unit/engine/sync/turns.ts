import type { Sync } from '../../../../lib/engine/sync/sync.ts';

interface Counted {
  readonly requests: () => readonly unknown[];
}

/** The turns that the pulse gives the sweeps, one after another, until one of them asks for nothing. */
export async function turnsOf(
  { asaas }: { readonly asaas: Counted },
  sync: Pick<Sync, 'run'>,
): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const before = asaas.requests().length;
    await sync.run();
    if (asaas.requests().length === before) return;
  }
  throw new Error('the sweeps never come to rest');
}
