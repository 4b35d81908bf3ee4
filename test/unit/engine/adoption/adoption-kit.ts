import { expect } from 'vitest';
import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import { createAdoption } from '../../../../lib/engine/adoption/adoption.ts';
import { createAdoptionHandlers } from '../../../../lib/engine/adoption/handlers.ts';
import { createRunner } from '../../../../lib/engine/outbox/runner.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { readAdoptionRun } from '../../../../lib/ledger/adoption-run.ts';
import type { AdoptionRow } from '../../../../lib/ledger/adoption-rows.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { fakeCpf } from '../../../emulators/ixc/data/documents.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN } from '../../../fixtures/settings.ts';
import { twoSides } from '../sync/two-sides.ts';

export const ACCOUNT = 'acc_sandbox';
const TAG_KEY = 'a1'.repeat(32);
const DAY = 86_400_000;

/** Both emulators with invoices and charges that were made by hand, and browsers that compare them. */
export function existingCharges() {
  const sides = twoSides();
  const payers = new Map<string, string>();

  const persons = new Set<string>();

  /** A customer of IXC like any other, with a CPF of its own. */
  function person(customerId: string): void {
    if (persons.has(customerId)) return;
    persons.add(customerId);
    sides.ixc.editCustomer(customerId, { cnpj_cpf: fakeCpf(700_000_000 + Number(customerId)) });
  }

  /** The record at Asaas of one customer of IXC. */
  function payerOf(customerId: string, externalReference?: string): string {
    const known = payers.get(customerId);
    if (known !== undefined && externalReference === undefined) return known;
    person(customerId);
    const { razao = '', cnpj_cpf: document = '' } = sides.ixc.customer(customerId);
    const { id } = sides.asaas.seedCustomer(ACCOUNT, {
      name: razao,
      cpfCnpj: document.replace(/\D/g, ''),
      ...(externalReference === undefined ? {} : { externalReference }),
    });
    payers.set(customerId, id);
    return id;
  }

  function invoice(customerId: string, cents = 7_700, dueDate = '2026-12-20'): string {
    person(customerId);
    const place = { carteiraId: '1', filialId: '1' };
    const { id = '' } = sides.ixc.addInvoice({ customerId, cents, dueDate, ...place });
    return id;
  }

  function charge(customerId: string, change: Parameters<typeof sides.seed>[0] = {}) {
    return sides.asaas.seedCharge(ACCOUNT, {
      customer: payerOf(customerId),
      value: 7_700,
      dueDate: '2026-12-20',
      createdAt: sides.clock.now() - 10 * DAY,
      ...change,
    });
  }

  /** One life of a worker; `again` is the next life of the same profile. */
  async function browser(overrides: Partial<EnginePorts> = {}) {
    const profile = await sides.browser(overrides);
    const life = (ports: EnginePorts) => {
      const runner = createRunner(ports);
      const adoption = createAdoption({
        engine: ports,
        tagKey: () => Promise.resolve(ok(TAG_KEY)),
        runJobs: runner.run,
      });
      const handlers = createAdoptionHandlers({ engine: ports, wake: () => undefined });
      return { ports, runner, adoption, handlers };
    };
    const first = life(profile.ports);
    const { ledger, ports } = profile;
    const rows = () => ledger.adoptions.toArray();
    return {
      ...profile,
      ...first,
      again: (change: Partial<EnginePorts> = {}) => life({ ...ports, ...change }),
      start: () =>
        first.handlers['adoption/start']({
          verb: 'adoption/start',
          origin: ORIGIN,
          accountId: account.id,
        }),
      state: () => readAdoptionRun(ledger),
      rows,
      of: async (id: string): Promise<AdoptionRow | undefined> => ledger.adoptions.get(id),
      /** Confirms every exact match, as the page shows them. */
      link: async () => {
        const exact = (await rows()).filter(
          ({ kind, stage }) => kind === 'exact' && stage === 'found',
        );
        const run = (await readAdoptionRun(ledger))?.id ?? '';
        return first.handlers['adoption/link']({ verb: 'adoption/link', run, count: exact.length });
      },
      undo: async (id: string) => {
        const batch = (await ledger.adoptions.get(id))?.batch ?? '';
        return first.handlers['adoption/undo']({ verb: 'adoption/undo', batch, chargeId: id });
      },
      /** The alarm, every half minute. */
      pass: async (minutes: number) => {
        for (let step = 0; step < minutes * 2; step += 1) {
          await sides.clock.advance(30_000);
          await first.adoption.run();
          await first.runner.run();
          await first.adoption.run();
        }
      },
    };
  }

  return {
    ...sides,
    payerOf,
    invoice,
    charge,
    browser,
    reference: (invoiceId: string) => `ixc:${KEY}:${invoiceId}`,
    puts: () => sides.asaas.requests({ method: 'PUT', path: '/v3/payments/*' }),
    changes: () => sides.asaas.requests().filter(({ method }) => method !== 'GET'),
  };
}

/** One invoice and one charge that fit, found by a browser; `more` makes others. */
export async function compared() {
  const at = existingCharges();
  const invoice = at.invoice('7');
  const charge = at.charge('7');
  const browser = await at.browser();
  await browser.start();
  await browser.adoption.run();
  /** The next life of the worker, with another way to change a charge. */
  const changing = (updateCharge: AsaasClient['updateCharge']) =>
    browser.again({ asaas: () => Promise.resolve(ok({ ...browser.client, updateCharge })) });
  const more = { charge: at.charge, invoice: at.invoice };
  return { ...at, invoice, charge, browser, changing, more };
}

/** The same once they were linked. */
export async function linked() {
  const at = await compared();
  await at.browser.link();
  await at.browser.adoption.run();
  expect(await at.browser.of(at.charge.id)).toMatchObject({ stage: 'linked' });
  return at;
}
