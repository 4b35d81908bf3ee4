import { describe, expect, it } from 'vitest';
import { watchStorage } from '../../../../lib/engine/data/storage-pressure.ts';
import { createRunner } from '../../../../lib/engine/outbox/runner.ts';
import { dismissAlert, openAlerts } from '../../../../lib/ledger/alerts.ts';
import { createWorkbench } from '../workbench.ts';
import { barePorts } from '../engine-ports.ts';

const MB = 1024 * 1024;
const free = (mb: number) => () => Promise.resolve({ usage: 1000 * MB, quota: (1000 + mb) * MB });

describe('a disk that fills up', () => {
  it('is told before nothing fits any more, and no longer once there is room', async () => {
    const ports = await barePorts();
    await watchStorage(ports, free(150));
    expect(await openAlerts(ports.ledger)).toMatchObject([
      { kind: 'storage-low', detail: { freeMb: 150 } },
    ]);
    await watchStorage(ports, free(5000));
    expect(await openAlerts(ports.ledger)).toEqual([]);
  });

  it('is told again after a person dismissed it only when it got worse', async () => {
    const ports = await barePorts();
    await watchStorage(ports, free(150));
    const [alert] = await openAlerts(ports.ledger);
    await dismissAlert(ports.ledger, alert?.id ?? '', 1);
    await watchStorage(ports, free(140));
    expect(await openAlerts(ports.ledger)).toEqual([]);
    await watchStorage(ports, free(60));
    expect(await openAlerts(ports.ledger)).toMatchObject([{ detail: { freeMb: 100 } }]);
  });

  it('says nothing where the browser does not', async () => {
    const ports = await barePorts();
    await watchStorage(ports, () => Promise.resolve({}));
    expect(await openAlerts(ports.ledger)).toEqual([]);
  });

  it('loses no job and charges nobody twice, wherever in a sending it became full', async () => {
    let interrupted = 0;
    for (let writes = 0; writes < 12; writes += 1) {
      const bench = createWorkbench();
      const { ledger, worker } = bench.browser();
      const { ports } = await worker();
      await bench.confirm(ports);
      let left = writes;
      const full = () => {
        left -= 1;
        if (left < 0) throw new DOMException('', 'QuotaExceededError');
      };
      ledger.jobs.hook('updating', full);
      await createRunner(ports)
        .run()
        .catch(() => undefined);
      if (left < 0) interrupted += 1;
      expect(await ledger.jobs.count()).toBe(1);

      ledger.jobs.hook('updating').unsubscribe(full);
      const { runner } = await worker();
      for (let minute = 0; minute < 30; minute += 1) {
        await bench.clock.advance(60_000);
        await runner.run();
      }
      expect((await ledger.jobs.toArray()).map(({ state }) => state)).toEqual(['done']);
      expect(bench.live()).toHaveLength(1);
      expect(bench.posts()).toHaveLength(1);
    }
    expect(interrupted).toBeGreaterThan(6);
  });
});
