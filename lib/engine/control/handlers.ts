import { fail, ok } from '../../billing/result.ts';
import { dismissAlert } from '../../ledger/alerts.ts';
import { writePaused } from '../../ledger/pause.ts';
import type { PageHandlers } from '../../messages/router.ts';
import { retryJob } from '../outbox/retry.ts';
import { cancel } from '../outbox/store.ts';
import type { EnginePorts } from '../ports.ts';
import { findInvoices } from '../search/find.ts';
import { storing } from '../setup/storing.ts';
import { releaseHeld } from '../sync/counter-released.ts';
import type { Sync } from '../sync/sync.ts';

type ControlVerb =
  | 'sync/now'
  | 'pause/set'
  | 'job/cancel'
  | 'job/retry'
  | 'alert/dismiss'
  | 'counter/release'
  | 'search/find';

export interface ControlPorts {
  readonly engine: EnginePorts;
  readonly sync: Pick<Sync, 'now'>;
  /** Something may have become due, or be told. */
  readonly wake: () => void;
  /** Pages show whether the work is paused. */
  readonly paused: () => void;
}

/** What a person at the popup may ask of the work under way. */
export function createControlHandlers({
  engine,
  sync,
  wake,
  paused: told,
}: ControlPorts): Pick<PageHandlers, ControlVerb> {
  return {
    'sync/now': async () => {
      await sync.now();
      return ok(null);
    },
    'pause/set': ({ paused }) =>
      storing(async () => {
        await writePaused(engine.ledger, paused);
        told();
        wake();
        return ok(null);
      }),
    'job/cancel': ({ id }) =>
      storing(async () => {
        const outcome = await cancel(engine, id);
        if (outcome === 'asked') wake();
        return outcome === 'too-late' ? fail({ code: 'cancel-too-late' }) : ok(null);
      }),
    'job/retry': ({ id }) =>
      storing(async () => {
        const retried = await retryJob(engine, id);
        wake();
        return retried;
      }),
    'alert/dismiss': ({ id }) =>
      storing(async () => {
        await dismissAlert(engine.ledger, id, engine.now());
        wake();
        return ok(null);
      }),
    'counter/release': ({ origin }) =>
      storing(async () => {
        // Nothing held any more is no failure: another page, or IXC itself, was quicker.
        if (await releaseHeld(engine.ledger, origin)) await sync.now();
        wake();
        return ok(null);
      }),
    'search/find': ({ text }) => findInvoices(engine, text),
  };
}
