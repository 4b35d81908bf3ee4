import { describe, expect, it } from 'vitest';
import { stopInherited } from '../../../../lib/engine/data/stop-inherited.ts';
import { enqueueAdopt } from '../../../../lib/engine/outbox/desk/adopt-queue.ts';
import { readAdoptionRun } from '../../../../lib/ledger/adoption-run.ts';
import { compared, existingCharges } from './adoption-kit.ts';

const COPY = { installationId: 'copia' };

describe('a restored profile', () => {
  it('links nothing that was confirmed where it came from', async () => {
    const { browser, charge, puts } = await compared();
    await browser.link();
    await stopInherited({ ...browser.ports, ...COPY });
    await browser.again({ ...COPY, owner: 'restored' }).adoption.run();
    expect(puts()).toEqual([]);
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'found', batch: null });
  });

  it('undoes nothing that was confirmed where it came from', async () => {
    const { browser, charge, puts } = await compared();
    await browser.link();
    await browser.adoption.run();
    await browser.undo(charge.id);
    const before = puts().length;
    await stopInherited({ ...browser.ports, ...COPY });
    await browser.again({ ...COPY, owner: 'restored' }).adoption.run();
    expect(puts()).toHaveLength(before);
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'linked', undo: null });
  });

  it('reads no further in a comparison until a person goes on with it', async () => {
    const at = existingCharges();
    const browser = await at.browser();
    await browser.start();
    await stopInherited({ ...browser.ports, ...COPY });
    await browser.again(COPY).adoption.run();
    expect(await readAdoptionRun(browser.ledger)).toMatchObject({ phase: 'charges', paused: true });
  });
});

describe('a halt', () => {
  it('stops a job that is queued, and the row is as it was found', async () => {
    const { browser, charge, asaas } = await compared();
    await browser.link();
    const row = await browser.of(charge.id);
    if (!row) throw new Error('none');
    expect(await enqueueAdopt(browser.ports, row, 'link')).toBe('queued');
    await browser.handlers['adoption/halt']({ verb: 'adoption/halt' });
    await browser.pass(2);
    expect(asaas.charge(charge.id).externalReference ?? null).toBeNull();
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'found', batch: null });
  });

  it('stops what is being queued in that moment', async () => {
    const { browser, charge, asaas } = await compared();
    await browser.link();
    const halts: Promise<unknown>[] = [];
    const life = browser.again({
      events: {
        ...browser.ports.events,
        changed: (job) => {
          browser.ports.events.changed(job);
          if (halts.length > 0) return;
          halts.push(Promise.resolve(browser.handlers['adoption/halt']({ verb: 'adoption/halt' })));
        },
      },
    });
    await life.adoption.run();
    await Promise.all(halts);
    await browser.pass(2);
    expect(asaas.charge(charge.id).externalReference ?? null).toBeNull();
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'found', batch: null });
  });

  it('leaves no job behind where it comes before the job', async () => {
    const { browser, charge } = await compared();
    await browser.link();
    const row = await browser.of(charge.id);
    if (!row) throw new Error('none');
    await browser.handlers['adoption/halt']({ verb: 'adoption/halt' });
    expect(await enqueueAdopt(browser.ports, row, 'link')).toBe('withdrawn');
    expect(await browser.ledger.jobs.toArray()).toEqual([]);
  });
});
