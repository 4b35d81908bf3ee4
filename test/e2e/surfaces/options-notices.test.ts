import { expect, test } from 'vitest';
import { useOptions } from './options-page.ts';
import { complete } from './page-stories.ts';

const { open, page, section, sent } = useOptions();
const save = () => section('Notificações').getByRole('button', { name: 'Salvar' }).click();

test('one kind is switched off and the others stay as they are', async () => {
  await open(complete);
  const notices = section('Notificações');
  expect(await notices.getByLabel('Mostrar nomes').isChecked()).toBe(false);
  await notices.getByLabel('Cobrança vencida').uncheck();
  await save();
  await notices.getByText('Salvo.').waitFor();
  expect(await sent('notifications/save')).toEqual([
    {
      verb: 'notifications/save',
      notifications: {
        ...complete.notifications,
        kinds: { ...complete.notifications.kinds, overdue: false },
      },
    },
  ]);
});

test('quiet hours may pass midnight, and the page says so', async () => {
  await open(complete);
  const notices = section('Notificações');
  await notices.getByRole('radio', { name: 'Com horário de silêncio' }).check();
  await notices.getByLabel('Silêncio a partir de').fill('21:30');
  await notices.getByLabel('Volta a avisar às').fill('07:15');
  await notices.getByText('Das 21:30 às 07:15 do dia seguinte.').waitFor();
  await save();
  await expect
    .poll(() => sent('notifications/save'))
    .toMatchObject([{ notifications: { quietHours: { from: '21:30', to: '07:15' } } }]);
});

test.each([
  ['the same hour twice', '07:15', 'As duas horas são iguais'],
  ['an hour that is missing', '', 'Informe as duas horas'],
])('%s is not saved, and the page says why', async (_what, to, words) => {
  await open({
    ...complete,
    notifications: { ...complete.notifications, quietHours: { from: '07:15', to: '08:00' } },
  });
  const notices = section('Notificações');
  await notices.getByLabel('Volta a avisar às').fill(to);
  await notices.getByText(words).waitFor();
  await save();
  await notices.getByRole('alert').getByText('Nada foi salvo').waitFor();
  expect(await sent('notifications/save')).toEqual([]);
});

test('names are shown only by choice, and nothing is asked of the browser', async () => {
  await open(complete);
  await section('Notificações').getByLabel('Mostrar nomes').check();
  await save();
  await expect
    .poll(() => sent('notifications/save'))
    .toMatchObject([{ notifications: { showNames: true, quietHours: null } }]);
  expect(await page().evaluate(() => stub.permissionsAsked)).toEqual([]);
});
