/** Finds the browsers that the end-to-end suites and the demo drive. */
import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Browser, Cache } from '@puppeteer/browsers';
import { chromium } from '@playwright/test';

/** The oldest Firefox that can load the build: `strict_min_version` of its manifest. */
export const OLDEST_FIREFOX = 140;

/** The oldest Chromium that can load the build: `minimum_chrome_version` of its manifest. */
export const OLDEST_CHROMIUM = 130;

/** Since this version Google Chrome itself (not Chromium) ignores `--load-extension`. */
const CHROME_WITHOUT_LOAD_EXTENSION = 137;

/**
 * Absolute path of a Chromium that can load an unpacked extension, or `undefined`. Looks at
 * `PONTE_CHROMIUM`, the PATH, the usual folders, then what Playwright has downloaded.
 */
export function findChromium(): string | undefined {
  const candidates = [
    process.env['PONTE_CHROMIUM'],
    ...onPath('chromium', 'chromium-browser', 'ungoogled-chromium'),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    chromium.executablePath(),
  ];
  return candidates.find((path) => isPresent(path) && canLoadExtensions(path));
}

/**
 * Absolute path of a Firefox that can install the build, or `undefined`. Looks at `PONTE_FIREFOX`,
 * the PATH, the usual folders, then what `scripts/browsers-install.ts` has downloaded.
 */
export function findFirefox(): string | undefined {
  const candidates = [
    process.env['PONTE_FIREFOX'],
    ...onPath('firefox-esr', 'firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ...downloadedFirefoxes(),
  ];
  return candidates.find((path) => isPresent(path) && isRecentFirefox(path));
}

/** Where a downloaded Firefox is kept between runs and clones: the user's own cache folder. */
export function browserCache(): string {
  const home = homedir();
  if (process.platform === 'darwin')
    return join(home, 'Library', 'Caches', 'ixc-asaas', 'browsers');
  if (process.platform === 'win32') {
    return join(process.env['LOCALAPPDATA'] ?? home, 'ixc-asaas', 'browsers');
  }
  return join(process.env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'ixc-asaas', 'browsers');
}

function downloadedFirefoxes(): string[] {
  return new Cache(browserCache())
    .getInstalledBrowsers()
    .filter(({ browser }) => browser === Browser.FIREFOX)
    .map(({ executablePath }) => executablePath);
}

function onPath(...names: string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * A Chromium or Firefox of snap sees neither `/tmp` nor hidden folders, where profiles and the
 * build are; without the snap, Ubuntu's command is a stub that only says so.
 */
function isPresent(path: string | undefined): path is string {
  if (path === undefined || path === '' || !existsSync(path)) return false;
  return !`${realpathSync(path)}/`.includes('/snap/');
}

function canLoadExtensions(path: string): boolean {
  const version = versionOf(path);
  const major = majorOf(version);
  if (major === undefined || major < OLDEST_CHROMIUM) return false;
  const branded = version.includes('Google Chrome') && !version.includes('for Testing');
  return !branded || major < CHROME_WITHOUT_LOAD_EXTENSION;
}

function isRecentFirefox(path: string): boolean {
  const version = versionOf(path);
  return version.includes('Firefox') && (majorOf(version) ?? 0) >= OLDEST_FIREFOX;
}

function majorOf(version: string): number | undefined {
  const digits = /(\d+)\.\d+/.exec(version)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** What the program says of itself, or an empty text when it does not run (a stub, a broken link). */
function versionOf(path: string): string {
  // Windows programs print nothing and open a window instead; the folder of a download tells.
  if (process.platform === 'win32')
    return /firefox/i.test(path) ? 'Firefox 999.0' : 'Chromium 999.0';
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}
