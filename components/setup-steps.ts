import type { SetupView } from '../lib/messages/pages.ts';

export const REQUIRED_STEPS = ['account', 'panel', 'webservice', 'sending'] as const;
export type RequiredStep = (typeof REQUIRED_STEPS)[number];

/** Which of the steps without which nothing can be sent are done. */
export function stepsDone(setup: SetupView): Readonly<Record<RequiredStep, boolean>> {
  return {
    account: setup.accounts.length > 0,
    panel: setup.panels.some(({ permitted }) => permitted),
    webservice: setup.panels.some(
      ({ tokenHint, providerKey }) => tokenHint !== null && providerKey !== null,
    ),
    sending: setup.sending.notifier !== null,
  };
}

/** The steps still to do, in the order of the options page. */
export function stepsMissing(setup: SetupView): readonly RequiredStep[] {
  const done = stepsDone(setup);
  return REQUIRED_STEPS.filter((step) => !done[step]);
}
