/**
 * What each surface may weigh, compressed, in the Chrome build: about 5 % above what it weighed when
 * the budget was last set. A page weighs all the code and style that its HTML asks for.
 */
import { existsSync, readFileSync } from 'node:fs';

const BUILD = '.output/chrome-mv3';

export default [
  // Runs in every adm.php page of the operator, all day.
  { name: 'panel script', path: files('content-scripts/panel.js'), limit: '17.5 kB' },
  { name: 'worker', path: files('background.js'), limit: '214 kB' },
  { name: 'drawer', path: page('drawer.html'), limit: '114 kB' },
  { name: 'palette', path: page('palette.html'), limit: '86 kB' },
  { name: 'confirm', path: page('confirm.html'), limit: '85 kB' },
  { name: 'options', path: page('options.html'), limit: '158 kB' },
  { name: 'popup', path: page('popup.html'), limit: '127 kB' },
].map((budget) => ({ ...budget, gzip: true }));

/** @param {string[]} names */
function files(...names) {
  return names.map((name) => `${BUILD}/${name}`);
}

/** @param {string} name */
function page(name) {
  if (!existsSync(`${BUILD}/${name}`)) return files(name);
  const html = readFileSync(`${BUILD}/${name}`, 'utf8');
  const asked = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  return files(...asked);
}
