import { FRUGAL_GRID } from '../../../lib/billing/notices/frugal-grid.ts';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { migrate, MIGRATIONS, type Migration } from '../../../lib/settings/migrate.ts';
import { SETTINGS_VERSION } from '../../../lib/settings/schema.ts';

const fixture = (version: number) => new URL(`fixtures/v${version}.json`, import.meta.url);

function stored(version: number): Record<string, unknown> {
  return JSON.parse(readFileSync(fixture(version), 'utf8')) as Record<string, unknown>;
}

describe('versions of the settings', () => {
  test('every version but the first has its migration, and every version its fixture', () => {
    expect(MIGRATIONS).toHaveLength(SETTINGS_VERSION - 1);
    for (let version = 1; version <= SETTINGS_VERSION; version++) {
      expect(existsSync(fixture(version)), `fixtures/v${version}.json`).toBe(true);
    }
  });

  test('the fixture of every version arrives at the current one', () => {
    for (let version = 1; version <= SETTINGS_VERSION; version++) {
      const migrated = migrate(stored(version));
      expect(migrated).toMatchObject({ ok: true, value: { version: SETTINGS_VERSION } });
    }
  });

  test('the current version is read as it is, key by key', () => {
    expect(migrate(stored(SETTINGS_VERSION))).toEqual({
      ok: true,
      value: stored(SETTINGS_VERSION),
    });
  });
});

function withPanel(change: Record<string, unknown>): unknown {
  const [panel, ...others] = stored(SETTINGS_VERSION)['panels'] as Record<string, unknown>[];
  return { ...stored(SETTINGS_VERSION), panels: [{ ...panel, ...change }, ...others] };
}

describe('from version 1 to 2', () => {
  const [v1, migrated] = [stored(1), migrate(stored(1))];
  const v2 = migrated.ok ? migrated.value : null;

  test('everything that was set stays as it was', () => {
    expect(v2).toMatchObject({
      accounts: v1['accounts'],
      panels: v1['panels'],
      sending: v1['sending'],
      security: v1['security'],
    });
  });

  test('nothing new is decided for the operator: terms of the account, no routes, least rights', () => {
    expect(v2?.sending).toMatchObject({
      terms: { finePercent: null, interestPercentMonth: null, discount: null },
      oneClick: false,
    });
    expect(v2?.security.role).toBe('attendant');
    for (const panel of v2?.panels ?? []) {
      expect(panel).toMatchObject({
        ...{ aliases: [], source: 'auto', routes: [], carteiras: null, settlements: [] },
        billsByFatura: false,
      });
    }
    expect(v2?.accounts).toMatchObject([{ canTransfer: null, hasPixKey: null }]);
  });

  test.each([
    ['no list of panels', { panels: 'two' }],
    ['a panel that is no object', { panels: [7] }],
    ['no rules of sending', { sending: null }],
  ])('settings with %s are not half migrated', (_what, change) => {
    expect(migrate({ ...v1, ...change })).toEqual({ ok: false, error: 'migration' });
  });
});

describe('from version 2 to 3', () => {
  const [v2, migrated] = [stored(2), migrate(stored(2))];

  test('everything that was set stays as it was', () => {
    expect(migrated).toEqual({
      ok: true,
      value: {
        ...v2,
        version: SETTINGS_VERSION,
        notifications: expect.anything() as unknown,
        sync: expect.anything() as unknown,
        messages: expect.anything() as unknown,
        payerNotices: expect.anything() as unknown,
      },
    });
  });

  test('every kind of notice is told, at any time and without names; sweeps keep to the usual share', () => {
    expect(migrated).toMatchObject({
      value: {
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
      },
    });
  });
});

describe('from version 3 to 4', () => {
  const [v3, migrated] = [stored(3), migrate(stored(3))];

  test('everything that was set stays as it was', () => {
    const messages = expect.anything() as unknown;
    const payerNotices = expect.anything() as unknown;
    const version = SETTINGS_VERSION;
    expect(migrated).toEqual({ ok: true, value: { ...v3, version, messages, payerNotices } });
  });

  test('messages say what they say by default, fifty a day, and IXC sends none', () => {
    const messages = migrated.ok ? migrated.value.messages : null;
    expect(Object.values(messages?.templates ?? {})).toEqual([null, null, null, null, null, null]);
    expect(messages).toMatchObject({ providers: [], dailyCap: 50, ixcAction: null });
  });

  test('what Asaas tells payers is proposed by e-mail alone, and nothing of it is done by itself', () => {
    const payerNotices = migrated.ok ? migrated.value.payerNotices : null;
    expect(payerNotices).toEqual({ grid: FRUGAL_GRID, newPayers: false });
  });
});

