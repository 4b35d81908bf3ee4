import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every file that is, or would be, in version control, as paths from the root. */
export function projectFiles(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(ROOT, file)));
}

/** The text of a project file. */
export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Hand-written code and style: what the rules about size and names are about. */
export function isCode(file: string): boolean {
  return /\.(ts|tsx|mjs|js|css)$/.test(file);
}

/** Anything that can be read as text. */
export function isText(file: string): boolean {
  return !/\.(png|ico|webp|gif|woff2?|zip)$/.test(file);
}

/** The lines of every file for which a pattern matches, as `path:line: text`. */
export function occurrences(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}
