/**
 * The door of every npm script: installs what package-lock.json pins, if it is not there yet, and
 * hands over to the pinned Node. It is the only file that the machine's own Node runs, so it is
 * plain JavaScript for Node 18 and later, without dependencies.
 *
 *   node scripts/bootstrap.mjs                         installs, if needed
 *   node scripts/bootstrap.mjs scripts/x.ts [args…]    installs, if needed, then runs the file
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const BIN = join(MODULES, '.bin');
const WINDOWS = process.platform === 'win32';
const PINNED_NODE = join(MODULES, 'node', 'bin', WINDOWS ? 'node.exe' : 'node');

const NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET|network/i;
const DISK = /ENOSPC|EACCES|EPERM|EROFS/;

main();

function main() {
  if (Number(process.versions.node.split('.')[0]) < 18) {
    stop(
      'É preciso o Node 18 ou mais novo para começar; o projeto traz o Node que usa.',
      'Node 18 or later is needed to start; the project brings the Node it runs on.',
    );
  }
  if (!isInstalled()) install();
  if (!existsSync(join(ROOT, '.wxt', 'tsconfig.json'))) prepare();
  const [script, ...args] = process.argv.slice(2);
  if (script !== undefined) run(script, args);
}

/**
 * npm writes what it really installed to `node_modules/.package-lock.json` as its last step, so the
 * two lock files tell a finished, current installation from a missing, old or interrupted one.
 */
function isInstalled() {
  const installed = lockedVersions(join(MODULES, '.package-lock.json'));
  const wanted = lockedVersions(join(ROOT, 'package-lock.json'));
  if (installed === undefined || wanted === undefined || !existsSync(PINNED_NODE)) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    const found = installed[path];
    if (path === '' || (found === undefined && entry.optional === true)) return true;
    return found !== undefined && found.version === entry.version;
  });
}

function lockedVersions(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.error('Instalando as dependências (npm ci)… / Installing dependencies (npm ci)…');
  const result = npm(['ci', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress']);
  if (result.status === 0 && isInstalled()) return;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`.trim();
  if (output !== '') console.error(output);
  if (NETWORK.test(output)) {
    stop(
      'O npm não alcançou o registro de pacotes. Confira a rede ou o proxy e rode de novo.',
      'npm could not reach its registry. Check the network or the proxy and run again.',
    );
  }
  if (DISK.test(output)) {
    stop(
      'O npm não conseguiu gravar em node_modules. Confira as permissões e o espaço em disco.',
      'npm could not write to node_modules. Check permissions and free disk space.',
    );
  }
  if (result.status === 0) {
    stop(
      'O Node do projeto não foi instalado: scripts de instalação estão desligados (ignore-scripts)?',
      "The project's own Node was not installed: are install scripts switched off (ignore-scripts)?",
    );
  }
  stop('A instalação falhou; a razão está acima.', 'The installation failed; the reason is above.');
}

/** Types of the entry points and locales, which tsc, eslint and vitest need before they can run. */
function prepare() {
  const wxt = join(MODULES, 'wxt', 'bin', 'wxt.mjs');
  const result = spawnSync(PINNED_NODE, [wxt, 'prepare'], { cwd: ROOT, encoding: 'utf8' });
  if (result.status === 0) return;
  console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  stop('O comando "wxt prepare" falhou; a razão está acima.', '"wxt prepare" failed; see above.');
}

function npm(args) {
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const cli = process.env.npm_execpath;
  if (cli !== undefined && basename(cli) === 'npm-cli.js') {
    return spawnSync(process.execPath, [cli, ...args], options);
  }
  return spawnSync('npm', args, { ...options, shell: WINDOWS });
}

function run(script, args) {
  process.env.PATH = `${BIN}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(PINNED_NODE, [script, ...args], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) =>
    stop(`Não foi possível executar ${script}: ${error.message}`, 'The pinned Node did not start.'),
  );
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}

function stop(portuguese, english) {
  console.error(`\n${portuguese}\n${english}`);
  process.exit(1);
}
