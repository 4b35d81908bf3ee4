import { describe, expect, it } from 'vitest';
import { readAttention } from '../../../../lib/engine/notify/attention.ts';
import { dismissAlert } from '../../../../lib/ledger/alerts.ts';
import { writePaused } from '../../../../lib/ledger/pause.ts';
import { setUp } from './notice-desk.ts';

describe('what waits for a person', () => {
  it('is the alerts that nobody dismissed and the jobs that stopped, each once', async () => {
    const { desk, notices } = await setUp();
    expect(await readAttention(desk.ledger)).toEqual({ count: 0, paused: false });
    await desk.alarm('several-live', '5');
    await desk.alarm('paid-twice', '6');
    await desk.block(notices.ports, '8');
    expect(await readAttention(desk.ledger)).toEqual({ count: 3, paused: false });
    const [alert] = await desk.ledger.alerts.toArray();
    await dismissAlert(desk.ledger, alert?.id ?? '', desk.now());
    await writePaused(desk.ledger, true);
    expect(await readAttention(desk.ledger)).toEqual({ count: 2, paused: true });
  });

  it('is no job that was tried anew', async () => {
    const { desk, notices } = await setUp();
    await desk.block(notices.ports, '8');
    desk.pass(1000);
    await desk.confirm(notices.ports, '8');
    expect(await readAttention(desk.ledger)).toEqual({ count: 0, paused: false });
  });
});
