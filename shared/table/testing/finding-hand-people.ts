// Chats and mails as people really write them, tables squeezed in between, written by hand, with the tables marked.
import { type FindingCase, marked } from './finding.ts'

export const peopleTexts: FindingCase[] = [
  marked(
    'assistant answer',
    'chat',
    'en',
    `Sure! Here is a comparison of the three boats:

⟦markdown 3⟧| Boat | Length | **Price** | Notes |
|:-----|-------:|----------:|-------|
| *Ann* | 12 m | 4,500 € | fast, but wet |
| Ben | 14 m | 6,100 € | see [photos](https://example.org/b\\|1) |
| Cyd | 9 m | — | \`a\\|b\` hull |⟦/⟧

**Key points:**
- Ann is the cheapest.
- Ben is the longest.

Would you like me to add more boats?`,
  ),
  marked(
    'assistant answer with two fences',
    'chat',
    'en',
    `Here is the file:

\`\`\`csv
⟦csv 3⟧boat,length,port
Ann,12,Hill
Ben,14,Mill
Cyd,9,Quay⟦/⟧
\`\`\`

And the same as JSON:

\`\`\`json
⟦json 3⟧[
  {"boat": "Ann", "length": 12, "port": "Hill"},
  {"boat": "Ben", "length": 14, "port": "Mill"},
  {"boat": "Cyd", "length": 9, "port": "Quay"}
]⟦/⟧
\`\`\`

Let me know if you need another format!`,
  ),
  marked(
    'workplace chat',
    'chat',
    'en',
    `Ann Alder  10:02 AM
morning! the list from yesterday:

⟦tsv 3⟧Boat	Length	Port
Ann	12	Hill
Ben	14	Mill
Cyd	9	Quay⟦/⟧

Ben Birch  10:05 AM
thanks, looks good, will check after lunch`,
  ),
  marked(
    'phone chat with stamps',
    'chat',
    'en',
    `12/03/24, 10:02 - Ann: here we go
12/03/24, 10:02 - Ann: ⟦csv 3⟧boat,length,port
Ann,12,Hill
Ben,14,Mill
Cyd,9,Quay⟦/⟧
12/03/24, 10:04 - Ben: cool`,
  ),
  marked(
    'forwarded mail',
    'mail',
    'en',
    `FYI, see below. Ann

-----Original Message-----
From: Ben Birch <ben@example.org>
Sent: Tuesday, March 12, 2024 10:02 AM
To: Ann Alder <ann@example.org>
Subject: boats

Hi Ann,

⟦semicolon 3⟧boat;length;port
Ann;12;Hill
Ben;14;Mill
Cyd;9;Quay⟦/⟧

Ben`,
  ),
  marked(
    'blanks after commas',
    'mail',
    'en',
    `Hi both,

names and sizes for the shirts:

⟦csv 4⟧Name, Size, Colour
Ann, M, red
Ben, XL, blue
Cyd, S, red
Dee, M, green⟦/⟧

Please order by Friday. Thanks, Jo`,
  ),
  marked(
    'pipes without a rule',
    'notes',
    'en',
    `crew for the trip

⟦pipes 3⟧Name | Role | Phone
Ann | skipper | 0100 555
Ben | cook | 0101 555
Cyd | deck | 0102 555⟦/⟧

bring warm clothes!`,
  ),
  marked(
    'menu with dots',
    'notes',
    'en',
    `On the board at the quay today:

⟦pairs⟧Soup ............ 4.50
Fish and bread .. 9.80
Cake ............ 3.20
Tea ............. 1.90⟦/⟧

Cash only.`,
  ),
  marked(
    'scores',
    'chat',
    'en',
    `final result of the quiz night!!

⟦pairs⟧Ann: 42
Ben: 39
Cyd: 35
Dee: 12⟦/⟧

next one in May :)`,
  ),
  marked(
    'bullets with values',
    'mail',
    'en',
    `Hi Ann,

the costs so far:

⟦pairs⟧- Boat: $4,500
- Ropes: $120
- Paint: $88.50
- Fuel: $240⟦/⟧

More to come, I fear.

Ben`,
  ),
  marked(
    'receipt',
    'notes',
    'en',
    `receipt from the shop

⟦aligned 4⟧2 x bread          4.70
1 x milk           1.15
3 x apples         2.40
total              8.25⟦/⟧

keep for taxes`,
  ),
  marked(
    'signature right under the rows',
    'mail',
    'en',
    `Numbers for the board:
⟦csv 3⟧year,boats,ropes
2021,12,88
2022,14,90
2023,15,97⟦/⟧
--
Ann Alder
Brightwater Ltd, Old Harbour`,
  ),
  marked(
    'footnote under the rows',
    'mail',
    'en',
    `Hello,

⟦tsv 3⟧Year	Boats	Ropes*
2021	12	88
2022	14	90
2023	15	97⟦/⟧
* provisional

Best, Ann`,
  ),
  marked(
    'greeting with as many commas',
    'mail',
    'en',
    `Hi Ann, hi Ben, hi Cyd,
⟦csv 3⟧boat,length,port
Ann,12,Hill
Ben,14,Mill
Cyd,9,Quay⟦/⟧
Yours, as ever, Dee`,
  ),
  marked(
    'no header, no blank lines',
    'chat',
    'en',
    `these are the last readings
⟦csv 4⟧10:00,12.5,81
10:10,12.9,80
10:20,13.4,78
10:30,13.8,77⟦/⟧
getting warmer`,
  ),
  marked(
    'indented in a list',
    'readme',
    'en',
    `1. Choose a boat:

   ⟦markdown 2⟧| Boat | Length |
   |------|--------|
   | Ann  | 12     |
   | Ben  | 14     |⟦/⟧

2. Go sailing.`,
  ),
  marked(
    'right under a heading',
    'readme',
    'en',
    `## Ports
⟦markdown 2⟧| Port | Depth |
|------|-------|
| Hill | 4     |
| Mill | 7     |⟦/⟧
## Boats
none`,
  ),
  marked(
    'columns of JSON',
    'forum',
    'en',
    `The service now answers in columns:

⟦json 3⟧{"boat": ["Ann", "Ben", "Cyd"], "length": [12, 14, 9]}⟦/⟧

Is there a switch for rows?`,
  ),
  marked(
    'rows of JSON',
    'forum',
    'en',
    `I get this back:

⟦json 3⟧[["boat", "length"], ["Ann", 12], ["Ben", 14], ["Cyd", 9]]⟦/⟧

How do I get the names?`,
  ),
  marked(
    'nothing but names and commas',
    'mail',
    'en',
    `Dear Ann,

thank you for the boats, the ropes, and the cake; Ben, Cyd and Dee send their love, too.
We leave on 12 March, at 10:30, from the old quay, if the wind, which is strong today, allows it.

Costs: 120 for fuel, 88 for food, 45 for the port.

Love, Jo`,
  ),
  marked(
    'dates only in prose',
    'chat',
    'en',
    `Ann: so, 12 March, 14 March or 19 March?
Ben: 12 no, 14 maybe, 19 yes
Ann: ok, 19 then, at 10:30, at the quay`,
  ),
]
