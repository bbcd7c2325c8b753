// Measures json-rules-engine on the promotions and the basket in the file given; prints one JSON array.
// A rule matches by market, code and store; the deals that match are applied layer by layer, as the Java rivals do.
import { readFileSync } from 'node:fs';
import { Engine } from 'json-rules-engine';

const MILLIS = 500;
const ROUNDS = 7;
const WARM_UP = 3;

const input = JSON.parse(readFileSync(process.argv[2], 'utf8'));

function conditions(deal) {
  const all = [];
  if (deal.market) all.push({ fact: 'market', operator: 'equal', value: deal.market });
  if (deal.code) all.push({ fact: 'codes', operator: 'contains', value: deal.code });
  if (deal.store) all.push({ fact: 'sellers', operator: 'contains', value: deal.store });
  return { all };
}

function engineOf(deals) {
  const engine = new Engine();
  for (const deal of deals) {
    engine.addRule({ name: deal.id, conditions: conditions(deal), event: { type: 'offer', params: deal } });
  }
  return engine;
}

function pay(basket, deals) {
  const stores = { ...basket.stores };
  let total = Object.values(stores).reduce((sum, cents) => sum + cents, 0);
  for (const deal of [...deals].sort((a, b) => a.layer - b.layer)) {
    const base = deal.store ? stores[deal.store] : total;
    if (base < deal.from) continue;
    const wanted = deal.percent ? Math.floor((base * deal.percent + 50) / 100) : deal.cents;
    const off = Math.min(base, deal.most || Infinity, wanted);
    if (deal.store) stores[deal.store] -= off;
    total -= off;
  }
  return total + basket.fees;
}

async function evaluate(engine, basket) {
  const { events } = await engine.run({
    market: basket.market,
    codes: basket.codes,
    sellers: Object.keys(basket.stores),
  });
  return pay(basket, events.map((event) => event.params));
}

async function round(engine, basket) {
  const end = Date.now() + MILLIS;
  const before = process.cpuUsage();
  let count = 0;
  while (Date.now() < end) {
    await evaluate(engine, basket);
    count++;
  }
  const used = process.cpuUsage(before);
  return (used.user + used.system) / count;
}

const rows = [];
for (const deals of input.live) {
  const engine = engineOf(deals);
  const total = await evaluate(engine, input.basket);
  if (total !== input.total) {
    throw new Error(`a total of ${total} cents, by hand it is ${input.total}`);
  }
  for (let i = 0; i < WARM_UP; i++) await round(engine, input.basket);
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round(engine, input.basket));
  rounds.sort((a, b) => a - b);
  rows.push({ live: deals.length, least: rounds[0], median: rounds[ROUNDS >> 1], most: rounds[ROUNDS - 1] });
}
console.log(JSON.stringify(rows));
