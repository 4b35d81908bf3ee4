import { DroppedConnection } from '../http/listen.ts';
import type { FaultBook } from './faults/fault-book.ts';
import { play } from './faults/play.ts';
import { findAccess } from './gateway/authenticate.ts';
import { carryOut } from './gateway/carry-out.ts';
import { settle } from './charges/settle.ts';
import { empty } from './failures.ts';
import { readIncoming, type Incoming } from './incoming.ts';
import { markLag } from './list-lag.ts';
import type { LogEntry, RequestLog } from './request-log.ts';
import type { World } from './world.ts';

/** The parts that a request passes through. */
export interface Pipeline {
  readonly world: World;
  readonly faults: FaultBook;
  readonly log: RequestLog;
  /** Cancels the late commits that are still to come. */
  readonly late: Set<() => void>;
}

/**
 * One request from arrival to answer: logged, struck by faults, carried out.
 *
 * @throws DroppedConnection where a fault breaks the connection.
 */
export async function serve(pipeline: Pipeline, request: Request): Promise<Response> {
  const { world, faults, log } = pipeline;
  // Before anything is awaited: the clock may move on while the request is being read.
  const arrival = world.clock.now();
  const incoming = await readIncoming(request);
  const access = findAccess(world, incoming.token);
  const entry = log.open(incoming, access, arrival);
  const drawn = faults.draw(incoming, entry.accountId);
  entry.faults = drawn.ids;
  const reader = incoming.method === 'GET' ? access?.account : undefined;
  if (reader !== undefined) reader.getsInFlight += 1;
  try {
    if (reader !== undefined && reader.getsInFlight > world.limits.concurrentGets)
      return answered(world, entry, empty(429));
    const begin = arrival + drawn.msBefore;
    await sleepUntil(world, begin);
    const commit = () => carryOutLogged(world, incoming, entry, drawn.listLagSeconds);
    const answer = await play(drawn.outcome, {
      carryOut: commit,
      carryOutIn: (ms) => later(pipeline, begin + ms, commit),
    });
    await sleepUntil(world, world.clock.now() + drawn.msAfter);
    return answered(world, entry, answer);
  } catch (error) {
    if (error instanceof DroppedConnection) entry.outcome = 'dropped';
    throw error;
  } finally {
    if (reader !== undefined) reader.getsInFlight -= 1;
  }
}

async function carryOutLogged(
  world: World,
  incoming: Incoming,
  entry: LogEntry,
  lagSeconds: number,
): Promise<Response> {
  settle(world);
  const answer = await carryOut(world, incoming);
  if (incoming.method === 'GET' || !answer.ok) return answer;
  entry.carriedOutAt = world.clock.now();
  if (lagSeconds > 0) await markLag(world, answer, lagSeconds);
  return answer;
}

async function sleepUntil({ clock }: World, time: number): Promise<void> {
  if (time > clock.now()) await clock.sleep(time - clock.now());
}

function later({ world, late }: Pipeline, time: number, commit: () => Promise<Response>): void {
  const cancel = world.clock.at(time, async () => {
    late.delete(cancel);
    await commit();
  });
  late.add(cancel);
}

function answered(world: World, entry: LogEntry, answer: Response): Response {
  entry.outcome = 'answered';
  entry.status = answer.status;
  const { headers } = answer;
  headers.set('date', new Date(world.clock.now()).toUTCString());
  const session = String(entry.sequence).padStart(24, '0');
  headers.append('set-cookie', `AWSALB=${session}; Path=/`);
  headers.append('set-cookie', `AWSALBCORS=${session}; Path=/; SameSite=None; Secure`);
  headers.append('set-cookie', `JSESSIONID=${session}; Path=/; Secure; HttpOnly`);
  return answer;
}
