import type { EditAsked, EditFormKind } from '../../../../../lib/billing/edit/charge-edit.ts';
import { editPart } from '../../../../../lib/engine/desk/edit/part.ts';
import { invoiceStanding } from '../../../../../lib/engine/drawer/standing.ts';
import type { EnginePorts } from '../../../../../lib/engine/ports.ts';
import { gatherFacts, type Gathered } from '../../../../../lib/engine/send/gather.ts';
import type { EditJobRow } from '../../../../../lib/ledger/desk-rows.ts';
import type { ChargeEdit } from '../../../../../lib/messages/charge-edit.ts';
import { chargedAtCounter } from '../../outbox/counter-work.ts';
import { letPass, ORIGIN } from '../../workbench.ts';

export const PUT = { method: 'PUT', path: '/v3/payments/*' } as const;

/** A charge that was sent and verified, and drawers in which it is changed. */
export async function editedCharge(role: 'attendant' | 'finance' = 'finance') {
  const at = await chargedAtCounter();
  at.bench.configure((settings) => ({ ...settings, security: { ...settings.security, role } }));

  /** A drawer of its own over the same worker. */
  async function drawer(ports: EnginePorts = at.ports) {
    let gathered: Gathered | null = null;
    const place = { origin: ORIGIN, invoiceId: '1001' };
    const standing = async () => invoiceStanding(ports, await ports.readSettings(), place);
    const read = async () => {
      const [panel] = (await ports.readSettings()).panels;
      if (!panel) throw new Error('no panel');
      const answer = await gatherFacts(ports, panel, '1001', {});
      gathered = answer.ok ? answer.value : null;
    };
    await read();
    const part = editPart({
      engine: ports,
      // What was confirmed runs when the test says so.
      runner: { ...at.runner, run: () => Promise.resolve() },
      ...place,
      gathered: () => gathered,
      standing,
      show: () => Promise.resolve(),
    });
    const view = async (): Promise<ChargeEdit | null> =>
      part.view(await ports.readSettings(), await standing());
    return {
      view,
      read,
      open: (form: EditFormKind) => part.handle({ verb: 'edit', form }),
      preview: async (asked: EditAsked) => {
        await part.handle({ verb: 'edit-preview', asked });
        return (await view())?.form?.preview ?? null;
      },
      confirm: (editId: string) => part.handle({ verb: 'edit-confirm', editId }),
    };
  }

  /** Opens the form, says it, confirms: what a person does. Null where there was nothing to confirm. */
  async function ask(asked: EditAsked, ports: EnginePorts = at.ports): Promise<EditJobRow | null> {
    const own = await drawer(ports);
    await own.open(asked.dueDate === undefined ? 'terms' : 'date');
    const shown = await own.preview(asked);
    if (shown?.editId == null) return null;
    await own.confirm(shown.editId);
    return newest();
  }

  const newest = async (): Promise<EditJobRow | null> => {
    const jobs = await at.ports.ledger.jobs.toArray();
    const edits = jobs.filter((job): job is EditJobRow => job.kind === 'edit');
    return edits.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
  };

  return {
    ...at,
    drawer,
    ask,
    newest,
    askAndRun: async (asked: EditAsked) => {
      const job = await ask(asked);
      await at.runner.run();
      return job === null ? null : newest();
    },
    puts: () => at.bench.asaas.requests(PUT),
    later: (minutes: number) => letPass(at.bench, [at.runner], minutes),
  };
}
