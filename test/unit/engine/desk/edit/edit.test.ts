import { describe, expect, it } from 'vitest';
import { cents } from '../../../../../lib/billing/money.ts';
import { planSend } from '../../../../../lib/billing/send-plan.ts';
import type { EnginePorts } from '../../../../../lib/engine/ports.ts';
import { rowStates } from '../../../../../lib/engine/panel/row-states.ts';
import { gatherFacts } from '../../../../../lib/engine/send/gather.ts';
import { verifyChain } from '../../../../../lib/engine/audit/chain.ts';
import { day } from '../../../../fixtures/day.ts';
import { editedCharge } from './edited.ts';

const NEW_DATE = { dueDate: day('2026-12-20'), reason: 'pediu mais prazo' } as const;

/** What the drawer would plan for the invoice now. */
async function plannedNow(ports: EnginePorts) {
  const [panel] = (await ports.readSettings()).panels;
  if (!panel) throw new Error('no panel');
  const gathered = await gatherFacts(ports, panel, '1001', {});
  if (!gathered.ok) throw new Error(gathered.error.code);
  return planSend(gathered.value.facts);
}

describe('a new date', () => {
  it('is given to the very same charge, with one request', async () => {
    const at = await editedCharge();
    expect(await at.askAndRun(NEW_DATE)).toMatchObject({ state: 'done' });
    expect(at.puts()).toHaveLength(1);
    expect(at.bench.live()).toMatchObject([
      { id: at.charge.id, dueDate: '2026-12-20', value: 9990 },
    ]);
    expect(at.bench.posts()).toEqual([]);
    expect(verifyChain(await at.ports.ledger.audit.toArray())).toEqual({ ok: true });
  });

  it('is not proposed to be undone, and says that IXC has another one', async () => {
    const at = await editedCharge();
    await at.askAndRun(NEW_DATE);
    const plan = await plannedNow(at.ports);
    expect(plan).toMatchObject({ kind: 'reuse', warnings: [{ code: 'due-date-agreed' }] });
    const shown = await (await at.drawer()).view();
    expect(shown?.ixcStill).toMatchObject({
      invoiceDueDate: '2026-12-10',
      agreed: { dueDate: '2026-12-20', reason: 'pediu mais prazo' },
    });
  });

  it('loses its mark once IXC has the same date', async () => {
    const at = await editedCharge();
    await at.askAndRun(NEW_DATE);
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, dueDate: day('2026-12-20') };
    expect(await plannedNow(at.ports)).toMatchObject({ kind: 'reuse', warnings: [] });
    expect((await (await at.drawer()).view())?.ixcStill).toBeNull();
  });

  it('is a difference again once IXC has a third date', async () => {
    const at = await editedCharge();
    await at.askAndRun(NEW_DATE);
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, dueDate: day('2026-12-15') };
    expect(await plannedNow(at.ports)).toMatchObject({
      kind: 'update',
      dueDate: { from: '2026-12-20', to: '2026-12-15' },
    });
    expect((await (await at.drawer()).view())?.ixcStill).toBeNull();
  });

  it('is not turned back once somebody at Asaas gave the charge a third one: both dates are told', async () => {
    const at = await editedCharge();
    await at.askAndRun(NEW_DATE);
    at.bench.asaas.edit(at.charge.id, { dueDate: '2026-12-28' });
    const params = { charge: '28/12/2026', ixc: '10/12/2026' };
    expect(await plannedNow(at.ports)).toMatchObject({
      kind: 'reuse',
      warnings: [{ code: 'due-date-moved', params }],
    });
  });

  it('keeps an update of the value from putting the date back', async () => {
    const at = await editedCharge();
    await at.askAndRun(NEW_DATE);
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, open: cents(4990) };
    expect(await plannedNow(at.ports)).toMatchObject({
      kind: 'update',
      value: { from: 9990, to: 4990 },
      dueDate: null,
    });
  });

  it('drops the codes of before, so that they are asked for anew', async () => {
    const at = await editedCharge();
    const codes = { pix: null, linhaDigitavel: null, value: 9990, fetchedAt: 0 };
    await at.ports.ledger.codes.put({ chargeId: at.charge.id, dueDate: '2026-12-20', ...codes });
    await at.askAndRun(NEW_DATE);
    expect(await at.ports.ledger.codes.get(at.charge.id)).toBeUndefined();
  });
});

