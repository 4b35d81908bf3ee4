import { MESSAGE_KINDS, type MessageKind } from '../../../billing/message/kinds.ts';
import { parseTemplate } from '../../../billing/message/template.ts';
import { fail, ok } from '../../../billing/result.ts';
import type { PageHandlers } from '../../../messages/router.ts';
import type { SettingsStore } from '../../../settings/store.ts';
import { storing } from '../../setup/storing.ts';

/** What pages may ask about messages. */
export function createMessageHandlers({
  settings,
}: {
  readonly settings: Pick<SettingsStore, 'update'>;
}): Pick<PageHandlers, 'messages/save'> {
  return {
    'messages/save': ({ messages }) =>
      storing(async () => {
        const wrong = firstWrong(messages.templates);
        if (wrong) return fail({ code: 'message-template', params: { name: wrong } });
        await settings.update((current) => ({ ...current, messages }));
        return ok(null);
      }),
  };
}

/** What stands in the braces of the first template that cannot be read; null: all can. */
function firstWrong(templates: Readonly<Record<MessageKind, string | null>>): string | null {
  for (const kind of MESSAGE_KINDS) {
    const read = parseTemplate(templates[kind] ?? '-');
    if (!read.ok) return read.error.name;
  }
  return null;
}
