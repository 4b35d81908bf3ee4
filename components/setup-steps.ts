import type { PanelView, SetupView } from '../lib/messages/pages.ts';
import type { AccountSettings } from '../lib/settings/settings.ts';

export const REQUIRED_STEPS = ['account', 'panel', 'webservice', 'sending'] as const;
export type RequiredStep = (typeof REQUIRED_STEPS)[number];

/**
 * Which of the steps without which nothing can be sent are done, for every panel. A token is none of them:
 * without it IXC is read through the open panel, or typed by hand.
 */
export function stepsDone(setup: SetupView): Readonly<Record<RequiredStep, boolean>> {
  const { accounts, panels } = setup;
  return {
    account: accounts.length > 0 && accounts.every(hasKey),
    // Without any account the step before says so, and there is nothing to choose here.
    panel:
      panels.length > 0 &&
      panels.every(
        ({ permitted, accountId }) => permitted && (accountId !== null || accounts.length === 0),
      ),
    webservice: panels.length > 0 && panels.every(({ providerKey }) => providerKey !== null),
    sending: setup.sending.notifier !== null,
  };
}

/** The steps still to do, in the order of the options page. */
export function stepsMissing(setup: SetupView): readonly RequiredStep[] {
  const done = stepsDone(setup);
  return REQUIRED_STEPS.filter((step) => !done[step]);
}

/** What some panel can already do, whatever else is missing. */
export interface WorksAlready {
  /** Badges on the rows, read only. */
  readonly marks: boolean;
  readonly sending: boolean;
}

export function worksAlready(setup: SetupView): WorksAlready {
  if (!setup.apiHostsPermitted || setup.vault === 'locked' || !setup.accounts.some(hasKey))
    return { marks: false, sending: false };
  const marked = setup.panels.filter(
    (panel) => panel.permitted && !panel.billsByFatura && charges(panel),
  );
  return {
    marks: marked.length > 0,
    sending: marked.some(({ providerKey }) => providerKey !== null),
  };
}

/** An account that came in an imported file has none until it is given anew. */
function hasKey({ keyHint }: Pick<AccountSettings, 'keyHint'>): boolean {
  return keyHint !== '';
}

function charges({ accountId, routes }: Pick<PanelView, 'accountId' | 'routes'>): boolean {
  return accountId !== null || routes.length > 0;
}

/** Whether every panel has a token: the others are read through the open panel, or by hand. */
export function hasTokens({ panels }: Pick<SetupView, 'panels'>): boolean {
  return panels.length > 0 && panels.every(({ tokenHint }) => tokenHint !== null);
}
