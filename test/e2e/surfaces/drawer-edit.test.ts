import { expect, test } from 'vitest';
import { cents } from '../../../lib/billing/money.ts';
import type { EditAsked, PlannedEdit } from '../../../lib/billing/edit/charge-edit.ts';
import type { ChargeEdit, EditForm } from '../../../lib/messages/charge-edit.ts';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { NO_DESK } from '../../../lib/messages/drawer-desk.ts';
import { day } from '../../fixtures/day.ts';
import { lastSent, push, sent, useDrawer } from './drawer-page.ts';
import { charged, job, noPlan, NOW, ready } from './drawer-samples.ts';
import { isFine } from './gallery.ts';

const drawer = useDrawer();
const charge = await charged();

const ASKED: EditAsked = {
  dueDate: day('2026-12-20'),
  accrued: 'charge-until-today',
  reason: 'Pediu mais prazo',
};
const NOTHING: PlannedEdit = {
  value: null,
  dueDate: null,
  billingType: null,
  description: null,
  finePercent: null,
  interestPercentMonth: null,
  discount: null,
  containsAccrued: false,
};
const accrued = {
  daysLate: 4,
  fine: cents(200),
  interest: cents(13),
  total: cents(213),
};
const form: EditForm = {
  kind: 'date',
  id: 1,
  now: {
    value: cents(9990),
    dueDate: day('2026-12-10'),
    billingType: 'UNDEFINED',
    description: 'Título 48211',
    terms: { fine: { kind: 'percent', amount: 2 }, interestPercentMonth: 1, discount: null },
  },
  open: cents(9990),
  accrued: null,
  preview: null,
  failure: null,
};
const edit: ChargeEdit = {
  chargeId: charge.id,
  refusal: null,
  form: null,
  job: null,
  replacesEarlier: false,
  ixcStill: null,
};
const done = job('done', { kind: 'edit' });
const still = { invoiceDueDate: day('2026-12-10'), dueDate: day('2026-12-20') } as const;
const agreed = { ...still, at: NOW - 60_000, reason: 'Pediu mais prazo' };

const stories: Readonly<Record<string, Partial<ChargeEdit>>> = {
  'date-reading': { form: { ...form, now: null } },
  'date-question': {
    form: {
      ...form,
      preview: {
        asked: ASKED,
        editId: null,
        plan: {
          kind: 'refused',
          refusals: [{ code: 'needs-accrued-choice' }, { code: 'past-date' }],
          reasons: [],
          accrued,
        },
      },
    },
  },
  terms: { form: { ...form, kind: 'terms' } },
  'terms-failed': { form: { ...form, kind: 'terms', failure: { code: 'asaas-unavailable' } } },
  done: { job: done, replacesEarlier: true, ixcStill: { ...still, agreed } },
  'moved-elsewhere': { ixcStill: { ...still, agreed: null } },
  blocked: {
    job: job('blocked', { kind: 'edit', failure: { code: 'changed-since-confirmation' } }),
    refusal: { code: 'under-way' },
  },
};

const showing = (change: Partial<ChargeEdit> = {}): DrawerSnapshot => ({
  ...ready,
  ...noPlan,
  charge,
  desk: { ...NO_DESK, edit: { ...edit, ...change } },
});

test.each(Object.entries(stories))(
  'a change that is "%s" is legible and accessible, light and dark, 420 and 320 wide',
  async (name, story) => {
    const frame = await drawer.open({ snapshot: showing(story) });
    await frame.getByRole('heading', { name: 'Nova data e alterações' }).waitFor();
    // A picture of the whole page does not reach into a frame, so the frame is made tall enough.
    await drawer.host().setViewportSize({ width: 420, height: 2000 });
    await isFine(drawer.host(), frame, { name: `edit-${name}`, wide: 420, narrow: 320 });
    await drawer.host().setViewportSize({ width: 440, height: 900 });
  },
);

