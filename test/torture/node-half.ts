/** One seed of the engine's torture, and what sending costs while nothing goes wrong. */
import { unfelt } from './actions/weather.ts';
import { auditOf } from './report/audit-lines.ts';
import { costRun } from './cost.ts';
import { historyOf, reportOf } from './report/lines.ts';
import { torture } from './run.ts';

const [seed = '1', invoices = '2000'] = process.argv.slice(2);
const say = (text: string) => process.stdout.write(`${text}\n`);
/** Of more breaches than that nobody reads the histories. */
const TOLD = 5;
/** A run of so many invoices feels every kind of fault, or its verdict says too little. */
const EVERY_KIND = 1000;

say(`torture of the engine: seed ${seed}, ${invoices} invoices`);
/** What an operator sends of an afternoon, and what goes out at the end of a month. */
const [some, many] = [Math.min(60, Number(invoices)), Math.min(200, Number(invoices))];
const costs = [
  await costRun(Number(seed), 1),
  await costRun(Number(seed), some),
  await costRun(Number(seed), many),
  await costRun(Number(seed), many, { oneIn: 50 }),
  await costRun(Number(seed), many, { oneIn: 20 }),
];
say('what sending costs: done');

const begun = Date.now();
const outcome = await torture({
  seed: Number(seed),
  invoices: Number(invoices),
  onProgress: (done) => {
    if (done % 100 === 0) say(`${done} invoices, ${Math.round((Date.now() - begun) / 1000)} s`);
  },
});
say(reportOf(outcome, costs, Date.now() - begun));

const breaches = [...costs.flatMap((run) => run.breaches), ...outcome.verdict.breaches];
for (const { rule, invoiceId, detail } of breaches.slice(0, TOLD)) {
  say(`\n${rule}${invoiceId === null ? '' : `, invoice ${invoiceId}`}: ${detail}`);
  if (invoiceId !== null) say(historyOf(outcome, invoiceId, await auditOf(outcome, invoiceId)));
}
const missed = unfelt(outcome.struck);
say(`\nkinds of fault that never struck: ${missed.length === 0 ? 'none' : missed.join('; ')}`);
const isTooTame = missed.length > 0 && outcome.world.invoices.length >= EVERY_KIND;
if (isTooTame) say('FAILED: so long a run must feel every kind of fault');
if (breaches.length > 0 || isTooTame) {
  say(`\nnpm run torture -- --node --seed ${seed} --invoices ${invoices}`);
  process.exitCode = 1;
}
