import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import { migrate } from '../../settings/migrate.ts';
import type { Settings } from '../../settings/settings.ts';
import { FORMAT, header, linesOf, parseJson, readLine, type RowLine } from './export-file.ts';

/** A file that was read to its end and holds nothing but what it may. */
export interface CheckedExport {
  readonly settings: Settings;
  /** Reads the rows once more, a line at a time: a large file is never held in memory twice. */
  readonly rows: () => Iterable<RowLine>;
}

/** Reads all of it before anything of it is believed. Params of `import-unreadable`: `line`. */
export function checkExport(text: string): Result<CheckedExport, FailureView> {
  let [settings, last, ended]: [Settings | null, number, boolean] = [null, 0, false];
  for (const [number, line] of linesOf(text)) {
    last = number;
    if (number === 1) {
      const head = header.safeParse(parseJson(line));
      if (!head.success) return unreadable(number);
      if (head.data.format > FORMAT) return fail({ code: 'import-newer' });
      continue;
    }
    const read = ended ? null : readLine(line);
    if (read === null) return unreadable(number);
    if (read.kind === 'end') {
      if (read.lines !== number - 1) return unreadable(number);
      ended = true;
    }
    if (read.kind === 'settings') {
      const migrated = migrate(read.settings);
      if (!migrated.ok && migrated.error === 'newer') return fail({ code: 'import-newer' });
      if (!migrated.ok || settings) return unreadable(number);
      settings = migrated.value;
    }
  }
  if (!ended || !settings) return unreadable(last + 1);
  return ok({ settings, rows: () => rowsOf(text) });
}

function* rowsOf(text: string): Generator<RowLine> {
  for (const [number, line] of linesOf(text)) {
    const read = number === 1 ? null : readLine(line);
    if (read?.kind === 'row') yield read;
  }
}

function unreadable(line: number): Result<never, FailureView> {
  return fail({ code: 'import-unreadable', params: { line: String(line) } });
}
