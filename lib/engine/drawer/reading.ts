import type { AsaasClient } from '../../asaas/client.types.ts';
import { planSend } from '../../billing/send-plan.ts';
import type { SendChoices } from '../../billing/send-plan.types.ts';
import type { InsteadSource } from '../../messages/drawer.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { lookForInstead } from '../ixc-source/tried-ways.ts';
import type { EnginePorts } from '../ports.ts';
import { confirmationOf } from '../send/confirmation.ts';
import { gatherFacts } from '../send/gather.ts';
import { accountFee } from './account-fee.ts';
import { chosenInstead, isInsteadWanted, sourceAfter } from './chosen-instead.ts';
import { paymentCodes } from './payment-codes.ts';
import type { DrawerMemory } from './snapshot.ts';
import { isUnderWay, standingMark, type InvoiceStanding } from './standing.ts';

/** What the parts of one drawer's session share: one memory, and one screen. */
export interface DrawerScreen {
  readonly engine: EnginePorts;
  readonly origin: string;
  readonly invoiceId: string;
  memory: DrawerMemory;
  /** How often the vault turned: what was read before must not be shown after. */
  vaultTurns: number;
  readonly show: () => Promise<void>;
  readonly standing: () => Promise<InvoiceStanding>;
}

export interface DrawerReading {
  /** Reads everything anew and plans with these choices. Changes nothing. */
  readonly preview: (choices: SendChoices) => Promise<void>;
  readonly readBy: (source: InsteadSource) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly follow: () => Promise<void>;
  readonly showCodes: () => Promise<void>;
}

/** What one drawer reads: the invoice and the plan for it, the fee, and the codes of its charge. */
export function createDrawerReading(at: DrawerScreen): DrawerReading {
  const { engine, origin, invoiceId, show, standing } = at;

  async function preview(choices: SendChoices): Promise<void> {
    at.memory = { ...at.memory, choices, busy: true, failure: null, instead: null };
    await show();
    const settings = await engine.readSettings();
    const panel = settings.panels.find((known) => known.origin === origin);
    if (!panel) {
      at.memory = { ...at.memory, busy: false, failure: { code: 'panel-unknown' } };
      return show();
    }
    const vaultTurn = at.vaultTurns;
    const gathered = await gatherFacts(engine, panel, invoiceId, choices, at.memory.chosen?.source);
    // Locked while it was read: the names must not be shown, and the turn itself reads again.
    if (vaultTurn !== at.vaultTurns) return;
    const stands = await standing();
    const mark = standingMark(stands);
    if (!gathered.ok) {
      const looks = isInsteadWanted(panel, gathered.error, at.memory.chosen);
      at.memory = {
        ...at.memory,
        mark,
        gathered: null,
        plan: null,
        planId: null,
        source: sourceAfter(gathered.error, at.memory.source),
        busy: false,
        failure: gathered.error,
        instead: looks ? 'looking' : null,
      };
      if (looks) look(panel, gathered.error);
      return show();
    }
    const { facts, account, client } = gathered.value;
    const plan = planSend(facts);
    // What was read beside a job that is under way is old when it ends.
    const offers = !isUnderWay(stands.job);
    at.memory = {
      ...at.memory,
      mark,
      gathered: gathered.value,
      plan: offers ? plan : null,
      planId: offers ? confirmationOf(plan, facts.invoice, facts.customer) : null,
      source: facts.source,
      busy: false,
    };
    await show();
    if (offers && account && client && plan.kind === 'new') {
      const fee = await accountFee(engine, client, account.id, plan.draft.billingType);
      if (vaultTurn !== at.vaultTurns) return;
      at.memory = { ...at.memory, fee };
      await show();
    }
    await showCodes();
  }

  /** Beside the turns: it may take long, and whoever tries again meanwhile must not wait for it. */
  function look(panel: PanelSettings, failure: FailureView): void {
    lookForInstead(engine, panel, invoiceId)
      .catch(() => null)
      .then((instead) => {
        if (at.memory.failure !== failure || at.memory.instead !== 'looking') return;
        at.memory = { ...at.memory, instead };
        return show();
      })
      .catch(() => undefined);
  }

  async function readBy(source: InsteadSource): Promise<void> {
    const chosen = chosenInstead(at.memory.instead, source);
    if (chosen === null) return show();
    at.memory = { ...at.memory, chosen };
    return preview({});
  }

  /** By the panel's own choice of sources, whatever was chosen instead; what was charged so stays on screen. */
  async function refresh(): Promise<void> {
    const { chosen, choices } = at.memory;
    at.memory = { ...at.memory, chosen: null };
    await preview(choices);
    if (chosen === null || at.memory.gathered !== null || !(await standing()).charge) return;
    at.memory = { ...at.memory, chosen };
    return preview(choices);
  }

  async function showCodes(): Promise<void> {
    const { gathered } = at.memory;
    const { charge, isConfirmed, isProven } = await standing();
    if (!gathered || !charge || !isConfirmed || !isProven) return;
    const client = await clientOf(charge.accountId);
    if (!client) return;
    const codes = await paymentCodes(engine, client, charge);
    // Another turn of the vault came between: what was read belongs to nobody now.
    if (at.memory.gathered !== gathered) return;
    at.memory = { ...at.memory, codes };
    await show();
  }

  /** A charge is asked about in its own account, whichever charges the invoice now. */
  async function clientOf(accountId: string): Promise<AsaasClient | null> {
    const { accounts } = await engine.readSettings();
    const account = accounts.find(({ id }) => id === accountId);
    const client = account ? await engine.asaas(account) : null;
    return client?.ok ? client.value : null;
  }

  /** The ledger changed: a plan made before is void while a job stands, and made anew when it is over. */
  async function follow(): Promise<void> {
    const stands = await standing();
    if (!isUnderWay(stands.job) && standingMark(stands) === at.memory.mark) return show();
    const { failure } = at.memory;
    at.memory = { ...at.memory, choices: {}, plan: null, planId: null };
    if (isUnderWay(stands.job)) return show();
    await preview({});
    // The answer to a click on "confirm" is not for a reading that nobody asked for to take away.
    if (failure?.code !== 'plan-outdated' || at.memory.failure !== null) return;
    at.memory = { ...at.memory, failure };
    return show();
  }

  return { preview, readBy, refresh, follow, showCodes };
}
