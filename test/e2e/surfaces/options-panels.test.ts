import { expect, test } from 'vitest';
import type { SetupView } from '../../../lib/messages/pages.ts';
import { useOptions } from './options-page.ts';
import { complete, empty, kindReplies, setupStories } from './page-stories.ts';

const { open, page, section, sent } = useOptions();
const story = (name: string): SetupView => setupStories[name] ?? empty;
const refused = (code: string) => ({ ok: false, error: { code } }) as never;

test('the checklist says what works already, and each line leads to its section', async () => {
  await open(story('half-way'));
  const list = page().getByRole('navigation', { name: 'O que falta configurar' });
  await list.getByText('As marcas aparecem').waitFor();
  expect(await list.getByText('O envio pelo painel está liberado').count()).toBe(0);
  await list.getByRole('link', { name: 'Identificação do provedor' }).click();
  await expect
    .poll(() => page().evaluate(() => document.activeElement?.id ?? ''))
    .toBe('webservice');
});

test('a private panel without https is added only after a second press', async () => {
  await open(empty, { replies: { 'panel/add': refused('panel-http-plain') } });
  const panel = section('Painel');
  await panel.getByLabel('Endereço do painel').fill('http://10.0.0.5/adm.php');
  await panel.getByRole('button', { name: 'Autorizar painel' }).click();
  await panel.getByRole('button', { name: 'Continuar sem https' }).click();
  await expect
    .poll(() => sent('panel/add'))
    .toEqual([
      { verb: 'panel/add', address: 'http://10.0.0.5' },
      { verb: 'panel/add', address: 'http://10.0.0.5', httpConfirmed: true },
    ]);
  await panel.getByLabel('Endereço do painel').fill('http://10.0.0.6');
  await expect.poll(() => panel.getByRole('button', { name: 'Continuar' }).count()).toBe(0);
});

test('a token goes over plain http only after a second press', async () => {
  await open(story('half-way'), {
    replies: { 'webservice/test': refused('ixc-token-plain-http') },
  });
  const webservice = section('Webservice');
  await webservice.getByLabel('Token do webservice', { exact: true }).fill('12:exemplo');
  await webservice.getByRole('button', { name: 'Testar webservice' }).click();
  await webservice.getByRole('button', { name: 'Usar o token assim mesmo' }).click();
  await expect.poll(() => sent('webservice/test')).toHaveLength(2);
  const [first, second] = await sent('webservice/test');
  expect(first).not.toHaveProperty('overPlainHttp');
  expect(second).toEqual({ ...first, overPlainHttp: true });
});

test('how IXC is read is chosen per panel, and each source says what it could do', async () => {
  await open(complete);
  const panel = section('Painel');
  await panel.getByText('Em uso: Webservice').waitFor();
  await panel.getByLabel('Como o IXC é lido').selectOption({ label: 'Digitado à mão' });
  await expect
    .poll(() => sent('panel/source'))
    .toEqual([{ verb: 'panel/source', origin: 'https://painel.provedor.example', source: 'hand' }]);
  await panel.getByRole('button', { name: 'Testar fontes' }).click();
  const list = panel.getByRole('list', { name: 'O que cada fonte conseguiu' });
  await list.getByText('aceite o certificado').waitFor();
  await expect.poll(() => list.getByText('✗').count()).toBe(2);
});

test('the self-check names what it did not find, and its copy is the whole diagnosis', async () => {
  await open(complete);
  const panel = section('Painel');
  await panel.getByRole('button', { name: 'Autoverificação' }).click();
  await panel.getByText('não encontraram: idCell').waitFor();
  await panel.getByText('Em 2 linhas as fontes apontam').waitFor();
  await panel.getByText('Geração por fatura: ainda não suportado.').waitFor();
  await panel.getByRole('button', { name: 'Copiar diagnóstico' }).click();
  await panel.getByText('Copiado').waitFor();
  const copied = JSON.parse(await page().evaluate(() => navigator.clipboard.readText())) as unknown;
  expect({ ok: true, value: copied }).toEqual(kindReplies['panel/diagnose']);
});

test('without a token the identification is confirmed from what the charges carry', async () => {
  await open(story('without-token'));
  const webservice = section('Webservice');
  await webservice.getByRole('button', { name: 'Confirmar a identificação sem token' }).click();
  const key = webservice.getByLabel('Identificação do provedor');
  await expect.poll(() => key.inputValue()).toBe('11222333000181');
  await webservice.getByRole('button', { name: 'Procurar nas cobranças da conta' }).click();
  await webservice.getByRole('button', { name: 'provedor-antigo: 1 cobrança' }).click();
  await webservice.getByRole('button', { name: 'Confirmar identificação' }).click();
  await expect
    .poll(() => sent('panel/keys'))
    .toEqual([
      {
        verb: 'panel/keys',
        origin: 'https://painel.provedor.example',
        providerKey: 'provedor-antigo',
        aliases: [],
      },
    ]);
});

test('an old identification is looked for too, and forgotten only when asked twice', async () => {
  await open(story('warned'));
  const webservice = section('Webservice');
  await webservice.getByLabel('Outra identificação').fill(' sistema-de-antes ');
  await webservice.getByRole('button', { name: 'Incluir' }).click();
  await webservice.getByRole('button', { name: 'Remover provedor-antigo' }).click();
  await webservice.getByRole('button', { name: 'Sim, remover' }).click();
  await expect
    .poll(async () => (await sent('panel/keys')).map(({ aliases }) => aliases))
    .toEqual([['provedor-antigo', 'sistema-de-antes'], []]);
});

