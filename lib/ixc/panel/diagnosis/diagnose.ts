import type { PanelDiagnosis } from '../../../messages/panel.ts';
import { createFaturaReader } from '../bills-by-fatura.ts';
import { SCOPES, SELECTORS, type SelectorName } from '../selectors.ts';
import { gridChecks } from './grid-checks.ts';
import { outlineOf } from './outline.ts';

/** What the script finds on the page, for a person to copy: no value of any record is in it. */
export function diagnose(document: Document): PanelDiagnosis {
  return {
    selectors: selectorCounts(document),
    grids: gridChecks(document),
    outline: outlineOf(document.body),
    billsByFatura: createFaturaReader(document)(),
    version: /(?:^|;\s*)IXC_VERSAO=([\d.]{1,20})(?:;|$)/.exec(document.cookie)?.[1] ?? null,
  };
}

/** How often each selector of the registry matches; those of a scope are summed over all of them. */
export function selectorCounts(document: Document): Readonly<Record<SelectorName, number>> {
  const counts = Object.entries(SELECTORS).map(([name, selector]) => {
    const scope = SCOPES[name as SelectorName];
    const roots = scope === undefined ? [document] : [...document.querySelectorAll(scope)];
    return [name, roots.reduce((sum, root) => sum + root.querySelectorAll(selector).length, 0)];
  });
  return Object.fromEntries(counts) as Record<SelectorName, number>;
}
