import { expect, test } from 'vitest';
import { scene } from '../../../entrypoints/drawer/scene.ts';
import { NO_DESK } from '../../../lib/messages/drawer-desk.ts';
import type { JobState } from '../../../lib/messages/job-view.ts';
import { drawerStories } from '../../e2e/surfaces/drawer-stories.ts';

const stories = await drawerStories();
const sceneOf = (name: string) => {
  const snapshot = stories[name];
  if (snapshot === undefined) throw new Error(`no story ${name}`);
  return scene(snapshot);
};

test.each([
  'preview-new',
  'overdue-charged',
  'adopt',
  'update',
  'outdated',
  'job-changed',
  'job-settled',
  'charge-deleted',
  'job-called-off-deleted',
])('%s can be confirmed', (name) => {
  expect(sceneOf(name).confirm).toBe(true);
});

test.each([
  'loading',
  'overdue-question',
  'blocked',
  'payer-choice',
  'refund-confirmation',
  'duplicate',
  'job-queued',
  'job-intent',
  'job-waiting',
  'job-unknown',
  'job-called-off',
  'job-blocked',
  'job-watched',
  'job-unchecked',
  'charge-open',
  'charge-paid',
  'locked',
  'failure',
])('%s offers nothing to confirm', (name) => {
  expect(sceneOf(name).confirm).toBe(false);
});

test('a sending that was called off is told beside its deleted charge, and not once that stands again', () => {
  const over = stories['job-called-off-deleted'];
  const open = stories['charge-open'];
  if (over === undefined || open === undefined) throw new Error('no story');
  expect(scene(over).job).toBe('after-charge');
  expect(scene({ ...open, job: over.job }).job).toBe('none');
});

test.each(['typing-asked', 'typing-expired'])(
  '%s asks for the invoice, and says no more',
  (name) => {
    expect(sceneOf(name)).toMatchObject({ typing: 'asked', loading: false, confirm: false });
  },
);

test('what was typed may be corrected while it is planned, and not while it is sent', () => {
  expect(sceneOf('typed-preview').typing).toBe('offered');
  const typed = stories['typed-preview'];
  const job = stories['job-intent']?.job ?? null;
  if (typed === undefined) throw new Error('no story');
  expect(scene({ ...typed, job }).typing).toBe('none');
});

test.each(['unread-looking', 'unread-hand', 'unread-session', 'unread-received'])(
  '%s offers nothing to confirm and no form, only what was tried',
  (name) => {
    expect(sceneOf(name)).toMatchObject({ typing: 'none', plan: false, confirm: false });
    expect(sceneOf(name).instead).toEqual(stories[name]?.instead);
  },
);

test('what was tried is not told beside what the customer can pay, nor while a sending runs', () => {
  const unread = stories['unread-hand'];
  const charge = stories['charge-open']?.charge ?? null;
  const job = stories['job-intent']?.job ?? null;
  if (unread === undefined) throw new Error('no story');
  expect(scene({ ...unread, charge }).instead).toBeNull();
  expect(scene({ ...unread, job }).instead).toBeNull();
});

test('a charge that can be paid asks for no typing', () => {
  const asked = stories['typing-asked'];
  const charge = stories['charge-open']?.charge ?? null;
  if (asked === undefined) throw new Error('no story');
  expect(scene({ ...asked, charge }).typing).toBe('none');
});

test('a running job hides every plan, even when one is there', () => {
  const snapshot = stories['preview-new'];
  const running = stories['job-unknown']?.job ?? null;
  if (snapshot === undefined) throw new Error('no story');
  expect(scene({ ...snapshot, job: running })).toMatchObject({ plan: false, confirm: false });
});

test('a finished job leaves the stage to its charge, a stopped one does not', () => {
  expect(sceneOf('charge-open').job).toBe('after-charge');
  const charge = stories['charge-open']?.charge ?? null;
  const stopped = stories['job-blocked'];
  if (stopped === undefined) throw new Error('no story');
  expect(scene({ ...stopped, charge }).job).toBe('first');
});

test('a job that ended without its last check says so while its charge may be paid', () => {
  expect(sceneOf('job-unchecked').job).toBe('after-charge');
  const paid = stories['charge-paid']?.charge ?? null;
  const unchecked = stories['job-unchecked'];
  if (unchecked === undefined) throw new Error('no story');
  expect(scene({ ...unchecked, charge: paid }).job).toBe('none');
});

test.each(['invoice-received', 'invoice-cancelled', 'invoice-renegotiated'] as const)(
  '%s while its charge can be paid is warned about, once and before the charge',
  (code) => {
    const open = stories['still-payable'];
    if (open?.charge === undefined || open.charge === null) throw new Error('no story');
    const plan = { kind: 'blocked' as const, reasons: [{ code }], overdue: null };
    expect(scene({ ...open, plan })).toMatchObject({ stillPayable: [{ code }], plan: false });
    const paid = { ...open, plan, charge: { ...open.charge, group: 'paid' as const } };
    expect(scene(paid)).toMatchObject({ stillPayable: [], plan: true });
  },
);

test('what a charge on screen already says is not planned again', () => {
  const open = stories['charge-open'];
  const adopt = stories['adopt'];
  if (open === undefined || adopt?.plan?.kind !== 'adopt') throw new Error('no story');
  const plan = { ...adopt.plan, kind: 'reuse' as const };
  expect(scene({ ...open, plan, planId: 'p' })).toMatchObject({ plan: false, confirm: false });
});

test.each([
  ['update', 'edit'],
  ['preview-new', 'acts'],
] as const)('%s is not offered while a job of "%s" holds the invoice', (name, part) => {
  const snapshot = stories[name];
  const job = stories['job-intent']?.job ?? null;
  if (snapshot === undefined || job === null) throw new Error('no story');
  const edit = { chargeId: '', refusal: null, form: null, replacesEarlier: false, ixcStill: null };
  const acts = { chargeId: '', offered: [], refunds: null };
  const held = (state: JobState) => ({
    ...snapshot,
    desk: { ...NO_DESK, [part]: { ...(part === 'edit' ? edit : acts), job: { ...job, state } } },
  });
  expect(scene(held('unknown'))).toMatchObject({ plan: false, confirm: false });
  expect(scene(held('done'))).toMatchObject({ plan: true, confirm: true });
});
