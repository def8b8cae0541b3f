// Texts of everyday errands, written by hand, with their tables marked.
import { type FindingCase, marked } from './finding.ts'

export const errandTexts: FindingCase[] = [
  marked(
    'grades',
    'mail',
    'en',
    `Dear parents,

please find the marks of the last test below. Everyone passed, which made me very happy.

⟦csv 5⟧Pupil,Maths,Reading,Remarks
Ann A.,12,14,
Ben B.,9,15,"late, again"
Cyd C.,15,11,very good
Dee D.,14,14,
Eli E.,8,9,needs help⟦/⟧

The next test is on 14 May.
Kind regards,
M. Hill`,
  ),
  marked(
    'flights',
    'mail',
    'en',
    `Hi Jo, your bookings:

⟦tsv 3⟧Date	From	To	Leaves	Arrives
12 May	Hill	Quay	08:02	09:44
14 May	Quay	Mill	12:30	13:05
19 May	Mill	Hill	17:15	19:00⟦/⟧

Check in online, one day before. Have fun! Ann`,
  ),
  marked(
    'league',
    'chat',
    'en',
    `Sam: where are we now??
Kim: ⟦markdown 4⟧| # | Team | P | Pts |
|--:|------|--:|----:|
| 1 | Hill | 12 | 30 |
| 2 | Mill | 12 | 27 |
| 3 | Quay | 12 | 20 |
| 4 | Port | 12 | 4 |⟦/⟧
Sam: ouch
Kim: yep, last again, as always`,
  ),
  marked(
    'flat hunting',
    'forum',
    'en',
    `These are the flats I have seen so far, cheapest first. What would you do?

⟦pipes 3⟧street | rooms | rent | since
Quay Road 12 | 2 | 640 | now
Mill Lane 88 | 3 | 720 | June
Hill Street 4 | 3 | 810 | July⟦/⟧

I like the second one best; the first is dark, the third too far.`,
  ),
  marked(
    'blood values',
    'mail',
    'en',
    `Hello,

attached as text, since the PDF did not open:

⟦aligned 4⟧Value          Result   Unit     Normal
Haemoglobin    14.2     g/dl     13.5-17.5
Iron           61       ug/dl    60-170
Glucose        88       mg/dl    70-99
Sodium         141      mmol/l   135-145⟦/⟧

All fine. Best wishes, the practice`,
  ),
  marked(
    'servers',
    'ticket',
    'en',
    `CPU is high on two machines since the deploy of 10:02.

⟦csv 4⟧host,cpu,mem,disk
hill-1,97%,60%,41%
hill-2,12%,58%,40%
mill-1,95%,71%,88%
mill-2,14%,33%,87%⟦/⟧

Rolling back now. Will report at 11:00.`,
  ),
  marked(
    'party',
    'chat',
    'en',
    `ok so who brings what, final version:
⟦pairs⟧Ann - salad
Ben - bread and cheese
Cyd - drinks
Dee - cake⟦/⟧

see you at 8!`,
  ),
  marked(
    'order confirmation',
    'mail',
    'en',
    `<html><body>
<p>Hello Ann,</p>
<p>thank you for your order 1204. You bought:</p>
⟦html 2⟧<table class="items">
<thead><tr><th>Item</th><th>Qty</th><th>Price</th></tr></thead>
<tbody>
<tr><td>Rope, 12&nbsp;m</td><td>2</td><td>24.00</td></tr>
<tr><td>Anchor</td><td>1</td><td>89.00</td></tr>
</tbody>
</table>⟦/⟧
<p>It leaves our house tomorrow.</p>
</body></html>`,
  ),
  marked(
    'two people, two lists',
    'notes',
    'en',
    `Hours in week 11

Ann
⟦csv 3⟧day,from,to
Mon,9:00,17:00
Tue,9:00,12:30
Thu,10:00,18:00⟦/⟧

Ben
⟦csv 2⟧day,from,to
Wed,8:00,16:00
Fri,8:00,14:00⟦/⟧

Both off on Saturday, Sunday and the day after.`,
  ),
  marked(
    'poll',
    'minutes',
    'en',
    `3. Place of the next meeting
The votes were counted by Cyd and checked by Dee.

⟦markdown 3⟧Place | Yes | No
:--|--:|--:
Hill | 12 | 3
Mill | 4 | 11
Quay | 9 | 6⟦/⟧

We meet at Hill. 4. Any other business: none.`,
  ),
  marked(
    'config answer',
    'forum',
    'en',
    `You can see the limits with:

    GET /limits

which gives

⟦json 3⟧[
    {"plan": "free", "rows": 1000, "price": null},
    {"plan": "team", "rows": 50000, "price": 12.5},
    {"plan": "house", "rows": 1000000, "price": 99}
]⟦/⟧

Hope that helps!`,
  ),
  marked(
    'contact',
    'chat',
    'en',
    `Lee: can you send me Jo's data?

⟦keyvalues⟧Name: Jo Marsh
Mail: jo@example.org
Phone: 0100 555 01
Birthday: 12 March⟦/⟧

Lee: thx!`,
  ),
  marked(
    'stock',
    'mail',
    'en',
    `Team,

closing values of today, tab-separated as always:

⟦tsv 4⟧Ticker	Close	Change
ANN	12.40	+0.3%
BEN	140.05	-1.2%
CYD	9.99	0.0%
DEE	1,204.00	+4.1%⟦/⟧

DEE was the surprise of the day, wasn't it?`,
  ),
  marked(
    'prose about a table',
    'mail',
    'en',
    `Hi all,

the table in the appendix, the one with names, dates and amounts, is wrong: row 3 should say 12, not 21, and row 5, column 2, should be empty. Please fix it before Friday, 14 May, 10:00.

Thanks, Ann`,
  ),
  marked(
    'Klassenfahrt',
    'mail',
    'de',
    `Liebe Eltern,

folgende Beträge fehlen noch (Stand heute, 12.03.):

⟦semicolon 4⟧Name;Bezahlt;Offen
Anna;120,00;30,00
Bernd;0,00;150,00
Clara;150,00;0,00
Dirk;75,50;74,50⟦/⟧

Bitte überweisen Sie bis Freitag, danke!
Herzliche Grüße
M. Muster`,
  ),
  marked(
    'Spielplan',
    'chat',
    'de',
    `Kai: wann spielen wir?
Jo: steht doch hier
⟦tsv 3⟧Datum	Heim	Gast	Zeit
12.05.	Au	Büren	15:00
19.05.	Cham	Au	17:30
26.05.	Au	Dättwil	15:00⟦/⟧
Kai: danke, dann bis Sonntag`,
  ),
  marked(
    'Nebenkosten',
    'mail',
    'de',
    `Sehr geehrte Frau Beispiel,

Ihre Abrechnung setzt sich so zusammen:

⟦aligned 4⟧Heizung          640,12 €
Wasser           210,40 €
Müll              88,00 €
Hausmeister      120,50 €⟦/⟧

Die Summe überweisen Sie bitte binnen 30 Tagen.

Mit freundlichen Grüßen
Hausverwaltung Muster`,
  ),
  marked(
    'Geräteliste',
    'ticket',
    'de',
    `Die folgenden Geräte melden sich nicht mehr:
⟦csv 3⟧gerät,standort,zuletzt
TH-200,Halle 1,2024-03-12 08:00
TH-204,Halle 2,2024-03-11 23:10
TH-209,Lager,2024-03-12 02:45⟦/⟧
Bitte Stromversorgung prüfen.`,
  ),
  marked(
    'Ferienplan',
    'notes',
    'de',
    `Urlaub im Sommer

⟦markdown 3⟧| Wer | Von | Bis |
|---|---|---|
| Anna | 01.07. | 14.07. |
| Bernd | 15.07. | 31.07. |
| Clara | 05.08. | 16.08. |⟦/⟧

Dirk hat noch nichts gesagt.`,
  ),
]
