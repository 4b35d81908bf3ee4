/** `npm start`: a window to try the product in, or without a display (or with `--tour`) a scripted tour. */
import { guided } from './guided.ts';
import { say } from './say.ts';
import { tour } from './tour.ts';

const hasDisplay =
  process.platform !== 'linux' ||
  Boolean(process.env['DISPLAY']) ||
  Boolean(process.env['WAYLAND_DISPLAY']);

try {
  await (hasDisplay && !process.argv.includes('--tour') ? guided() : tour());
} catch (error) {
  say('');
  say(`A demonstração parou: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
process.exit();
