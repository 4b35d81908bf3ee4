import { canonicalJson } from '../../../billing/canonical.ts';
import {
  channelsInForce,
  NOTICE_CHANNELS,
  type Notice,
  type NoticeChannel,
  type NoticeSlot,
  type NoticeWish,
} from '../../../billing/notices/notice.ts';
import { chargeCost, gridOf, type NoticeFees } from '../../../billing/notices/notice-cost.ts';
import { ownerOf } from '../../../billing/notices/our-payer.ts';
import { planNotices, schemeWish } from '../../../billing/notices/plan-notices.ts';
import { ixcTells } from '../../../billing/notices/told-twice.ts';
import type { NoticesJobRow } from '../../../ledger/notice-rows.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { PayerNotices } from '../../../messages/payer-notices.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { InvoiceStanding } from '../../drawer/standing.ts';
import { enqueueNotices } from '../../outbox/notices/enqueue-notices.ts';
import { seePayer, type SeenPayer } from '../../outbox/notices/see-payer.ts';
import { jobKeys } from '../../outbox/job-keys.ts';
import { jobView } from '../../outbox/job-view.ts';
import { runSoon } from '../../outbox/runner.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import type { DeskContext, DeskPart } from '../part.ts';
import { callOff } from '../shown-job.ts';
import { readNoticeFees, UNKNOWN_FEES } from './fees.ts';

/** What was read of a charge's payer for the screen. */
interface Read {
  readonly chargeId: string;
  readonly seen: SeenPayer | null;
  readonly fees: NoticeFees;
  readonly failure: FailureView | null;
}

const WITH_NOTICES = { silenced: null } as const;

/** What Asaas tells the payer of the charge on screen by itself, and what an operator changes of that. */
export function noticesPart(context: DeskContext): DeskPart<'notices'> {
  const { engine, runner, origin, invoiceId } = context;
  let open = false;
  let read: Read | null = null;
  /** Why the last wish was not taken. */
  let refused: FailureView | null = null;
  let readings = 0;
  let isReading = false;
  /** The change whose outcome the reading on screen shows. */
  let shownJob: string | null = null;

  async function view(settings: Settings, standing: InvoiceStanding): Promise<PayerNotices | null> {
    const { charge, isConfirmed, isProven } = standing;
    if (!charge || !isConfirmed || !isProven) return null;
    const job = await newestJob(charge);
    const isDone = job?.state === 'done' && shownJob !== job.id;
    if (isDone) shownJob = job.id;
    // Also after a lock or another reading of the invoice, which leave nothing to be shown.
    const isUnread = read?.chargeId !== charge.id && !isReading;
    if (open && (isDone || isUnread)) readAgain();
    const own = read?.chargeId === charge.id ? read : null;
    const seen = own?.seen ?? null;
    const notices = seen ? noticesShown(seen, settings) : [];
    return {
      chargeId: charge.id,
      open,
      payer:
        seen &&
        payerView(seen, notices, jobKeys(settings, { origin, providerKey: charge.providerKey })),
      failure: own?.failure ?? refused,
      fees: own?.fees ?? UNKNOWN_FEES,
      cost: chargeCost(gridOf(notices), own?.fees ?? UNKNOWN_FEES),
      twice: seen?.payer.silenced === false && notices.some(goesOut) ? toldByIxc() : [],
      job: job && (await jobView(engine, job)),
    };
  }

  function toldByIxc(): PayerNotices['twice'] {
    const facts = context.gathered()?.facts;
    return facts ? ixcTells(facts.customer, facts.carteira) : [];
  }

  async function newestJob({ providerKey, payerId }: ChargeRow): Promise<NoticesJobRow | null> {
    const jobs = await engine.ledger.jobs
      .where('[providerKey+invoiceId]')
      .equals([providerKey, invoiceId])
      .toArray();
    const own = jobs.filter(
      (job): job is NoticesJobRow =>
        job.kind === 'notices' && job.targetId === payerId && !job.imported,
    );
    return own.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
  }

  function readAgain(): void {
    readPayer().catch(() => {
      // What is on screen stays; the operator may ask again.
    });
  }

  async function readPayer(): Promise<void> {
    readings += 1;
    const own = readings;
    isReading = true;
    try {
      const { charge } = await context.standing();
      const next = charge && (await readFor(charge));
      if (own !== readings || !next) return;
      read = next;
    } finally {
      if (own === readings) isReading = false;
    }
    await context.show();
  }

  async function readFor({ id: chargeId, accountId, payerId }: ChargeRow): Promise<Read> {
    const failed = (failure: FailureView): Read => ({
      chargeId,
      seen: null,
      fees: UNKNOWN_FEES,
      failure,
    });
    const { accounts } = await engine.readSettings();
    const account = accounts.find(({ id }) => id === accountId);
    if (!account) return failed({ code: 'no-account' });
    const client = await engine.asaas(account, 'person');
    if (!client.ok) return failed(client.error);
    const [seen, fees] = await Promise.all([
      seePayer(client.value, payerId, WITH_NOTICES),
      readNoticeFees(client.value),
    ]);
    if (!seen.ok) return failed(asaasFailureView(seen.error));
    const prices = fees.ok ? fees.value : UNKNOWN_FEES;
    return { chargeId, seen: seen.value, fees: prices, failure: null };
  }

  async function show(isOpen: boolean): Promise<void> {
    open = isOpen;
    refused = null;
    if (!isOpen) return context.show();
    readAgain();
    return context.show();
  }

  /**
   * Of what is on screen alone: a payer that was not read is not changed. A wish that meets another one under
   * way, maybe of another invoice's drawer, is refused aloud.
   */
  async function ask(wishOf: (settings: Settings) => NoticeWish): Promise<void> {
    refused = null;
    const { charge } = await context.standing();
    const settings = await engine.readSettings();
    const account = settings.accounts.find(({ id }) => id === charge?.accountId);
    if (!charge || !account || read?.chargeId !== charge.id || !read.seen) return context.show();
    const { providerKey, payerId } = charge;
    const isTheirs = read.seen.payer.id === payerId;
    const keys = jobKeys(settings, { origin, providerKey });
    if (!isTheirs || !isChangeable(read.seen, keys)) return context.show();
    const wish = wishOf(settings);
    const job = await enqueueNotices(engine, {
      ...{ accountId: account.id, environment: account.environment },
      ...{ origin, providerKey, invoiceId, targetId: payerId, wish, because: 'asked' },
    });
    const isTaken = job.kind === 'notices' && canonicalJson(job.wish) === canonicalJson(wish);
    if (!isTaken) refused = { code: 'notices-under-way' };
    await context.show();
    runSoon(runner);
  }

  return {
    view,
    handle: async (request) => {
      switch (request.verb) {
        case 'notices':
          await show(request.open);
          return true;
        case 'notices-switch':
          await ask(() => oneSwitch(request));
          return true;
        case 'notices-silence':
          await ask(({ payerNotices }) =>
            schemeWish(request.silenced ? 'none' : 'asaas', payerNotices.grid),
          );
          return true;
        case 'cancel-notices':
          await callOff(context, view, request.jobId);
          return true;
        default:
          return false;
      }
    },
    forget: () => {
      readings += 1;
      isReading = false;
      read = null;
      refused = null;
    },
  };
}

