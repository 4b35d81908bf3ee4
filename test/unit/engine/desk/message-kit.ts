import { fail, ok, type Result } from '../../../../lib/billing/result.ts';
import { createDrawerSession } from '../../../../lib/engine/drawer/drawer-session.ts';
import type { IxcMessage, MessageFailure } from '../../../../lib/ixc/webservice/send-message.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import type { DrawerSnapshot } from '../../../../lib/messages/drawer.ts';
import type { PayerMessage } from '../../../../lib/messages/payer-message.ts';
import { vi } from 'vitest';
import type { MessageSettings } from '../../../../lib/settings/settings.ts';
import { createWorkbench, ORIGIN } from '../workbench.ts';

const PROVIDER = {
  origin: ORIGIN,
  name: 'Provedor Exemplo',
  document: '11222333000181',
  address: 'Rua das Amostras, 100, Centro',
};

type Answer = Result<null, MessageFailure>;

/** A browser whose tabs are addresses in a list, and an IXC that answers as it is told. */
export function messageDesk(change: Partial<MessageSettings> = {}) {
  const bench = createWorkbench();
  bench.configure((settings) => ({
    ...settings,
    messages: { ...settings.messages, providers: [PROVIDER], ...change },
  }));
  bench.ixc.customer = { ...bench.ixc.customer, mobilePhone: '(11) 98765-4321' };
  const profile = bench.browser();
  const tabs: string[] = [];
  const asked: IxcMessage[] = [];
  const ixc: { answer: () => Promise<Answer> } = { answer: () => Promise.resolve(ok(null)) };
  return { bench, profile, tabs, asked, ixc, ledger: profile.ledger };
}

export type MessageDesk = ReturnType<typeof messageDesk>;

/** Charges the invoice of the workbench. */
export async function charged({ bench, profile }: MessageDesk): Promise<void> {
  const { ports, runner } = await profile.worker();
  await bench.confirm(ports);
  await runner.run();
}

/** A drawer of that invoice, in a worker of its own. */
export async function openDesk(desk: MessageDesk, overrides: Partial<EnginePorts> = {}) {
  const { ports, runner } = await desk.profile.worker(overrides);
  let last: DrawerSnapshot | null = null;
  const session = createDrawerSession(
    {
      engine: ports,
      runner,
      openOptions: () => Promise.resolve(),
      messages: {
        openTab: (url) => Promise.resolve(void desk.tabs.push(url)),
        ixcMessages: () =>
          Promise.resolve(
            ok((message: IxcMessage) => {
              desk.asked.push(message);
              return desk.ixc.answer();
            }),
          ),
      },
    },
    { origin: ORIGIN, invoiceId: '1001' },
    (push) => {
      if (push.type === 'snapshot') last = push.snapshot;
    },
  );
  const shown = (): PayerMessage => {
    const message = last?.desk.message;
    if (!message) throw new Error(JSON.stringify(last?.failure ?? 'no message'));
    return message;
  };
  await vi.waitFor(() => {
    if (last?.busy !== false || !last.desk.message) throw new Error('not yet');
  });
  /** Nobody waits for IXC in the drawer; one that never answers is not waited for here. */
  const answeredByIxc = () =>
    vi
      .waitFor(
        () => {
          if (shown().log.some(({ state }) => state === 'sending')) throw new Error('not yet');
        },
        { timeout: 500, interval: 5 },
      )
      .catch(() => undefined);
  return {
    session,
    ports,
    runner,
    shown,
    charge: () => last?.charge ?? null,
    compose: async (kind: 'second-copy' | 'overdue' | 'due-soon' | 'all-overdue') => {
      await session.handle({ verb: 'compose', kind });
      return shown();
    },
    out: async (by: 'whatsapp' | 'mail' | 'copy' | 'ixc', text = shown().draft?.text ?? '') => {
      const { draft } = shown();
      const subject = draft?.subject ?? '';
      await session.handle({ verb: 'message-out', by, draft: draft?.id ?? -1, subject, text });
      if (by === 'ixc') await answeredByIxc();
      return shown();
    },
  };
}

export const unknownAnswer: Answer = fail({ outcome: 'unknown', failure: { kind: 'timeout' } });
export const refusedAnswer: Answer = fail({
  outcome: 'refused',
  failure: { kind: 'refused', detail: 'Gateway inexistente' },
});

/** Everything that lies in the ledger, as text. */
export async function everythingIn({ profile }: MessageDesk): Promise<string> {
  const tables = await Promise.all(profile.ledger.tables.map((table) => table.toArray()));
  return JSON.stringify(tables);
}
