// English texts of many genres, written by hand, with every stated value marked.
import { marked } from './grounding.ts'

export const englishTexts = [
  marked(
    'restaurants',
    'en',
    'name, food, price, area, rating:number',
    `⟦1a The Vaults⟧ is a pub near Café Adriatic that serves ⟦1b Italian⟧ dishes in the ⟦1c £20-25⟧ range. Customers gave it ⟦1e 5 out of 5→5⟧; you will find it ⟦1d by the river⟧.`,
  ),
  marked(
    'restaurants',
    'en',
    'name, food, price, area, family:boolean',
    `In the ⟦1d city centre⟧, ⟦1a Loch Fyne⟧ offers ⟦1c cheap⟧ ⟦1b fast food⟧ (child friendly: ⟦1e yes→true⟧).`,
  ),
  marked(
    'restaurants',
    'en',
    'name, food, area, rating:number, price:currency GBP',
    `Two tips for tonight. First, ⟦1a Zizzi⟧ on the ⟦1c riverside⟧: ⟦1b French⟧, ⟦1d three→3⟧ stars, mains from ⟦1e £18⟧. Second, ⟦2a The Punter⟧, which has ⟦2b Indian⟧ food, is near the ⟦2c market square⟧, has ⟦2d 4⟧ stars and costs around ⟦2e £9.50→9.5⟧.`.replace(
      '£18⟧',
      '£18→18⟧',
    ),
  ),
  marked(
    'biographies',
    'en',
    'name, born:date, place, died:date, known for',
    `⟦1a Harriet Ellen Vance⟧ (⟦1b 12 March 1871→1871-03-12⟧, ⟦1c Dunmore⟧ – ⟦1d 3 October 1950→1950-10-03⟧) was a botanist best known for her ⟦1e flora of the western isles⟧. She married in 1899 and moved to Leith two years later.`,
  ),
  marked(
    'biographies',
    'en',
    'name, born:date, position, club, caps:number, goals:number',
    `⟦1a Tomás Ferrer i Puig⟧ (born ⟦1b July 8, 1988→1988-07-08⟧) is a former footballer who played as a ⟦1c left back⟧ for ⟦1d Real Ardales⟧. He was capped ⟦1e 17⟧ times and scored ⟦1f two→2⟧ goals.`,
  ),
  marked(
    'biographies',
    'en',
    'name, birth year:number, office, term start:number, term end:number',
    `⟦1a Edwin O. Thrale⟧ (born ⟦1b 1934⟧) served as ⟦1c mayor of Kestrel Bay⟧ from ⟦1d 1978⟧ to ⟦1e 1986⟧. His predecessor, ⟦2a Lucille Amory⟧ (⟦2b 1921⟧), a former ⟦2c harbour commissioner⟧, held office from ⟦2d 1969⟧ until ⟦2e 1978⟧.`,
  ),
  marked(
    'triples',
    'en',
    'subject, relation, object',
    `⟦1a Adare Manor⟧ ⟦1b is owned by⟧ ⟦1c J. P. McManus⟧. ⟦2a The 1907 wing⟧ ⟦2b was designed by⟧ ⟦2c Philip Hardwick⟧. ⟦3a Asherton⟧ ⟦3b is part of⟧ ⟦3c Dimmit County⟧.`,
  ),
  marked(
    'triples',
    'en',
    'airport, elevation m:number, runway m:number, city',
    `⟦1a Alderney Field⟧ lies ⟦1b 79.6⟧ metres above sea level and serves ⟦1d Saint Anne⟧; its runway is ⟦1c 1,120→1120⟧ metres long. With a length of ⟦2c 2,989.5→2989.5⟧ metres, the runway of ⟦2a Agra North⟧, ⟦2d Uttar⟧, is far longer; the field is ⟦2b 167.94⟧ metres high.`,
  ),
  marked(
    'triples',
    'en',
    'dish, country, ingredient',
    `Originally from ⟦1b Indonesia⟧, ⟦1a ayam penyet⟧ needs ⟦1c chicken⟧. ⟦2a Bionico⟧, a dessert found in ⟦2b Mexico⟧, is made with ⟦2c condensed milk⟧, and ⟦3c lard⟧ goes into ⟦3a bakewell tart⟧ from ⟦3b Derbyshire⟧.`,
  ),
  marked(
    'basketball',
    'en',
    'player, points:number, rebounds:number, assists:number',
    `⟦1a Isaiah Thorne⟧ led all scorers with ⟦1b 23⟧ points on 9-of-15 shooting, adding ⟦1c 10⟧ rebounds and ⟦1d five→5⟧ assists. ⟦2a Marcus Bright⟧ had ⟦2b 15⟧ points, ⟦2c 6⟧ boards and ⟦2d 11⟧ dimes in 38 minutes. Off the bench ⟦3a D’Angelo Reyes⟧ chipped in ⟦3b 20⟧ points and ⟦3c four→4⟧ rebounds (0-for-3 from deep, ⟦3d 1⟧ assist).`,
  ),
  marked(
    'basketball',
    'en',
    'team, wins:number, losses:number, points:number',
    `The ⟦1a Harbour Hawks⟧ (⟦1b 18⟧-⟦1c 5⟧) defeated the ⟦2a Mill City Rams⟧ (⟦2b 5⟧-⟦2c 18⟧) ⟦1d 117⟧-⟦2d 88⟧ on Saturday at Quay Arena.`,
  ),
  marked(
    'basketball',
    'en',
    'player, minutes:number, points:number, fg pct:percent',
    `⟦1a J. Okafor⟧ played ⟦1b 34⟧ minutes, scored ⟦1c 28⟧ and shot ⟦1d 56.5%→0.565⟧. ⟦2a L. Petrov⟧, in ⟦2b 28⟧ minutes, scored ⟦2c 14⟧ at a ⟦2d 34%→0.34⟧ clip.`,
  ),
  marked(
    'football',
    'en',
    'scorer, minute:number, team',
    `⟦1a Okoro⟧ opened the scoring for ⟦1c3c United⟧ on ⟦1b 12⟧ minutes before ⟦2a Lindqvist⟧ levelled for ⟦2c Rovers⟧ (⟦2b 45⟧+1). ⟦3a Sanz⟧ settled it late (⟦3b 89⟧’).`,
  ),
  marked(
    'receipts',
    'en',
    'item, qty:number, price:currency USD, total:currency USD',
    `QUAY MART #0412
12 HARBOR RD   TEL 555-0142
11/22/2026 18:04  REG 2

⟦1a WHL MILK 1GAL⟧   ⟦1b 2⟧ @ ⟦1c 3.49⟧    ⟦1d 6.98⟧ F
⟦2a BANANAS LB⟧    ⟦2b 1.32⟧ @ ⟦2c 0.59⟧   ⟦2d 0.78⟧ F
⟦3a AA BATTERY 8PK⟧  ⟦3b 1⟧ @ ⟦3c 11.99⟧   ⟦3d 11.99⟧ T

SUBTOTAL  19.75
TAX 8.25%  0.99
TOTAL  20.74
VISA ****4471  20.74
ITEMS 5  THANK YOU`,
  ),
  marked(
    'receipts',
    'en',
    'company, date:date, address, total:currency MYR',
    `tan chay yee
*** COPY ***
⟦1a OJC MARKETING SDN BHD⟧
ROC NO: 538358-H
⟦1c NO 2 & 4, JALAN BAYU 4,
BANDAR SERI ALAM→NO 2 & 4, JALAN BAYU 4, BANDAR SERI ALAM⟧
TAX INVOICE
Invoice No : PEGIV-1030765
Date : ⟦1b 15/01/2019→2019-01-15⟧ 11:05:16 AM
000000111 KINGS SAFETY SHOES KWD 805
1 193.00 193.00
Total Exclude GST: 193.00
TOTAL: RM ⟦1d 193.00→193⟧`,
  ),
  marked(
    'receipts',
    'en',
    'item, qty:number, amount:currency USD',
    `Coffee House No 9
⟦1b 1⟧ ⟦1a Flat White⟧ ⟦1c 4.25⟧
⟦2b 2⟧ ⟦2a Almond Croissant⟧ ⟦2c 7.90⟧
⟦3b 1⟧ ⟦3a Oat Milk +⟧ ⟦3c 0.60⟧
Tip 15% 1.91
Total 14.66`,
  ),
  marked(
    'invoices',
    'en',
    'invoice, client, issued:date, due:date, amount:currency EUR, paid:boolean',
    `⟦1a INV-2031⟧ went to ⟦1b Halden Group⟧ on ⟦1c 3 May 2026→2026-05-03⟧ and is due ⟦1d 2 June 2026→2026-06-02⟧: ⟦1e €12,400.00→12400⟧. ⟦2a INV-2032⟧ for ⟦2b Halden Logistics⟧ (⟦2c 5 May 2026→2026-05-05⟧, due ⟦2d 4 June 2026→2026-06-04⟧) is ⟦2e €1,240.00→1240⟧.`,
  ),
  marked(
    'products',
    'en',
    'name, storage, screen, price:currency USD, weight g:number',
    `The ⟦1a Orbit 12⟧ comes with ⟦1b 256 GB⟧, a ⟦1c 6.1-inch⟧ display and weighs ⟦1e 171⟧ g; it retails at ⟦1d $799→799⟧. Its big sister, the ⟦2a Orbit 12 Max⟧ (⟦2b 512 GB⟧, ⟦2c 6.7-inch⟧), weighs ⟦2e 228⟧ g and costs ⟦2d $1,099→1099⟧.`,
  ),
  marked(
    'products',
    'en',
    'sku, title, pack, price:currency GBP',
    `⟦1a BX-10⟧ / ⟦1b Box files⟧, ⟦1c pack of 10⟧, now ⟦1d £24.99→24.99⟧ (was £29.99)
⟦2a BX-100⟧ / ⟦2b Box files A3⟧, ⟦2c pack of 5⟧, now ⟦2d £31.00→31⟧`,
  ),
  marked(
    'jobs',
    'en',
    'role, employer, place, from:currency GBP, to:currency GBP, closes:date',
    `⟦1a Data Engineer (12 months FTC)⟧
⟦1b Kestrel Insurance plc⟧ · ⟦1c Leeds, hybrid⟧
⟦1d £55k→55000⟧ – ⟦1e £62k→62000⟧ + bonus. 25 days off. Closes ⟦1f 14 December 2026→2026-12-14⟧.`,
  ),
  marked(
    'flats',
    'en',
    'address, beds:number, sqft:number, rent:currency USD, available:date',
    `Bright corner unit at ⟦1a 418 W 25th St, Apt 9F⟧. ⟦1b 2⟧ bd, 1 ba, ⟦1c 1,050→1050⟧ sq ft, $⟦1d 4,250→4250⟧/mo, available ⟦1e Jan 1, 2027→2027-01-01⟧. Also: ⟦2a 77 Pine Ave #3⟧, ⟦2b 3⟧ bd, ⟦2c 1,500→1500⟧ sq ft for $⟦2d 5,100→5100⟧, free from ⟦2e Feb 15, 2027→2027-02-15⟧.`,
  ),
  marked(
    'events',
    'en',
    'event, date:date, start:time, venue, price:currency GBP',
    `🎷 ⟦1a Late Jazz⟧ — Fri ⟦1b 4 Dec 2026→2026-12-04⟧, doors ⟦1c 7.30pm→19:30:00⟧, ⟦1d The Boiler Room⟧, £⟦1e 12⟧
🎄 ⟦2a Carols by Candlelight⟧ — Sun ⟦2b 13 Dec 2026→2026-12-13⟧, ⟦2c 4pm→16:00:00⟧, ⟦2d St Anne’s⟧, £⟦2e 7.50→7.5⟧
Under 12s free. Call 020 7946 0123.`,
  ),
  marked(
    'events',
    'en',
    'talk, speaker, room, starts:time, ends:time',
    `⟦1d 9:00→09:00:00⟧–⟦1e 9:45→09:45:00⟧ ⟦1a Opening⟧ (⟦1b Dr. Amara Singh⟧, ⟦1c Hall A⟧)
⟦2d 10:00→10:00:00⟧–⟦2e 10:30→10:30:00⟧ ⟦2a Parsing at scale⟧ (⟦2b Piotr Zając⟧, ⟦2c B12⟧)
⟦3d 10:30→10:30:00⟧–⟦3e 11:15→11:15:00⟧ ⟦3a What logs tell⟧ (⟦3b Amara Okafor⟧, ⟦3c B1⟧)`,
  ),
  marked(
    'weather',
    'en',
    'city, high:number, low:number, rain:percent, wind mph:number',
    `⟦1a Aberdeen⟧ stays cold: high of ⟦1b 3⟧, low of ⟦1c -4⟧, a ⟦1d 70%→0.7⟧ chance of rain and gusts up to ⟦1e 43⟧ mph. In ⟦2a Truro⟧ expect ⟦2b 11⟧ by day and ⟦2c 6⟧ at night, ⟦2d 20%→0.2⟧ rain, winds near ⟦2e 14⟧ mph.`,
  ),
  marked(
    'weather',
    'en',
    'window, wind dir, speed:number, chance:percent',
    `A ⟦1d 30 percent→0.3⟧ chance of showers ⟦1a before noon⟧, with a ⟦1b southwest⟧ wind around ⟦1c 11⟧ mph. ⟦2a After midnight⟧ a ⟦2b north⟧ wind of ⟦2c 22⟧ mph and a ⟦2d 55 percent→0.55⟧ chance of snow.`,
  ),
  marked(
    'orders',
    'en',
    'item, qty:number, colour, deliver:date',
    `Hi Jo,

could we please get ⟦1b two dozen→24⟧ ⟦1a stacking chairs⟧ in ⟦1c grey⟧ by ⟦1d 1 Feb 2027→2027-02-01⟧? And ⟦2b 6⟧ ⟦2a round tables⟧ (⟦2c oak⟧) a week later, ⟦2d 8 Feb 2027→2027-02-08⟧.

Best, Priya (order ref 24-0198)`,
  ),
  marked(
    'chat',
    'en',
    'person, order, qty:number',
    `Lena: who wants what from the bakery?
⟦1a Tom⟧: ⟦1c 2⟧ ⟦1b pretzels⟧ 🥨 for me
⟦2a Aisha⟧: ⟦2b cinnamon roll⟧ x⟦2c 3⟧ pls
⟦3a Big Tom⟧: ⟦3c 1⟧ ⟦3b rye bread⟧, sliced
Lena: ok 👍 back at 10:15`,
  ),
  marked(
    'chat',
    'en',
    'name, amount:currency USD',
    `[19:02] Mel: ok so the cabin was 840 total
[19:03] Mel: ⟦1a Ravi⟧ owes me ⟦1b $210→210⟧, ⟦2a Jo⟧ ⟦2b $185.50→185.5⟧ (she left early)
[19:03] Mel: and ⟦3a Kit⟧ is down ⟦3b $234.50→234.5⟧ bc of the kayak lol`,
  ),
  marked(
    'minutes',
    'en',
    'owner, action, due:date',
    `Action items from 17 Nov 2026
1. ⟦1a Farah⟧ to ⟦1b circulate the revised budget⟧ by ⟦1c 20 Nov 2026→2026-11-20⟧.
2. ⟦2a Oscar⟧ to ⟦2b book the venue⟧ — ⟦2c 2 Dec 2026→2026-12-02⟧.
3. ⟦3a Farah⟧ and legal to ⟦3b sign off the NDA⟧, ⟦3c 12 Feb 2027→2027-02-12⟧.`,
  ),
  marked(
    'clinic',
    'en',
    'patient, age:number, drug, dose mg:number, pulse:number',
    `Bed 4: ⟦1a R. Whitlock⟧, ⟦1b 67⟧F, BP 142/88, HR ⟦1e 91⟧, on ⟦1c metoprolol⟧ ⟦1d 12.5⟧ mg BID. Bed 5: ⟦2a G. Amadi⟧, ⟦2b 76⟧M, BP 118/70, HR ⟦2e 64⟧, on ⟦2c metformin⟧ ⟦2d 850⟧ mg.`,
  ),
  marked(
    'clinic',
    'en',
    'test, value:number, unit, flag',
    `Labs: ⟦1a sodium⟧ ⟦1b 129⟧ ⟦1c mmol/L⟧ (⟦1d low⟧), ⟦2a potassium⟧ ⟦2b 4.9⟧ mmol/L (⟦2d normal⟧), ⟦3a haemoglobin⟧ ⟦3b 13.4⟧ ⟦3c g/dL⟧ (⟦3d ok⟧). Prior sodium 134.`,
  ),
  marked(
    'citations',
    'en',
    'author, year:number, title, journal, volume:number, first page:number',
    `⟦1a Marlowe, K. A.⟧ (⟦1b 2014⟧). ⟦1c Tides and trade in the outer isles⟧. ⟦1d Journal of Coastal History⟧, ⟦1e 31⟧(2), ⟦1f 145⟧–162.
⟦2a Ng, S. & Ortiz, R.⟧ (⟦2b 2021⟧). ⟦2c Counting herring⟧. ⟦2d Fisheries Notes⟧, ⟦2e 8⟧, ⟦2f 14⟧–31. https://doi.example/10.1000/fn.8.14`,
  ),
  marked(
    'citations',
    'en',
    'key, author, title, publisher, year:number',
    `[⟦1a Hol98⟧] ⟦1b P. Hollis⟧. “⟦1c On Bridges⟧.” ⟦1d Quarto Press⟧, ⟦1e 1998⟧.
[⟦2a Hol98b⟧] ⟦2b P. Hollis and M. Reed⟧. “⟦2c On Fords⟧.” ⟦2d Ferry Books⟧, ⟦2e 1989⟧.`,
  ),
  marked(
    'classes',
    'en',
    'pupil, maths:number, art:number, absent:number',
    `⟦1a Noor⟧ got ⟦1b 87⟧ in maths and ⟦1c 92⟧ in art; absent ⟦1d 3⟧ times. ⟦2a Eli⟧: maths ⟦2b 92⟧, art ⟦2c 78⟧, ⟦2d 0⟧ absences. ⟦3a Noora⟧ scored ⟦3b 65⟧ and ⟦3c 71⟧ and was away ⟦3d 13⟧ times.`,
  ),
  marked(
    'customs',
    'en',
    'hs code, goods, origin, net kg:number, value:currency USD',
    `Line 1: HS ⟦1a 6403.99⟧ ⟦1b leather footwear⟧, origin ⟦1c VN⟧, net ⟦1d 1,204.5→1204.5⟧ kg, USD ⟦1e 48,180.00→48180⟧
Line 2: HS ⟦2a 6404.11⟧ ⟦2b sports footwear⟧, origin ⟦2c ID⟧, net ⟦2d 204.5⟧ kg, USD ⟦2e 8,180.00→8180⟧`,
  ),
  marked(
    'contacts',
    'en',
    'name, role, email:email, phone',
    `⟦1a Dr Hana Sato⟧, ⟦1b programme chair⟧, ⟦1c hana.sato@uni.example⟧, ⟦1d +44 (0)131 496 0990⟧. For invoices: ⟦2a Will Tanner⟧ (⟦2b accounts⟧), ⟦2c w.tanner+ap@uni.example⟧ / ⟦2d 0131 496 0991 ext. 4⟧.`,
  ),
  marked(
    'sites',
    'en',
    'name, url:url, stars:number, licence',
    `* [⟦1a fastcsv⟧](⟦1b https://code.example/lib/fastcsv⟧) – ⟦1c 1.2k→1200⟧ stars, ⟦1d MIT⟧
* [⟦2a slowcsv⟧](⟦2b https://code.example/lib/slowcsv?tab=readme⟧) – ⟦2c 318⟧ stars, ⟦2d Apache-2.0⟧`,
  ),
  marked(
    'bank',
    'en',
    'date:date, payee, amount:currency GBP, balance:currency GBP',
    `⟦1a 02 Nov 2026→2026-11-02⟧ ⟦1b TESCO STORES 3297⟧ ⟦1c -£45.10→-45.1⟧ £⟦1d 1,204.90→1204.9⟧
⟦2a 03 Nov 2026→2026-11-03⟧ ⟦2b SALARY KITE LTD⟧ ⟦2c +£2,310.00→2310⟧ £⟦2d 3,514.90→3514.9⟧
⟦3a 03 Nov 2026→2026-11-03⟧ ⟦3b TFL TRAVEL CH⟧ ⟦3c (£8.10)→-8.1⟧ £⟦3d 3,506.80→3506.8⟧`,
  ),
  marked(
    'elections',
    'en',
    'candidate, party, votes:number, share:percent',
    `⟦1a Maeve Dolan⟧ (⟦1b Harbour Alliance⟧) won with ⟦1c 21,408→21408⟧ votes, or ⟦1d 48.3%→0.483⟧, ahead of ⟦2a Piers Latham⟧ of the ⟦2b Union Party⟧ on ⟦2c 14,082→14082⟧ (⟦2d 31.8%→0.318⟧).`,
  ),
  marked(
    'finance',
    'en',
    'company, revenue:currency USD, change:percent, employees:number',
    `⟦1a Brightline⟧ reported revenue of ⟦1b $4.2 million→4200000⟧, up ⟦1c 12%→0.12⟧, with ⟦1d 310⟧ staff. Rival ⟦2a Lumen & Co⟧ took in ⟦2b $1.8 billion→1800000000⟧, a fall of 7%, and employs ⟦2d 9,400→9400⟧.`,
  ),
  marked(
    'logs',
    'en',
    'time:time, level, service, ms:number',
    `⟦1a 12:04:11⟧ ⟦1b WARN⟧ ⟦1c billing-api⟧ slow query ⟦1d 1840⟧ms id=88f2
⟦2a 12:04:13⟧ ⟦2b ERROR⟧ ⟦2c mailer⟧ timeout after ⟦2d 30000⟧ms id=18a4`,
  ),
  marked(
    'respectively',
    'en',
    'runner, time:time, rank:number',
    `⟦1a Kipruto⟧, ⟦2a Mbeki⟧ and ⟦3a Sorensen⟧ finished in ⟦1b 2:09:14→02:09:14⟧, ⟦2b 2:09:51→02:09:51⟧ and ⟦3b 2:11:02→02:11:02⟧ respectively, good for ranks ⟦1c 3⟧, ⟦2c 4⟧ and ⟦3c 7⟧.`,
  ),
  marked(
    'survey',
    'en',
    'respondent, age:number, satisfied:boolean, comment',
    `⟦1a R17⟧ (⟦1b 34⟧): satisfied: ⟦1c yes→true⟧, “⟦1d parking was easy⟧”. ⟦2a R18⟧ (⟦2b 51⟧): satisfied: ⟦2c no→false⟧, “⟦2d too loud, too cold⟧”.`,
  ),
  marked(
    'recipes',
    'en',
    'ingredient, amount:number, unit',
    `For the dough you need ⟦1b 500⟧ ⟦1c g⟧ of ⟦1a strong flour⟧, ⟦2b 7⟧ ⟦2c g⟧ of ⟦2a dried yeast⟧, ⟦3b 1.5⟧ ⟦3c tsp⟧ of ⟦3a sea salt⟧ and ⟦4b 320⟧ ⟦4c ml⟧ of ⟦4a lukewarm water⟧. Bake 35 minutes at 220 °C.`,
  ),
  marked(
    'inventory',
    'en',
    'bin, part, count:number, reorder:boolean',
    `Bin ⟦1a A-1⟧ holds ⟦1c 12⟧ ⟦1b M6 bolts⟧. Bin ⟦2a A-11⟧: ⟦2c 120⟧ ⟦2b M6 nuts⟧. Bin ⟦3a B-1⟧ has ⟦3c 1,200→1200⟧ ⟦3b washers⟧.`,
  ),
]
