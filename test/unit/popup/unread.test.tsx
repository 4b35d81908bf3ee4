import '../components/portuguese.ts';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Live } from '../../../components/use-live.ts';
import { Attention } from '../../../entrypoints/popup/attention/Attention.tsx';
import { Events } from '../../../entrypoints/popup/events/Events.tsx';
import { RowGuard } from '../../../entrypoints/popup/live/RowGuard.tsx';
import { Queue } from '../../../entrypoints/popup/queue/Queue.tsx';
import type { ReadableQueue } from '../../../lib/engine/notify/readable-queue.ts';
import type { HappeningRow } from '../../../lib/ledger/rows.ts';
import { alert, KEY, NOW, PRODUCTION, SANDBOX } from '../../e2e/surfaces/popup-samples.ts';
import { cents } from '../../../lib/billing/money.ts';

const read = <T,>(value: T): Live<T> => ({ value, failure: null });
const pending = { value: null, failure: null };
const failed = { value: null, failure: { code: 'internal' } } as const;
const nothing = read<ReadableQueue>({ jobs: [], odd: [] });
const pause = { isOn: false, busy: false, failure: null, turn: () => () => undefined };
const known = null;
const textOf = (page: ReactElement) => renderToStaticMarkup(page).replaceAll(/<[^>]*>/g, ' ');

const NONE = 'Nada precisa de você agora.';
const UNREAD = 'Não foi possível ler o que está guardado neste navegador.';

describe('what needs a person', () => {
  it('is said to be nothing once both readings came, and not before', () => {
    const page = (alerts: Live<[]>, queue: Live<ReadableQueue>) =>
      textOf(<Attention alerts={alerts} queue={queue} known={known} />);
    expect(page(read([]), nothing)).toContain(NONE);
    for (const text of [page(pending, nothing), page(read([]), pending)]) {
      expect(text).toContain('…');
      expect(text).not.toContain(NONE);
    }
  });

  it('is said to be unread when either reading failed, with what is known and a way out', () => {
    const page = <Attention alerts={read([alert('paid-twice')])} queue={failed} known={known} />;
    const text = textOf(page);
    expect(text).toContain(UNREAD);
    expect(text).toContain('Tentar de novo');
    expect(text).toContain('Pago em dobro');
    const other = textOf(<Attention alerts={failed} queue={nothing} known={known} />);
    expect(other).toContain(UNREAD);
    expect(other).not.toContain(NONE);
  });

  it('names an operation that cannot be shown by its invoice', () => {
    const odd = {
      id: 'a',
      invoiceId: '987',
      state: 'blocked',
      origin: 'https://x.example',
    } as const;
    const page = (
      <Attention alerts={read([])} queue={read({ jobs: [], odd: [odd] })} known={known} />
    );
    expect(textOf(page)).toContain('título 987');
    expect(textOf(page)).not.toContain(NONE);
  });
});

it.each([
  [
    'queue',
    'Nenhuma operação na fila.',
    <Queue key="" queue={failed} pause={pause} known={known} />,
  ],
  ['log of events', 'Nada aconteceu ainda.', <Events key="" events={failed} known={known} />],
])('the %s that could not be read is not called empty', (_, empty, page) => {
  expect(textOf(page)).toContain(UNREAD);
  expect(textOf(page)).not.toContain(empty);
});

it('a row that fails to be shown stands as one that cannot, and only that row', () => {
  const row = new RowGuard({ about: 'título 987', children: 'as it is' });
  expect(row.render()).toBe('as it is');
  row.state = RowGuard.getDerivedStateFromError();
  expect(textOf(<>{row.render()}</>)).toContain('título 987');
});

it('a payment of a test is marked as one, and real money is not', () => {
  const paid = (accountId: string): HappeningRow => ({
    ...{ id: 1, accountId, providerKey: KEY, invoiceId: '1', chargeId: 'pay_1' },
    ...{ from: 'open', to: 'paid', value: cents(10_000), at: NOW },
  });
  const log = (accountId: string) =>
    textOf(<Events events={read([paid(accountId)])} known={known} />);
  expect(log(SANDBOX)).toContain('SANDBOX');
  expect(log(PRODUCTION)).not.toContain('SANDBOX');
  const alarm = { ...alert('paid-twice'), accountId: SANDBOX };
  expect(textOf(<Attention alerts={read([alarm])} queue={nothing} known={known} />)).toContain(
    'SANDBOX',
  );
});
