import { useState } from 'react';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';

interface Asked {
  /** The job on screen when it was asked: another one is the answer. */
  readonly jobId: string | null;
  /** Snapshots that had come by then, or by the time the line broke: later ones know what became of it. */
  readonly received: number;
  readonly broken: boolean;
}

interface Line {
  readonly snapshot: DrawerSnapshot;
  readonly received: number;
  readonly connected: boolean;
}

/**
 * A confirmation that was on its way when the worker died is gone: the next worker knows nothing of it and
 * offers the plan again, as if nobody had confirmed. `lost` says so until it is confirmed anew.
 */
export function useLostConfirmation({ snapshot, received, connected }: Line): {
  readonly lost: boolean;
  /** A confirmation is sent off now. */
  readonly asked: () => void;
} {
  const [asked, setAsked] = useState<Asked | null>(null);
  const jobId = snapshot.job?.id ?? null;
  if (asked !== null) {
    const isNews = received > asked.received;
    if (isNews && (jobId !== asked.jobId || snapshot.failure !== null)) setAsked(null);
    else if (!asked.broken && !connected) setAsked({ ...asked, received, broken: true });
  }
  const isPlanned = snapshot.plan !== null && !snapshot.busy;
  return {
    lost: asked?.broken === true && received > asked.received && isPlanned,
    asked: () => {
      setAsked({ jobId, received, broken: !connected });
    },
  };
}
