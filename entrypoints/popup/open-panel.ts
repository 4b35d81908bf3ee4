import { browser } from 'wxt/browser';

/** Goes to the tab in which a panel is open, or opens it. `origin` as `PanelSettings.origin`. */
export async function openPanel(origin: string): Promise<void> {
  const tabs = await browser.tabs.query({});
  // The address is told only of hosts that the operator allowed, ports and all.
  const open = tabs.filter(({ url }) => url?.startsWith(`${origin}/`) === true);
  const tab = open.find(({ url }) => url?.startsWith(`${origin}/adm.php`)) ?? open[0];
  if (tab?.id === undefined) await browser.tabs.create({ url: `${origin}/adm.php` });
  else {
    await browser.tabs.update(tab.id, { active: true });
    await browser.windows.update(tab.windowId, { focused: true });
  }
  window.close();
}
