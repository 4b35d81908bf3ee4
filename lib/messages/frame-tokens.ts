import { toBase64Url } from '../base64.ts';
import type { KeyValueStore } from '../key-value-store.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { z } from '../schema.ts';

/*
 * What lets a frame of the extension be trusted. Any site can frame a web-accessible page, so the worker
 * hands the content script of an authorised panel a token for one subject; the content script passes it to
 * the frame it made, and the frame redeems it:
 *
 *   issue ──▶ token ──redeem, same tab, within 60 s──▶ session, bound to tab and frame ──resume──▶ …
 *               └──redeemed from another tab, or late: gone, and nothing given
 *
 * Everything lies in `storage.session`, so that a worker killed in between forgets nothing. Each kind of
 * frame has a place of its own there: a token of one kind opens no frame of another.
 */
const TOKEN_BYTES = 32;
const TOKEN_LIFE = 60_000;
/** A frame left open over a working day resumes; one forgotten for longer opens anew. */
const SESSION_LIFE = 12 * 60 * 60_000;
/** The oldest make room: `storage.session` holds 10 MB, and nobody has that many frames open. */
const MOST_KEPT = 200;

/** A frame of the extension inside a tab. */
export interface FrameAddress {
  readonly tabId: number;
  readonly frameId: number;
}

/** What a trusted frame is about. */
export interface FrameGrant {
  /** Given back by a frame whose worker died. 43 characters, as tokens are. */
  readonly session: string;
  readonly subject: string;
  /** The panel's origin. */
  readonly origin: string;
}

export interface FrameTokens {
  /** A one-time token for a frame in one tab: 32 random bytes as base64url. */
  readonly issue: (about: { tabId: number; origin: string; subject: string }) => Promise<string>;
  /** Spends the token, whatever comes of it. Null unless it was issued to this tab and is fresh. */
  readonly redeem: (token: string, frame: FrameAddress) => Promise<FrameGrant | null>;
  /** The grant of a session begun in this very frame; null otherwise. */
  readonly resume: (session: string, frame: FrameAddress) => Promise<FrameGrant | null>;
  /**
   * The tab was closed: its tokens and sessions are void. One that only went elsewhere keeps them; they
   * are of use to its own frames alone, and end by themselves.
   */
  readonly revokeTab: (tabId: number) => Promise<void>;
}

const issued = z.object({
  secret: z.string(),
  tabId: z.number(),
  origin: z.string(),
  subject: z.string(),
  until: z.number(),
});
const kept = z.object({
  tokens: z.array(issued),
  sessions: z.array(issued.extend({ frameId: z.number() })),
});
type Kept = z.infer<typeof kept>;

export interface FrameTokensOptions {
  readonly session: KeyValueStore;
  /** ms since the epoch. */
  readonly now: () => number;
  /** That many bytes from a cryptographic source. */
  readonly random: (length: number) => Uint8Array;
}

/**
 * The tokens and sessions of all frames of one kind, under `key`. Calls run one after another: a token is
 * spent once.
 */
export function createFrameTokens(
  key: string,
  { session, now, random }: FrameTokensOptions,
): FrameTokens {
  const inTurn = oneAtATime();
  const newSecret = () => toBase64Url(random(TOKEN_BYTES));

  async function read(): Promise<Kept> {
    const stored = kept.safeParse(await session.get(key));
    if (!stored.success) return { tokens: [], sessions: [] };
    const fresh = ({ until }: { until: number }) => until > now();
    return {
      tokens: stored.data.tokens.filter(fresh),
      sessions: stored.data.sessions.filter(fresh),
    };
  }

  function write({ tokens, sessions }: Kept): Promise<void> {
    return session.set(key, {
      tokens: tokens.slice(-MOST_KEPT),
      sessions: sessions.slice(-MOST_KEPT),
    });
  }

  return {
    issue: ({ tabId, origin, subject }) =>
      inTurn(async () => {
        const { tokens, sessions } = await read();
        const secret = newSecret();
        const token = { secret, tabId, origin, subject, until: now() + TOKEN_LIFE };
        await write({ tokens: [...tokens, token], sessions });
        return secret;
      }),

    redeem: (secret, { tabId, frameId }) =>
      inTurn(async () => {
        const { tokens, sessions } = await read();
        const token = tokens.find((one) => one.secret === secret);
        if (!token) return null;
        const rest = tokens.filter((one) => one !== token);
        if (token.tabId !== tabId) {
          await write({ tokens: rest, sessions });
          return null;
        }
        const begun = { ...token, secret: newSecret(), frameId, until: now() + SESSION_LIFE };
        // One write spends the token and begins the session: no crash can do one without the other.
        await write({ tokens: rest, sessions: [...sessions, begun] });
        return grant(begun);
      }),

    resume: (secret, { tabId, frameId }) =>
      inTurn(async () => {
        const { tokens, sessions } = await read();
        const begun = sessions.find((one) => one.secret === secret);
        if (begun?.tabId !== tabId || begun.frameId !== frameId) return null;
        const rest = sessions.filter((one) => one !== begun);
        const renewed = { ...begun, until: now() + SESSION_LIFE };
        await write({ tokens, sessions: [...rest, renewed] });
        return grant(renewed);
      }),

    revokeTab: (tabId) =>
      inTurn(async () => {
        const { tokens, sessions } = await read();
        const elsewhere = (one: { tabId: number }) => one.tabId !== tabId;
        await write({ tokens: tokens.filter(elsewhere), sessions: sessions.filter(elsewhere) });
      }),
  };
}

function grant({ secret, subject, origin }: Kept['sessions'][number]): FrameGrant {
  return { session: secret, subject, origin };
}
