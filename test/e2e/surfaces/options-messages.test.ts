import { expect, test } from 'vitest';
import { accessibilityProblems, contrastProblems, look } from './gallery.ts';
import { useOptions } from './options-page.ts';
import { complete, kindReplies } from './page-stories.ts';
import { startSurfaceBrowser } from './surface-browser.ts';

const { open, section, sent: asked } = useOptions();
const messages = () => section('Mensagens');

test('a template is changed, seen with invented data, and restored', async () => {
  await open(complete);
  const text = messages().getByLabel('Texto do modelo');
  await messages().getByText('Olá, Maria! Segue a segunda via').waitFor();
  await text.fill('Oi, {primeiro_nome}: {link}');
  await messages().getByText('Oi, Maria: https://www.asaas.com/i/exemplo').waitFor();
  await text.fill('Oi, {nome}');
  await messages().getByText('O modelo usa {nome}, que não existe').first().waitFor();
  await messages().getByRole('button', { name: 'Salvar' }).click();
  await messages().getByText('Nada foi salvo.').waitFor();
  expect(await asked('messages/save')).toEqual([]);
  await messages().getByRole('button', { name: 'Restaurar o padrão' }).click();
  await messages().getByLabel('Endereço do provedor').fill('Rua das Amostras, 100');
  await messages().getByRole('button', { name: 'Salvar' }).click();
  await expect
    .poll(() => asked('messages/save'))
    .toMatchObject([
      {
        messages: {
          templates: { 'second-copy': null },
          providers: [{ address: 'Rua das Amostras, 100' }],
          dailyCap: 50,
          ixcAction: null,
        },
      },
    ]);
});

test("IXC's own message is off until it is allowed, with a gateway", async () => {
  await open(complete);
  await messages().getByLabel('Permitir o envio pelo IXC').check();
  await messages().getByRole('button', { name: 'Salvar' }).click();
  await messages().getByText('Informe o ID do gateway, só números.').waitFor();
  await messages().getByLabel('Número (ID) do gateway no IXC').fill('3');
  await messages().getByRole('button', { name: 'Salvar' }).click();
  await expect
    .poll(() => asked('messages/save'))
    .toMatchObject([{ messages: { ixcAction: { kind: 'sms', gatewayId: '3' } } }]);
});

test.each([
  ['pt_BR', 'Mensagens'],
  ['en', 'Messages'],
] as const)(
  'the section of messages is accessible, light and dark, in %s',
  async (locale, name) => {
    const surfaces = await startSurfaceBrowser();
    try {
      const { page, show } = await surfaces.newTab({ locale, width: 1000 });
      await show('/options.html', { replies: { ...kindReplies, 'setup/read': complete } });
      await page.getByRole('region', { name, exact: true }).getByRole('textbox').first().waitFor();
      const frame = page.mainFrame();
      const as = `options-messages${locale === 'en' ? '-en' : ''}`;
      await look(page, { name: as, width: 1000 });
      expect(await accessibilityProblems(frame)).toEqual([]);
      await look(page, { name: `${as}-dark`, width: 1000, dark: true });
      expect(await contrastProblems(frame)).toEqual([]);
    } finally {
      await surfaces.close();
    }
  },
);
