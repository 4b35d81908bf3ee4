/** Imported before anything that says something: gives `#i18n` the Portuguese messages. */
import { messagesOf } from '../../fixtures/messages.ts';

const messages = new Map<string, string>();
for (const [path, text] of messagesOf('pt_BR')) {
  // The built extension has all plural forms in one message.
  const key = path.replace(/\.(\d|n)$/, '').replaceAll('.', '_');
  const before = messages.get(key);
  messages.set(key, before === undefined ? text : `${before} | ${text}`);
}

Object.assign(globalThis, {
  browser: {
    runtime: { id: 'unit' },
    i18n: {
      getMessage: (key: string, values: string | string[] = []) =>
        (messages.get(key) ?? '').replace(
          /\$(\d)/g,
          (_, at: string) => [values].flat()[Number(at) - 1] ?? '',
        ),
    },
  },
});
