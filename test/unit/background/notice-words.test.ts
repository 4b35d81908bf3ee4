import '../components/portuguese.ts';
import { describe, expect, it } from 'vitest';
import { noticeWords } from '../../../entrypoints/background/notice-words.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { Notice } from '../../../lib/engine/notify/notices.ts';
import { NOTICE_KINDS } from '../../../lib/settings/settings.ts';

const one = (kind: Notice['kind'], only: Partial<Notice['only']> = {}): Notice => ({
  kind,
  count: 1,
  total: cents(12_990),
  only: { invoiceId: '4711', customerName: null, alert: null, ...only },
});
const several = (kind: Notice['kind']): Notice => ({
  kind,
  count: 12,
  total: cents(123_456),
  only: null,
});

describe('a notification', () => {
  it('of one payment says its invoice and amount, and a name where there is one', () => {
    expect(noticeWords(one('received'))).toEqual({
      title: 'Pagamento recebido',
      message: 'Título 4711: R$ 129,90',
    });
    expect(noticeWords(one('received', { customerName: 'Maria Exemplo' })).message).toBe(
      'Título 4711, Maria Exemplo: R$ 129,90',
    );
  });

  it('of several says how many, and their total', () => {
    expect(noticeWords(several('overdue'))).toEqual({
      title: '12 cobranças vencidas',
      message: 'Total: R$ 1.234,56',
    });
  });

  it('of money that came in twice says by which ways', () => {
    const both = noticeWords(one('paid-twice', { alert: 'paid-on-both-sides' })).message;
    expect(both).toMatch(/^Título 4711: pago no Asaas e recebido no IXC/);
    const twice = noticeWords(one('paid-twice', { alert: 'paid-twice' })).message;
    expect(twice).toMatch(/^Título 4711: duas cobranças foram pagas/);
  });

  it.each(NOTICE_KINDS)('of kind %s leaves no place unfilled, be it one or several', (kind) => {
    for (const notice of [one(kind), several(kind)]) {
      const { title, message } = noticeWords(notice);
      expect(`${title} ${message}`).not.toMatch(/[{}$]\w|undefined/);
      expect([title, message]).not.toContain('');
    }
    expect(noticeWords(several(kind)).title).toContain('12');
  });
});
