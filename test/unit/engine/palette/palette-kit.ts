import { vi } from 'vitest';
import { fail, ok } from '../../../../lib/billing/result.ts';
import {
  createPaletteSession,
  type PalettePorts,
} from '../../../../lib/engine/palette/palette-session.ts';
import type { EnginePorts, IxcReader } from '../../../../lib/engine/ports.ts';
import { chargeRow, putCharge } from '../../../../lib/ledger/charges.ts';
import type { FailureView } from '../../../../lib/messages/failure.ts';
import type { PalettePush, PaletteResults } from '../../../../lib/messages/palette.ts';
import { charge } from '../../../fixtures/charge.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN, settings } from '../../../fixtures/settings.ts';
import { barePorts } from '../engine-ports.ts';
import { ixcToRead } from '../ixc-client.ts';

type Pushed<K extends PalettePush['type']> = Extract<PalettePush, { type: K }>;

/** An open palette over the emulated IXC on 10 November 2026, and an Asaas that a test stands for. */
export async function openPaletteOf(overrides: Partial<EnginePorts> = {}) {
  const { clock, ixc, client } = ixcToRead();
  let reader: IxcReader | FailureView = { source: 'direct', client };
  const ports = await barePorts({
    now: clock.now,
    readSettings: () => Promise.resolve(settings),
    ixc: () => Promise.resolve('code' in reader ? fail(reader) : ok(reader)),
    ...overrides,
  });
  const pushes: PalettePush[] = [];
  const opened: string[] = [];
  const around: PalettePorts = {
    engine: ports,
    openOptions: () => Promise.resolve(),
    openDrawer: (id) => Promise.resolve(void opened.push(`drawer ${id}`)),
    openTab: (url) => Promise.resolve(void opened.push(url)),
  };
  const session = createPaletteSession(around, { origin: ORIGIN }, (push) => pushes.push(push));
  const pushed = <K extends PalettePush['type']>(type: K) =>
    pushes.filter((push): push is Pushed<K> => push.type === type);
  const answerTo = <K extends 'results' | 'copied' | 'refreshed'>(type: K, turn: number) =>
    vi.waitFor(() => {
      const push = pushes.findLast(
        (each): each is Pushed<K> => each.type === type && 'turn' in each && each.turn === turn,
      );
      if (!push) throw new Error(`nothing of turn ${turn}: ${JSON.stringify(pushes)}`);
      return push;
    });
  let turn = 0;
  return {
    ixc: ixc.control,
    client,
    clock,
    ports,
    session,
    pushes,
    opened,
    pushed,
    read: (next: IxcReader | FailureView) => {
      reader = next;
    },
    column: (table: string, id: string, name: string) =>
      String(ixc.control.record(table, id)[name]),
    async search(text: string): Promise<PaletteResults> {
      turn += 1;
      await session.handle({ verb: 'search', turn, text });
      return (await answerTo('results', turn)).results;
    },
    async ask(
      request:
        | { verb: 'copy'; invoiceId: string; what: 'pix' | 'linha' | 'link' | 'message' }
        | { verb: 'whatsapp'; invoiceId: string }
        | { verb: 'copy-overdue'; customerId: string }
        | { verb: 'whatsapp-overdue'; customerId: string },
    ) {
      turn += 1;
      await session.handle({ ...request, turn });
      return (await answerTo('copied', turn)).outcome;
    },
    /** What the key R does, and why not all could be read. */
    async refresh(customerId: string) {
      turn += 1;
      await session.handle({ verb: 'refresh', turn, customerId });
      return (await answerTo('refreshed', turn)).failure;
    },
    /** A charge of an invoice in the ledger, read just now. */
    async charged(invoiceId: string, change: Partial<typeof charge> = {}) {
      const reference = `ixc:${KEY}:${invoiceId}`;
      const invoiceUrl = `https://sandbox.asaas.com/i/${invoiceId}`;
      const id = `pay_${invoiceId}`;
      const made = { ...charge, id, accountId: account.id, reference, invoiceUrl, ...change };
      const row = chargeRow(made, clock.now());
      if (!row) throw new Error('no reference');
      await putCharge(ports.ledger, row, clock.now());
      return row;
    },
  };
}
