import { useEffect, useState } from 'react';
import type { MessageKind } from '../../../../lib/billing/message/kinds.ts';
import type { PayerMessage } from '../../../../lib/messages/payer-message.ts';
import type { DeskProps } from '../Desk.tsx';

export interface TypedText {
  readonly subject: string;
  readonly text: string;
}

interface Wanted {
  readonly kind: MessageKind;
  /** What was made of the text that the worker had composed. */
  readonly typed: (TypedText & { readonly of: string }) | null;
  /** The draft has come. */
  readonly isThere: boolean;
}

export interface OpenDraft {
  /** What was typed in this very draft before; null: nothing, or its charge is told of otherwise by now. */
  readonly typed: TypedText | null;
  readonly compose: (kind: MessageKind | null) => void;
  readonly type: (typed: TypedText) => void;
}

/**
 * The draft on screen. A worker that began anew knows nothing of it: it is composed again, and takes what was
 * typed where it says the same as before. A lock, and whatever else puts it away, ends it here, too.
 */
export function useOpenDraft(
  message: PayerMessage | null,
  { received, connected, send }: Omit<DeskProps, 'snapshot'>,
): OpenDraft {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  /** Snapshots that had come when the line broke; null while it holds. */
  const [brokenAt, setBrokenAt] = useState<number | null>(null);
  const [again, setAgain] = useState<{ readonly kind: MessageKind } | null>(null);
  const draft = message?.draft ?? null;
  if (!connected && brokenAt === null) setBrokenAt(received);
  if (connected && brokenAt !== null && received > brokenAt) {
    setBrokenAt(null);
    if (wanted !== null && draft === null) {
      setWanted({ ...wanted, isThere: false });
      setAgain({ kind: wanted.kind });
    }
  } else if (wanted !== null && brokenAt === null) {
    const isRefused = !wanted.isThere && (message?.refusal ?? null) !== null;
    if (draft === null && (wanted.isThere || isRefused)) setWanted(null);
    else if (draft !== null && !wanted.isThere) setWanted({ ...wanted, isThere: true });
  }
  useEffect(() => {
    if (again !== null) send({ verb: 'compose', kind: again.kind });
  }, [again, send]);

  const isSame = draft !== null && wanted?.kind === draft.kind && wanted.typed?.of === draft.text;
  return {
    typed: isSame ? wanted.typed : null,
    compose: (kind) => {
      setWanted(kind && { kind, typed: null, isThere: false });
      send({ verb: 'compose', kind });
    },
    type: (typed) => {
      if (draft === null) return;
      setWanted({ kind: draft.kind, typed: { ...typed, of: draft.text }, isThere: true });
    },
  };
}
