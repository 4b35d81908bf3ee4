import { expect, it } from 'vitest';
import { newPanel } from '../../../../lib/settings/new-panel.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import { enqueueCreate } from '../../../../lib/engine/outbox/enqueue.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { confirmationOf } from '../../../../lib/engine/send/confirmation.ts';
import { gatherFacts } from '../../../../lib/engine/send/gather.ts';
import type { PanelSettings } from '../../../../lib/settings/settings.ts';
import { account } from '../../../fixtures/settings.ts';
import { panelOf } from '../readings.ts';
import { createWorkbench, letPass } from '../workbench.ts';

/** Two addresses of one provider that were confirmed under two keys, and look for each other's. */
function twoPanels() {
  const bench = createWorkbench();
  const first = { ...panelOf(bench), providerKey: 'norte', aliases: ['sul'] };
  const second = { ...first, ...newPanel('https://10.0.0.5', null), accountId: account.id };
  const panels = [first, { ...second, providerKey: 'sul', aliases: ['norte'] }];
  bench.configure((settings) => ({ ...settings, panels }));
  return { bench, panels };
}

async function confirmedIn(ports: EnginePorts, panel: PanelSettings) {
  const gathered = await gatherFacts(ports, panel, '1001', {});
  if (!gathered.ok) throw new Error(gathered.error.code);
  const { facts } = gathered.value;
  return {
    account,
    origin: panel.origin,
    providerKey: panel.providerKey ?? '',
    invoiceId: '1001',
    confirmation: confirmationOf(planSend(facts), facts.invoice, facts.customer),
    choices: {},
  };
}

it('an invoice that is confirmed in both panels of one provider is one job and one request', async () => {
  const { bench, panels } = twoPanels();
  const { ports, runner } = await bench.browser().worker();
  const confirmed = await Promise.all(panels.map((panel) => confirmedIn(ports, panel)));
  const [one, other] = await Promise.all(confirmed.map((each) => enqueueCreate(ports, each)));
  expect(other?.id).toBe(one?.id);
  await runner.run();
  await letPass(bench, [runner], 12);
  expect(bench.posts()).toHaveLength(1);
  expect(await ports.ledger.jobs.toArray()).toMatchObject([{ state: 'done' }]);
});

it('panels that do not look for each other’s key charge for themselves', async () => {
  const { bench, panels } = twoPanels();
  const apart = panels.map((panel) => ({ ...panel, aliases: [] }));
  bench.configure((settings) => ({ ...settings, panels: apart }));
  const { ports } = await bench.browser().worker();
  for (const panel of apart) await enqueueCreate(ports, await confirmedIn(ports, panel));
  expect(await ports.ledger.jobs.count()).toBe(2);
});
