/** Two real Chromium profiles that send the same invoices while their workers are killed. */
import { productionBuild, speaking } from '../e2e/harness/extension-build.ts';
import { startWorld } from '../e2e/harness/world.ts';
import { createDice } from './time/dice.ts';
import { judgeWorld } from './chromium/judge-world.ts';
import { reportOf } from './chromium/report.ts';
import { openProfile, type Profile } from './chromium/profile.ts';
import { readLedger } from './chromium/read-ledger.ts';
import { sendAll, sendTheRest } from './chromium/send-all.ts';
import { turnWeather } from './chromium/weather.ts';

const [seedText = '1', count = '60'] = process.argv.slice(2);
/** Of the invoices, at least so many must have been sent, under the kills or after them. */
const MOST_OF_THEM = 0.9;
const seed = Number(seedText);
const say = (text: string) => process.stdout.write(`${text}\n`);
say(`torture of two browsers: seed ${seed}, ${count} invoices`);

const begun = Date.now();
const build = await speaking(await productionBuild('chrome'), 'pt-BR');
const world = await startWorld();
const profiles: Profile[] = [];
try {
  const invoices = Array.from({ length: Number(count) }, () => world.newInvoice());
  // Set up one by one: a profile that was copied would be the same installation twice.
  for (const name of ['profile-1', 'profile-2']) {
    profiles.push(await openProfile(world, build.dir, name));
    say(`${name} is set up, ${seconds()} s`);
  }
  const weather = turnWeather(world, createDice(seed * 7 + 1));
  const states = await Promise.all(
    profiles.map((profile, at) =>
      sendAll(profile, invoices, createDice(seed * 7 + 2 + at), (done) => {
        if (done % 10 === 0) say(`${profile.name}: ${done} sendings, ${seconds()} s`);
      }),
    ),
  );
  const sent = (await Promise.all(profiles.map(readLedger))).flatMap(({ jobs }) => jobs);
  const known = new Set(sent.map(({ invoiceId }) => invoiceId));
  say(`${known.size} invoices were sent under the kills, ${seconds()} s`);
  const [first] = profiles;
  const inPeace = first ? await sendTheRest(first, invoices, ({ id }) => known.has(id)) : 0;
  weather.stop();
  say(`nothing goes wrong any more, ${seconds()} s`);
  const verdict = await judgeWorld(world, profiles, invoices, say);
  say(reportOf({ world, invoices, states, inPeace, verdict, struck: weather.struck() }));
  // A run that asked for hardly anything has shown nothing.
  const isEnough = known.size + inPeace >= invoices.length * MOST_OF_THEM;
  if (!isEnough) say(`only ${known.size + inPeace} of ${invoices.length} invoices were sent`);
  const isRight = verdict.breaches.length === 0 && isEnough;
  say(isRight ? 'ORACLE: exactly one live charge per invoice, none lost' : 'ORACLE: BREACHES');
  if (!isRight) {
    say(`npm run torture -- --browsers --seed ${seed} --invoices ${count}`);
    process.exitCode = 1;
  }
} finally {
  await Promise.allSettled(profiles.map(({ session }) => session.close()));
  await world.close();
  await build.remove();
}
say(`${seconds()} s`);

function seconds(): number {
  return Math.round((Date.now() - begun) / 1000);
}
