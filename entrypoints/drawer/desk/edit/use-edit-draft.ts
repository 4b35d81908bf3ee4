import { useEffect, useRef, useState } from 'react';
import type { CivilDate } from '../../../../lib/billing/calendar.ts';
import type { DrawerRequest } from '../../../../lib/messages/drawer.ts';
import type { EditForm } from '../../../../lib/messages/charge-edit.ts';
import { askedBy, draftOf, type EditDraft } from './edit-draft.ts';

const TYPING_MS = 300;

export interface DraftLine {
  readonly draft: EditDraft;
  /** The plan on screen is that of what stands in the fields. */
  readonly isPlanned: boolean;
  readonly edit: (patch: Partial<EditDraft>) => void;
}

/** What stands in the form, and the worker's plan for it: asked for when the typing pauses. */
export function useEditDraft(
  form: EditForm,
  start: CivilDate | null,
  send: (request: DrawerRequest) => void,
): DraftLine {
  const [patch, setPatch] = useState<Partial<EditDraft>>(start === null ? {} : { dueDate: start });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const draft = { ...draftOf(form), ...patch };
  const asked = askedBy(form, draft);
  const planned = form.preview?.asked;
  const isPlanned = asked !== null && planned !== undefined && sorted(asked) === sorted(planned);
  return {
    draft,
    isPlanned,
    edit: (more) => {
      const next = { ...patch, ...more };
      setPatch(next);
      clearTimeout(timer.current);
      const wanted = askedBy(form, { ...draftOf(form), ...next });
      if (wanted === null) return;
      timer.current = setTimeout(() => {
        send({ verb: 'edit-preview', asked: wanted });
      }, TYPING_MS);
    },
  };
}

function sorted(value: object): string {
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
