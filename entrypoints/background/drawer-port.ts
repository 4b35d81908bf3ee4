import { browser } from 'wxt/browser';
import { createDrawerSession, type DrawerPorts } from '@/lib/engine/drawer/drawer-session';
import { drawerRequest, type DrawerPush, type DrawerRequest } from '@/lib/messages/drawer';
import type { DrawerGrant, DrawerTokens } from '@/lib/messages/drawer-tokens';
import type { OpenPush } from '@/lib/messages/panel';
import { createFrameDoor, type FrameDoor, type FrameHouse } from './frame-door';
import type { Operators } from './operators';

export interface DrawerHouse extends Pick<
  FrameHouse<never, unknown, never>,
  'classify' | 'isAuthorisedPanel'
> {
  readonly tokens: Pick<DrawerTokens, 'redeem' | 'resume'>;
  readonly drawer: DrawerPorts;
  readonly operators: Pick<Operators, 'of'>;
}

/** The door of the drawers, each of one invoice. */
export function createDrawerDoor({ drawer, operators, ...house }: DrawerHouse): FrameDoor {
  return createFrameDoor<DrawerRequest, DrawerPush, DrawerGrant>({
    ...house,
    read: (message) => drawerRequest.safeParse(message).data ?? null,
    welcome: ({ session, invoiceId }) => ({ type: 'welcome', session, invoiceId }),
    begin: (grant, { tabId }, post) =>
      createDrawerSession(
        {
          ...drawer,
          operator: () => operators.of({ tabId, origin: grant.origin }),
          openInvoice: async (id) => {
            const push: OpenPush = { push: 'open', id };
            await browser.tabs.sendMessage(tabId, push, { frameId: 0 });
          },
        },
        grant,
        post,
      ),
  });
}
