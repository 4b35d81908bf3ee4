import { label, message, words } from '../harness/catalogues.ts';
import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium } from '../harness/chromium.ts';
import { setUpThroughOptions } from '../harness/setup.ts';
import { send } from '../harness/send.ts';
import { typeInvoice } from '../harness/typed.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => message('pt-BR', key);

test('with a token, an invoice that nothing reads is typed by a press, for that drawer alone', async ({
  build,
  world,
}) => {
  test.setTimeout(150_000);
  const { control } = world.ixc;
  const session = await launchChromium({ extensionDirs: [build], routes: world.routes });
  try {
    const options = await session.extensionPage('options.html');
    await setUpThroughOptions(chromiumSurface(options), 'pt-BR', world.credentials);
    await options.close();
    const panel = chromiumPanel(await session.context.newPage());
    const [typed, read, later] = [world.newInvoice(), world.newInvoice(), world.newInvoice()];
    await panel.openReceivables();

    await test.step('every way is told with its reason, and only a press leads to the form', async () => {
      control.addFault({ fault: { kind: 'unauthorized' }, area: 'webservice', times: 0 });
      control.setSession({ reads: 'off' });
      const drawer = await panel.openDrawer(typed.id);
      await drawer.waitFor(says('instead.title'));
      const told = await drawer.text();
      expect(told).toMatch(says('failure.ixc_token_refused'));
      expect(told).toMatch(says('source.session'));
      expect(told).toMatch(says('failure.ixc_session_unusable'));
      expect(told).not.toMatch(says('typed.heading'));
      expect(told).not.toMatch(says('instead.use_session'));

      await drawer.press(words('pt-BR', 'instead.type'));
      await typeInvoice(drawer, world, typed);
      await drawer.waitFor('Estes dados foram digitados');
      await drawer.press(label('pt-BR', 'Confirmar envio'));
      await panel.waitForStatus(typed.id, 'open', 30_000);
      const charges = world.chargesOf(typed.id);
      expect(charges).toHaveLength(1);
      expect(charges[0]).toMatchObject({ value: typed.cents, dueDate: typed.dueDate });
      await panel.closeDrawer();
    });

    await test.step('the session is offered before typing, where it reads', async () => {
      control.setSession({ reads: 'ok' });
      const drawer = await panel.openDrawer(read.id);
      await drawer.waitFor(says('instead.use_session'));
      expect(await drawer.text()).not.toMatch(says('instead.type_note'));
      await drawer.press(words('pt-BR', 'instead.use_session'));
      await drawer.press(label('pt-BR', 'Confirmar envio'));
      await panel.waitForStatus(read.id, 'open', 30_000);
      expect(world.chargesOf(read.id)).toHaveLength(1);
      await panel.closeDrawer();
    });

    await test.step('once the token works again, the next drawer reads by itself', async () => {
      control.clearFaults();
      const drawer = await send(panel, 'pt-BR', later.id);
      const told = await drawer.text();
      expect(told).not.toMatch(says('source.hand'));
      expect(told).toMatch(says('source.direct'));
      expect(world.chargesOf(later.id)).toHaveLength(1);
    });
    expect(control.writes()).toEqual([]);
  } finally {
    control.clearFaults();
    control.setSession({ reads: 'ok' });
    await session.close();
  }
});
