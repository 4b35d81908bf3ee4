import { expect, it } from 'vitest';
import { sendAtOnce } from '../../../../lib/engine/panel/one-click.ts';
import { created, deletions, isOldLive, renegotiated } from '../outbox/renegotiated.ts';
import { ORIGIN } from '../workbench.ts';
import { openDrawerOf } from './open-drawer.ts';

it('a drawer offers to cancel the old charge, asks for it with the new one, and shows both', async () => {
  const all = await renegotiated();
  const { bench, ports, runner, old } = all;
  const drawer = openDrawerOf({ engine: ports, runner }, '2002');
  const asked = await drawer.ready();
  expect(asked.plan).toMatchObject({
    reasons: [{ code: 'predecessor-replaceable', params: { charge: old.id } }],
  });
  const choices = { replacePredecessors: [old.id] };
  await drawer.session.handle({ verb: 'preview', choices });
  const { planId } = await drawer.until(({ plan }) => plan?.kind === 'new');
  expect(deletions(bench)).toEqual([]);
  await drawer.session.handle({ verb: 'confirm', planId: planId ?? '', choices });
  await drawer.until(({ job }) => job?.replacing[0]?.state === 'pending');
  const { job } = await drawer.until(({ charge }) => charge?.group === 'open');
  expect(job?.replacing).toMatchObject([{ id: old.id, invoiceId: '1001', state: 'gone' }]);
  expect(isOldLive(all)).toBe(false);
  expect(created(bench)).toHaveLength(1);
});

it('a drawer confirms no replacement that its plan did not show', async () => {
  const all = await renegotiated();
  const drawer = openDrawerOf({ engine: all.ports, runner: all.runner }, '2002');
  const { planId } = await drawer.ready();
  const choices = { replacePredecessors: [all.old.id] };
  await drawer.session.handle({ verb: 'confirm', planId: planId ?? '', choices });
  await drawer.until(({ failure }) => failure?.code === 'plan-outdated');
  expect(isOldLive(all)).toBe(true);
  const jobs = await all.ports.ledger.jobs.toArray();
  expect(jobs.filter(({ kind }) => kind === 'delete')).toEqual([]);
});

it('one click never cancels anything', async () => {
  const all = await renegotiated();
  all.bench.configure((settings) => ({
    ...settings,
    sending: { ...settings.sending, oneClick: true },
  }));
  expect(await sendAtOnce(all.ports, ORIGIN, '2002')).toBe(false);
  expect(isOldLive(all)).toBe(true);
});
