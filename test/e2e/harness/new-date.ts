import type { FrameLocator, Page } from '@playwright/test';
import { PROVIDER } from '../../emulators/ixc/index.ts';
import { words } from './catalogues.ts';
import { press } from './chromium-press.ts';
import type { Invoice, World } from './world.ts';

const says = (key: string) => words('pt-BR', `edit.${key}`);

/** `2026-12-20` as people read it. */
export function brazilian(date: string): string {
  return date.split('-').toReversed().join('/');
}

/**
 * The invoice's charge, sent long ago: one that was just sent is looked at for some minutes more, and is not
 * changed meanwhile. Gives its id.
 */
export function chargedLongAgo({ asaas, ixc }: World, invoice: Invoice): string {
  const customer = ixc.control.customer(invoice.customerId);
  const externalReference = `ixc:${PROVIDER.cnpj}:c:${invoice.customerId}`;
  const known = asaas.control
    .customers()
    .find((each) => each.externalReference === externalReference);
  const payer =
    known ??
    asaas.control.seedCustomer('acc_sandbox', {
      name: String(customer['razao']),
      cpfCnpj: String(customer['cnpj_cpf']),
      externalReference,
    });
  const { id } = asaas.control.seedCharge('acc_sandbox', {
    customer: payer.id,
    value: invoice.cents,
    dueDate: invoice.dueDate,
    externalReference: `ixc:${PROVIDER.cnpj}:${invoice.id}`,
  });
  return id;
}

/** What a person does in an open drawer, one by one: to be counted. A field filled in is one action. */
export class CountedActions {
  readonly done: string[] = [];
  readonly #page: Page;
  readonly #drawer: FrameLocator;

  constructor(page: Page, drawer: FrameLocator) {
    this.#page = page;
    this.#drawer = drawer;
  }

  async key(key: string): Promise<void> {
    this.done.push(key);
    await this.#page.keyboard.press(key);
  }

  async fill(label: string, text: string): Promise<void> {
    this.done.push(label);
    await this.#drawer.getByLabel(label, { exact: true }).fill(text);
  }

  async choose(label: string): Promise<void> {
    this.done.push(label);
    await this.#drawer.getByRole('radio', { name: label }).check();
  }

  async press(label: string): Promise<void> {
    this.done.push(label);
    await press(this.#drawer.getByRole('button', { name: label, exact: true }));
  }
}

/** Gives the charge on screen another date, from the open drawer on, and waits until Asaas has it. */
export async function giveNewDate(
  page: Page,
  drawer: FrameLocator,
  { date, accrued = null }: { readonly date: string; readonly accrued?: string | null },
): Promise<CountedActions> {
  const actions = new CountedActions(page, drawer);
  await drawer.locator('h1').focus();
  await drawer.locator('[data-key="n"]:not(:disabled)').waitFor();
  await actions.key('n');
  await actions.fill(says('due_date'), date);
  await actions.fill(says('reason'), 'Pediu mais prazo');
  if (accrued !== null) await actions.choose(accrued);
  await actions.press(says('confirm_date'));
  await drawer.locator('[data-edit-job="done"]').waitFor();
  return actions;
}
