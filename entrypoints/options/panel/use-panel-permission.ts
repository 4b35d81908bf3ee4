import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { useAction, type Action } from '../../../components/use-action.ts';
import { ask, type Outcome } from '../../../components/worker-client.ts';
import { fail } from '../../../lib/billing/result.ts';
import { normalisePanelAddress } from '../../../lib/settings/panel-address.ts';
import type { PanelSettings } from '../../../lib/settings/settings.ts';
import { permissionPattern } from './permission-pattern.ts';

/** The operator read that a private panel without https speaks in clear. */
export type HttpConfirmed = 'http-confirmed';

export interface PanelPermission {
  readonly action: Action<PanelSettings>;
  /** Must be called straight from a click. */
  readonly authorise: (address: string, confirmed?: HttpConfirmed) => Promise<boolean>;
  readonly success: string;
}

/** Asks the browser for a panel's host, then the worker to check and keep the panel. */
export function usePanelPermission(onChange: () => void): PanelPermission {
  const action = useAction<PanelSettings>();

  const authorise: PanelPermission['authorise'] = async (address, confirmed) => {
    const origin = normalisePanelAddress(address);
    if (!origin.ok) {
      await action.run(() => Promise.resolve(origin));
      return false;
    }
    // Nothing may be awaited before this: Firefox grants only inside the click that asked.
    const granted = request(origin.value);
    const outcome = await action.run(() => keep(origin.value, granted, confirmed));
    if (outcome.ok) onChange();
    return outcome.ok;
  };
  const success =
    action.done === null ? '' : i18n.t('options_panel.added', { origin: action.done.value.origin });
  return { action, authorise, success };
}

function request(origin: string): Promise<boolean> {
  const pattern = permissionPattern(origin, { firefox: import.meta.env.FIREFOX });
  return browser.permissions.request({ origins: [pattern] }).catch(() => false);
}

async function keep(
  origin: string,
  granted: Promise<boolean>,
  confirmed: HttpConfirmed | undefined,
): Promise<Outcome<PanelSettings>> {
  if (!(await granted)) return fail({ code: 'permission-missing' });
  return ask({
    verb: 'panel/add',
    address: origin,
    ...(confirmed === undefined ? {} : { httpConfirmed: true }),
  });
}
