import { describe, expect, test } from 'vitest';
import { ACT_REFUSALS, CHARGE_ACTS } from '../../lib/billing/acts/charge-act.ts';
import { EDIT_METHODS, EDIT_REFUSALS } from '../../lib/billing/edit/charge-edit.ts';
import { PAYER_FIELDS } from '../../lib/billing/payer/payer-field.ts';
import { READING_SOURCES } from '../../lib/billing/reading-source.ts';
import { STATUS_GROUPS } from '../../lib/billing/status.ts';
import { FAILURE_CODES } from '../../lib/messages/failure.ts';
import { JOB_STATES } from '../../lib/messages/job-view.ts';
import { messagesOf } from '../fixtures/messages.ts';
import { isCode, projectFiles, textOf } from './project-files.ts';

const PLAN_TYPES = 'lib/billing/send-plan.types.ts';

/** Families of messages whose keys are codes of a closed set: one message for each code, and no other. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  failure: [...FAILURE_CODES, 'their-words', 'their-status'],
  reason: unionIn(PLAN_TYPES, 'BlockCode'),
  warning: unionIn(PLAN_TYPES, 'WarningCode'),
  status: STATUS_GROUPS,
  status_meaning: STATUS_GROUPS,
  'panel.group': STATUS_GROUPS,
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
const CODED = new Set(Object.entries(FAMILIES).flatMap(([family, codes]) => keysOf(family, codes)));
/** Asaas's own words. */
const APPROVAL = /^options_account\.approval_[A-Z]/;

const portuguese = messagesOf('pt_BR');
const english = messagesOf('en');
const code = projectFiles()
  .filter((file) => isCode(file) && /^(lib|components|entrypoints)\/|^wxt\.config/.test(file))
  .map(textOf)
  .join('\n');

/** The members of a union of texts, which leaves no trace at run time, as the source lists them. */
function unionIn(file: string, name: string): string[] {
  // A comment between two members may quote, and say "the operator's".
  const source = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  const [, body = ''] = new RegExp(`export type ${name} =([^;]+);`).exec(source) ?? [];
  return [...body.matchAll(/'([^']+)'/g)].map(([, member = '']) => member);
}

function keysOf(family: string, codes: readonly string[]): string[] {
  return codes.map((name) => `${family}.${name.replaceAll('-', '_')}`);
}

function placeholders(text: string): string {
  return (text.match(/\$\d|\{\w+\}/g) ?? []).sort().join(' ');
}

/** Whether the source names a key: whole, without its plural ending, or as the panel reads it. */
function isNamed(key: string): boolean {
  const whole = key.replace(/\.(0|1|n)$/, '');
  const inPanel = whole.replace(/^panel\./, '').replaceAll('.', '_');
  return (
    [whole, inPanel].some((name) => code.includes(`'${name}'`)) || code.includes(`__MSG_${key}__`)
  );
}

describe('locales', () => {
  test('both languages have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...portuguese.keys()].sort());
  });

  test('no text is empty', () => {
    const empty = [...portuguese, ...english].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  test('both languages put in the same values', () => {
    const different = [...portuguese].filter(
      ([key, text]) => placeholders(text) !== placeholders(english.get(key) ?? ''),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test.each(Object.entries(FAMILIES))(
    'every %s code has its message, and no message is left over',
    (family, codes) => {
      expect(codes.length).toBeGreaterThan(2);
      const members = [...portuguese.keys()].filter((key) => key.startsWith(`${family}.`));
      expect(members.sort()).toEqual(keysOf(family, codes).sort());
    },
  );

  test('no message is left that nothing shows', () => {
    const unused = [...portuguese.keys()].filter(
      (key) => !CODED.has(key) && !APPROVAL.test(key) && !isNamed(key),
    );
    expect(unused).toEqual([]);
  });

  test('every failure and reason says what happened and then what to do', () => {
    const told = [...portuguese].filter(
      ([key]) => /^(failure|reason)\./.test(key) && !key.startsWith('failure.their_'),
    );
    const short = told.filter(([, text]) => text.split(/[.!] /).length < 2);
    expect(short).toEqual([]);
  });

  test('every key is a name that browsers accept', () => {
    const refused = [...portuguese.keys()].filter((key) => !/^[A-Za-z0-9_.]+$/.test(key));
    expect(refused).toEqual([]);
  });

  test('no text has a stray dollar sign', () => {
    // `R$ 5` would be read as a placeholder by the browser: amounts come as values.
    const stray = [...portuguese, ...english].filter(([, text]) =>
      text.replace(/\$\d/g, '').includes('$'),
    );
    expect(stray).toEqual([]);
  });
});
