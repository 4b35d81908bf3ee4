import './portuguese.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ageText } from '../../../components/Age.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { asaasDateTimeText, dateText, moneyText } from '../../../components/formats.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import {
  approvalText,
  billingTypeText,
  failureText,
  reasonText,
} from '../../../components/text.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { CivilDate } from '../../../lib/billing/calendar.ts';
import { STATUS_GROUPS } from '../../../lib/billing/status.ts';
import { messagesOf } from '../../fixtures/messages.ts';

const MINUTE = 60_000;

describe('age', () => {
  test.each([
    [-5000, 'visto agora'],
    [59_999, 'visto agora'],
    [MINUTE, 'visto há 1 min'],
    [59 * MINUTE, 'visto há 59 min'],
    [60 * MINUTE, 'visto há 1 h'],
    [23 * 60 * MINUTE, 'visto há 23 h'],
    [24 * 60 * MINUTE, 'visto há 1 dia'],
    [72 * 60 * MINUTE, 'visto há 3 dias'],
  ])('%i ms ago is "%s"', (age, words) => {
    expect(ageText(1_000_000_000, 1_000_000_000 + age)).toBe(words);
  });
});

describe('amounts and dates', () => {
  test('money is in reais with both decimals', () => {
    expect(moneyText(cents(123456))).toBe('R$ 1.234,56');
  });
  test('a civil date is not shifted by any time zone', () => {
    expect(dateText('2026-01-01' as CivilDate)).toBe('01/01/2026');
  });
  test("Asaas's own date and time is shown as written", () => {
    expect(asaasDateTimeText('2026-12-10 23:59:59')).toBe('10/12/2026, 23:59');
    expect(asaasDateTimeText('amanhã')).toBe('amanhã');
  });
});

describe('messages of codes', () => {
  test('values fill the message, and a missing one never shows its placeholder', () => {
    const code = 'below-minimum';
    expect(reasonText({ code, params: { value: 'R$ 3,00', minimum: 'R$ 5,00' } })).toContain(
      'O valor de R$ 3,00 é menor que o mínimo do Asaas, R$ 5,00.',
    );
    expect(reasonText({ code })).not.toMatch(/[{}]/);
    expect(failureText({ code: 'provider-key-fixed' })).not.toMatch(/[{}]/);
  });
  test('a message without values of its own holds in every case that it is told in', () => {
    expect(reasonText({ code: 'several-live' })).not.toContain('…');
    expect(reasonText({ code: 'payer-ambiguous' })).toContain('outro CPF ou CNPJ');
    const changed = failureText({ code: 'changed-since-confirmation' });
    expect(changed).toContain('O título, a conta ou as regras mudaram desde a confirmação');
  });
  test('a billing type or approval that Asaas added later is named, not hidden', () => {
    expect(billingTypeText('TRANSFER')).toContain('TRANSFER');
    expect(approvalText('SOMETHING_NEW')).toBe('SOMETHING_NEW');
  });
  test('an answer without words is told by its status', () => {
    const failure = { code: 'ixc-error', params: { status: '500' } } as const;
    const html = renderToStaticMarkup(<FailureNotice failure={failure} />);
    expect(html).toContain('Código da resposta: 500');
  });
  test("the other system's words are quoted as text, never as markup", () => {
    const html = renderToStaticMarkup(
      <FailureNotice failure={{ code: 'ixc-error', detail: '<img src=x onerror=alert(1)>' }} />,
    );
    expect(html).toContain('&lt;img src=x');
    expect(html).toContain('role="alert"');
  });
});

describe('status badge', () => {
  const toneOf = (group: (typeof STATUS_GROUPS)[number]) =>
    /tone-(\w+)/.exec(renderToStaticMarkup(<StatusBadge group={group} />))?.[1];

  test('only money received is green', () => {
    expect(STATUS_GROUPS.filter((group) => toneOf(group) === 'good')).toEqual([
      'paid',
      'paid-manual',
    ]);
  });
  test('row and drawer name every state alike', () => {
    const words = messagesOf('pt_BR');
    for (const group of STATUS_GROUPS) {
      const key = group.replaceAll('-', '_');
      expect(words.get(`status.${key}`)).toBe(words.get(`panel.group.${key}`));
    }
  });
  test('confirmed is not said to be received', () => {
    expect(renderToStaticMarkup(<StatusBadge group="confirmed" />)).toContain('Confirmada');
  });
});
