import { ownKeys } from '../../billing/own-keys.ts';
import { isSameInvoice } from '../../billing/same-invoice.ts';
import { evidenceOf } from '../../ledger/invoices.ts';
import { environmentOf } from '../../ledger/charges.ts';
import type { PanelSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { panelEnvironment } from '../send/charging-account.ts';
import { makerOf } from './counter-facts.ts';
import type { Claim } from './counter-proof.ts';
import { readCounter } from './counter-state.ts';

/** A panel that was looked at this recently is watched, and does or tells what follows itself. ms. */
const WATCHED = 15 * 60_000;

/**
 * What another panel of the same key, which answers for the charge, knows of an invoice that this one may not
 * act upon: `same` record in the same state, `other`, or `nobody` answers. One IXC has often two addresses,
 * and what the first does or tells need not be told by the second; a copy of the base shows itself by not
 * agreeing.
 */
export async function twinsWord(
  { ledger, now }: EnginePorts,
  { settings, panel, charge, jobs, invoice }: Claim & { readonly settings: Settings },
): Promise<'same' | 'other' | 'nobody'> {
  const twin = answering(settings, panel, makerOf(charge, jobs)?.origin);
  if (twin === null || twin.billsByFatura) return 'nobody';
  // One that tries things out in the sandbox never looks at a real charge.
  if (panelEnvironment(settings, twin) !== environmentOf(charge.accountId)) return 'nobody';
  const { startedAt } = await readCounter(ledger, twin.origin);
  const age = startedAt === null ? Infinity : now() - startedAt;
  if (age < 0 || age >= WATCHED) return 'nobody';
  const row = await ledger.invoices.get([twin.origin, invoice.id]);
  if (row === undefined) return 'other';
  const known = evidenceOf(row);
  const isSameState =
    known.status === invoice.status &&
    known.value === invoice.value &&
    known.open === invoice.open &&
    known.received === invoice.received;
  return isSameState && isSameInvoice(known, invoice) ? 'same' : 'other';
}

/**
 * The panel that made the charge, or where none of these did, the one that was added first. It answers to no
 * other, so that two never wait for each other's word.
 */
function answering(
  { panels }: Claim['settings'],
  panel: PanelSettings,
  made: string | undefined,
): PanelSettings | null {
  const all = panels.filter((each) => each.origin === panel.origin || isTwin(each, panel));
  const one = all.find(({ origin }) => origin === made) ?? all[0];
  return one === undefined || one.origin === panel.origin ? null : one;
}

function isTwin({ origin, providerKey, aliases }: PanelSettings, of: PanelSettings): boolean {
  if (origin === of.origin || of.providerKey === null) return false;
  return ownKeys(providerKey, aliases).includes(of.providerKey);
}