interface OneSwitch {
  readonly slot: NoticeSlot;
  readonly channel: NoticeChannel;
  readonly on: boolean;
}

function oneSwitch({ slot, channel, on }: OneSwitch): NoticeWish {
  return { silenced: null, channels: { [slot]: { [channel]: on } } };
}

function isChangeable({ payer }: SeenPayer, keys: readonly string[]): boolean {
  // A reference of any other form is another system's, whose record it is.
  return !payer.deleted && (payer.reference === null || ownerOf(payer.reference, keys) === 'ours');
}

/** What the payer is told; of one that is told nothing, what it would be once it is switched on. */
function noticesShown(
  { payer, notices }: SeenPayer,
  { payerNotices }: Settings,
): readonly Notice[] {
  if (!payer.silenced) return notices;
  const change = planNotices(payer, notices, schemeWish('asaas', payerNotices.grid));
  return notices.map((notice) => change?.notices.find(({ id }) => id === notice.id) ?? notice);
}

function goesOut(notice: Notice): boolean {
  const channels = channelsInForce(notice);
  return NOTICE_CHANNELS.some((channel) => channels[channel]);
}

function payerView(
  seen: SeenPayer,
  notices: readonly Notice[],
  keys: readonly string[],
): PayerNotices['payer'] {
  const { id, silenced, hasEmail, hasPhone } = seen.payer;
  const rows = notices.map((notice) => ({
    id: notice.id,
    slot: notice.slot,
    event: notice.event,
    scheduleOffset: notice.scheduleOffset,
    channels: channelsInForce(notice),
  }));
  return { id, silenced, hasEmail, hasPhone, rows, changeable: isChangeable(seen, keys) };
}
