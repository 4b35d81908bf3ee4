import { planSend } from '../../../lib/billing/send-plan.ts';
import type { SendChoices, SendPlan } from '../../../lib/billing/send-plan.types.ts';
import type { StatusGroup } from '../../../lib/billing/status.ts';
import { rowStates } from '../../../lib/engine/panel/row-states.ts';
import type { EnginePorts } from '../../../lib/engine/ports.ts';
import { gatherFacts } from '../../../lib/engine/send/gather.ts';
import type { AccountSettings, PanelSettings } from '../../../lib/settings/settings.ts';
import type { Workbench } from './workbench.ts';

/** The panel that a workbench charges from. */
export function panelOf({ settings }: Workbench): PanelSettings {
  const [panel] = settings.panels;
  if (!panel) throw new Error('no panel');
  return panel;
}

/** The account that it charges in. */
export function accountOf({ settings }: Workbench): AccountSettings {
  const [account] = settings.accounts;
  if (!account) throw new Error('no account');
  return account;
}

/** What a drawer would propose now. */
export async function planNow(
  bench: Workbench,
  ports: EnginePorts,
  choices: SendChoices = {},
  invoiceId = '1001',
): Promise<SendPlan> {
  const gathered = await gatherFacts(ports, panelOf(bench), invoiceId, choices);
  if (!gathered.ok) throw new Error(gathered.error.code);
  return planSend(gathered.value.facts);
}

/** What the invoice's row shows now. */
export async function groupShown(
  bench: Workbench,
  ports: EnginePorts,
  panel: PanelSettings = panelOf(bench),
): Promise<StatusGroup | undefined> {
  const [row] = await rowStates(ports, panel, ['1001']);
  return row?.group;
}

/** The one live charge of the invoice. */
export function onlyCharge(bench: Workbench) {
  const [charge, ...others] = bench.live();
  if (!charge || others.length > 0) throw new Error(`${bench.live().length} live charges`);
  return charge;
}
