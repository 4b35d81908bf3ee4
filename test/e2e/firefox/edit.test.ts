import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../harness/catalogues.ts';
import { brazilian, chargedLongAgo } from '../harness/new-date.ts';
import { civilDateIn } from '../harness/world.ts';
import { readyFirefox, type Ready } from './ready.ts';

const says = (key: string) => words('pt-BR', `edit.${key}`);
const NEW_DATE = civilDateIn(20);

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR');
});
afterAll(() => ready.close());

test('a new date: the same charge, a mark, and the message that replaces the earlier one', async () => {
  const { world } = ready;
  const invoice = world.newInvoice();
  const id = chargedLongAgo(world, invoice);
  const panel = await ready.newPanel();
  const drawer = await panel.openDrawer(invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  await drawer.press(says('new_date'));
  await drawer.fill(says('due_date'), NEW_DATE);
  await drawer.fill(says('reason'), 'Pediu mais prazo');
  await drawer.press(says('confirm_date'));
  await expect.poll(() => world.asaas.control.charge(id).dueDate).toBe(NEW_DATE);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
  await drawer.waitFor(`IXC ainda com ${brazilian(invoice.dueDate)}`);
  await drawer.press(says('message'));
  const frame = await panel.drawerFrame();
  await frame.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some(({ value }) =>
      value.includes('Esta substitui a anterior'),
    ),
  );
  const title = `[data-ixa-invoice="${invoice.id}"] [data-ixa-action][title*="IXC ainda com"]`;
  await panel.page.waitForSelector(title);
  await panel.page.close();
});
