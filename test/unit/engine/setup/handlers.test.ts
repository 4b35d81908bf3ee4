import { describe, expect, test } from 'vitest';
import { createSetupHandlers } from '../../../../lib/engine/setup/handlers.ts';
import {
  createRouter,
  type PageHandlers,
  type PanelHandlers,
} from '../../../../lib/messages/router.ts';
import type { SenderClass } from '../../../../lib/messages/sender.ts';
import { createSettingsStore, DEFAULT_SETTINGS } from '../../../../lib/settings/store.ts';
import { UNKNOWN_POLICY } from '../../../../lib/settings/policy-source.ts';
import { SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { memoryStorage } from '../../settings/memory-storage.ts';
import { newSetup, PANEL, PASSPHRASE, setupWithPanel, type TestSetup } from './setup-kit.ts';

const DONE = { ok: true, value: null };
const read = ({ handlers }: TestSetup) => handlers['setup/read']({ verb: 'setup/read' });

describe('reading the setup', () => {
  test('of a new installation shows the defaults and an open vault', async () => {
    expect(await read(await newSetup())).toEqual({
      version: '9.9.9',
      accounts: [],
      panels: [],
      sending: DEFAULT_SETTINGS.sending,
      security: DEFAULT_SETTINGS.security,
      notifications: DEFAULT_SETTINGS.notifications,
      sync: DEFAULT_SETTINGS.sync,
      messages: DEFAULT_SETTINGS.messages,
      payerNotices: DEFAULT_SETTINGS.payerNotices,
      paused: false,
      rolePolicy: false,
      vault: 'device',
      apiHostsPermitted: true,
    });
  });

  test('tells which panel lost its permission, and whether Asaas may be reached', async () => {
    const setup = await setupWithPanel();
    expect(await read(setup)).toMatchObject({ panels: [{ origin: PANEL, permitted: true }] });
    setup.browser.granted.clear();
    expect(await read(setup)).toMatchObject({
      panels: [{ origin: PANEL, permitted: false }],
      apiHostsPermitted: false,
    });
  });

  test('says that the settings of an earlier run were set aside', async () => {
    const { ports } = await newSetup();
    const settings = createSettingsStore({
      storage: memoryStorage({ settings: { version: 99 } }),
      now: () => 5,
    });
    const handlers = createSetupHandlers({ ...ports, settings });
    expect(await handlers['setup/read']({ verb: 'setup/read' })).toMatchObject({
      settingsProblem: { why: 'newer', keptUnder: 'settings:kept:5' },
    });
  });

  test('never gives a key back, locked or not', async () => {
    const setup = await newSetup();
    await setup.handlers['account/save']({ verb: 'account/save', key: SANDBOX_KEY });
    expect(JSON.stringify(await read(setup))).not.toContain(SANDBOX_KEY.slice(0, 20));
    await setup.lock();
    const view = await read(setup);
    expect(view.vault).toBe('locked');
    expect(JSON.stringify(view)).not.toContain(SANDBOX_KEY.slice(0, 20));
  });
});

describe('saving preferences', () => {
  test('keeps how charges are made and who tells the payer', async () => {
    const setup = await newSetup();
    const sending = {
      billingType: 'PIX',
      notifier: 'ixc',
      overdue: { dueInDays: 0, accrued: 'waive', finePercent: 0, interestPercentMonth: 0.5 },
      terms: {
        finePercent: 2,
        interestPercentMonth: null,
        discount: { kind: 'percent', amount: 5, daysBefore: 3 },
        registrationDays: 30,
      },
      description: 'Fatura {titulo} de {provedor}',
      oneClick: true,
    } as const;
    expect(await setup.handlers['sending/save']({ verb: 'sending/save', ...sending })).toEqual(
      DONE,
    );
    expect((await setup.settings.read()).sending).toEqual(sending);
  });

  test('keeps the automatic lock within the administrator’s policy', async () => {
    const { ports, settings } = await newSetup();
    const handlers = createSetupHandlers({
      ...ports,
      policy: async () => ({ maxAutoLockMinutes: 10, role: null }),
    });
    const saveMinutes = (autoLockMinutes: number | null) =>
      handlers['security/save']({ verb: 'security/save', autoLockMinutes, role: 'attendant' });
    expect(await saveMinutes(5)).toEqual(DONE);
    expect((await settings.read()).security.autoLockMinutes).toBe(5);
    await saveMinutes(60);
    expect((await settings.read()).security.autoLockMinutes).toBe(10);
    await saveMinutes(null);
    expect((await settings.read()).security.autoLockMinutes).toBe(10);
  });
});

test('keeps what may be told, and how much of the quota may be read', async () => {
  const { handlers, settings } = await newSetup();
  const { notifications } = await settings.read();
  const told = { ...notifications, showNames: true, quietHours: { from: '22:00', to: '07:30' } };
  const share = { sharePercent: 10, browsersPerAccount: 4 };
  expect(
    await handlers['notifications/save']({ verb: 'notifications/save', notifications: told }),
  ).toEqual(DONE);
  expect(await handlers['sync/save']({ verb: 'sync/save', sync: share })).toEqual(DONE);
  expect(await settings.read()).toMatchObject({ notifications: told, sync: share });
});

describe('the role', () => {
  const save = ({ handlers }: TestSetup, role: 'attendant' | 'finance') =>
    handlers['security/save']({ verb: 'security/save', autoLockMinutes: null, role });

  test('is the operator’s choice where no policy says otherwise', async () => {
    const setup = await newSetup();
    expect(await save(setup, 'finance')).toEqual(DONE);
    expect(await read(setup)).toMatchObject({ security: { role: 'finance' }, rolePolicy: false });
  });

  test('that is chosen before the browser told its policies is kept, and in force once it has', async () => {
    const setup = await newSetup();
    const handlers = createSetupHandlers({ ...setup.ports, policy: async () => UNKNOWN_POLICY });
    expect(await save({ ...setup, handlers }, 'finance')).toEqual(DONE);
    expect(await read({ ...setup, handlers })).toMatchObject({ security: { role: 'attendant' } });
    expect(await read(setup)).toMatchObject({ security: { role: 'finance' } });
  });

  test('fixed by the administrator holds at once, whatever was chosen before or is chosen now', async () => {
    const setup = await newSetup();
    await save(setup, 'finance');
    const policy = async () => ({ maxAutoLockMinutes: null, role: 'attendant' as const });
    const handlers = createSetupHandlers({ ...setup.ports, policy });
    const under = { ...setup, handlers };
    expect(await read(under)).toMatchObject({ security: { role: 'attendant' }, rolePolicy: true });
    expect(await save(under, 'finance')).toEqual(DONE);
    expect((await setup.settings.read()).security.role).toBe('attendant');
  });
});

describe('the passphrase', () => {
  const set = ({ handlers }: TestSetup, current: string | null, passphrase: string) =>
    handlers['vault/set-passphrase']({ verb: 'vault/set-passphrase', current, passphrase });
  const WRONG = { ok: false, error: { code: 'passphrase-wrong' } };

  test('locks, unlocks and goes away again', async () => {
    const setup = await newSetup();
    const { handlers } = setup;
    expect(await set(setup, null, PASSPHRASE)).toEqual(DONE);
    expect(await handlers['vault/lock']({ verb: 'vault/lock' })).toEqual(DONE);
    expect((await read(setup)).vault).toBe('locked');
    const unlock = (passphrase: string) =>
      handlers['vault/unlock']({ verb: 'vault/unlock', passphrase });
    expect(await unlock('errada errada')).toEqual(WRONG);
    expect(await unlock(PASSPHRASE)).toEqual(DONE);
    expect((await read(setup)).vault).toBe('unlocked');
    const drop = (current: string) =>
      handlers['vault/remove-passphrase']({ verb: 'vault/remove-passphrase', current });
    expect(await drop('errada errada')).toEqual(WRONG);
    expect(await drop(PASSPHRASE)).toEqual(DONE);
    expect((await read(setup)).vault).toBe('device');
  });

  test('must have ten characters, and the current one to be changed', async () => {
    const setup = await newSetup();
    expect(await set(setup, null, 'nove char')).toEqual({
      ok: false,
      error: { code: 'passphrase-short', params: { minimum: '10' } },
    });
    expect((await read(setup)).vault).toBe('device');
    expect(await set(setup, null, 'dez caract')).toEqual(DONE);
    expect(await set(setup, null, PASSPHRASE)).toEqual(WRONG);
    expect(await set(setup, 'dez caract', PASSPHRASE)).toEqual(DONE);
  });
});

test('a panel cannot reach any of this, a page can', async () => {
  const { handlers } = await newSetup();
  const classify = (sender: SenderClass) => sender;
  const route = createRouter({
    classify,
    page: handlers as PageHandlers,
    panel: {} as PanelHandlers,
  });
  const ask = { verb: 'setup/read' };
  expect(await route(ask, { kind: 'panel', tabId: 1, origin: PANEL })).toEqual({ refused: true });
  expect(await route(ask, { kind: 'drawer', tabId: 1, frameId: 2 })).toEqual({ refused: true });
  expect(await route(ask, { kind: 'page' })).toMatchObject({ version: '9.9.9' });
});
