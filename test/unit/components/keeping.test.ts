import './portuguese.ts';
import { describe, expect, test } from 'vitest';
import { bytesText } from '../../../entrypoints/options/data/bytes-text.ts';
import {
  goingWords,
  isNothing,
  stayingWords,
} from '../../../entrypoints/options/data/erasure-words.ts';
import { exportName, subjectName } from '../../../entrypoints/options/data/file-names.ts';
import { subjectOf } from '../../../entrypoints/options/data/subject-draft.ts';
import { packChosen } from '../../../entrypoints/options/data/chosen-file.ts';
import {
  draftOf,
  hoursFault,
  noticesOf,
  passesMidnight,
} from '../../../entrypoints/options/notices/notices-draft.ts';
import { draftOf as syncDraftOf, syncOf } from '../../../entrypoints/options/sync/sync-draft.ts';
import { unpack } from '../../../lib/messages/packed-text.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/store.ts';

describe('notices as they are chosen', () => {
  const { notifications } = DEFAULT_SETTINGS;

  test('what was saved comes back as it was, with quiet hours and without', () => {
    const quietHours = { from: '22:00', to: '06:30' };
    expect(noticesOf(draftOf(notifications))).toEqual(notifications);
    expect(noticesOf(draftOf({ ...notifications, quietHours }))).toEqual({
      ...notifications,
      quietHours,
    });
  });
  test('a night is offered, and means nothing until it is chosen', () => {
    const draft = draftOf(notifications);
    expect(draft).toMatchObject({ isQuiet: false, from: '20:00', to: '08:00' });
    expect(noticesOf({ ...draft, isQuiet: true })?.quietHours).toEqual({
      from: '20:00',
      to: '08:00',
    });
  });
  test.each([
    ['20:00', '', 'missing'],
    ['', '08:00', 'missing'],
    ['24:00', '08:00', 'missing'],
    ['08:00', '08:00', 'equal'],
  ] as const)('from "%s" to "%s" are no hours: %s', (from, to, fault) => {
    const draft = { ...draftOf(notifications), isQuiet: true, from, to };
    expect(hoursFault(draft)).toBe(fault);
    expect(noticesOf(draft)).toBeNull();
    expect(noticesOf({ ...draft, isQuiet: false })).toEqual(notifications);
  });
  test('hours that end before they began end on the next day', () => {
    expect(passesMidnight({ from: '20:00', to: '08:00' })).toBe(true);
    expect(passesMidnight({ from: '12:00', to: '13:30' })).toBe(false);
  });
});

describe('the share of the quota as it is typed', () => {
  test('what was saved comes back as it was', () => {
    expect(syncOf(syncDraftOf(DEFAULT_SETTINGS.sync))).toEqual(DEFAULT_SETTINGS.sync);
  });
  test.each(['', '0', '51', '1,5', '-3', 'vinte'])('"%s" is no share', (sharePercent) => {
    expect(syncOf({ sharePercent, browsersPerAccount: '5' })).toBeNull();
  });
});

describe('files', () => {
  const morning = new Date(2026, 0, 5, 9);

  test('are named by the day, and a customer by the id alone', () => {
    expect(exportName(morning)).toBe('ponte-2026-01-05.jsonl');
    expect(subjectName({ customerId: '77' }, morning)).toBe('ponte-cliente-77-2026-01-05.json');
  });
  test('are packed for the worker, unless they are gone', async () => {
    const packed = await packChosen(new Blob(['linha\n']));
    expect(packed.ok && (await unpack(packed.value))).toBe('linha\n');
    const gone = Object.assign(new Blob(), {
      stream: () => {
        throw new DOMException('gone', 'NotFoundError');
      },
    });
    expect(await packChosen(gone)).toEqual({ ok: false, error: 'unreadable' });
  });
  test('are told apart when they are too large for one message', async () => {
    expect(await packChosen(new Blob(['linha']), 10)).toEqual({ ok: false, error: 'large' });
  });
  test.each([
    [0, '0'],
    [999, '999'],
    [82_400, '82 kB'],
    [12_340_000, '12,3 MB'],
    [10_700_000_000, '10,7 GB'],
  ])('%i bytes read as %s', (bytes, words) => {
    expect(bytesText(bytes).replace(/\s/g, ' ')).toContain(words);
  });
});

describe('one customer', () => {
  test.each(['', '0', '077', '7a', 'Maria', '1234567890123456'])('"%s" is no id', (typed) => {
    expect(subjectOf('https://painel.provedor.example', typed)).toBeNull();
  });
  test('an id is taken without the blanks around it', () => {
    expect(subjectOf('https://painel.provedor.example', ' 77 ')?.customerId).toBe('77');
  });
  test('what there is none of is not named, and why something stays is', () => {
    const nothing = {
      charges: [],
      invoices: [],
      jobs: 0,
      keptCharges: [],
      keptInvoices: [],
      busy: null,
    };
    expect(isNothing(nothing)).toBe(true);
    const open = { ...nothing, jobs: 2, keptCharges: ['pay_1'], keptInvoices: ['1'] };
    expect(isNothing(open)).toBe(false);
    expect(goingWords(open)[0]).toBe('2 operações encerradas');
    expect(goingWords(open)).toHaveLength(2);
    expect(stayingWords(open)[0]).toContain('1 cobrança que ainda pode ser paga ou devolvida');
    expect(stayingWords(nothing)).toHaveLength(2);
  });
});
