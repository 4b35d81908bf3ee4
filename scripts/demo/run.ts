/**
 * `npm start`: the product at work, against an emulated Asaas and an emulated IXC.
 *
 *   npm start              a browser to try it in; without a display, the tour
 *   npm start -- --tour    goes the whole way by itself, prints it and saves pictures
 */
import { ensureChromium } from '../browsers-install.ts';
import { guided } from './guided.ts';
import { tour } from './tour.ts';

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(
    (display) => display !== undefined && display !== '',
  );
}

try {
  process.env['PONTE_CHROMIUM'] = ensureChromium();
  const alone = process.argv.includes('--tour') || !hasDisplay();
  await (alone ? tour() : guided());
} catch (error) {
  process.stderr.write(
    `\nA demonstração parou. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
