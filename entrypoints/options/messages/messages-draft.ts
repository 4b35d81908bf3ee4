import { documentKind, normaliseDocument } from '../../../lib/billing/document.ts';
import { MESSAGE_KINDS } from '../../../lib/billing/message/kinds.ts';
import { DEFAULT_TEMPLATES } from '../../../lib/billing/message/defaults.ts';
import { parseTemplate } from '../../../lib/billing/message/template.ts';
import type { MessageSettings } from '../../../lib/settings/settings.ts';

/** The form as it is typed: numbers are texts until they are saved. */
export interface MessagesDraft {
  readonly templates: MessageSettings['templates'];
  readonly providers: MessageSettings['providers'];
  readonly dailyCap: string;
  readonly byIxc: boolean;
  readonly ixcKind: 'sms' | 'omnichannel';
  readonly gatewayId: string;
}

export function draftOf(messages: MessageSettings): MessagesDraft {
  const { templates, providers, dailyCap, ixcAction } = messages;
  return {
    templates,
    providers,
    dailyCap: String(dailyCap),
    byIxc: ixcAction !== null,
    ixcKind: ixcAction?.kind ?? 'sms',
    gatewayId: ixcAction?.gatewayId ?? '',
  };
}

export type MessagesFault = 'template' | 'document' | 'cap' | 'gateway';

/** What keeps the form from being saved. */
export function faultsOf(draft: MessagesDraft): readonly MessagesFault[] {
  const { templates, providers, byIxc, gatewayId } = draft;
  const isRead = MESSAGE_KINDS.every((kind) => parseTemplate(templates[kind] ?? '-').ok);
  const areDocuments = providers.every(({ document }) => isDocument(document));
  return [
    ...(isRead ? [] : (['template'] as const)),
    ...(areDocuments ? [] : (['document'] as const)),
    ...(capOf(draft) === null ? (['cap'] as const) : []),
    ...(byIxc && !/^[1-9]\d{0,14}$/.test(gatewayId.trim()) ? (['gateway'] as const) : []),
  ];
}

/** Empty, or one that exists. */
export function isDocument(document: string): boolean {
  return document.trim() === '' || documentKind(document) !== null;
}

/** The settings that the form says; null while something keeps it from being saved. */
export function messagesOf(draft: MessagesDraft): MessageSettings | null {
  const dailyCap = capOf(draft);
  if (dailyCap === null || faultsOf(draft).length > 0) return null;
  const { templates, providers, byIxc, ixcKind, gatewayId } = draft;
  return {
    templates: { ...templates, ...withoutCopies(templates) },
    providers: providers.map(({ origin, name, document, address }) => ({
      origin,
      name: name.trim(),
      document: normaliseDocument(document),
      address: address.trim(),
    })),
    dailyCap,
    ixcAction: byIxc ? { kind: ixcKind, gatewayId: gatewayId.trim() } : null,
  };
}

function capOf({ dailyCap }: MessagesDraft): number | null {
  const most = Number(dailyCap);
  return /^\d{1,3}$/.test(dailyCap.trim()) && most >= 1 && most <= 500 ? most : null;
}

/** Whoever typed the default again has the default, also the one of a later release. */
function withoutCopies(templates: MessageSettings['templates']): Partial<typeof templates> {
  const copies = MESSAGE_KINDS.filter((kind) => templates[kind] === DEFAULT_TEMPLATES[kind].text);
  return Object.fromEntries(copies.map((kind) => [kind, null]));
}
