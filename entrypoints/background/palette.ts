import { browser } from 'wxt/browser';
import { ok } from '@/lib/billing/result';
import { createPaletteSession } from '@/lib/engine/palette/palette-session';
import { copyForRow } from '@/lib/engine/palette/row-copy';
import type { EnginePorts } from '@/lib/engine/ports';
import {
  createFrameTokens,
  type FrameGrant,
  type FrameTokensOptions,
} from '@/lib/messages/frame-tokens';
import { paletteRequest, type PalettePush, type PaletteRequest } from '@/lib/messages/palette';
import type { OpenPush, PanelUser } from '@/lib/messages/panel';
import type { PageHandlers, PanelHandlers } from '@/lib/messages/router';
import { createFrameDoor, type FrameDoor, type FrameHouse } from './frame-door';
import type { Operators } from './operators';
import { panelTab, reach, show } from './panel-reach';

export interface PaletteHouse extends Pick<
  FrameHouse<never, unknown, never>,
  'classify' | 'isAuthorisedPanel'
> {
  readonly engine: EnginePorts;
  readonly tokens: FrameTokensOptions;
  readonly operators: Pick<Operators, 'asking' | 'of'>;
}

export interface PalettePart {
  readonly door: FrameDoor;
  readonly panel: Pick<PanelHandlers, 'panel/palette' | 'panel/copy'>;
  readonly page: Pick<PageHandlers, 'palette/open'>;
  /** Brings a panel to the front, with the palette open in it. */
  readonly open: () => Promise<void>;
  readonly forgetTab: (tabId: number) => Promise<void>;
}

/** Everything of the palette that the worker does. */
export function createPalettePart({
  engine,
  tokens: kept,
  operators,
  ...house
}: PaletteHouse): PalettePart {
  const tokens = createFrameTokens('palette:tokens', kept);

  async function open(): Promise<void> {
    const { panels } = await engine.readSettings();
    const origins = panels.map(({ origin }) => origin);
    const [first] = origins;
    if (first === undefined) return browser.runtime.openOptionsPage();
    const tab =
      (await panelTab(origins)) ?? (await browser.tabs.create({ url: `${first}/adm.php` })).id;
    if (tab === undefined) return;
    await show(tab);
    await reach(tab, { push: 'palette' });
  }

  return {
    door: createFrameDoor<PaletteRequest, PalettePush, FrameGrant>({
      ...house,
      tokens,
      read: (message) => paletteRequest.safeParse(message).data ?? null,
      welcome: ({ session }) => ({ type: 'welcome', session }),
      begin: (grant, { tabId }, post) => {
        let user: PanelUser | null = null;
        operators
          .of({ tabId, origin: grant.origin })
          .then((said) => (user = said))
          .catch(() => undefined);
        return createPaletteSession(
          {
            engine: { ...engine, operator: () => user?.id ?? null },
            openTab,
            openOptions: () => browser.runtime.openOptionsPage(),
            openDrawer: async (id) => {
              const push: OpenPush = { push: 'open', id };
              await browser.tabs.sendMessage(tabId, push, { frameId: 0 });
            },
          },
          grant,
          post,
        );
      },
    }),
    panel: {
      'panel/palette': async (_request, { tabId, origin }) => ({
        token: await tokens.issue({ tabId, origin, subject: '' }),
      }),
      'panel/copy': async ({ id, what }, from) => {
        const asking = await operators.asking(engine, from);
        return copyForRow(asking, { origin: from.origin, invoiceId: id }, what, openTab);
      },
    },
    page: {
      'palette/open': async () => {
        await open();
        return ok(null);
      },
    },
    open,
    forgetTab: tokens.revokeTab,
  };
}

async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}
