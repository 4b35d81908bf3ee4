import { torture } from './run.ts';
const [seed = '1', invoices = '60'] = process.argv.slice(2);
if (process.env.TRACE) (globalThis as any).__d = [];
const t = Date.now();
const out = await torture({
  seed: Number(seed),
  invoices: Number(invoices),
  onProgress: (n) => {
    if (n % 50 === 0) console.log(n, Date.now() - t);
  },
});
console.log(
  out.verdict.ends,
  out.kills,
  out.turns,
  out.world.counts,
  out.lasted / 3600e3,
  (Date.now() - t) / 1000,
);
console.log(out.book.tally());
console.log(Object.fromEntries(out.struck));
for (const b of out.verdict.breaches.slice(0, 20)) {
  console.log(b);
  if (b.invoiceId)
    console.log(
      out.book
        .of(b.invoiceId)
        .map((e) => new Date(e.at).toISOString() + ' ' + e.who + ' ' + e.what)
        .join('\n'),
    );
}
console.log(out.verdict.breaches.length);
if (process.env.TRACE) {
  const fs0 = await import('node:fs');
  fs0.writeFileSync(process.env.TRACE + 'd', (globalThis as any).__d.slice(0, 3000).join('\n'));
  const fs = await import('node:fs');
  const all = [...out.world.asaas.control.requests(), ...out.world.ixc.control.requests()].sort(
    (a: any, b: any) => a.time - b.time,
  );
  fs.writeFileSync(
    process.env.TRACE,
    all
      .map((r: any) =>
        [r.time, r.method, r.path, JSON.stringify(r.query ?? r.body), r.status].join(' '),
      )
      .join('\n'),
  );
}
