import type { Page } from '@playwright/test';
import { message, words } from '../harness/catalogues.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { eventually } from '../harness/eventually.ts';
import { firstLedger, leaveFirstLedger, rawLedger, type Rows } from '../harness/older-ledger.ts';
import { civilDateIn, type World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

/** A page of the extension that runs nothing. */
const BARE = 'icons/128.png';

const says = (key: string) => words('pt-BR', `popup.${key}`);
const figure = (popup: Page, name: string) => popup.locator(`[data-figure="${name}"] dd`);

/** The first release's rows, with due dates that stay ahead whenever the test runs. */
function rows(): Rows {
  const { charges = [], ...others } = firstLedger();
  return {
    ...others,
    charges: (charges as readonly { status: string }[]).map((charge) =>
      charge.status === 'PENDING' ? { ...charge, dueDate: civilDateIn(20) } : charge,
    ),
  };
}

/** Asaas does not know those charges: it keeps silent about them. Gives the way to let it speak again. */
function silence({ asaas: { control } }: World): () => void {
  const rule = control.addFault({
    path: '/v3/**',
    fault: { kind: 'status', status: 503 },
    times: 0,
  });
  return () => control.removeFault(rule);
}

test('a ledger that a page of the first release holds is waited for, and then brought up to date', async ({
  launchSetUp,
  world,
}) => {
  const speak = silence(world);
  const session = await launchSetUp();
  try {
    const older = await session.extensionPage(BARE);
    await session.killWorker();
    const left = rows();
    await leaveFirstLedger(older, left, true);
    const before = world.asaas.control.requests().at(-1)?.sequence ?? 0;

    const popup = await session.extensionPage('popup.html');
    const options = await session.extensionPage('options.html');
    const waits = message('pt-BR', 'failure.ledger-waits');
    await expect(popup.getByText(waits).first()).toBeVisible();
    await expect(options.getByText(waits).first()).toBeVisible();
    await expect(figure(popup, 'pending')).not.toContainText('0');

    await older.close();
    await test.step('let go, both pages go on by themselves, and all is there', async () => {
      await expect(figure(popup, 'pending')).toHaveText(/^2\s*R\$\s223,35$/);
      await expect(figure(popup, 'overdue')).toHaveText(/^1\s*R\$\s99,90$/);
      await expect(popup.getByText(waits)).toHaveCount(0);
      await expect(popup.getByText(says('setup_left'))).toHaveCount(0);
      await chromiumSurface(options).section('Dados').press('Conferir auditoria');
      await chromiumSurface(options)
        .section('Dados')
        .waitFor(/íntegra/);
      await expect(options.getByText(waits)).toHaveCount(0);
    });

    const now = await rawLedger(popup);
    expect(now.version).toBe(40);
    expect(now.rows['charges']).toEqual(left['charges']);
    expect(now.rows['audit']).toEqual(expect.arrayContaining([...(left['audit'] ?? [])]));
    expect(now.rows['jobs']).toHaveLength(left['jobs']?.length ?? 0);
    expect(now.rows['aggregates']).not.toEqual([]);
    const asked = world.asaas.control.requests({ after: before });
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
  } finally {
    await session.close();
    speak();
  }
});

test('a ledger that cannot be brought up to date is said to be so, and stays as it was', async ({
  launchSetUp,
  world,
}) => {
  const speak = silence(world);
  const session = await launchSetUp();
  try {
    const bare = await session.extensionPage(BARE);
    await session.killWorker();
    const { audit = [], ...others } = rows();
    // Of no installation: the audit's new key has no place for it.
    await leaveFirstLedger(bare, { ...others, audit: [...audit, { seq: 999 }] });
    const before = await rawLedger(bare);

    for (const file of ['popup.html', 'options.html']) {
      const page = await session.extensionPage(file);
      const failed = message('pt-BR', 'failure.ledger-upgrade-failed');
      await expect(page.getByText(failed).first()).toBeVisible();
      await page.close();
    }
    await eventually('it lies as it did', async () => {
      expect(await rawLedger(bare)).toEqual(before);
      return true;
    });
    expect(before.version).toBe(10);
  } finally {
    await session.close();
    speak();
  }
});
