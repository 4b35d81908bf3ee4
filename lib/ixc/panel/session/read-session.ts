import type { PanelSession } from '../../../messages/panel.ts';
import { SELECTORS } from '../selectors.ts';
import { readRecord } from './read-record.ts';

/** The main filial, which every base has. */
const SOME_RECORD = '1';

/**
 * Whether the operator's session still answers. The page may show its menu long after the session was
 * taken over by another computer, so a record is asked for; one that does not exist is an answer too.
 */
export async function readSession(document: Document, origin: string): Promise<PanelSession> {
  if (document.querySelector(SELECTORS.loginFrame)) return { loggedIn: false };
  const { why } = await readRecord(origin, 'filial', SOME_RECORD);
  return { loggedIn: why !== 'logged-out' && why !== 'unreachable' };
}
