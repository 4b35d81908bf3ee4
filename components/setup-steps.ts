import type { SetupView } from '../lib/messages/pages.ts';

export const REQUIRED_STEPS = ['account', 'panel', 'webservice', 'sending'] as const;
export type RequiredStep = (typeof REQUIRED_STEPS)[number];

/** Which of the steps without which nothing can be sent are done, for every panel. */
export function stepsDone(setup: SetupView): Readonly<Record<RequiredStep, boolean>> {
  const { accounts, panels } = setup;
  return {
    account: accounts.length > 0,
    // Without any account the step before says so, and there is nothing to choose here.
    panel:
      panels.length > 0 &&
      panels.every(
        ({ permitted, accountId }) => permitted && (accountId !== null || accounts.length === 0),
      ),
    webservice:
      panels.length > 0 &&
      panels.every(({ tokenHint, providerKey }) => tokenHint !== null && providerKey !== null),
    sending: setup.sending.notifier !== null,
  };
}

/** The steps still to do, in the order of the options page. */
export function stepsMissing(setup: SetupView): readonly RequiredStep[] {
  const done = stepsDone(setup);
  return REQUIRED_STEPS.filter((step) => !done[step]);
}
