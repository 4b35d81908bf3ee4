import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextEntry, verifyChain } from '../../../../lib/engine/audit/chain.ts';
import type { AuditEntry, AuditFact, Json } from '../../../../lib/ledger/audit-entry.ts';

const WHOLE = { ok: true };

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const fact: fc.Arbitrary<AuditFact> = fc.record({
  at: fc.nat(),
  installationId: fc.constant('instalacao-1'),
  operator: fc.record({ seat: fc.string() }),
  action: fc.constantFrom('job.queued', 'job.intent', 'job.created', 'job.done'),
  ids: fc.dictionary(fc.constantFrom('invoiceId', 'chargeId', 'jobId'), fc.string()),
  detail: fc.dictionary(fc.string(), json, { maxKeys: 4 }),
});

function chained(facts: readonly AuditFact[]): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const one of facts) entries.push(nextEntry(entries.at(-1) ?? null, one));
  return entries;
}

const chain = (minLength: number) =>
  fc.array(fact, { minLength, maxLength: 8 }).map((facts) => chained(facts));

/** A chain with one of its places. */
const chainAndPlace = (minLength: number) =>
  chain(minLength).chain((entries) =>
    fc.record({ entries: fc.constant(entries), at: fc.nat({ max: entries.length - 1 }) }),
  );

const SAMPLE: AuditFact = {
  at: 1_800_000_000_000,
  installationId: 'instalacao-1',
  operator: { seat: 'balcao-2' },
  action: 'job.created',
  ids: { invoiceId: '101', chargeId: 'pay_falsa' },
  detail: { value: 9990, attempt: 'A1B2C' },
};

describe('the audit chain', () => {
  test('begins at 1 without a predecessor and names the one before from then on', () => {
    const [first, second] = chained([SAMPLE, SAMPLE]);
    expect(first).toMatchObject({ ...SAMPLE, seq: 1, prevHash: null });
    expect(second).toMatchObject({ ...SAMPLE, seq: 2, prevHash: first?.hash });
    expect(second?.hash).not.toBe(first?.hash);
  });

  test('hashes to what it always did: a change of form would break every chain there is', () => {
    // Computed with another program over the same canonical JSON.
    expect(nextEntry(null, SAMPLE).hash).toBe(
      'ce0fe667190b2762398d7a71a7d16850c56723d070f287d46b46ae8fc6d00424',
    );
  });

  test('refuses to continue the chain of another installation', () => {
    const first = nextEntry(null, SAMPLE);
    expect(() => nextEntry(first, { ...SAMPLE, installationId: 'copia' })).toThrow(RangeError);
  });

  test('is whole as it was written, also after a trip through storage or an export', () => {
    fc.assert(
      fc.property(chain(0), (entries) => {
        expect(verifyChain(entries)).toEqual(WHOLE);
        expect(verifyChain(structuredClone(entries))).toEqual(WHOLE);
        expect(verifyChain(JSON.parse(JSON.stringify(entries)) as AuditEntry[])).toEqual(WHOLE);
        // IndexedDB and JSON need not keep the order of keys.
        const reversed = entries.map(
          (entry) =>
            Object.fromEntries(Object.entries(entry).toReversed()) as unknown as AuditEntry,
        );
        expect(verifyChain(reversed)).toEqual(WHOLE);
        const head = entries.at(-1)?.hash;
        if (head !== undefined) expect(verifyChain(entries, head)).toEqual(WHOLE);
      }),
    );
  });

  test('shows any edit, and where', () => {
    const edits = fc.constantFrom<(entry: AuditEntry) => AuditEntry>(
      (entry) => ({ ...entry, at: entry.at + 1 }),
      (entry) => ({ ...entry, action: `${entry.action}!` }),
      (entry) => ({ ...entry, operator: { seat: `${entry.operator.seat}x` } }),
      (entry) => ({ ...entry, installationId: 'outra' }),
      (entry) => ({ ...entry, ids: { ...entry.ids, invoiceId: '999999' } }),
      (entry) => ({ ...entry, detail: { ...entry.detail, amount: 1.5 } }),
      (entry) => ({ ...entry, detail: { ...entry.detail, amount: Number.NaN } }),
      (entry) => ({ ...entry, note: 'added' }) as AuditEntry,
      (entry) => ({ ...entry, seq: entry.seq + 1 }),
      (entry) => ({ ...entry, prevHash: entry.hash }),
      (entry) => ({
        ...entry,
        hash: entry.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      }),
    );
    fc.assert(
      fc.property(chainAndPlace(1), edits, ({ entries, at }, edit) => {
        const edited = entries.map((entry, index) => (index === at ? edit(entry) : entry));
        expect(verifyChain(edited)).toEqual({ ok: false, atSeq: at + 1 });
      }),
    );
  });

  test('shows an edit whose own hash was made anew, at the entry after it', () => {
    fc.assert(
      fc.property(chainAndPlace(2), ({ entries, at }) => {
        fc.pre(at < entries.length - 1);
        const before = entries[at - 1] ?? null;
        const forged = nextEntry(before, { ...SAMPLE, action: 'forged' });
        const edited = entries.map((entry, index) => (index === at ? forged : entry));
        expect(verifyChain(edited)).toEqual({ ok: false, atSeq: at + 2 });
      }),
    );
  });

  test('shows any deletion before the end', () => {
    fc.assert(
      fc.property(chainAndPlace(2), ({ entries, at }) => {
        fc.pre(at < entries.length - 1);
        const left = entries.filter((_entry, index) => index !== at);
        expect(verifyChain(left)).toEqual({ ok: false, atSeq: at + 1 });
      }),
    );
  });

  test('shows a cut end to who noted the newest hash', () => {
    fc.assert(
      fc.property(chain(1), (entries) => {
        const head = entries.at(-1)?.hash ?? '';
        const cut = entries.slice(0, -1);
        expect(verifyChain(cut)).toEqual(WHOLE);
        expect(verifyChain(cut, head)).toEqual({ ok: false, atSeq: entries.length });
      }),
    );
  });

  test('shows any two entries that changed places, and any that came twice', () => {
    fc.assert(
      fc.property(chainAndPlace(2), fc.nat(), ({ entries, at }, other) => {
        const to = other % entries.length;
        fc.pre(to !== at);
        const swapped = entries.map(
          (entry, index) =>
            (index === at ? entries[to] : index === to ? entries[at] : entry) ?? entry,
        );
        expect(verifyChain(swapped)).toEqual({ ok: false, atSeq: Math.min(at, to) + 1 });
        const twice = entries.flatMap((entry, index) => (index === at ? [entry, entry] : [entry]));
        expect(verifyChain(twice)).toEqual({ ok: false, atSeq: at + 2 });
      }),
    );
  });
});
