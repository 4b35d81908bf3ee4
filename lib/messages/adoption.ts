import { NAMES_AT_ONCE } from '../billing/adoption/names-at-once.ts';
import type { Result } from '../billing/result.ts';
import { z } from '../schema.ts';
import type { FailureView } from './failure.ts';

const runId = z.string().regex(/^[0-9a-f]{32}$/);
const chargeId = z.string().regex(/^pay_[A-Za-z0-9]{1,40}$/);

/** What the section of existing charges asks. What it shows it reads from the ledger itself. */
export const adoptionPageRequests = {
  /** Begins a comparison. Changes nothing anywhere but here. */
  'adoption/start': z.strictObject({
    verb: z.literal('adoption/start'),
    origin: z.string().max(300),
    accountId: z.string().min(1).max(200),
  }),
  'adoption/pause': z.strictObject({ verb: z.literal('adoption/pause'), paused: z.boolean() }),
  /** Ends the comparison under way, and forgets what it read. */
  'adoption/stop': z.strictObject({ verb: z.literal('adoption/stop') }),
  /** Links every exact match of this comparison. `count` is how many the page said that they are. */
  'adoption/link': z.strictObject({
    verb: z.literal('adoption/link'),
    run: runId,
    count: z.number().int().positive(),
  }),
  /** What was confirmed and has not begun is not done. */
  'adoption/halt': z.strictObject({ verb: z.literal('adoption/halt') }),
  /** Takes our reference back from one linked charge, or from all of a batch. */
  'adoption/undo': z.strictObject({
    verb: z.literal('adoption/undo'),
    batch: runId,
    chargeId: chargeId.nullable(),
  }),
  /** Reads who customer and payer of these charges are. Nothing of it is kept. */
  'adoption/names': z.strictObject({
    verb: z.literal('adoption/names'),
    chargeIds: z.array(chargeId).min(1).max(NAMES_AT_ONCE),
  }),
} as const;

/** Whom one side has; the document is masked, and empty for none. */
export interface PersonName {
  readonly name: string;
  readonly document: string;
}

/** Both sides of one charge. */
export interface AdoptionNames {
  readonly chargeId: string;
  /** Asaas's; null: gone. */
  readonly payer: (PersonName & { readonly id: string }) | null;
  /** IXC's, of every invoice that it is or might be of. */
  readonly customers: readonly (PersonName & {
    readonly id: string;
    readonly nameDiffers: boolean;
    readonly documentDiffers: boolean;
  })[];
}

export interface AdoptionReplies {
  'adoption/start': Result<null, FailureView>;
  'adoption/pause': Result<null, FailureView>;
  'adoption/stop': Result<null, FailureView>;
  /** How many were confirmed. */
  'adoption/link': Result<number, FailureView>;
  'adoption/halt': Result<null, FailureView>;
  'adoption/undo': Result<number, FailureView>;
  'adoption/names': Result<readonly AdoptionNames[], FailureView>;
}
