import '../components/portuguese.ts';
import { describe, expect, it } from 'vitest';
import { alertNote, alertTitle } from '../../../entrypoints/popup/attention/alert-words.ts';
import { eventText } from '../../../entrypoints/popup/events/event-words.ts';
import { jobCauses, jobName, mayTryAgain } from '../../../entrypoints/popup/queue/job-words.ts';
import { queueParts } from '../../../entrypoints/popup/queue/queue-parts.ts';
import { invoiceLabel } from '../../../entrypoints/popup/places.ts';
import { STATUS_GROUPS } from '../../../lib/billing/status.ts';
import { ALERT_KINDS } from '../../../lib/ledger/rows.ts';
import { JOB_KINDS, JOB_STATES, type JobView } from '../../../lib/messages/job-view.ts';
import { complete, setupStories } from '../../e2e/surfaces/page-stories.ts';
import { alert } from '../../e2e/surfaces/popup-samples.ts';

function job(change: Partial<JobView> = {}): JobView {
  return {
    ...{ id: 'a', kind: 'create', step: null, invoiceId: '1', state: 'queued', createdAt: 0 },
    ...{ origin: 'https://painel.provedor.example', nextAt: null, reasons: [], failure: null },
    ...{ cancellable: true, retryable: true, paused: false, watchedUntil: null, replacing: [] },
    ...{ settled: false, calledOff: null, ...change },
  };
}

describe('alerts', () => {
  it.each(ALERT_KINDS)('%s says what was seen and what to do, with all its values', (kind) => {
    const note = alertNote(alert(kind));
    expect(alertTitle(kind)).not.toBe('');
    expect(note.length).toBeGreaterThan(40);
    expect(note).not.toMatch(/[{}…]/);
  });
  it('each reason why IXC and Asaas differ has words of its own, with the values of both sides', () => {
    const whys = [
      ...[undefined, 'many', 'unproven', 'contradiction', 'below-minimum', 'partial', 'unread'],
      ...['reopened', 'cancelled-in-cash', 'asks-less', 'deleted'],
    ];
    const values = { count: 30, open: 4_00, cents: 129_90 };
    const notes = whys.map((why) => {
      const detail = why === undefined ? values : { ...values, why };
      return alertNote({ kind: 'counter-differs', detail });
    });
    expect(new Set(notes).size).toBe(whys.length);
    for (const note of notes.filter((_, at) => whys[at] !== 'many')) {
      expect(note).toMatch(/R\$\s4,00/);
      expect(note).toMatch(/R\$\s129,90/);
    }
    expect(notes.join(' ')).not.toMatch(/[{}…]/);
  });
  it('shows an ellipsis for what another release left out, and never a placeholder', () => {
    const notes = ALERT_KINDS.map((kind) => alertNote({ kind, detail: {} })).join(' ');
    expect(notes).not.toMatch(/[{}]|undefined|NaN/);
  });
});

describe('events', () => {
  it('each has words of its own', () => {
    const all = STATUS_GROUPS.map((to) => eventText({ from: 'open', to }));
    expect(new Set(all).size).toBe(STATUS_GROUPS.length);
  });
  it('a charge that was never seen before is one that was created', () => {
    expect(eventText({ from: null, to: 'open' })).toBe('Cobrança criada');
    expect(eventText({ from: 'overdue', to: 'open' })).toBe('Cobrança aberta de novo');
  });
  it('what was confirmed is not called received', () => {
    expect(eventText({ from: 'open', to: 'confirmed' })).not.toMatch(/receb/i);
  });
});

describe('operations', () => {
  it.each(JOB_KINDS)('a %s has a name', (kind) => {
    expect(jobName({ kind, step: null })).not.toBe('');
  });
  it('a standardisation tells how many payers are through, and that it waits for somebody', () => {
    const payers = { done: 12, all: 1230, asksPerson: true };
    const told = jobCauses(job({ kind: 'notices-run', state: 'waiting', payers })).join(' ');
    expect(told).toContain('12 de 1.230 pagadores.');
    expect(told).toContain('Espera por você');
  });
  it('what the counter did is named by what follows from it', () => {
    const names = (['close', 'lower', 'cancel'] as const).map((step) =>
      jobName({ kind: 'counter', step }),
    );
    expect(new Set(names).size).toBe(3);
  });
  it('each is in one place: with what needs a person, under way, or over', () => {
    const { stopped, underWay, over } = queueParts(JOB_STATES.map((state) => job({ state })));
    expect(stopped.map(({ state }) => state)).toEqual(['blocked']);
    expect(over.map(({ state }) => state)).toEqual(['done', 'cancelled']);
    expect(stopped.length + underWay.length + over.length).toBe(JOB_STATES.length);
  });
  it('one that is paused says so and nothing else, and is not offered to be tried', () => {
    const paused = job({ state: 'waiting', paused: true, failure: { code: 'asaas-timeout' } });
    expect(jobCauses(paused)).toEqual([expect.stringContaining('tudo está pausado')]);
    expect(mayTryAgain(paused)).toBe(false);
  });
  it('gives every reason, the failure, and until when it is looked for', () => {
    const causes = jobCauses(
      job({
        ...{ state: 'blocked', reasons: [{ code: 'no-document' }, { code: 'not-released' }] },
        ...{ failure: { code: 'check-in-asaas' }, watchedUntil: 1_000 },
      }),
    );
    expect(causes).toHaveLength(4);
    expect(causes.at(-1)).toContain('continua sozinha até');
  });
  it('one whose outcome is not known says that nothing is charged twice', () => {
    expect(jobCauses(job({ state: 'unknown' })).join()).toContain('Nada será cobrado em dobro');
  });
  it('another try is offered where it changes something, and where the worker would take it', () => {
    const offered = JOB_STATES.filter((state) => mayTryAgain(job({ state })));
    expect(offered).toEqual(['waiting', 'blocked', 'unknown']);
    expect(mayTryAgain(job({ state: 'blocked', retryable: false }))).toBe(false);
  });
});

describe('places', () => {
  it('an invoice is told with its panel only where there is another one', () => {
    const origin = 'https://203.0.113.20:8443';
    expect(invoiceLabel('7', origin, complete)).toBe('título 7');
    const two = setupStories['two-accounts'] ?? null;
    expect(invoiceLabel('7', origin, two)).toBe('título 7, 203.0.113.20:8443');
  });
});
