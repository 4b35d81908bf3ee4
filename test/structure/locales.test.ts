import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ACT_REFUSALS, CHARGE_ACTS } from '../../lib/billing/acts/charge-act.ts';
import { EDIT_REFUSALS } from '../../lib/billing/edit/charge-edit.ts';
import { STATUS_GROUPS } from '../../lib/billing/status.ts';
import { FAILURE_CODES } from '../../lib/messages/failure.ts';
import { JOB_STATES } from '../../lib/messages/job-view.ts';
import { isCode, projectFiles, textOf } from './project-files.ts';

type Messages = { [key: string]: string | Messages };

const PLAN_TYPES = 'lib/billing/send-plan.types.ts';

/** Families of messages whose keys are codes of a closed set: one message for each code. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  failure: FAILURE_CODES,
  reason: unionIn(PLAN_TYPES, 'BlockCode'),
  warning: unionIn(PLAN_TYPES, 'WarningCode'),
  status: STATUS_GROUPS,
  status_meaning: STATUS_GROUPS,
  'panel.group': STATUS_GROUPS,
  job: JOB_STATES,
  job_note: JOB_STATES,
  'act.do': CHARGE_ACTS,
  'act.effect': CHARGE_ACTS,
  'act.refusal': ACT_REFUSALS,
  'edit.refusal': EDIT_REFUSALS,
};

const portuguese = flat(parse(textOf('locales/pt_BR.yml')) as Messages);
const english = flat(parse(textOf('locales/en.yml')) as Messages);
const code = projectFiles()
  .filter((file) => isCode(file) && /^(lib|components|entrypoints)\/|^wxt\.config/.test(file))
  .map(textOf)
  .join('\n');

function flat(messages: Messages, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

/** The members of a union of texts, which leaves no trace at run time, as the source lists them. */
function unionIn(file: string, name: string): string[] {
  const [, body = ''] =
    new RegExp(`type ${name} =([^;]+);`).exec(withoutComments(textOf(file))) ?? [];
  return [...body.matchAll(/'([^']+)'/g)].map(([, member = '']) => member);
}

function placeholders(text: string): string {
  return (text.match(/\$\d|\{\w+\}/g) ?? []).sort().join(' ');
}

/** Keys below a family, without its name. */
function membersOf(family: string): string[] {
  const prefix = `${family}.`;
  return [...portuguese.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

/** Whether the source names a key: whole, without its plural ending, or as the panel reads it. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}

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
    'every %s code has its message and no other',
    (family, codes) => {
      expect(codes.length).toBeGreaterThan(2);
      const keys = codes.map((name) => name.replaceAll('-', '_'));
      const members = membersOf(family);
      expect(keys.filter((key) => !members.includes(key))).toEqual([]);
      const others = members.filter((key) => !keys.includes(key));
      expect(others.filter((key) => !isNamed(`${family}.${key}`))).toEqual([]);
    },
  );

  test('no message is left that nothing shows', () => {
    const families = [
      ...Object.keys(FAMILIES),
      'billing_type',
      'options_account',
      'payer_field',
      'source',
    ];
    const unused = [...portuguese.keys()].filter(
      (key) => !families.some((family) => key.startsWith(`${family}.`)) && !isNamed(key),
    );
    expect(unused).toEqual([]);
  });
});
