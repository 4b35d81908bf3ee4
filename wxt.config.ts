import { defineConfig } from 'wxt';
import { ASAAS_PATTERNS } from './lib/asaas/environment.ts';

/**
 * Everything is denied, then only what the pages need is allowed. `connect-src` must stay open to
 * https and to private http panels because a panel's host is known only at run time; the host
 * allow-list of `lib/http` is the guard that decides where a request may go.
 */
const EXTENSION_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  'connect-src https: http:',
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** Without a schema Chrome never delivers the administrator's policy. */
const MANAGED_SCHEMA = 'managed-schema.json';

/**
 * Leaves the polyfill out: the panel's script runs all day in every page of the panel, a sixth of it would
 * be the polyfill, and the few calls that it makes are alike in both browsers.
 */
function speakNatively({ resolve }: { resolve?: { alias?: unknown } }): void {
  if (typeof resolve?.alias === 'object' && resolve.alias !== null) {
    Reflect.deleteProperty(resolve.alias, 'wxt/browser');
  }
}

export default defineConfig({
  manifestVersion: 3,
  modules: [
    '@wxt-dev/module-react',
    '@wxt-dev/webextension-polyfill',
    '@wxt-dev/i18n/module',
    '@wxt-dev/auto-icons',
  ],
  autoIcons: { baseIconPath: 'public/icon.svg', sizes: [128, 48, 32, 16] },
  imports: false,
  hooks: {
    'vite:build:extendConfig'([entry], config) {
      if (entry?.name === 'panel') speakNatively(config);
    },
    // Firefox knows no schema of a policy.
    'build:publicAssets'({ config }, files) {
      if (config.browser !== 'firefox') return;
      files.splice(
        0,
        files.length,
        ...files.filter((file) => file.relativeDest !== MANAGED_SCHEMA),
      );
    },
  },
  zip: { excludeSources: ['artifacts/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Ponte',
    description: '__MSG_extension_description__',
    default_locale: 'pt_BR',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      'notifications',
      'idle',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    host_permissions: [...ASAAS_PATTERNS],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    incognito: 'not_allowed',
    commands: {
      'open-palette': {
        suggested_key: { default: 'Alt+A' },
        description: '__MSG_palette_command__',
      },
    },
    content_security_policy: { extension_pages: EXTENSION_CSP },
    web_accessible_resources: [
      {
        resources: ['drawer.html', 'palette.html'],
        matches: ['https://*/*', 'http://*/*'],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'ponte@ixc-asaas.example',
              strict_min_version: '140.0',
              data_collection_permissions: {
                required: ['personallyIdentifyingInfo', 'financialAndPaymentInfo'],
              },
            },
          },
        }
      : {
          minimum_chrome_version: '130',
          storage: { managed_schema: MANAGED_SCHEMA },
        }),
  }),
});
