import { fail, ok, type Result } from '../billing/result.ts';
import { SETTINGS_VERSION, settingsSchema } from './schema.ts';
import type { Settings } from './settings.ts';

/** Turns the stored settings of one version into those of the next. May throw on what it cannot read. */
export type Migration = (
  old: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/** Entry n (from 0) leads from version n + 1 to n + 2. Entries are never changed once released. */
export const MIGRATIONS: readonly Migration[] = [toSourcesAndRoutes, toNoticesAndShare, toMessages];

/** `newer`: a later release wrote it. `migration`: a step threw. `invalid`: it is not settings at all. */
export type Unreadable = 'newer' | 'migration' | 'invalid';

/** Brings whatever lies in storage to the current version. Changes nothing in storage. */
export function migrate(
  stored: unknown,
  migrations: readonly Migration[] = MIGRATIONS,
  latest: number = SETTINGS_VERSION,
): Result<Settings, Unreadable> {
  if (!isRecord(stored) || !Number.isInteger(stored['version'])) return fail('invalid');
  const version = Number(stored['version']);
  if (version < 1) return fail('invalid');
  if (version > latest) return fail('newer');

  let current = stored;
  for (const step of migrations.slice(version - 1)) {
    try {
      current = step(current);
    } catch {
      // What it threw may quote the data; the data itself is kept for whoever must look.
      return fail('migration');
    }
  }
  const checked = settingsSchema.safeParse(current);
  if (checked.success) return ok(checked.data);
  return fail(version < latest ? 'migration' : 'invalid');
}

/** 2: how a panel is read, which account charges what, and what new charges carry. */
function toSourcesAndRoutes(old: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    ...old,
    version: 2,
    accounts: records(old['accounts']).map((account) => ({
      ...account,
      canTransfer: null,
      hasPixKey: null,
    })),
    panels: records(old['panels']).map((panel) => ({
      ...panel,
      aliases: [],
      source: 'auto',
      routes: [],
      carteiras: null,
      settlements: [],
      billsByFatura: false,
    })),
    sending: {
      ...record(old['sending']),
      terms: {
        finePercent: null,
        interestPercentMonth: null,
        discount: null,
        registrationDays: null,
      },
      description: 'Título {titulo} · vencimento {vencimento} · documento {documento}',
      oneClick: false,
    },
    security: { ...record(old['security']), role: 'attendant' },
  };
}

/** 3: what the operating system is told, and how much of the quota sweeps may use. */
function toNoticesAndShare(old: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    ...old,
    version: 3,
    notifications: {
      kinds: {
        received: true,
        overdue: true,
        blocked: true,
        'paid-twice': true,
        'key-lapse': true,
      },
      quietHours: null,
      showNames: false,
    },
    sync: { sharePercent: 20, browsersPerAccount: 5 },
  };
}

/** 4: the operators' own messages, as they come; IXC's message action stays off. What Asaas tells stays as it is. */
function toMessages(old: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    ...old,
    version: 4,
    messages: {
      templates: {
        'second-copy': null,
        'due-soon': null,
        overdue: null,
        'new-date': null,
        'all-overdue': null,
        received: null,
      },
      providers: [],
      dailyCap: 50,
      ixcAction: null,
    },
    payerNotices: {
      grid: {
        created: { email: true, sms: false, whatsapp: false, call: false },
        updated: { email: true, sms: false, whatsapp: false, call: false },
        'due-soon': { email: true, sms: false, whatsapp: false, call: false },
        'due-today': { email: true, sms: false, whatsapp: false, call: false },
        'slip-line': { email: false, sms: false, whatsapp: false, call: false },
        overdue: { email: true, sms: false, whatsapp: false, call: false },
        'overdue-again': { email: true, sms: false, whatsapp: false, call: false },
        received: { email: true, sms: false, whatsapp: false, call: false },
      },
      newPayers: false,
    },
  };
}

/** @throws TypeError, which makes the migration fail and the old data stay. */
function record(value: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw new TypeError('not an object');
}

function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.map(record);
  throw new TypeError('not a list');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
