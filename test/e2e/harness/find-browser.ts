import { existsSync } from 'node:fs';

/** Path of the installed Chromium. Branded Chrome no longer loads unpacked builds from the command line. */
export function findChromium(): string {
  return firstExisting('Chromium', ['/usr/bin/chromium']);
}

/** Path of the installed Firefox (ESR counts). */
export function findFirefox(): string {
  return firstExisting('Firefox', ['/usr/bin/firefox-esr', '/usr/bin/firefox']);
}

function firstExisting(name: string, paths: readonly string[]): string {
  const found = paths.find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(`${name} is not installed (looked at ${paths.join(', ')})`);
  return found;
}
