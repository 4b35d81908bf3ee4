import { vi } from 'vitest';
import {
  createDrawerSession,
  type DrawerPorts,
} from '../../../../lib/engine/drawer/drawer-session.ts';
import type { DrawerPush, DrawerSnapshot } from '../../../../lib/messages/drawer.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { createWorkbench, ORIGIN, type Workbench } from '../workbench.ts';

/** A drawer of the invoice of a workbench, and what it was told. */
export function openDrawerOf(ports: Omit<DrawerPorts, 'openOptions'>, invoiceId = '1001') {
  const pushes: DrawerPush[] = [];
  const session = createDrawerSession(
    { ...ports, openOptions: () => Promise.resolve() },
    { origin: ORIGIN, invoiceId },
    (push) => pushes.push(push),
  );
  const last = (): DrawerSnapshot | null => {
    const push = pushes.at(-1);
    return push?.type === 'snapshot' ? push.snapshot : null;
  };
  const until = (holds: (snapshot: DrawerSnapshot) => boolean) =>
    vi.waitFor(
      () => {
        const snapshot = last();
        if (!snapshot || !holds(snapshot)) throw new Error(JSON.stringify(snapshot));
        return snapshot;
      },
      { timeout: 5000, interval: 5 },
    );
  const ready = () => until(({ plan, busy }) => plan !== null && !busy);
  return { session, pushes, until, ready };
}

/** The same over a workbench of its own, opened once `arrange` made things as the test wants them. */
export async function openDrawer(
  overrides: Partial<EnginePorts> = {},
  arrange: (bench: Workbench, ports: EnginePorts) => unknown = () => undefined,
) {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker(overrides);
  await arrange(bench, ports);
  return { bench, ports, runner, ...openDrawerOf({ engine: ports, runner }) };
}
