/**
 * Makes sure that a Chromium and a Firefox are there: finds them, or installs what is missing.
 * Nothing is ever skipped for lack of a browser; without one the run stops and says what to do.
 *
 *   node scripts/browsers-install.ts     prints the two paths
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { browserCache, findChromium, findFirefox } from './browsers.ts';

/** Absolute paths of the two browsers. */
export interface Browsers {
  chromium: string;
  firefox: string;
}

/**
 * Finds both browsers and installs the missing one: by apt as root on Debian, by download
 * elsewhere. Throws an error in Portuguese and English when that is not possible.
 */
export async function ensureBrowsers(): Promise<Browsers> {
  return { chromium: ensureChromium(), firefox: await ensureFirefox() };
}

/** {@link ensureBrowsers} for a run that needs Chromium only. */
export function ensureChromium(): string {
  const path =
    findChromium() ??
    (aptInstall('chromium', 'fonts-liberation') ? findChromium() : undefined) ??
    (playwrightInstall() ? findChromium() : undefined);
  return path ?? missing('Chromium ≥ 130', 'chromium', 'PONTE_CHROMIUM');
}

/** {@link ensureBrowsers} for a run that needs Firefox only. */
export async function ensureFirefox(): Promise<string> {
  const path =
    findFirefox() ??
    (aptInstall('firefox-esr') ? findFirefox() : undefined) ??
    ((await downloadFirefox()) ? findFirefox() : undefined);
  return path ?? missing('Firefox ≥ 140', 'firefox-esr', 'PONTE_FIREFOX');
}

/** Debian only: Ubuntu's packages of the same name are stubs that need snap. */
function aptInstall(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !isDebian()) return false;
  console.error(`Instalando ${packages.join(', ')} (apt-get)… / Installing with apt-get…`);
  const updated = quietly('apt-get', ['update', '-qq']);
  return (
    updated && quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  );
}

function isDebian(): boolean {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID=debian$/m.test(readFileSync(file, 'utf8'));
}

function playwrightInstall(): boolean {
  console.error('Baixando o Chromium (Playwright)… / Downloading Chromium (Playwright)…');
  const args = ['node_modules/@playwright/test/cli.js', 'install', 'chromium', '--no-shell'];
  if (process.getuid?.() === 0) args.push('--with-deps');
  return quietly(process.execPath, args);
}

async function downloadFirefox(): Promise<boolean> {
  const platform = detectBrowserPlatform();
  if (platform === undefined) return false;
  console.error('Baixando o Firefox… / Downloading Firefox…');
  try {
    const buildId = await resolveBuildId(Browser.FIREFOX, platform, 'stable');
    await install({ browser: Browser.FIREFOX, buildId, cacheDir: browserCache(), platform });
    return true;
  } catch (error) {
    console.error(String(error));
    return false;
  }
}

/** Runs a command without a terminal; its output is shown only when it fails. */
function quietly(command: string, args: string[]): boolean {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 10 * 60_000,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status === 0) return true;
  const reason = result.error?.message ?? `${result.stdout}${result.stderr}`.trim();
  console.error(`${command}: ${reason}`);
  return false;
}

function missing(browser: string, debianPackage: string, variable: string): never {
  throw new Error(
    [
      `Falta o ${browser} (o Google Chrome comum não serve: ele ignora --load-extension).`,
      `Instale-o (no Debian: apt-get install ${debianPackage}) ou aponte o executável em ${variable}.`,
      `${browser} is missing (plain Google Chrome will not do: it ignores --load-extension).`,
      `Install it (on Debian: apt-get install ${debianPackage}) or name its executable in ${variable}.`,
    ].join('\n'),
  );
}

if (import.meta.main) {
  try {
    const { chromium, firefox } = await ensureBrowsers();
    process.stdout.write(`Chromium  ${chromium}\nFirefox   ${firefox}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
