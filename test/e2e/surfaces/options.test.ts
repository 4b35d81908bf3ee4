import { expect, test } from 'vitest';
import { useOptions } from './options-page.ts';
import { complete, empty, setupStories } from './page-stories.ts';

const { open, openUnanswered, page, section, sent } = useOptions();

test('the connection test says whose key it is, hides the document, and stores nothing', async () => {
  await open(empty);
  const account = section('Conta Asaas');
  const key = account.getByLabel('Chave de API do Asaas', { exact: true });
  expect(await key.getAttribute('type')).toBe('password');
  await key.fill('  $aact_hmlg_000exemplo  ');
  await account.getByRole('button', { name: 'Testar conexão' }).click();
  await account.getByText('Nada foi alterado na conta').waitFor();
  const text = await account.innerText();
  expect(text).toContain('Provedor Exemplo Ltda');
  expect(text).toContain('SANDBOX');
  expect(text).toContain('Aprovada');
  expect(text).not.toContain('11222333000181');
  await expect
    .poll(() => sent('account/test'))
    .toEqual([{ verb: 'account/test', key: '$aact_hmlg_000exemplo' }]);
  expect(await sent('account/save')).toEqual([]);
});

test('a saved key leaves the page', async () => {
  await open(empty);
  const account = section('Conta Asaas');
  const key = account.getByLabel('Chave de API do Asaas', { exact: true });
  await key.fill('$aact_hmlg_000exemplo');
  await account.getByRole('button', { name: 'Salvar' }).click();
  await account.getByText('Salvo.').waitFor();
  await expect.poll(() => key.inputValue()).toBe('');
});

test('a refused key says what to do and quotes Asaas', async () => {
  await open(empty, {
    replies: {
      'account/test': {
        ok: false,
        error: { code: 'asaas-key-refused', detail: 'A chave de API fornecida é inválida' },
      },
    },
  });
  const account = section('Conta Asaas');
  await account.getByRole('button', { name: 'Testar conexão' }).click();
  const alert = account.getByRole('alert');
  await alert.getByText('Gere outra no Asaas').waitFor();
  await alert.getByText('A chave de API fornecida é inválida').waitFor();
});

test.each([
  ['https://painel.provedor.example/adm.php#x', 'https://painel.provedor.example/*'],
  ['painel.provedor.example', 'https://painel.provedor.example/*'],
  ['http://10.0.0.5:8080/adm.php', 'http://10.0.0.5:8080/*'],
])('authorising %s asks for its host inside the click, then adds it', async (typed, pattern) => {
  await open(empty);
  const panel = section('Painel');
  await panel.getByLabel('Endereço do painel').fill(typed);
  await panel.getByRole('button', { name: 'Autorizar painel' }).click();
  await panel.getByText('Recarregue a aba').waitFor();
  await expect
    .poll(() => page().evaluate(() => stub.permissionsAsked))
    .toEqual([{ asked: { origins: [pattern] }, within: true, before: 0 }]);
  await expect
    .poll(() => sent('panel/add'))
    .toEqual([{ verb: 'panel/add', address: new URL(pattern.slice(0, -1)).origin }]);
});

test.each([
  ['isto não é endereço', 'Este endereço não é válido'],
  ['http://painel.provedor.example', 'Use o endereço com https'],
])('"%s" is refused before the browser asks anything', async (typed, words) => {
  await open(empty);
  const panel = section('Painel');
  await panel.getByLabel('Endereço do painel').fill(typed);
  await panel.getByRole('button', { name: 'Autorizar painel' }).click();
  await panel.getByText(words).waitFor();
  expect(await page().evaluate(() => stub.permissionsAsked)).toEqual([]);
});

test('a permission that was denied is said, and no panel is added', async () => {
  await open(empty, { permissionGranted: false });
  const panel = section('Painel');
  await panel.getByLabel('Endereço do painel').fill('painel.provedor.example');
  await panel.getByRole('button', { name: 'Autorizar painel' }).click();
  await panel.getByText('escolha “Permitir”').waitFor();
  expect(await sent('panel/add')).toEqual([]);
});

test('the webservice is saved with the provider key that was confirmed after the test', async () => {
  const view = setupStories['half-way'] ?? empty;
  await open(view);
  const webservice = section('Webservice');
  await webservice.getByLabel('Token do webservice', { exact: true }).fill('12:exemplo');
  expect(await webservice.getByRole('button', { name: 'Salvar' }).isDisabled()).toBe(true);
  await webservice.getByRole('button', { name: 'Testar webservice' }).click();
  const key = webservice.getByLabel('Identificação do provedor');
  await key.waitFor();
  await expect.poll(() => key.inputValue()).toBe('11222333000181');
  await webservice.getByText('3.000').waitFor();
  await webservice.getByRole('button', { name: 'Salvar' }).click();
  await webservice.getByText('Salvo.').waitFor();
  await expect
    .poll(() => sent('webservice/save'))
    .toEqual([
      {
        verb: 'webservice/save',
        origin: 'https://painel.provedor.example',
        token: '12:exemplo',
        providerKey: '11222333000181',
      },
    ]);
});

