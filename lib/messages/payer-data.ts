import { PAYER_FIELDS } from '../billing/payer/payer-field.ts';
import type { PayerDifference } from '../billing/payer/differences.ts';
import type { PutBack } from '../billing/payer/put-back.ts';
import type { PayerOverride } from '../billing/payer/override.ts';
import { z } from '../schema.ts';
import type { FailureView } from './failure.ts';
import type { JobView } from './job-view.ts';

const overrideId = z.string().regex(/^[0-9a-f-]{8,40}$/);

/** What is typed for one sending. Its values are checked by the worker, which says which of them is wrong. */
export const payerOverride = z.strictObject({
  id: overrideId,
  document: z.string().trim().min(1).max(30).exactOptional(),
  email: z.string().trim().min(1).max(200).exactOptional(),
  mobilePhone: z.string().trim().min(1).max(30).exactOptional(),
}) satisfies z.ZodType<PayerOverride>;

/** Names what was typed, and says why. Part of the choices of a sending, and kept with its job. */
export const payerOverrideChoice = z.strictObject({
  id: overrideId,
  reason: z.string().max(200),
});

export const payerDataRequests = {
  /** Counts the charges of the payers to choose from and looks for the document in IXC. Changes nothing. */
  'payer-data': z.strictObject({ verb: z.literal('payer-data') }),
  /** Writes the job that fills the blanks and takes IXC's value in `fields`; another `seen` is refused. */
  'payer-update': z.strictObject({
    verb: z.literal('payer-update'),
    payerId: z.string().max(60),
    fields: z.array(z.enum(PAYER_FIELDS)).max(PAYER_FIELDS.length),
    seen: z.string().max(64),
  }),
  'cancel-payer-update': z.strictObject({
    verb: z.literal('cancel-payer-update'),
    jobId: z.string().max(60),
  }),
  /** Seals what was typed for this one sending; the choices of the sending name it then. */
  'payer-override': z.strictObject({ verb: z.literal('payer-override'), override: payerOverride }),
} as const;

/** Somebody else of IXC with the same CPF or CNPJ. */
export interface SharedDocument {
  /** IXC's number of that customer. */
  readonly customerId: string;
  /** Null: known by the payer at Asaas alone, which has their number in its reference. */
  readonly name: string | null;
  /** Their payer at Asaas, which is never used for this customer; null: none is known. */
  readonly payerId: string | null;
}

/** Who the payer is, and where Asaas's record and IXC's are not the same. */
export interface PayerData {
  /** IXC's number of the customer. */
  readonly customerId: string;
  /** The payer of the charge, or of the sending on screen; null: none is known, or one is to be chosen. */
  readonly payerId: string | null;
  /** Documents are masked. */
  readonly differences: readonly PayerDifference[];
  /** Names the values that are asked about: `payer-update` says what was seen. */
  readonly seen: string;
  /** The last update of this payer, while it is told. */
  readonly job: JobView | null;
  readonly failure: FailureView | null;
  /** How many charges each of the payers to choose from has, by its id; absent: not counted. */
  readonly charges: Readonly<Record<string, number>>;
  readonly shared: readonly SharedDocument[];
  /** False: IXC was not or could not be searched for the document, so others may have it. */
  readonly sharedRead: boolean;
  /** The charge on screen was sent with data that were typed for that sending alone. */
  readonly sentWith: { readonly reason: string; readonly at: number } | null;
  /** Of what was typed for it and stayed in the record: what may go back to IXC's, and what only Asaas has. */
  readonly putBack: PutBack;
}