describe('a new date that another browser agreed', () => {
  /** What stands at Asaas and in IXC, and a browser whose ledger has none of the words for it. */
  async function elsewhere() {
    const at = await editedCharge();
    await at.askAndRun(NEW_DATE);
    await at.ports.ledger.jobs.clear();
    return at;
  }

  it('is neither turned back nor passed over: the drawer says both dates, and gives no reason', async () => {
    const at = await elsewhere();
    expect(await plannedNow(at.ports)).toMatchObject({
      kind: 'reuse',
      warnings: [{ code: 'due-date-moved' }],
    });
    expect((await (await at.drawer()).view())?.ixcStill).toEqual({
      invoiceDueDate: '2026-12-10',
      dueDate: '2026-12-20',
      agreed: null,
    });
  });

  it('is turned back where a person says so, by the same charge', async () => {
    const at = await elsewhere();
    await at.askAndRun({ dueDate: day('2026-12-10'), reason: 'não foi combinado' });
    expect(at.bench.live()).toMatchObject([{ id: at.charge.id, dueDate: '2026-12-10' }]);
    expect((await (await at.drawer()).view())?.ixcStill).toBeNull();
  });

  it('is a difference like any other once IXC has a third date', async () => {
    const at = await elsewhere();
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, dueDate: day('2026-12-15') };
    expect(await plannedNow(at.ports)).toMatchObject({
      kind: 'update',
      dueDate: { from: '2026-12-20', to: '2026-12-15' },
    });
  });
});

describe('the row of an invoice whose charge has another date', () => {
  async function rowOf({ ports }: Awaited<ReturnType<typeof editedCharge>>) {
    const [panel] = (await ports.readSettings()).panels;
    if (!panel) throw new Error('no panel');
    await gatherFacts(ports, panel, '1001', {});
    const [row] = await rowStates(ports, panel, ['1001']);
    return row;
  }

  it('says which one IXC still has, whichever browser agreed the other', async () => {
    const at = await editedCharge();
    expect(await rowOf(at)).not.toHaveProperty('ixcStill');
    await at.askAndRun(NEW_DATE);
    expect(await rowOf(at)).toMatchObject({ group: 'open', ixcStill: '2026-12-10' });
    await at.ports.ledger.jobs.clear();
    expect(await rowOf(at)).toMatchObject({ ixcStill: '2026-12-10' });
  });

  it('says nothing any more once both dates agree, or the charge is paid', async () => {
    const at = await editedCharge();
    await at.askAndRun(NEW_DATE);
    const { invoice } = at.bench.ixc;
    at.bench.ixc.invoice = { ...invoice, dueDate: day('2026-12-20') };
    expect(await rowOf(at)).not.toHaveProperty('ixcStill');
    at.bench.ixc.invoice = invoice;
    expect(await rowOf(at)).toHaveProperty('ixcStill');
    at.bench.asaas.pay(at.charge.id);
    expect(await rowOf(at)).not.toHaveProperty('ixcStill');
  });
});

describe('an overdue invoice that gets a new date', () => {
  async function overdue() {
    const at = await editedCharge();
    await at.bench.clock.advance(22 * 24 * 60 * 60_000);
    // 14/12/2026, four days after 10/12: 2 % of 99,90 = 2,00; 1 % × 4/30 of 99,90 = 0,13.
    at.bench.asaas.edit(at.charge.id, { status: 'OVERDUE' });
    return at;
  }
  const DATE = { dueDate: day('2026-12-21'), reason: 'combinado' } as const;

  it('is asked what becomes of what accrued', async () => {
    const at = await overdue();
    const drawer = await at.drawer();
    await drawer.open('date');
    expect(await drawer.preview(DATE)).toMatchObject({
      editId: null,
      plan: { kind: 'refused', accrued: { daysLate: 4, fine: 200, interest: 13 } },
    });
  });

  it('is charged until today once, and never again', async () => {
    const at = await overdue();
    await at.askAndRun({ ...DATE, accrued: 'charge-until-today' });
    expect(at.bench.live()).toMatchObject([
      {
        value: 9990 + 213,
        dueDate: '2026-12-21',
        terms: { fine: { value: 0 }, interest: { value: 0 } },
      },
    ]);
    expect(await plannedNow(at.ports)).toMatchObject({ kind: 'reuse' });
    const drawer = await at.drawer();
    await drawer.open('terms');
    expect(await drawer.preview({ finePercent: 2, reason: '' })).toMatchObject({
      plan: {
        kind: 'refused',
        refusals: [{ code: 'contains-accrued' }, { code: 'nothing-changed' }],
      },
    });
  });

  it('is waived with its reason, and keeps its value', async () => {
    const at = await overdue();
    await at.askAndRun({ ...DATE, accrued: 'waive' });
    expect(at.bench.live()).toMatchObject([{ value: 9990, dueDate: '2026-12-21' }]);
    const lines = await at.ports.ledger.audit.toArray();
    expect(lines.at(-1)?.detail).toMatchObject({ accrued: 'waive', reason: 'combinado' });
  });

  it('is given back to its balance when what it contained is waived later', async () => {
    const at = await overdue();
    await at.askAndRun({ ...DATE, accrued: 'charge-until-today' });
    await at.askAndRun({ dueDate: day('2026-12-28'), reason: 'gerente', accrued: 'waive' });
    expect(at.bench.live()).toMatchObject([{ value: 9990, dueDate: '2026-12-28' }]);
  });
});
