import { gzipSync } from 'node:zlib';
import { cents } from '../../../lib/billing/money.ts';
import type { PageReplies, PanelView, SetupView } from '../../../lib/messages/pages.ts';
import { diagnosis, survey, trials } from './panel-samples.ts';
import { newPanel } from '../../../lib/settings/new-panel.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/store.ts';

export const empty: SetupView = {
  version: '0.1.0',
  accounts: [],
  panels: [],
  rolePolicy: false,
  sending: DEFAULT_SETTINGS.sending,
  security: DEFAULT_SETTINGS.security,
  notifications: DEFAULT_SETTINGS.notifications,
  sync: DEFAULT_SETTINGS.sync,
  messages: DEFAULT_SETTINGS.messages,
  payerNotices: DEFAULT_SETTINGS.payerNotices,
  paused: false,
  vault: 'device',
  apiHostsPermitted: true,
};

const account = {
  id: 'sandbox:11222333000181',
  name: 'Provedor Exemplo Ltda',
  document: '11222333000181',
  environment: 'sandbox',
  keyHint: 'a1b2',
  canTransfer: false,
  hasPixKey: true,
} as const;

const production = {
  ...account,
  id: 'production:11222333000181',
  environment: 'production',
  keyHint: 'c3d4',
} as const;

const panel: PanelView = {
  ...newPanel('https://painel.provedor.example', account.id),
  providerKey: '11222333000181',
  providerName: 'Provedor Exemplo',
  tokenHint: '9f8e',
  permitted: true,
  reading: { source: 'direct', at: Date.now() - 120_000 },
};

export const complete: SetupView = {
  ...empty,
  accounts: [account],
  panels: [panel],
  sending: { ...empty.sending, notifier: 'none' },
  vault: 'unlocked',
  security: { autoLockMinutes: 30, role: 'attendant' },
};

/** Every state of the setup that the pages can show, by name. */
export const setupStories: Readonly<Record<string, SetupView>> = {
  'first-run': empty,
  'half-way': {
    ...empty,
    accounts: [account],
    panels: [
      { ...panel, ...{ tokenHint: null, providerKey: null, providerName: null, reading: null } },
    ],
  },
  complete,
  'two-accounts': {
    ...complete,
    accounts: [account, production],
    panels: [panel, { ...panel, origin: 'https://203.0.113.20:8443', accountId: null }],
  },
  warned: {
    ...complete,
    accounts: [{ ...account, canTransfer: true, hasPixKey: false }],
    panels: [
      {
        ...panel,
        ...{ tokenHint: null, source: 'session', billsByFatura: true },
        aliases: ['provedor-antigo'],
        reading: { source: 'session', at: Date.now() - 120_000 },
      },
    ],
    sending: {
      ...complete.sending,
      terms: {
        finePercent: 2,
        interestPercentMonth: 0.033,
        discount: { kind: 'fixed', amount: 1050, daysBefore: 5 },
        registrationDays: 30,
      },
      oneClick: true,
    },
    security: { autoLockMinutes: null, role: 'finance' },
    rolePolicy: true,
  },
  'without-token': {
    ...complete,
    panels: [{ ...panel, ...{ tokenHint: null, providerKey: null, reading: null } }],
  },
  locked: { ...complete, vault: 'locked' },
  troubled: {
    ...complete,
    apiHostsPermitted: false,
    panels: [
      { ...panel, permitted: false },
      { ...panel, origin: 'https://203.0.113.20:8443', providerName: null, tokenHint: null },
    ],
  },
};

/** What the worker answers when all goes well. */
export const kindReplies: PageReplies = {
  'setup/read': empty,
  'palette/open': { ok: true, value: null },
  'act/read': { ok: false, error: { code: 'act-expired' } },
  'act/confirm': { ok: true, value: null },
  'account/test': {
    ok: true,
    value: {
      name: account.name,
      document: account.document,
      environment: 'sandbox',
      approval: 'APPROVED',
      canTransfer: false,
      hasPixKey: true,
    },
  },
  'account/save': { ok: true, value: account },
  'account/remove': { ok: true, value: null },
  'panel/add': { ok: true, value: panel },
  'panel/remove': { ok: true, value: null },
  'panel/account': { ok: true, value: panel },
  'panel/source': { ok: true, value: panel },
  'panel/try-sources': { ok: true, value: trials },
  'panel/keys': { ok: true, value: panel },
  'panel/survey': { ok: true, value: survey },
  'panel/routing': { ok: true, value: panel },
  'panel/diagnose': { ok: true, value: diagnosis },
  'webservice/test': {
    ok: true,
    value: {
      providerName: 'Provedor Exemplo',
      document: '11222333000181',
      providerKey: '11222333000181',
      invoices: 3000,
    },
  },
  'webservice/save': { ok: true, value: panel },
  'sending/save': { ok: true, value: null },
  'security/save': { ok: true, value: null },
  'notifications/save': { ok: true, value: null },
  'messages/save': { ok: true, value: null },
  'payer-notices/save': { ok: true, value: null },
  'payer-notices/fees': {
    ok: true,
    value: { messaging: cents(99), whatsapp: cents(55), call: cents(55) },
  },
  'payer-notices/survey': { ok: true, value: null },
  'payer-notices/confirm': { ok: true, value: null },
  'payer-notices/hold': { ok: true, value: null },
  'payer-notices/retry': { ok: true, value: null },
  'sync/save': { ok: true, value: null },
  'sync/now': { ok: true, value: null },
  'adoption/start': { ok: true, value: null },
  'adoption/pause': { ok: true, value: null },
  'adoption/stop': { ok: true, value: null },
  'adoption/link': { ok: true, value: 1 },
  'adoption/halt': { ok: true, value: null },
  'adoption/undo': { ok: true, value: 1 },
  'adoption/names': { ok: true, value: [] },
  'pause/set': { ok: true, value: null },
  'job/cancel': { ok: true, value: null },
  'job/retry': { ok: true, value: null },
  'invoice/open': { ok: true, value: null },
  'alert/dismiss': { ok: true, value: null },
  'counter/release': { ok: true, value: null },
  'search/find': { ok: true, value: [] },
  'data/export': { ok: true, value: gzipSync('{}').toString('base64') },
  'data/import': { ok: true, value: { charges: 3, invoices: 2, auditLines: 9, jobs: 1 } },
  'data/subject': { ok: true, value: null },
  'data/wipe': { ok: true, value: null },
  'audit/verify': { ok: true, value: { installations: [] } },
  'vault/lock': { ok: true, value: null },
  'vault/unlock': { ok: true, value: null },
  'vault/set-passphrase': { ok: true, value: null },
  'vault/remove-passphrase': { ok: true, value: null },
};
