import { useEffect, useState } from 'react';
import type { CivilDate } from '../../../../lib/billing/calendar.ts';
import type { EditFormKind } from '../../../../lib/billing/edit/charge-edit.ts';
import type { ChargeEdit, EditForm } from '../../../../lib/messages/charge-edit.ts';
import type { DeskProps } from '../Desk.tsx';
import type { EditDraft } from './edit-draft.ts';

/** What was opened here and not put away, and what was typed in it. */
interface Opened {
  readonly chargeId: string;
  readonly kind: EditFormKind;
  readonly patch: Partial<EditDraft>;
  /** It was confirmed, with this job on screen: another one is the answer. `broken`: the line broke over it. */
  readonly confirmed: { readonly jobId: string | null; readonly broken: boolean } | null;
}

export interface OpenForm {
  /** The worker's; its last one while it is asked for again. */
  readonly form: EditForm | null;
  /** False: the worker does not have it, and nothing of it can be confirmed. */
  readonly isThere: boolean;
  readonly patch: Partial<EditDraft>;
  readonly type: (patch: Partial<EditDraft>) => void;
  readonly open: (kind: EditFormKind, start?: CivilDate) => void;
  readonly close: () => void;
  readonly confirm: (editId: string) => void;
}

/**
 * The form of a change. A worker that began anew knows nothing of it, and a lock makes it forget: what is open
 * here and not there is asked for, and what was typed is planned anew.
 */
export function useOpenForm(
  edit: ChargeEdit | null,
  { connected, send }: Pick<DeskProps, 'connected' | 'send'>,
): OpenForm {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [last, setLast] = useState<EditForm | null>(null);
  const there = edit?.form ?? null;
  const jobId = edit?.job?.id ?? null;
  if (there !== null && there !== last) setLast(there);
  if (opened !== null) {
    const { confirmed } = opened;
    const isOver = confirmed !== null && confirmed.jobId !== jobId;
    if (isOver || (edit !== null && opened.chargeId !== edit.chargeId)) setOpened(null);
    // A worker that knows of no form began anew before it was asked, and has confirmed nothing.
    else if (confirmed?.broken === false && (!connected || (edit !== null && there === null))) {
      setOpened({ ...opened, confirmed: { ...confirmed, broken: true } });
    }
  }
  const kind = opened?.kind ?? null;
  const isTaken = opened?.confirmed?.broken === false;
  const isMissing =
    connected && kind !== null && !isTaken && edit?.refusal === null && there?.kind !== kind;
  useEffect(() => {
    if (isMissing) send({ verb: 'edit', form: kind });
  }, [isMissing, kind, send]);

  const chargeId = edit?.chargeId ?? '';
  const held = isMissing && last?.kind === kind ? last : null;
  const form = there ?? held;
  return {
    form,
    isThere: there !== null,
    patch: opened !== null && opened.kind === form?.kind ? opened.patch : {},
    type: (patch) => {
      if (form !== null) setOpened({ chargeId, kind: form.kind, patch, confirmed: null });
    },
    open: (which, start) => {
      const patch = start === undefined ? {} : { dueDate: start };
      setLast(null);
      setOpened({ chargeId, kind: which, patch, confirmed: null });
      // The one that is there begins with another date.
      if (there?.kind === which) send({ verb: 'edit', form: which });
    },
    close: () => {
      setOpened(null);
      send({ verb: 'edit', form: null });
    },
    confirm: (editId) => {
      if (opened !== null) setOpened({ ...opened, confirmed: { jobId, broken: false } });
      send({ verb: 'edit-confirm', editId });
    },
  };
}
