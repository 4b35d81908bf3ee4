import {
  createFrameLine,
  type FrameLine,
  type FramePort,
  type LineState,
  type LineSurroundings,
} from '../../components/frame-line.ts';
import type { DrawerPush, DrawerRequest, DrawerSnapshot } from '../../lib/messages/drawer.ts';

export type DrawerPort = FramePort<DrawerRequest>;

export interface DrawerState extends LineState {
  readonly invoiceId: string | null;
  readonly snapshot: DrawerSnapshot | null;
  /** Counts snapshots, so that an answer can be told from what was known before the question. */
  readonly received: number;
}

export type DrawerConnection = FrameLine<DrawerState, DrawerRequest>;

const SILENT: DrawerState = {
  phase: 'silent',
  connected: false,
  orphaned: false,
  invoiceId: null,
  snapshot: null,
  received: 0,
};

function heard({ received }: DrawerState, push: DrawerPush): Partial<DrawerState> {
  switch (push.type) {
    case 'welcome':
      return { invoiceId: push.invoiceId };
    case 'snapshot':
      return { snapshot: push.snapshot, received: received + 1 };
    case 'refused':
      return {};
  }
}

/** The drawer's line to the worker. */
export function createDrawerConnection(around: LineSurroundings<DrawerRequest>): DrawerConnection {
  return createFrameLine({ silent: SILENT, heard }, around);
}
