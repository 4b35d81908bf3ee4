import { KNOWN } from '../../emulators/ixc/index.ts';
import { label } from '../harness/catalogues.ts';
import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium } from '../harness/chromium.ts';
import { authorisePanel, chooseNotifier, confirmProvider, saveAccount } from '../harness/setup.ts';
import { confirmSending } from '../harness/send.ts';
import { typeInvoice } from '../harness/typed.ts';
import { expect, test } from './fixtures.ts';

const CODE = /[A-Z0-9]{4,6}\)?$/i;

// What is asked of IXC is counted: nobody else may ask.
test.use({ emulatorsOf: 'sources' });

test('without a token the operator’s session is read, then nothing but what is typed', async ({
  build,
  world,
}) => {
  test.setTimeout(150_000);
  const session = await launchChromium({ extensionDirs: [build], routes: world.routes });
  try {
    const options = chromiumSurface(await session.extensionPage('options.html'));
    await saveAccount(options, 'pt-BR', world.credentials);
    await authorisePanel(options, 'pt-BR');
    const panel = chromiumPanel(await session.context.newPage());

    await test.step('with key and panel alone the marks are there and offer nothing', async () => {
      await panel.openPage();
      await expect
        .poll(async () => (await panel.marks()).filter(({ id }) => id === KNOWN.openInvoice.id))
        .toHaveLength(1);
      expect((await panel.marks()).filter(({ action }) => action === 'send')).toEqual([]);
    });

    await test.step('the provider is confirmed without a token', async () => {
      await confirmProvider(options, 'pt-BR');
      await chooseNotifier(options, 'pt-BR');
    });

    const read = world.newInvoice();
    await test.step('the operator’s session: one charge', async () => {
      await panel.openReceivables();
      const drawer = await confirmSending(panel, 'pt-BR', read.id);
      await panel.waitForStatus(read.id, 'open', 30_000);
      await drawer.waitFor('Sessão do operador');
      const [charge, ...others] = world.chargesOf(read.id);
      expect(others).toEqual([]);
      expect(charge).toMatchObject({ value: read.cents, dueDate: read.dueDate });
      expect(charge?.description).toMatch(CODE);
      await panel.closeDrawer();
    });

    const typed = world.newInvoice();
    await test.step('nothing can be read: what is typed is charged, and said to be typed', async () => {
      world.ixc.control.setSession({ reads: 'off' });
      await options.section('Painel').choose('Digitado à mão');
      await panel.openReceivables();
      const drawer = await panel.openDrawer(typed.id);
      await typeInvoice(drawer, world, typed, { document: '111.111.111-11' });
      await drawer.waitFor('Este CPF ou CNPJ não confere');
      await typeInvoice(drawer, world, typed);
      await drawer.waitFor('Estes dados foram digitados');
      await drawer.press(label('pt-BR', 'Confirmar envio'));
      await panel.waitForStatus(typed.id, 'open', 30_000);
      const charges = world.chargesOf(typed.id);
      expect(charges).toHaveLength(1);
      expect(charges[0]).toMatchObject({ value: 129_90, dueDate: typed.dueDate });
      await panel.closeDrawer();
    });

    await test.step('rows that IXC shows as received or cancelled offer nothing', async () => {
      const byId = new Map((await panel.marks()).map((mark) => [mark.id, mark]));
      for (const { id } of [
        KNOWN.receivedInvoice,
        KNOWN.cancelledInvoice,
        KNOWN.renegotiatedInvoice,
      ])
        expect(byId.get(id)?.action).not.toBe('send');
    });
    expect(world.ixc.control.writes()).toEqual([]);
  } finally {
    world.ixc.control.setSession({ reads: 'ok' });
    await session.close();
  }
});
