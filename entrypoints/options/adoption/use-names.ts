import { useEffect, useRef, useState } from 'react';
import { ask } from '../../../components/worker-client.ts';
import { NAMES_AT_ONCE } from '../../../lib/billing/adoption/names-at-once.ts';
import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import type { AdoptionNames } from '../../../lib/messages/adoption.ts';
import type { FailureView } from '../../../lib/messages/failure.ts';

type Known = ReadonlyMap<string, AdoptionNames>;

export interface ShownNames {
  /** By charge; empty while they are not asked for, and from the moment of a lock. */
  readonly names: Known;
  readonly open: boolean;
  readonly failure: FailureView | null;
  readonly show: (open: boolean) => void;
}

const NONE: Known = new Map();

/**
 * Names of the rows in sight, read a few at a time once somebody asks for them. They live in this page's memory
 * alone: closing them, a lock or another page forgets them.
 */
export function useNames(rows: readonly AdoptionRow[], locked: boolean): ShownNames {
  const [isAsked, setAsked] = useState(false);
  const [names, setNames] = useState<Known>(NONE);
  const [failure, setFailure] = useState<FailureView | null>(null);
  const turn = useRef(0);
  const open = isAsked && !locked;
  const missing = open && failure === null ? rows.filter(({ id }) => !names.has(id)) : [];
  const next = missing.slice(0, NAMES_AT_ONCE).map(({ id }) => id);
  const asked = next.join(' ');

  useEffect(() => {
    if (asked === '') return;
    turn.current += 1;
    const mine = turn.current;
    const chargeIds = asked.split(' ');
    void ask({ verb: 'adoption/names', chargeIds }).then((outcome) => {
      if (mine !== turn.current) return;
      if (!outcome.ok) return setFailure(outcome.error);
      const read = new Map(outcome.value.map((each) => [each.chargeId, each]));
      const empty = (chargeId: string): AdoptionNames => ({ chargeId, payer: null, customers: [] });
      setNames((known) => {
        const more = chargeIds.map((id) => [id, read.get(id) ?? empty(id)] as const);
        return new Map([...known, ...more]);
      });
    });
  }, [asked]);

  // While it renders: nothing that is hidden is painted once more.
  if (!open && (names.size > 0 || isAsked)) {
    if (names.size > 0) setNames(NONE);
    if (isAsked) setAsked(false);
  }
  return {
    names: open ? names : NONE,
    open,
    failure: open ? failure : null,
    show: (wanted) => {
      turn.current += 1;
      setFailure(null);
      setNames(NONE);
      setAsked(wanted);
    },
  };
}
