// English texts written by hand whose records are entangled: shared values, quotes, corrections, many in one sentence.
import { marked } from './grounding.ts'

export const mixedTexts = [
  marked(
    'respectively',
    'en',
    'region, sales:currency USD, growth:percent',
    `Sales in ⟦1a North⟧, ⟦2a South⟧ and ⟦3a West⟧ came to ⟦1b $41,200→41200⟧, ⟦2b $38,950→38950⟧ and ⟦3b $12,400→12400⟧, up ⟦1c 4%→0.04⟧, ⟦2c 9%→0.09⟧ and ⟦3c 1.5%→0.015⟧.`,
  ),
  marked(
    'shared',
    'en',
    'date:date, speaker, talk, room',
    `On ⟦1a2a 12 May 2027→2027-05-12⟧, all in ⟦1d2d Room 4⟧: ⟦1b Ida Moss⟧ on ⟦1c tidal power⟧, then ⟦2b Rolf Ek⟧ on ⟦2c grid storage⟧. On ⟦3a4a 13 May 2027→2027-05-13⟧, in ⟦3d4d Room 14⟧: ⟦3b Amy Tan⟧ on ⟦3c heat pumps⟧, and ⟦4b Joe Bell⟧ on ⟦4c cold chains⟧.`,
  ),
  marked(
    'shared',
    'en',
    'order, customer, item, qty:number, price:currency EUR',
    `Order ⟦1a2a 7741⟧ (⟦1b2b Merrow Foods⟧):
  - ⟦1c paper cups⟧, ⟦1d 500⟧ pcs, ⟦1e €24.00→24⟧
  - ⟦2c napkins⟧, ⟦2d 2,000→2000⟧ pcs, ⟦2e €18.50→18.5⟧
Order ⟦3a4a 7742⟧ (⟦3b4b Oxbow Studio⟧):
  - ⟦3c paper cups⟧, ⟦3d 200⟧ pcs, ⟦3e €9.60→9.6⟧
  - ⟦4c trays⟧, ⟦4d 50⟧ pcs, ⟦4e €31.00→31⟧`,
  ),
  marked(
    'shared',
    'en',
    'class, pupil, mark:number',
    `Class ⟦1a2a3a 4B⟧: ⟦1b Noor⟧ ⟦1c 14⟧, ⟦2b Ben⟧ ⟦2c 11⟧, ⟦3b Mia⟧ ⟦3c 17⟧. Class ⟦4a5a 4C⟧: ⟦4b Ben⟧ ⟦4c 9⟧, ⟦5b Zoe⟧ ⟦5c 16⟧.`,
  ),
  marked(
    'quoted mail',
    'en',
    'person, hours:number, rate:currency USD, week ending:date',
    `Fine by me, see below. K.

> On Mon, 9 Nov 2026 at 14:02 Dana wrote:
> ⟦1a Luis⟧ put in ⟦1b 38.5⟧ hours at ⟦1c $42→42⟧ (week ending ⟦1d 7 Nov 2026→2026-11-07⟧).
> ⟦2a Petra⟧ put in ⟦2b 12⟧ hours at ⟦2c $65→65⟧ (week ending ⟦2d 31 Oct 2026→2026-10-31⟧).
>> The 40-hour cap still holds.`,
  ),
  marked(
    'correction',
    'en',
    'item, qty:number, shelf',
    `⟦1a Blue paint⟧: ⟦1b 14⟧ tins on shelf ⟦1c C3⟧. ⟦2a Red paint⟧ — not 12 as I said on Monday, it is ⟦2b 21⟧ — stands on ⟦2c C4⟧. ⟦3a Primer⟧, shelf ⟦3c D1⟧: ⟦3b 6⟧.`,
  ),
  marked(
    'several sentences',
    'en',
    'house, price:currency GBP, beds:number, sold:date, agent',
    `⟦1a Rose Cottage⟧ came to market in spring. It has ⟦1c 3⟧ bedrooms and a walled garden. The agent, ⟦1e Hartley’s⟧, found a buyer quickly, and on ⟦1d 14 June 2026→2026-06-14⟧ it went for ⟦1b £412,500→412500⟧.

⟦2a The Old Forge⟧ took longer. A cracked beam put people off, though ⟦2c 5⟧ bedrooms are rare here. ⟦2e Bray & Daughters⟧ closed the sale on ⟦2d 2 September 2026→2026-09-02⟧ at ⟦2b £389,000→389000⟧.`,
  ),
  marked(
    'several sentences',
    'en',
    'ship, built:number, tonnage:number, fate',
    `The ⟦1a Mary Agnes⟧ was laid down in Hull. Launched in ⟦1b 1888⟧, she measured ⟦1c 1,240→1240⟧ tons. She was ⟦1d wrecked off Dunmore⟧. Her sister, the ⟦2a Agnes Grey⟧, followed in ⟦2b 1891⟧. At ⟦2c 1,420→1420⟧ tons she was larger, and she was ⟦2d broken up at Leith⟧.`,
  ),
  marked(
    'parentheses',
    'en',
    'town, population:number, mayor, founded:number',
    `Three towns matter: ⟦1a Dunmore⟧ (pop. ⟦1b 8,412→8412⟧; mayor ⟦1c Ellen Vance⟧; est. ⟦1d 1702⟧), ⟦2a Kestrel Bay⟧ (pop. ⟦2b 84,120→84120⟧; mayor ⟦2c Helen Vance⟧; est. ⟦2d 1720⟧) and ⟦3a Leith Ford⟧ (pop. ⟦3b 841⟧; mayor ⟦3c E. Vane⟧; est. ⟦3d 1270⟧).`,
  ),
  marked(
    'labelled blocks',
    'en',
    'ticket, opened:datetime, owner, priority:number',
    `Ticket: ⟦1a SUP-1042⟧
Opened: ⟦1b 2026-11-20 09:15→2026-11-20T09:15:00⟧
Owner: ⟦1c Ravi Menon⟧
Priority: ⟦1d 2⟧

Ticket: ⟦2a SUP-1402⟧
Opened: ⟦2b 2026-11-20 19:15→2026-11-20T19:15:00⟧
Owner: ⟦2c Ravi Mohan⟧
Priority: ⟦2d 1⟧`,
  ),
  marked(
    'labelled blocks',
    'en',
    'name, species, weight kg:number, vaccinated:boolean',
    `Name: ⟦1a Biscuit⟧ 🐶
Species: ⟦1b dog⟧
Weight: ⟦1c 12.4⟧ kg
Vaccinated: ⟦1d yes→true⟧

Name: ⟦2a Mister Biscuit⟧ 🐱
Species: ⟦2b cat⟧
Weight: ⟦2c 4.2⟧ kg
Vaccinated: ⟦2d no→false⟧`,
  ),
  marked(
    'ledger',
    'en',
    'account, debit:currency USD, credit:currency USD',
    `⟦1a 1200 Receivables⟧ Dr ⟦1b 2,150.00→2150⟧ | ⟦2a 4000 Sales⟧ Cr ⟦2c 2,000.00→2000⟧ | ⟦3a 2200 Sales tax⟧ Cr ⟦3c 150.00→150⟧`,
  ),
  marked(
    'currencies',
    'en',
    'trip, eur:currency EUR, usd:currency USD',
    `⟦1a Lisbon⟧ cost ⟦1b €480→480⟧ (about ⟦1c $520→520⟧), ⟦2a Porto⟧ ⟦2b €520→520⟧ (about ⟦2c $563→563⟧).`,
  ),
  marked(
    'currencies',
    'en',
    'supplier, quote:currency CHF, valid:date',
    `⟦1a Alpina⟧ quotes ⟦1b CHF 18'400.00→18400⟧ until ⟦1c 31 Jan 2027→2027-01-31⟧; ⟦2a Jura Werk⟧ ⟦2b CHF 14’800.50→14800.5⟧ until ⟦2c 13 Jan 2027→2027-01-13⟧.`,
  ),
  marked(
    'measures',
    'en',
    'trail, km:number, climb m:number, hours:time',
    `The ⟦1a Ridge Loop⟧ is ⟦1b 14.2⟧ km with ⟦1c 860⟧ m of climbing (⟦1d 5:30→05:30:00⟧ h); the ⟦2a Ridge Loop short cut⟧ is ⟦2b 9.6⟧ km with ⟦2c 410⟧ m (⟦2d 3:15→03:15:00⟧ h).`,
  ),
  marked(
    'versions',
    'en',
    'package, version, released:date, size kb:number',
    `⟦1a leftpad⟧ ⟦1b 1.10.2⟧ (⟦1c 2026-02-11⟧, ⟦1d 14⟧ kB), ⟦2a rightpad⟧ ⟦2b 1.1.0⟧ (⟦2c 2026-11-02⟧, ⟦2d 41⟧ kB), ⟦3a pad⟧ ⟦3b 11.0⟧ (⟦3c 2025-12-31⟧, ⟦3d 4⟧ kB)`,
  ),
  marked(
    'ids',
    'en',
    'sample, barcode, lab, ph:number',
    `Sample ⟦1a S-14⟧ (barcode ⟦1b 4006381333931⟧) at ⟦1c Lab 2⟧: pH ⟦1d 7.4⟧. Sample ⟦2a S-141⟧ (barcode ⟦2b 4006381333948⟧) at ⟦2c Lab 21⟧: pH ⟦2d 4.7⟧. Sample ⟦3a S-1⟧ (barcode ⟦3b 0406381333931⟧) at ⟦3c Lab 12⟧: pH ⟦3d 7⟧.`,
  ),
  marked(
    'ids',
    'en',
    'flight, from, to, gate, departs:time',
    `⟦1a LH 1138⟧ ⟦1b FRA⟧→`.replace('→', '') +
      ` to ⟦1c BCN⟧, gate ⟦1d A14⟧, ⟦1e 07:10→07:10:00⟧; ⟦2a LH 138⟧ ⟦2b MUC⟧ to ⟦2c FRA⟧, gate ⟦2d A1⟧, ⟦2e 17:10→17:10:00⟧; ⟦3a LX 1138⟧ ⟦3b ZRH⟧ to ⟦3c BCN⟧, gate ⟦3d B14⟧, ⟦3e 10:07→10:07:00⟧.`,
  ),
  marked(
    'travel',
    'en',
    'city, nights:number, hotel, cost:currency EUR',
    `We spend ⟦1b 3⟧ nights in ⟦1a Ghent⟧ at ⟦1c Hotel Harmony⟧ (⟦1d €432→432⟧ in total), then ⟦2b 2⟧ in ⟦2a Bruges⟧ at ⟦2c The Duke⟧ for ⟦2d €318→318⟧, and finish with ⟦3b 4⟧ nights in ⟦3a Ostend⟧, ⟦3c Villa Maritza⟧, ⟦3d €664→664⟧.`,
  ),
  marked(
    'sports table',
    'en',
    'driver, team, laps:number, gap s:number, points:number',
    `1. ⟦1a M. Aalto⟧ (⟦1b Norrland⟧) ⟦1c 57⟧ laps, winner, ⟦1e 25⟧ pts
2. ⟦2a R. da Costa⟧ (⟦2b Ferro⟧) ⟦2c 57⟧ laps, +⟦2d 5.598⟧s, ⟦2e 18⟧ pts
3. ⟦3a K. Sainte-Claire⟧ (⟦3b Ferro⟧) ⟦3c 56⟧ laps, +⟦3d 77.1⟧s, ⟦3e 15⟧ pts`,
  ),
  marked(
    'survey',
    'en',
    'question, yes:percent, no:percent, n:number',
    `“⟦1a Would you come again?⟧” — ⟦1b 82%→0.82⟧ yes, ⟦1c 18%→0.18⟧ no (n=⟦1d 412⟧). “⟦2a Was it worth the money?⟧” — ⟦2b 61%→0.61⟧ yes, ⟦2c 39%→0.39⟧ no (n=⟦2d 398⟧).`,
  ),
  marked(
    'genealogy',
    'en',
    'name, relation, born:number, died:number',
    `⟦1a Ada⟧ (⟦1c 1851⟧–⟦1d 1924⟧), the ⟦1b eldest daughter⟧; ⟦2a Adam⟧ (⟦2c 1854⟧–⟦2d 1915⟧), a ⟦2b son⟧; ⟦3a Adah⟧ (⟦3c 1860⟧–⟦3d 1951⟧), the ⟦3b youngest⟧.`,
  ),
  marked(
    'science',
    'en',
    'element, symbol, melting c:number, density:number',
    `⟦1a Gallium⟧ (⟦1b Ga⟧) melts at ⟦1c 29.8⟧ °C and has a density of ⟦1d 5.91⟧ g/cm³; ⟦2a germanium⟧ (⟦2b Ge⟧) at ⟦2c 938.2⟧ °C with ⟦2d 5.32⟧; ⟦3a mercury⟧ (⟦3b Hg⟧) already at ⟦3c -38.8⟧ °C, density ⟦3d 13.5⟧.`,
  ),
  marked(
    'gifts',
    'en',
    'for whom, gift, price:currency USD, bought:boolean',
    `🎁 ⟦1a Nana⟧: ⟦1b wool socks⟧ ($⟦1c 14⟧), bought ⟦1d yes→true⟧
🎁 ⟦2a Uncle Bo⟧: ⟦2b chess set⟧ ($⟦2c 41.50→41.5⟧), bought ⟦2d no→false⟧`,
  ),
  marked(
    'ocr',
    'en',
    'description, qty:number, unit price:currency USD, amount:currency USD',
    `lNVOICE   No. 88-2104            Page 1 of 2
DESCRIPTION            QTY    UNIT     AMOUNT
⟦1a Hinge, brass 3 in.⟧     ⟦1b 24⟧   ⟦1c 2.15⟧    ⟦1d 51.60→51.6⟧
⟦2a Hinge, steel 3 in.⟧     ⟦2b 42⟧   ⟦2c 1.25⟧    ⟦2d 52.50→52.5⟧
⟦3a Latch⟧          ⟦3b 4⟧   ⟦3c 12.50→12.5⟧   ⟦3d 50.00→50⟧
                 SUBTOTAL   154.10`,
  ),
  marked(
    'mentions',
    'en',
    'handle, followers:number, joined:date',
    `@⟦1a river.otter⟧ has ⟦1b 12.4k→12400⟧ followers and joined ⟦1c 2019-03-04⟧, @⟦2a otter⟧ has ⟦2b 1.2M→1200000⟧ and joined ⟦2c 2014-04-03⟧.`,
  ),
  marked(
    'property rights',
    'en',
    'parcel, owner, acres:number, deed:date',
    `Parcel ⟦1a 14-A⟧, owned by ⟦1b the Estate of Mary O’Dowd⟧, runs to ⟦1c 4.75⟧ acres (deed of ⟦1d March 1, 1962→1962-03-01⟧). Parcel ⟦2a 14-B⟧, owned by ⟦2b Mary O’Dowd Jr.⟧, has ⟦2c 7.45⟧ acres (deed of ⟦2d January 3, 1992→1992-01-03⟧).`,
  ),
  marked(
    'auction',
    'en',
    'lot:number, title, low:currency GBP, high:currency GBP, hammer:currency GBP',
    `Lot ⟦1a 12⟧, ⟦1b a pair of brass candlesticks⟧ (est. £⟦1c 80⟧–⟦1d 120⟧), made £⟦1e 210⟧. Lot ⟦2a 21⟧, ⟦2b an oak settle⟧ (est. £⟦2c 400⟧–⟦2d 600⟧), made £⟦2e 380⟧. Lot ⟦3a 112⟧, ⟦3b a box of sheet music⟧ (est. £⟦3c 20⟧–⟦3d 40⟧), made £⟦3e 85⟧.`,
  ),
  marked(
    'dates',
    'en',
    'task, from:date, to:date',
    `⟦1a Scaffolding⟧ runs from ⟦1b 3 March 2027→2027-03-03⟧ to ⟦1c 12 March 2027→2027-03-12⟧, ⟦2a roofing⟧ from ⟦2b 15 March 2027→2027-03-15⟧ until ⟦2c 2 April 2027→2027-04-02⟧.`,
  ),
  marked(
    'dates',
    'en',
    'child, born:date, weight g:number',
    `⟦1a Ottilie⟧ arrived on ⟦1b 04/21/2026→2026-04-21⟧ weighing ⟦1c 3,240→3240⟧ g; ⟦2a Otto⟧ on ⟦2b 11/30/2026→2026-11-30⟧ with ⟦2c 2,340→2340⟧ g.`,
  ),
]