describe('messages that are none', () => {
  const current = stored(SETTINGS_VERSION);

  test.each([
    ['a cap of nothing', { dailyCap: 0 }],
    ['a cap that is none', { dailyCap: 501 }],
    ['a template that is missing', { templates: {} }],
    ['a gateway without an id', { ixcAction: { kind: 'sms', gatewayId: '' } }],
    ['a way that IXC has not', { ixcAction: { kind: 'fax', gatewayId: '1' } }],
  ])('%s is refused', (_what, change) => {
    const messages = { ...(current['messages'] as object), ...change };
    expect(migrate({ ...current, messages })).toEqual({ ok: false, error: 'invalid' });
  });
});

describe('notices and share that are none', () => {
  const current = stored(SETTINGS_VERSION);
  const notifications = current['notifications'] as Record<string, unknown>;

  test.each([
    ['an hour that no clock shows', { quietHours: { from: '24:00', to: '07:00' } }],
    ['quiet hours without an end', { quietHours: { from: '22:00' } }],
    ['a kind that is missing', { kinds: { received: true } }],
    ['names that are neither shown nor hidden', { showNames: 'sometimes' }],
  ])('%s is refused', (_what, change) => {
    const changed = { ...current, notifications: { ...notifications, ...change } };
    expect(migrate(changed)).toEqual({ ok: false, error: 'invalid' });
  });

  test.each([
    { sharePercent: 0 },
    { sharePercent: 51 },
    { sharePercent: 12.5 },
    { browsersPerAccount: 0 },
    { browsersPerAccount: 51 },
  ])('%j is refused', (change) => {
    const sync = { ...(current['sync'] as object), ...change };
    expect(migrate({ ...current, sync })).toEqual({ ok: false, error: 'invalid' });
  });
});

describe('the chain of migrations', () => {
  const current = stored(SETTINGS_VERSION);

  test('starts at the stored version and runs each later step once, in order', () => {
    const ran: string[] = [];
    const step =
      (name: string, version: number): Migration =>
      (old) => {
        ran.push(`${name} from ${String(old['version'])}`);
        return { ...current, version };
      };
    // Only the steps after the first concern a version 2.
    const chain = [step('first', 2), step('second', SETTINGS_VERSION)];
    expect(migrate({ version: 2 }, chain, SETTINGS_VERSION)).toMatchObject({ ok: true });
    expect(ran).toEqual(['second from 2']);
    migrate({ version: 1 }, chain, SETTINGS_VERSION);
    expect(ran).toEqual(['second from 2', 'first from 1', 'second from 2']);
  });

  test('says so when a step throws', () => {
    const broken: Migration = () => {
      throw new TypeError('no such field');
    };
    expect(migrate({ version: 1 }, [broken], 2)).toEqual({ ok: false, error: 'migration' });
  });

  test('says so when what the last step gives is not settings', () => {
    expect(migrate({ version: 1 }, [() => ({ version: 2 })], 2)).toEqual({
      ok: false,
      error: 'migration',
    });
  });
});

describe('what is no settings', () => {
  test.each([
    null,
    'text',
    7,
    [],
    {},
    { version: '1' },
    { version: 0 },
    { version: 1.5 },
    { version: SETTINGS_VERSION },
  ])('%j is refused as invalid', (rubbish) => {
    expect(migrate(rubbish)).toEqual({ ok: false, error: 'invalid' });
  });

  test('a later version is told apart: going back to it brings everything back', () => {
    expect(migrate({ ...stored(1), version: SETTINGS_VERSION + 1 })).toEqual({
      ok: false,
      error: 'newer',
    });
  });

  test('an unknown key is dropped, not fatal', () => {
    const current = stored(SETTINGS_VERSION);
    expect(migrate({ ...current, later: true })).toEqual({ ok: true, value: current });
  });

  test.each([
    ['a provider key that would break references', { providerKey: 'Com Espaço' }],
    ['an alias that is no key', { aliases: ['Com Espaço'] }],
    ['an origin with a path', { origin: 'https://painel.provedor.example/adm.php' }],
    ['a source that nobody knows', { source: 'telepathy' }],
    [
      'a route for everything, which is the panel’s own account',
      { routes: [{ filialId: null, carteiraId: null, accountId: 'sandbox:1' }] },
    ],
    ['a carteira that is no id of IXC', { carteiras: ['0'] }],
  ])('%s is refused', (_name, change) => {
    expect(migrate(withPanel(change))).toEqual({ ok: false, error: 'invalid' });
  });
});
