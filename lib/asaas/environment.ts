import type { Environment } from '../billing/charge.ts';

const BASE_URLS: Readonly<Record<Environment, string>> = {
  production: 'https://api.asaas.com/v3',
  sandbox: 'https://api-sandbox.asaas.com/v3',
};

/** The two hosts of the API, for the allow-list of the transport. */
export const ASAAS_HOSTS: readonly string[] = Object.values(BASE_URLS).map(
  (url) => new URL(url).host,
);

/** The same as match patterns: required by the manifest, and yet refusable in Firefox. */
export const ASAAS_PATTERNS: readonly string[] = ASAAS_HOSTS.map((host) => `https://${host}/*`);

/** Where the API of an environment is, without a slash at the end. */
export function baseUrlOf(environment: Environment): string {
  return BASE_URLS[environment];
}

/**
 * Which environment a key is for, by its prefix; null for a key that does not say, such as the ones of
 * before 2024 (`$aact_…` alone), and for what is no key.
 */
export function environmentOfKey(key: string): Environment | null {
  if (!isKeyShape(key)) return null;
  if (key.startsWith('$aact_prod_')) return 'production';
  return key.startsWith('$aact_hmlg_') ? 'sandbox' : null;
}

/** Whether a text looks like an Asaas key: the prefix, then printable characters without a space. */
export function isKeyShape(key: string): boolean {
  return /^\$aact_[\x21-\x7e]{8,900}$/.test(key);
}
