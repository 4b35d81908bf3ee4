import { browser } from 'wxt/browser';
import type { SettingsStore } from '@/lib/settings/store';

/** A panel is configured by its owner, seldom; a page is asked this often at most. ms. */
const ASK_EVERY_MS = 10 * 60_000;
/** A page that is busy must not keep its rows waiting. ms. */
const PATIENCE_MS = 1000;

/** Asks the panel's own page whether it generates by fatura, and keeps the answer in the settings. */
export function createFaturaWatch(settings: SettingsStore, now: () => number) {
  const asked = new Map<string, number>();

  /** Never rejects: a page that cannot be asked is a page that says nothing new. */
  return async (origin: string, tabId: number): Promise<void> => {
    if (now() - (asked.get(origin) ?? 0) < ASK_EVERY_MS) return;
    asked.set(origin, now());
    const billsByFatura = await ask(tabId).catch(() => null);
    if (billsByFatura === null) {
      asked.delete(origin);
      return;
    }
    await settings
      .update((current) => ({
        ...current,
        panels: current.panels.map((panel) =>
          panel.origin === origin ? { ...panel, billsByFatura } : panel,
        ),
      }))
      .catch(() => undefined);
  };
}

/** Null where the page does not say. */
async function ask(tabId: number): Promise<boolean | null> {
  const reading = browser.scripting.executeScript({
    target: { tabId },
    // IXC's own variables are out of an isolated world's sight.
    world: 'MAIN',
    func: geracaoPorFatura,
  });
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, null);
  });
  const results = await Promise.race([reading, late]);
  const said = results?.[0]?.result;
  return typeof said === 'string' ? said === 'S' : null;
}

/** Runs in the page: it must stand alone, and what it gives is the page's word. */
function geracaoPorFatura(): unknown {
  return (globalThis as { IXCparametros?: { geracao_por_fatura?: unknown } }).IXCparametros
    ?.geracao_por_fatura;
}
