import { createDrawerSession, type DrawerPorts } from '@/lib/engine/drawer/drawer-session';
import { drawerRequest, type DrawerPush, type DrawerRequest } from '@/lib/messages/drawer';
import type { DrawerGrant, DrawerTokens } from '@/lib/messages/drawer-tokens';
import { createFrameDoor, type FrameDoor, type FrameHouse } from './frame-door';

export interface DrawerHouse extends Pick<
  FrameHouse<never, unknown, never>,
  'classify' | 'isAuthorisedPanel'
> {
  readonly tokens: Pick<DrawerTokens, 'redeem' | 'resume'>;
  readonly drawer: DrawerPorts;
}

/** The door of the drawers, each of one invoice. */
export function createDrawerDoor({ drawer, ...house }: DrawerHouse): FrameDoor {
  return createFrameDoor<DrawerRequest, DrawerPush, DrawerGrant>({
    ...house,
    read: (message) => drawerRequest.safeParse(message).data ?? null,
    welcome: ({ session, invoiceId }) => ({ type: 'welcome', session, invoiceId }),
    begin: (grant, _frame, post) => createDrawerSession(drawer, grant, post),
  });
}
