import { cents } from '../../../lib/billing/money.ts';
import type { FailureView } from '../../../lib/messages/failure.ts';
import type {
  PaletteClient,
  PaletteInvoice,
  PaletteResults,
} from '../../../lib/messages/palette.ts';
import { day } from '../../fixtures/day.ts';

const invoice: PaletteInvoice = {
  id: '48211',
  dueDate: day('2026-12-10'),
  open: cents(99_90),
  group: 'open',
  isOverdue: false,
  isPayable: true,
  seenAt: Date.parse('2026-11-22T12:00:00Z'),
};

const overdue: PaletteInvoice[] = [
  { ...invoice, id: '47100', dueDate: day('2026-09-10'), group: 'overdue', isOverdue: true },
  {
    ...invoice,
    id: '47655',
    dueDate: day('2026-10-10'),
    group: 'unsent',
    isOverdue: true,
    isPayable: false,
    seenAt: null,
  },
];

const client: PaletteClient = {
  id: '42',
  foundBy: 'document',
  name: 'Maria Exemplo da Silva',
  document: '***.982.247-**',
  phoneEnd: '1234',
  invoices: [...overdue, invoice],
  overdue: { count: 2, total: cents(199_80) },
};

const found = (...clients: readonly PaletteClient[]): PaletteResults => ({
  clients,
  hasMore: false,
  failure: null,
});

const failed = (failure: FailureView): PaletteResults => ({ ...found(), failure });

/** What the palette may have found, by names for pictures. */
export const paletteStories: Readonly<Record<string, PaletteResults>> = {
  client: found(client),
  several: {
    ...found(
      {
        ...client,
        foundBy: 'invoice',
        invoices: [invoice],
        overdue: { count: 0, total: cents(0) },
      },
      {
        ...client,
        id: '77',
        foundBy: 'phone',
        name: 'João Amostra Comprida dos Santos Figueiredo e Companhia Limitada',
        document: '',
        phoneEnd: null,
        invoices: [{ ...invoice, id: '999999999999999', group: 'paid', isPayable: false }],
        overdue: { count: 0, total: cents(0) },
      },
      {
        ...client,
        id: '78',
        foundBy: 'name',
        invoices: [],
        overdue: { count: 0, total: cents(0) },
      },
    ),
    hasMore: true,
  },
  nobody: found(),
  locked: failed({ code: 'locked' }),
  'no-token': failed({ code: 'ixc-token-missing' }),
  unreachable: {
    ...failed({ code: 'ixc-network' }),
    clients: [
      {
        ...client,
        id: null,
        name: null,
        document: '',
        phoneEnd: null,
        invoices: [invoice],
        overdue: { count: 0, total: cents(0) },
      },
    ],
  },
};
