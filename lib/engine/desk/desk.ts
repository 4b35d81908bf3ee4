import type { DrawerRequest } from '../../messages/drawer.ts';
import type { DeskSnapshot } from '../../messages/drawer-desk.ts';
import type { Settings } from '../../settings/settings.ts';
import type { InvoiceStanding } from '../drawer/standing.ts';
import { actsPart } from './acts/part.ts';
import { detailsPart } from './details/part.ts';
import { editPart } from './edit/part.ts';
import { messagePart } from './message/part.ts';
import { noticesPart } from './notices/part.ts';
import type { DeskContext } from './part.ts';
import { payerPart } from './payer/part.ts';

/** What an attendant does with a charge, within one open drawer. */
export interface Desk {
  readonly view: (settings: Settings, standing: InvoiceStanding) => Promise<DeskSnapshot>;
  readonly handle: (request: DrawerRequest) => Promise<void>;
  readonly forget: () => void;
}

/** The desk's parts, each of which knows its own requests and shows its own piece. */
export function createDesk(context: DeskContext): Desk {
  const parts = {
    acts: actsPart(context),
    details: detailsPart(context),
    edit: editPart(context),
    message: messagePart(context),
    notices: noticesPart(context),
    payer: payerPart(context),
  };
  const all = Object.values(parts);
  return {
    view: async (settings, standing) => ({
      acts: await parts.acts.view(settings, standing),
      details: await parts.details.view(settings, standing),
      edit: await parts.edit.view(settings, standing),
      message: await parts.message.view(settings, standing),
      notices: await parts.notices.view(settings, standing),
      payer: await parts.payer.view(settings, standing),
    }),
    handle: async (request) => {
      for (const part of all) if (await part.handle(request)) return;
    },
    forget: () => {
      for (const part of all) part.forget();
    },
  };
}
