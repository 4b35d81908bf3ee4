import { readWords } from '@/lib/ixc/panel/words';
import { startPanel } from '@/lib/ixc/panel/panel';
import type { PageAddress } from '@/lib/ixc/panel/extension-frame';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import copyMenuCss from './copy-menu.css?inline';
import framesCss from './frames.css?inline';
import marksCss from './marks.css?inline';
import toastCss from './toasts.css?inline';
import { answerTheWorker, worker } from './worker';

export default defineContentScript({
  // No `matches`: they would become required host permissions. The worker registers each panel.
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    answerTheWorker(document, ctx.signal);
    startPanel({
      document,
      worker,
      css: marksCss + copyMenuCss + framesCss,
      toastCss,
      words: readWords(message),
      drawer: addressOf('/drawer.html'),
      palette: addressOf('/palette.html'),
      signal: ctx.signal,
    });
  },
});

type MessageKey = Parameters<typeof browser.i18n.getMessage>[0];

function message(key: string, substitution?: string): string {
  // WXT types only the browser's own keys; that these are in locales/ is checked by a test.
  return browser.i18n.getMessage(key as MessageKey, substitution);
}

function addressOf(page: '/drawer.html' | '/palette.html'): PageAddress {
  const url = browser.runtime.getURL(page);
  const { protocol, origin } = new URL(url);
  const isChromium = protocol === 'chrome-extension:';
  return { url, origin: isChromium ? `${protocol}//${browser.runtime.id}` : origin };
}
