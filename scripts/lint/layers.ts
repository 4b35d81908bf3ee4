/**
 * Who may import whom: the arrows of the architecture, as data. The lint rule `ponte/layers`
 * enforces it. A file belongs to the layer with the longest matching path; tests, scripts and
 * configuration belong to none and may import anything.
 */
export interface Layer {
  /** A folder or a file of the project. */
  path: string;
  /** Paths that it may import, besides its own. */
  imports: readonly string[];
  /** Paths of which it may import types only: erased, so they add nothing to the bundle. */
  types?: readonly string[];
  /** Packages that it may import; `x/*` stands for every module below x. */
  packages?: readonly string[];
}

const REACT = ['react', 'react/*', 'react-dom', 'react-dom/*'];
const BROWSER = ['wxt/browser'];
const ENTRY = ['wxt', 'wxt/utils/*', 'wxt/browser', '#i18n'];
/** Small pieces below everything else, each a file of its own. */
const GROUND = ['lib/base64.ts', 'lib/key-value-store.ts', 'lib/one-at-a-time.ts', 'lib/schema.ts'];
const LIBRARY = ['lib/billing', 'lib/http', ...GROUND];
const HASHES = ['@noble/hashes/*'];
const CONTRACTS = ['lib/messages', 'lib/settings'];

/** Top-level pages, each with what of the engine only reads the ledger, and tells in its words. */
const PAGES = {
  popup: [
    'lib/engine/notify/readable-queue.ts',
    'lib/engine/server-clock.ts',
    'lib/engine/sync/freshness.ts',
  ],
  options: [
    'lib/engine/data/erasure.ts',
    'lib/engine/data/subject.ts',
    'lib/engine/quota/account-quotas.ts',
    'lib/engine/sync/counter-freshness.ts',
    'lib/engine/sync/freshness.ts',
  ],
};

export const LAYERS: readonly Layer[] = [
  { path: 'lib/billing', imports: [], packages: HASHES },
  ...GROUND.map((path) => ({
    path,
    imports: [],
    packages: path === 'lib/schema.ts' ? ['zod'] : [],
  })),
  { path: 'lib/http', imports: ['lib/billing', ...GROUND] },
  {
    path: 'lib/settings',
    imports: ['lib/billing', 'lib/http/private-address.ts', ...GROUND],
    types: ['lib/messages'],
  },
  {
    path: 'lib/messages',
    imports: ['lib/billing', 'lib/settings/fields.ts', ...GROUND],
    types: ['lib/settings'],
  },
  { path: 'lib/asaas', imports: LIBRARY, types: CONTRACTS },
  { path: 'lib/ixc/webservice', imports: LIBRARY, types: CONTRACTS },
  {
    // The other half of it is in lib/ixc/panel: here is no page, only what a page answered.
    path: 'lib/ixc/session',
    imports: [...LIBRARY, 'lib/ixc/webservice'],
    types: CONTRACTS,
  },
  { path: 'lib/vault', imports: LIBRARY, types: CONTRACTS, packages: HASHES },
  {
    path: 'lib/ledger',
    imports: LIBRARY,
    types: [...CONTRACTS, 'lib/vault'],
    packages: ['dexie'],
  },
  {
    // It runs inside adm.php on every page: no schema library, no React, no database.
    path: 'lib/ixc/panel',
    imports: ['lib/billing'],
    types: ['lib/messages'],
  },
  {
    path: 'lib/engine',
    imports: [
      ...LIBRARY,
      ...CONTRACTS,
      'lib/asaas',
      'lib/ixc/session',
      'lib/ixc/webservice',
      'lib/ledger',
      'lib/vault',
    ],
    packages: HASHES,
  },
  {
    path: 'components',
    imports: ['lib/billing', 'lib/messages'],
    types: ['lib/settings'],
    packages: [...REACT, ...BROWSER, '#i18n'],
  },
  {
    path: 'entrypoints/background',
    imports: ['lib'],
    packages: ENTRY,
  },
  {
    // It makes requests and knows nothing of what they are for.
    path: 'entrypoints/offscreen',
    imports: ['lib/http'],
    packages: ENTRY,
  },
  {
    path: 'entrypoints/panel.content',
    imports: ['lib/ixc/panel', 'lib/billing'],
    types: ['lib/messages'],
    packages: ENTRY,
  },
  {
    // A frame inside the panel: Chromium denies it IndexedDB, so it is fed over a port.
    path: 'entrypoints/drawer',
    imports: ['components', 'lib/billing', 'lib/messages'],
    types: ['lib/settings'],
    packages: [...ENTRY, ...REACT],
  },
  {
    path: 'entrypoints/palette',
    imports: ['components', 'lib/billing', 'lib/messages'],
    packages: [...ENTRY, ...REACT],
  },
  {
    // One act on one charge: it shows what the worker read, and opens no ledger.
    path: 'entrypoints/confirm',
    imports: ['components', 'lib/billing', 'lib/messages'],
    packages: [...ENTRY, ...REACT],
  },
  ...Object.entries(PAGES).map(([page, readings]) => ({
    path: `entrypoints/${page}`,
    imports: [
      'components',
      'lib/asaas/environment.ts',
      'lib/billing',
      'lib/messages',
      'lib/settings',
      'lib/ledger',
      ...readings,
    ],
    packages: [...ENTRY, ...REACT],
  })),
];