test('a provider key that the account does not know is used only when asked for a second time', async () => {
  const params = { found: 'provedor-exemplo', typed: '11222333000181' };
  await open(setupStories['half-way'] ?? empty, {
    replies: { 'webservice/save': { ok: false, error: { code: 'provider-key-other', params } } },
  });
  const webservice = section('Webservice');
  await webservice.getByLabel('Token do webservice', { exact: true }).fill('12:exemplo');
  await webservice.getByRole('button', { name: 'Testar webservice' }).click();
  await webservice.getByRole('button', { name: 'Salvar' }).click();
  await webservice.getByText('com a identificação provedor-exemplo').waitFor();
  const anyway = webservice.getByRole('button', { name: 'Usar esta identificação mesmo assim' });
  await anyway.click();
  await expect.poll(() => sent('webservice/save')).toHaveLength(2);
  const [first, second] = await sent('webservice/save');
  expect(first).not.toHaveProperty('insists');
  expect(second).toEqual({ ...first, insists: ['provider-key-other'] });

  await anyway.waitFor();
  await webservice.getByLabel('Identificação do provedor').fill('provedor-exemplo');
  await anyway.waitFor({ state: 'detached' });
});

test('sending is saved only with someone chosen to notify and numbers within the law', async () => {
  await open(empty);
  const sending = section('Envio');
  const save = sending.getByRole('button', { name: 'Salvar' });
  await save.click();
  await sending.getByText('Escolha quem avisa o cliente.').waitFor();
  await sending.getByLabel('Multa (%)').fill('3');
  await sending.getByLabel('Asaas').check();
  await save.click();
  expect(await sent('sending/save')).toEqual([]);
  await sending.getByLabel('Multa (%)').fill('1,5');
  await save.click();
  await sending.getByText('Salvo.').waitFor();
  await expect
    .poll(() => sent('sending/save'))
    .toMatchObject([
      { notifier: 'asaas', overdue: { finePercent: 1.5, interestPercentMonth: 1, dueInDays: 3 } },
    ]);
});

test('a passphrase needs ten characters, typed twice alike', async () => {
  await open(empty);
  const security = section('Segurança');
  const create = security.getByRole('button', { name: 'Criar frase-senha' });
  await security.getByLabel('Nova frase-senha', { exact: true }).fill('curta');
  await security.getByText('Faltam 5 caracteres.').waitFor();
  await security.getByLabel('Nova frase-senha', { exact: true }).fill('quatro palavras bem longas');
  await security.getByLabel('Repita a frase-senha', { exact: true }).fill('outra coisa');
  await security.getByText('não são iguais').waitFor();
  expect(await create.isDisabled()).toBe(true);
  await security
    .getByLabel('Repita a frase-senha', { exact: true })
    .fill('quatro palavras bem longas');
  await create.click();
  await expect
    .poll(() => sent('vault/set-passphrase'))
    .toEqual([
      {
        verb: 'vault/set-passphrase',
        current: null,
        passphrase: 'quatro palavras bem longas',
      },
    ]);
});

test('removing an account is asked twice and says what stays', async () => {
  await open(complete);
  const account = section('Conta Asaas');
  await account.getByRole('button', { name: 'Remover Provedor Exemplo Ltda' }).click();
  await account.getByText('continuam no Asaas').waitFor();
  expect(await sent('account/remove')).toEqual([]);
  await account.getByRole('button', { name: 'Sim, remover' }).click();
  await expect.poll(() => sent('account/remove')).toHaveLength(1);
});

test('two accounts of one owner are told apart, and each panel says which one charges it', async () => {
  await open(setupStories['two-accounts'] ?? empty);
  await page().getByText('3 de 4 passos prontos').waitFor();
  const names = await section('Conta Asaas')
    .getByRole('button', { name: 'Remover Provedor' })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
  expect(new Set(names).size).toBe(2);

  const panels = section('Painel');
  await panels.getByText('Nenhuma conta cobra este painel').waitFor();
  const unlinked = panels.getByLabel('Conta que cobra https://203.0.113.20:8443');
  await unlinked.selectOption({ label: 'Provedor Exemplo Ltda, PRODUÇÃO, chave termina em c3d4' });
  await expect
    .poll(() => sent('panel/account'))
    .toEqual([
      {
        verb: 'panel/account',
        origin: 'https://203.0.113.20:8443',
        accountId: 'production:11222333000181',
      },
    ]);
});

test('the only account, charging already, is no choice', async () => {
  await open(complete);
  await section('Painel').getByText('permissão ativa').waitFor();
  expect(await section('Painel').getByLabel('Conta que cobra').count()).toBe(0);
});

test('a worker that cannot be reached is said, with a way to try again', async () => {
  await openUnanswered();
  await page().getByRole('alert').waitFor();
  await page().getByRole('button', { name: 'Tentar de novo' }).click();
  await expect.poll(() => sent('setup/read')).toHaveLength(2);
});

test('everything on the page can be reached and used by keyboard', async () => {
  await open(empty);
  await section('Painel').getByLabel('Endereço do painel').focus();
  await page().keyboard.type('painel.provedor.example');
  await page().keyboard.press('Enter');
  await section('Painel').getByText('Recarregue a aba').waitFor();
  await expect.poll(() => page().evaluate(() => stub.permissionsAsked)).toHaveLength(1);
});
