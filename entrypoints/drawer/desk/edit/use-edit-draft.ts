import { useEffect, useRef } from 'react';
import type { DrawerRequest } from '../../../../lib/messages/drawer.ts';
import type { EditForm } from '../../../../lib/messages/charge-edit.ts';
import { askedBy, draftOf, type EditDraft } from './edit-draft.ts';
import type { OpenForm } from './use-open-form.ts';

const TYPING_MS = 300;

export interface DraftLine {
  readonly draft: EditDraft;
  /** The plan on screen is that of what stands in the fields. */
  readonly isPlanned: boolean;
  readonly edit: (patch: Partial<EditDraft>) => void;
}

/**
 * What stands in the form, and the worker's plan for it: asked for when the typing pauses, and again of a form
 * that the worker has made anew.
 */
export function useEditDraft(
  form: EditForm,
  { patch, type, isThere }: Pick<OpenForm, 'patch' | 'type' | 'isThere'>,
  send: (request: DrawerRequest) => void,
): DraftLine {
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

  const latest = useRef(asked);
  useEffect(() => {
    latest.current = asked;
  });
  // Of a form in which nothing was typed there is nothing to plan.
  const isBlank = Object.keys(patch).length === 0;
  const isUnplanned = isThere && form.now !== null && form.preview === null && !isBlank;
  useEffect(() => {
    if (isUnplanned && latest.current !== null) {
      send({ verb: 'edit-preview', asked: latest.current });
    }
  }, [isUnplanned, form.id, send]);
  return {
    draft,
    isPlanned,
    edit: (more) => {
      const next = { ...patch, ...more };
      type(next);
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
