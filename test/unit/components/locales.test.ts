import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ACT_REFUSALS, CHARGE_ACTS } from '../../../lib/billing/acts/charge-act.ts';
import { EDIT_METHODS, EDIT_REFUSALS } from '../../../lib/billing/edit/charge-edit.ts';
import { PAYER_FIELDS } from '../../../lib/billing/payer/payer-field.ts';
import { STATUS_GROUPS } from '../../../lib/billing/status.ts';
import { READING_SOURCES } from '../../../lib/billing/reading-source.ts';
import { FAILURE_CODES } from '../../../lib/messages/failure.ts';
import { JOB_STATES } from '../../../lib/messages/job-view.ts';
import { catalogue } from './catalogue.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const portuguese = catalogue('pt_BR');
const english = catalogue('en');

/** Members of a union of string literals, read from the source: the type itself leaves no trace. */
function unionMembers(file: string, type: string): string[] {
  // A comment between two members may quote, and say "the operator's".
  const source = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*\*?[\s\S]*?\*\//g, '');
  const body = new RegExp(`export type ${type} =([^;]+);`).exec(source)?.[1] ?? '';
  const members = [...body.matchAll(/'([^']+)'/g)].flatMap(([, member]) => member ?? []);
  if (members.length === 0) throw new Error(`${type} was not found in ${file}`);
  return members;
}

const PLAN_TYPES = 'lib/billing/send-plan.types.ts';
/** Keys that are put together from a code: every code must have its message, and no message a lost code. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  failure: [...FAILURE_CODES, 'their-words', 'their-status'],
  reason: unionMembers(PLAN_TYPES, 'BlockCode'),
  warning: unionMembers(PLAN_TYPES, 'WarningCode'),
  status: STATUS_GROUPS,
  status_meaning: STATUS_GROUPS,
  source: [...READING_SOURCES, 'auto', 'heading'],
  job: JOB_STATES,
  job_note: JOB_STATES,
  'act.do': CHARGE_ACTS,
  'act.effect': CHARGE_ACTS,
  'act.refusal': ACT_REFUSALS,
  'edit.refusal': EDIT_REFUSALS,
  billing_type: [...EDIT_METHODS, 'other'],
  payer_field: PAYER_FIELDS,
};

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\w+\}|\$\d/g)].map(([mark]) => mark).sort();

function sources(folder: string): string {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

test('both languages have the same messages', () => {
  expect([...english.keys()].sort()).toEqual([...portuguese.keys()].sort());
});

test.each([...portuguese.keys()])('%s takes the same values in both languages', (key) => {
  const [own, other] = [portuguese.get(key) ?? '', english.get(key) ?? ''];
  expect(own.trim()).not.toBe('');
  expect(placeholders(other)).toEqual(placeholders(own));
});

test.each(Object.entries(FAMILIES))(
  'every %s has its message, and no message is left over',
  (family, codes) => {
    const keys = [...portuguese.keys()].filter((key) => key.startsWith(`${family}.`));
    expect(keys.sort()).toEqual(
      codes.map((code) => `${family}.${code.replaceAll('-', '_')}`).sort(),
    );
  },
);

test('every failure and reason says what happened and then what to do', () => {
  const messages = [...portuguese].filter(
    ([key]) => /^(failure|reason)\./.test(key) && !key.startsWith('failure.their_'),
  );
  const short = messages.filter(([, text]) => text.split(/[.!] /).length < 2);
  expect(short).toEqual([]);
});

test('no message is unused', () => {
  const code = ['components', 'entrypoints', 'lib'].map(sources).join('\n');
  const manifest = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8');
  const unused = [...portuguese.keys()].filter((key) => {
    if (key.split('.')[0] === 'panel') return false;
    // The panel's script asks the browser itself, which knows the keys by other names.
    if (code.includes(`'${key.replaceAll('.', '_')}'`)) return false;
    if ((key.split('.')[0] ?? '') in FAMILIES) return !code.includes(`'${key}'`) && !isOfCode(key);
    if (/^(act\.(do|effect|refusal)|edit\.refusal)\./.test(key)) return false;
    if (/^options_account\.approval_[A-Z]/.test(key)) return false;
    return !code.includes(`'${key}'`) && !manifest.includes(`__MSG_${key}__`);
  });
  expect(unused).toEqual([]);
});

function isOfCode(key: string): boolean {
  const [family = '', code = ''] = key.split('.');
  return (FAMILIES[family] ?? []).some((each) => each.replaceAll('-', '_') === code);
}

test('every key is a name that browsers accept, and no message has a stray dollar sign', () => {
  for (const [key, text] of [...portuguese, ...english]) {
    expect(key).toMatch(/^[A-Za-z0-9_.]+$/);
    // `R$ 5` would be read as a placeholder by the browser: amounts come as values.
    expect(text.replace(/\$\d/g, ''), key).not.toContain('$');
  }
});
