import {
  createFrameTokens,
  type FrameAddress,
  type FrameGrant,
  type FrameTokensOptions,
} from './frame-tokens.ts';

const KEY = 'drawer:tokens';

/** What a trusted drawer is about. */
export interface DrawerGrant {
  /** Given back by a drawer whose worker died. 43 characters, as tokens are. */
  readonly session: string;
  readonly invoiceId: string;
  /** The panel's origin. */
  readonly origin: string;
}

/** As `FrameTokens`, each for the drawer of one invoice. */
export interface DrawerTokens {
  readonly issue: (about: { tabId: number; origin: string; invoiceId: string }) => Promise<string>;
  readonly redeem: (token: string, frame: FrameAddress) => Promise<DrawerGrant | null>;
  readonly resume: (session: string, frame: FrameAddress) => Promise<DrawerGrant | null>;
  readonly revokeTab: (tabId: number) => Promise<void>;
}

/** The tokens and sessions of all drawers. */
export function createDrawerTokens(options: FrameTokensOptions): DrawerTokens {
  const tokens = createFrameTokens(KEY, options);
  return {
    issue: ({ tabId, origin, invoiceId }) => tokens.issue({ tabId, origin, subject: invoiceId }),
    redeem: async (token, frame) => grant(await tokens.redeem(token, frame)),
    resume: async (session, frame) => grant(await tokens.resume(session, frame)),
    revokeTab: tokens.revokeTab,
  };
}

function grant(given: FrameGrant | null): DrawerGrant | null {
  if (given === null) return null;
  const { session, subject, origin } = given;
  return { session, invoiceId: subject, origin };
}