test('an old identification whose charges are of others is kept only when insisted on', async () => {
  const params = { alias: 'sistema-de-antes', differing: '4', compared: '5' };
  await open(story('warned'), {
    replies: { 'panel/keys': { ok: false, error: { code: 'alias-other-customers', params } } },
  });
  const webservice = section('Webservice');
  await webservice.getByLabel('Outra identificação').fill('sistema-de-antes');
  await webservice.getByRole('button', { name: 'Incluir' }).click();
  await webservice.getByText('das 5 conferidas, 4 têm outro CPF ou CNPJ').waitFor();
  await webservice.getByRole('button', { name: 'Usar esta identificação mesmo assim' }).click();
  await expect.poll(() => sent('panel/keys')).toHaveLength(2);
  const [first, second] = await sent('panel/keys');
  expect(first).not.toHaveProperty('insists');
  expect(second).toEqual({ ...first, insists: ['alias-other-customers'] });
});

test('filiais, carteiras and contas are saved as chosen, and the checks follow the choice', async () => {
  const [panel] = complete.panels;
  if (panel === undefined) throw new Error('no panel');
  await open({ ...complete, panels: [{ ...panel, accountId: null }] });
  const routing = section('Filiais, carteiras e contas');
  await routing.getByRole('button', { name: 'Ler do IXC' }).click();
  await routing.getByText('Sem permissão para listar cobranças').waitFor();
  const checks = routing.getByRole('list', { name: 'Conferência da carteira Boleto residencial' });
  await checks.getByText('sem conta Asaas').waitFor();
  await routing
    .getByLabel('Conta Asaas que cobra Provedor Exemplo Matriz')
    .selectOption({ index: 1 });
  await checks.getByText('tem conta Asaas').waitFor();
  await routing.getByLabel('Carteira Boleto residencial é do Asaas').check();
  await routing.getByText('Só os títulos das carteiras marcadas').waitFor();
  await routing
    .getByLabel('Conta no IXC')
    .selectOption({ label: 'Banco Exemplo, planejamento 12' });
  await routing.getByRole('button', { name: 'Salvar' }).click();
  await routing.getByText('Salvo.').waitFor();
  const accountId = 'sandbox:11222333000181';
  await expect
    .poll(() => sent('panel/routing'))
    .toEqual([
      {
        verb: 'panel/routing',
        origin: 'https://painel.provedor.example',
        routes: [{ filialId: '1', carteiraId: null, accountId }],
        carteiras: ['1'],
        settlements: [{ accountId, contaId: '5', planejamentoId: '12', name: 'Banco Exemplo' }],
      },
    ]);
});

test('a CNPJ other than that of a filial is said beside its account once IXC was read', async () => {
  await open(complete);
  const account = section('Conta Asaas');
  expect(await account.getByText('não é o da filial').count()).toBe(0);
  await section('Filiais, carteiras e contas').getByRole('button', { name: 'Ler do IXC' }).click();
  await account.getByText('não é o da filial Provedor Exemplo Filial Norte').waitFor();
});

test('with several panels the webservice section asks which', async () => {
  await open(story('two-accounts'));
  const webservice = section('Webservice');
  await webservice.getByLabel('Painel').selectOption('https://203.0.113.20:8443');
  await webservice.getByLabel('Token do webservice', { exact: true }).fill('12:exemplo');
  await webservice.getByRole('button', { name: 'Testar webservice' }).click();
  await expect
    .poll(() => sent('webservice/test'))
    .toMatchObject([{ origin: 'https://203.0.113.20:8443' }]);
});

test('terms left blank are inherited, and the description shows as the customer reads it', async () => {
  await open(complete);
  const sending = section('Envio');
  await sending.getByLabel('Descrição da cobrança').fill('Fatura {titulo}, contrato {contrato}');
  await sending.getByText('Fatura 48211, contrato 1207').waitFor();
  await sending.getByLabel('Multa por atraso (%)').fill('2,5');
  await sending.getByRole('button', { name: 'Salvar' }).click();
  await sending.getByText('Nada foi salvo').waitFor();
  await sending.getByLabel('Multa por atraso (%)').fill('1,5');
  await sending.getByLabel('Desconto para quem paga antes').selectOption({ label: 'Valor fixo' });
  await sending.getByLabel('Desconto (em reais)').fill('10,50');
  await sending.getByRole('button', { name: 'Salvar' }).click();
  await sending.getByText('Salvo.').waitFor();
  await expect
    .poll(() => sent('sending/save'))
    .toMatchObject([
      {
        terms: {
          finePercent: 1.5,
          interestPercentMonth: null,
          discount: { kind: 'fixed', amount: 1050, daysBefore: 0 },
          registrationDays: null,
        },
        oneClick: false,
      },
    ]);
});

test('the role is chosen here, unless the administrator decided it', async () => {
  await open(complete);
  const security = section('Segurança');
  await security.getByRole('radio', { name: 'Financeiro' }).check();
  await security.getByRole('button', { name: 'Salvar' }).click();
  await expect
    .poll(() => sent('security/save'))
    .toEqual([{ verb: 'security/save', autoLockMinutes: 30, role: 'finance' }]);
  await page().evaluate((view) => stub.setUp(view), story('warned'));
  await security.getByText('O administrador definiu').waitFor();
  await expect.poll(() => security.getByRole('radio').count()).toBe(0);
});
