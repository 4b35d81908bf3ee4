import { useEffect, useRef, useState } from 'react';
import type { DrawerRequest, DrawerSnapshot, SendChoicesInput } from '../../lib/messages/drawer.ts';

const TYPING_MS = 400;
const NONE: SendChoicesInput = {};

export interface Choices {
  readonly current: SendChoicesInput;
  /** A choice is not yet in the plan on screen: nothing may be confirmed. */
  readonly pending: boolean;
  /** Changes some choices and has the plan made anew, at once or when the typing pauses. */
  readonly choose: (patch: SendChoicesInput, when?: 'now' | 'typing') => void;
  /** Something half-typed: nothing may be confirmed until the next choice. */
  readonly hold: () => void;
  /** Has everything read and planned anew, with no choice made. */
  readonly startOver: () => void;
}

interface Line {
  readonly snapshot: DrawerSnapshot;
  readonly received: number;
  readonly send: (request: DrawerRequest) => void;
}

/** What the operator chose in this drawer, and whether the plan on screen already follows it. */
export function useChoices({ snapshot, received, send }: Line): Choices {
  const [current, setCurrent] = useState<SendChoicesInput>(NONE);
  /** How many snapshots had come when the plan was last asked for; null while typing. */
  const [askedAt, setAskedAt] = useState<number | 'typing' | 'never'>('never');
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A plan that went away (worker restarted, vault turned, failed reading) comes back without choices.
  if (snapshot.plan === null && current !== NONE) {
    setCurrent(NONE);
    setAskedAt('never');
  }
  const latest = useRef(received);
  useEffect(() => {
    latest.current = received;
  }, [received]);
  const hasPlan = snapshot.plan !== null;
  useEffect(
    () => () => {
      clearTimeout(typing.current);
    },
    [hasPlan],
  );

  const preview = (choices: SendChoicesInput): void => {
    setAskedAt(latest.current);
    send({ verb: 'preview', choices });
  };
  const choose: Choices['choose'] = (patch, when = 'now') => {
    const choices = { ...current, ...patch };
    setCurrent(choices);
    clearTimeout(typing.current);
    if (when === 'now') {
      preview(choices);
      return;
    }
    setAskedAt('typing');
    typing.current = setTimeout(() => {
      preview(choices);
    }, TYPING_MS);
  };
  const answered = askedAt === 'never' || (askedAt !== 'typing' && received > askedAt);
  return {
    current,
    pending: !answered || snapshot.busy,
    choose,
    hold: () => {
      clearTimeout(typing.current);
      setAskedAt('typing');
    },
    startOver: () => {
      clearTimeout(typing.current);
      setCurrent(NONE);
      setAskedAt(latest.current);
      send({ verb: 'refresh' });
    },
  };
}
