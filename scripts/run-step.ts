import { spawn, type ChildProcess } from 'node:child_process';

/** One command of a longer run. */
export interface Step {
  /** What the summary table calls it. */
  name: string;
  /** A file that Node runs, then its arguments. */
  command: readonly [file: string, ...args: string[]];
  /** The step is stopped and fails after this many minutes. */
  minutes?: number;
}

/** How a step ended. */
export interface StepResult {
  name: string;
  /** Exit code 0 within the time allowed. */
  ok: boolean;
  seconds: number;
}

/** The command line of a tool in node_modules, without the shell wrapper of `.bin`. */
export const TOOLS = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  sizeLimit: 'node_modules/size-limit/bin.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  wxt: 'node_modules/wxt/bin/wxt.mjs',
} as const;

/** Runs one step with its output on the terminal and no input. Never throws. */
export async function runStep(step: Step): Promise<StepResult> {
  process.stdout.write(`\n── ${step.name}\n`);
  return timed(step, (command) => spawn(process.execPath, [...command], { stdio: [...LIVE] }));
}

/** Runs one step beside others: its output is kept, and printed whole when it ends. Never throws. */
export async function runStepAside(step: Step): Promise<StepResult> {
  process.stdout.write(`\n── ${step.name} (started)\n`);
  const said: Buffer[] = [];
  const result = await timed(step, (command) => {
    const child = spawn(process.execPath, [...command], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => said.push(chunk));
    }
    return child;
  });
  process.stdout.write(`\n── ${step.name}\n${Buffer.concat(said).toString('utf8')}`);
  return result;
}

/** Types of entry points and locales, without which neither tsc nor eslint nor vitest can run. */
export const PREPARE_STEP: Step = { name: 'wxt prepare', command: [TOOLS.wxt, 'prepare'] };

/** The two production builds, which the suites that read or load `.output` need first. */
export const BUILD_STEPS: readonly Step[] = [
  { name: 'build chrome', command: [TOOLS.wxt, 'build', '-b', 'chrome'], minutes: 5 },
  { name: 'build firefox', command: [TOOLS.wxt, 'build', '-b', 'firefox', '--mv3'], minutes: 5 },
];

const LIVE = ['ignore', 'inherit', 'inherit'] as const;

async function timed(
  step: Step,
  start: (command: readonly string[]) => ChildProcess,
): Promise<StepResult> {
  const started = performance.now();
  const ok = await endsWell(start(step.command), step.minutes ?? 10);
  return { name: step.name, ok, seconds: (performance.now() - started) / 1000 };
}

/** Whether the process closes with exit code 0, its output read to the end, within the minutes. */
function endsWell(child: ChildProcess, minutes: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      process.stderr.write(`Stopped after ${String(minutes)} minutes.\n`);
      child.kill();
    }, minutes * 60_000);
    const end = (ok: boolean): void => {
      clearTimeout(timer);
      resolve(ok);
    };
    child.on('error', () => {
      end(false);
    });
    child.on('close', (code) => {
      end(code === 0);
    });
  });
}
