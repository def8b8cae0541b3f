// Chats, mails, tickets and notes in English, written by hand, with their tables marked.
import { type FindingCase, marked } from './finding.ts'

export const moreEnglishTexts: FindingCase[] = [
  marked(
    'README options',
    'readme',
    'en',
    `# tidy

Sorts your downloads.

## Options

⟦markdown 3⟧Flag | Default | What it does
--- | --- | ---
\`--dry\` | false | says what would happen
\`--into\` | \`~/sorted\` | where to put things
\`--by\` | type | \`type\`, \`date\` or \`size\`⟦/⟧

## Licence

Do what you like.`,
  ),
  marked(
    'key values of one contact',
    'mail',
    'en',
    `Hi, here are the details of the new supplier.

⟦keyvalues⟧Name: Brightwater Ltd
Contact: Jo Marsh
Phone: +44 20 7946 0000
City: Old Harbour
VAT: GB 999 9999 73⟦/⟧

Please add them to the list.`,
  ),
  marked(
    'repeated records',
    'notes',
    'en',
    `Applicants so far

⟦records 3⟧Name: Ann Alder
Role: Cook
Start: 2024-06-01
Salary: 2,400

Name: Ben Birch
Role: Waiter
Start: 2024-06-15
Salary: 2,100

Name: Cyd Cedar
Role: Cook
Start: 2024-07-01
Salary: 2,500⟦/⟧

Still waiting for two more letters.`,
  ),
  marked(
    'log lines',
    'ticket',
    'en',
    `It crashes every night at about three. Log:

⟦log 5⟧2024-03-01 03:00:01 INFO  backup started
2024-03-01 03:00:07 INFO  backup of users done
2024-03-01 03:02:44 WARN  disk almost full
2024-03-01 03:02:45 ERROR backup of orders failed
2024-03-01 03:02:45 INFO  backup stopped⟦/⟧

Nothing after that until I restart it by hand.`,
  ),
  marked(
    'name - value list',
    'notes',
    'en',
    `Shopping for Saturday (prices from last time):

⟦pairs 4⟧Flour – 1.20
Butter – 2.85
Eggs – 3.10
Vanilla – 4.50⟦/⟧

Don't forget the bag!`,
  ),
  marked(
    'JSON answer in a chat',
    'chat',
    'en',
    `Kim: what does the service return?
Lee: this:
⟦json 2⟧[
  {"id": 1, "name": "Ann", "active": true},
  {"id": 2, "name": "Ben", "active": false}
]⟦/⟧
Kim: so no dates?
Lee: no dates`,
  ),
  marked(
    'JSON lines in a fence',
    'ticket',
    'en',
    `The export looks like this:

\`\`\`json
⟦jsonl 3⟧{"t": 0, "v": 1.5, "ok": true}
{"t": 5, "v": 1.7, "ok": true}
{"t": 10, "v": 9.9, "ok": false}⟦/⟧
\`\`\`

The third line should have been filtered.`,
  ),
  marked(
    'HTML from a newsletter',
    'mail',
    'en',
    `<p>Dear readers,</p>
<p>these are the opening hours:</p>
⟦html 3⟧<table border="1">
  <tr><th>Day</th><th>From</th><th>To</th></tr>
  <tr><td>Mon</td><td>9:00</td><td>17:00</td></tr>
  <tr><td>Tue</td><td>9:00</td><td>17:00</td></tr>
  <tr><td>Sat</td><td>10:00</td><td>13:00</td></tr>
</table>⟦/⟧
<p>See you soon!</p>`,
  ),
  marked(
    'clipboard with newlines in cells',
    'mail',
    'en',
    `Pasting from the sheet:

⟦clipboard 3⟧Task	Owner	Notes
Paint door	Ann	"two coats,
dry in between"
Fix lock	Ben	call first
Clean hall	Cyd	"""deep"" clean"⟦/⟧

That's all. T.`,
  ),
  marked(
    'box drawing',
    'chat',
    'en',
    `Noa: the tool prints this now:
⟦box 3⟧┌────────┬───────┬────────┐
│ name   │ files │ errors │
├────────┼───────┼────────┤
│ core   │    42 │      0 │
│ web    │    17 │      3 │
│ tools  │     8 │      1 │
└────────┴───────┴────────┘⟦/⟧
Noa: pretty, no?`,
  ),
  marked(
    'quoted mail with a table',
    'mail',
    'en',
    `Yes, that's right.

On Tuesday Ben wrote:
> Hi,
> are these numbers final?
>
> ⟦csv 3⟧month,units,returns
> Jan,400,12
> Feb,380,9
> Mar,455,20⟦/⟧
>
> Ben`,
  ),
  marked(
    'quoted Markdown answer',
    'forum',
    'en',
    `> ⟦markdown 2⟧| a | b |
> |---|---|
> | 1 | 2 |
> | 3 | 4 |⟦/⟧

I don't think that is correct: b should be the square of a.`,
  ),
  marked(
    'title right above',
    'notes',
    'en',
    `Stand-up notes 12 May
Budget 2024
⟦csv 4⟧item,planned,spent
rent,12000,11000
power,900,1020
travel,2000,350
misc,500,499⟦/⟧
We are fine so far.`,
  ),
  marked(
    'bullets around',
    'minutes',
    'en',
    `Decisions:
- we move on 1 July
- Ann orders boxes
- Ben cancels the internet

⟦pipes 3⟧room|boxes|who
kitchen|12|Ann
study|30|Ben
cellar|8|Cyd⟦/⟧

- next meeting on Monday`,
  ),
  marked(
    'no table at all',
    'mail',
    'en',
    `Hi Sam,

we talked about dates, prices and places, but nothing is fixed yet. I think Friday, 12 May, at 10:30 would be best; the room costs 120 a day.

Tell me what you think.
Ann`,
  ),
  marked(
    'report with a ruled header',
    'mail',
    'en',
    `Dear all,

the nightly report is below.

⟦aligned 4⟧Product        Stock    Price
-------------  -----  -------
Bolt M8          120     0.05
Nut M8           300     0.03
Washer          1000     0.01
Threaded rod      12     4.50⟦/⟧

Regards,
the warehouse`,
  ),
  marked(
    'three small tables',
    'notes',
    'en',
    `Monday

⟦csv 2⟧time,task,who
09:00,open,Ann
17:00,close,Ben⟦/⟧

Tuesday

⟦csv 2⟧time,task,who
09:00,open,Cyd
17:00,close,Ann⟦/⟧

Wednesday

⟦csv 3⟧time,task,who
09:00,open,Ben
12:00,delivery,Cyd
17:00,close,Cyd⟦/⟧
`,
  ),
  marked(
    'comma table after a greeting with commas',
    'chat',
    'en',
    `hey Ann, hey Ben, hey all, quick one
⟦csv 3⟧city,temp,wind
Harbour,12,30
Hill,9,44
Mill,14,12⟦/⟧
so, as you see, it's cold, windy, and no fun`,
  ),
  marked(
    'score list with tabs',
    'chat',
    'en',
    `final scores!!
⟦tsv 4⟧1	Ann	4210
2	Ben	3995
3	Cyd	3990
4	Dee	1200⟦/⟧
gg everyone`,
  ),
]