test('keys open the forms, and the confirmation is of exactly the preview on screen', async () => {
  const frame = await drawer.open({ snapshot: showing({}) });
  await frame.locator('h1').focus();
  await drawer.host().keyboard.press('e');
  await expect
    .poll(async () => (await sent(frame)).at(-1))
    .toEqual({ verb: 'edit', form: 'terms' });
  await drawer.host().keyboard.press('n');
  await expect.poll(async () => (await sent(frame)).at(-1)).toEqual({ verb: 'edit', form: 'date' });
  await push(frame, showing({ form }));
  await frame.getByLabel('Novo vencimento').fill('2026-12-20');
  await frame.getByLabel('Motivo', { exact: true }).fill('Pediu mais prazo');
  const asked = { dueDate: day('2026-12-20'), reason: 'Pediu mais prazo' };
  await expect
    .poll(async () => (await sent(frame)).at(-1))
    .toEqual({ verb: 'edit-preview', asked });
  const dueDate = { from: day('2026-12-10'), to: day('2026-12-20') };
  const editId = 'd'.repeat(32);
  const plan = { kind: 'edit', edit: { ...NOTHING, dueDate }, accrued: null } as const;
  await push(frame, showing({ form: { ...form, preview: { asked, editId, plan } } }));
  const confirm = frame.getByRole('button', { name: 'Confirmar nova data' });
  await frame.locator('ins').filter({ hasText: '20/12/2026' }).waitFor();
  await confirm.click();
  await expect
    .poll(async () => (await sent(frame)).at(-1))
    .toEqual({ verb: 'edit-confirm', editId });
});

test('a date moved elsewhere is turned back by a form that already has the date of IXC', async () => {
  const frame = await drawer.open({ snapshot: showing(stories['moved-elsewhere'] ?? {}) });
  await frame.getByRole('button', { name: 'Voltar a cobrança para 10/12/2026' }).click();
  await expect.poll(async () => (await sent(frame)).at(-1)).toEqual({ verb: 'edit', form: 'date' });
  await push(frame, showing({ ...stories['moved-elsewhere'], form }));
  await expect.poll(() => frame.getByLabel('Novo vencimento').inputValue()).toBe('2026-12-10');
});

test('a form outlives the worker: it is asked for again, and what was typed is planned anew', async () => {
  const frame = await drawer.open({ snapshot: showing({}) });
  await frame.getByRole('button', { name: /^Nova data/ }).click();
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'edit', form: 'date' });
  await push(frame, showing({ form }));
  await frame.getByLabel('Novo vencimento').fill('2026-12-20');
  await frame.getByLabel('Motivo').fill('Pediu mais prazo');
  const asked = { dueDate: '2026-12-20', reason: 'Pediu mais prazo' };
  const preview = { verb: 'edit-preview', asked };
  await expect.poll(() => lastSent(frame)).toEqual(preview);

  await frame.evaluate(() => {
    stub.dropPort();
  });
  // The new worker knows of no form. Nothing moves meanwhile, and nothing can be confirmed.
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'edit', form: 'date' });
  expect(await frame.getByLabel('Motivo').inputValue()).toBe('Pediu mais prazo');
  expect(await frame.getByRole('button', { name: 'Confirmar nova data' }).isDisabled()).toBe(true);
  await push(frame, showing({ form: { ...form, id: 9 } }));
  await expect.poll(() => lastSent(frame)).toEqual(preview);
  expect(await frame.getByLabel('Motivo').inputValue()).toBe('Pediu mais prazo');
});

test('a confirmation that was lost with the worker leaves the form to be confirmed; one that was heard does not', async () => {
  const frame = await drawer.open({ snapshot: showing({}) });
  const editId = 'd'.repeat(32);
  const dueDate = { from: day('2026-12-10'), to: day('2026-12-20') };
  const plan = { kind: 'edit', edit: { ...NOTHING, dueDate }, accrued: null } as const;
  const asked = { dueDate: day('2026-12-20'), reason: 'Pediu mais prazo' };
  const planned = showing({ form: { ...form, preview: { asked, editId, plan } } });
  const confirmed = async (): Promise<void> => {
    await frame.getByRole('button', { name: /^Nova data/ }).click();
    await push(frame, showing({ form }));
    await frame.getByLabel('Novo vencimento').fill('2026-12-20');
    await frame.getByLabel('Motivo').fill('Pediu mais prazo');
    await push(frame, planned);
    await frame.getByRole('button', { name: 'Confirmar nova data' }).click();
    await expect.poll(() => lastSent(frame)).toEqual({ verb: 'edit-confirm', editId });
  };
  await confirmed();
  await frame.evaluate(() => {
    stub.dropPort();
  });
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'edit', form: 'date' });
  await push(frame, planned);
  await frame.getByRole('button', { name: 'Confirmar nova data' }).click();
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'edit-confirm', editId });

  // Heard by a worker that had begun anew a moment before, whose first word was still to come.
  await push(frame, showing({}));
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'edit', form: 'date' });
  await push(frame, planned);
  await frame.getByRole('button', { name: 'Confirmar nova data' }).click();
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'edit-confirm', editId });

  await push(frame, showing({ job: done }));
  await frame.locator('[data-edit-form]').waitFor({ state: 'detached' });
  expect(await lastSent(frame)).toEqual({ verb: 'edit-confirm', editId });
});
