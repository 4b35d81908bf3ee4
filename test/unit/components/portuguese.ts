/** Imported before anything that says something: gives `#i18n` the Portuguese messages. */
import { catalogue } from './catalogue.ts';

const messages = new Map(
  [...catalogue('pt_BR')].map(([key, text]) => [key.replaceAll('.', '_'), text]),
);

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
