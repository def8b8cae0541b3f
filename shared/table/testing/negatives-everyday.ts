// Letters, poems, addresses, recipes, chats and notes, none of which holds a table.
import { type Negative, sheet } from './negatives.ts'

export const everyday: Negative[] = sheet(`
%% poems
The kettle sings, the window steams,
the cat turns round, the carpet dreams,
the clock forgets, the candle leans,
and nobody knows what it means.
%%
Ein Blatt, ein Ast, ein Wind,
ein Hund, ein Ball, ein Kind,
ein Weg, ein Stein, ein Zaun,
so grün, so grau, so braun.
%%
古い橋、
水の音、
夏の終わり。
%%
O sol, o mar, a areia,
a lua nova, a lua cheia,
a rede, o peixe, a sereia.
%%
Snow on the road;
smoke from the roof;
a dog, no more.
%% addresses
Ann Alder
12 Quay Road
Old Harbour
NH 1204
%%
Erika Muster
Beispielweg 4
01234 Musterstadt
Deutschland
%%
12 Quay Road, Old Harbour
88 Mill Lane, Hill Town
%%
Brightwater Ltd, Suite 5, 88 Mill Lane, Hill Town
%%
〒100-0000
東京都例区1-2-3
田中 一郎
%%
Calle Mayor, 4, 2.º B
28000 Villanueva
España
%% dialogues
Ann: Did you call?
Ben: I did, twice.
Ann: And?
Ben: Nothing.
%%
ANN. Where were you?
BEN. Here, there, everywhere.
ANN. I looked for you here, there, everywhere.
%%
Q: Is it safe?
A: Yes, as far as we know.
Q: And the other one?
A: No, never was.
%%
- Did you eat?
- No, did you?
- No.
%%
[10:02] ann: hey
[10:02] ben: hey hey
[10:05] ann: lunch?
[10:05] ben: sure, where?
%%
ann 10:02 AM
hey, are you there?
ben 10:03 AM
yes, just back
%%
<ann> anyone here?
<ben> yes
<cyd> me too, why?
<ann> just checking, thanks
%%
12/03/24, 10:02 - Ann: are we still on for tonight?
12/03/24, 10:04 - Ben: yes! at eight, right?
12/03/24, 10:05 - Ann: at eight, at yours
%%
안나: 밥 먹었어?
민수: 아니, 너는?
안나: 나도 아직
%%
Лена: ты где?
Олег: дома, а что?
Лена: ничего, так
%% recipes
Take two eggs, a cup of flour, a pinch of salt.
Mix well, wait an hour, bake for 40 minutes.
Serve warm, with butter, or cold, with jam.
%%
Preheat the oven to 180 °C.
Line a tin, 20 cm wide, with paper.
Melt 100 g butter with 150 g sugar.
%%
Man nehme 200 g Mehl, 3 Eier, 100 ml Milch, und eine Prise Salz.
Alles verrühren, ruhen lassen, backen.
%%
2 eggs
1 cup of flour
a pinch of salt
some butter, soft
%% citations
Alder, A. (2019). On the drying of boats. Harbour Press.
Birch, B., & Cedar, C. (2021). Ropes, knots, and other worries. Hill Books.
%%
[1] A. Alder, "On boats", Journal of Quays, vol. 3, no. 2, pp. 14-19, 2019.
[2] B. Birch and C. Cedar, "Ropes, knots, worries", Hill Review, vol. 12, pp. 1-9, 2021.
%%
See Alder 2019, 14; Birch 2021, 3; Cedar 2022, 88.
%%
Genesis of the plan, chapter 3, verse 4; chapter 5, verses 1 to 9.
%%
12. Alder v. Birch, 14 Har. 2d 88 (1931).
%% mails
From: Ann <ann@example.org>
To: Ben <ben@example.org>
Cc: Cyd <cyd@example.org>
Subject: Re: tonight
Date: Tue, 12 Mar 2024 10:02:11 +0100

Fine with me.
%%
Von: Anna <anna@example.org>
An: Bernd <bernd@example.org>
Betreff: AW: heute Abend
Gesendet: Dienstag, 12. März 2024 10:02

Passt.
%%
On Tue, Mar 12, 2024 at 10:02 AM, Ann wrote:
> Are we still on?
> I hope so, I bought bread, cheese, and wine.
Yes!
%%
-- 
Ann Alder
Brightwater Ltd | Old Harbour
phone 0044 20 0000
%%
Best regards,

Ben Birch
Head of Ropes, Knots, and Worries
Brightwater Ltd, 12 Quay Road, Old Harbour
ben@example.org | www.example.org
%%
Sent from my phone, please excuse typos
%%
Begin forwarded message:

From: Ann
Subject: keys
Date: 12 March 2024

They are under the mat.
%%
Dear Sir or Madam,

I write about your letter of 3 March, in which you ask for names, dates, and places.
I have none of them.

Yours faithfully,
E. Elm
%% schedules in prose
We meet at 9:00, eat at 12:30, and leave at 17:00.
On Friday we meet at 10:00, eat at 13:00, and leave when we like.
%%
The train leaves at 8:14, stops at Mill at 8:40, at Hill at 9:02, and arrives at 9:31.
%%
Monday to Friday from nine to five, Saturday until one, closed on Sunday.
%%
Montags Chor, dienstags Turnen, mittwochs frei, donnerstags Chor, freitags Fisch.
%% amounts in prose
I paid 12.50 for bread, 3.20 for milk, and 45 for the rest.
You owe me 20, Ben owes me 10, and I owe Cyd 5.
%%
Of 120 people asked, 48 (40 %) said yes, 60 (50 %) said no, 12 (10 %) did not answer.
%%
The room is 4.20 m by 3.80 m, 2.60 m high; the door is 0.90 m wide.
%%
1,204
%%
3.14159
%%
12,50 €
%%
Total: 48
%%
42
43
44
%% legal
THE GOODS ARE PROVIDED AS THEY ARE, WITHOUT WARRANTY OF ANY KIND,
EXPRESS OR IMPLIED, INCLUDING, BUT NOT LIMITED TO, FITNESS, TITLE,
AND QUIET ENJOYMENT.
%%
1. Parties. 1.1 The seller, the buyer, and the bank.
1.2 The seller delivers; the buyer pays; the bank waits.
1.3 Nothing else was agreed.
%%
§ 1 Name, Sitz, Zweck
§ 2 Mitglieder, Beiträge
§ 3 Vorstand, Kasse, Wahl
%%
You may copy, change, and share this, if you keep this note, name the author, and charge nothing.
%% changelogs
## 2.1.0 (2024-03-12)

- added: a lamp, a table, a chair
- fixed: the door, the lock
- removed: nothing
%%
v1.2.0 - new door, new lock
v1.1.0 - first window
v1.0.0 - four walls
%%
* 12 Mar 2024 Ann <ann@example.org> - 1.2-1
- fix the lock
- oil the door
%% contents
1. Introduction ........ 1
2. Boats ............... 4
3. Ropes ............... 19
%%
Contents
  1 Introduction
  2 Boats
    2.1 Small boats
    2.2 Large boats
  3 Ropes
%%
[Start](#start) • [Use](#use) • [Help](#help)
%%
Home > Boats > Small boats
%%
Home | News | Boats | Ropes | Contact
%%
« back | top | next »
%%
Chapter One: The Harbour
Chapter Two: The Storm
Chapter Three: The Rope
%% notes
todo: bread, milk, call Ann
later: boat, rope
never: taxes
%%
NB: the key is under the mat
PS: the mat is new
%%
Pros: cheap, quick, quiet
Cons: small, slow to start
%%
Step 1: open the box.
Step 2: take out the lamp.
Step 3: close the box.
%%
Warning: hot surface.
Note: let it cool first.
%%
Idea 1 - paint the door
Idea 2 - sell the boat, buy a bike
Idea 3 - sleep more
%%
10:00 arrived, nobody there
10:20 still nobody, called Ben
10:40 Ben came, without the key
%%
Day 1. Rain, rain, rain.
Day 2. Sun, at last, and wind.
Day 3. Home.
`)
