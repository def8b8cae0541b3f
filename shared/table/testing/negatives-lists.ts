// Outlines, lists with marks, mail ends and numbers in prose that look like tables at a glance and are none.
import { type Negative, sheet } from './negatives.ts'

export const looseLists: Negative[] = sheet(String.raw`
%% outlines
I. Boats
  A. Small
  B. Large
II. Ropes
  A. Thin
  B. Thick
%%
1 Boats
1.1 Small boats
1.2 Large boats
2 Ropes
%%
Boats
    small
    large
Ropes
    thin
    thick
%%
- Boats
	- small
	- large
- Ropes
	- thin
	- thick
%%
☐ buy bread
☑ call Ann
☐ mend the rope, the long one
%%
(a) the seller, (b) the buyer, and (c) the bank
(d) the boat, (e) the rope, and (f) the quay
%% lists with marks
Ingredients: flour, eggs, milk, salt.
Method: mix, wait, bake.
%%
Present: Ann, Ben, Cyd
Absent: Dee, Eli
%%
Cast: Ann Alder, Ben Birch, Cyd Cedar
Music: Dee Dogwood
%%
Tags: boats, ropes, knots
%%
Keywords: harbour, quay, rope; Subject: boats
%%
See also: boats, ropes
%%
To: all
Re: keys

They are under the mat.
%%
cc: Ann, Ben
bcc: Cyd
%%
Hint: turn it round.
Hint: and round again.
Hint: now pull.
%%
Rule 1: be kind.
Rule 2: be quick.
Rule 3: see rule 1.
%%
TODO: mend the rope
FIXME: the lock is stuck
XXX: who has the key?
%%
Wait: no.
But: yes.
%%
Result: it works. Reason: nobody knows.
%% letters and mails
Hi Ann,
hi Ben,
hi all,

see you on Friday!
%%
Dear Ann,
Dear Ben,

thank you both, very, very much.

Love,
Jo
%%
Am 12.03.2024 um 10:02 schrieb Anna:
> Am 11.03.2024 um 9:14 schrieb Bernd:
>> Kommst du, ja oder nein?
> Ja, natürlich, um acht.
Gut, bis dann.
%%
Le 12 mars 2024 à 10:02, Anne a écrit :
> Tu viens, oui ou non ?
Oui, vers huit heures.
%%
El 12 mar 2024, a las 10:02, Ana escribió:
> ¿Vienes, sí o no?
Sí, claro, a las ocho.
%%
Anna Ahorn
Leitung Taue, Knoten, Boote
Musterfirma GmbH | Beispielweg 4 | 01234 Musterstadt
Tel. 0123 4567 | anna@example.org | www.example.org
%%
Camille Dupin, cheffe des cordes
12, quai du Port, 01200 Belleville
01 23 45 67 89
%%
田中一郎
例商事株式会社 営業部
〒100-0000 東京都例区1-2-3
電話 03-0000-0000
%%
Best,
Ann

P.S. Bring bread, cheese, and wine.
P.P.S. And Ben.
%%
This mail, with all its parts, is for you alone; if you got it by mistake, please delete it, and tell us.
Diese Mail ist nur für Sie bestimmt; haben Sie sie irrtümlich erhalten, so löschen Sie sie bitte.
%%
Unsubscribe | Privacy | View in browser
%%
You are invited!
Date and time to follow, place as well, cake for sure.
%% numbers in prose
It took 3 days, 4 hours, and 12 minutes.
It cost 120 euros, 50 cents, and a tooth.
%%
In 2019 we were 12, in 2020 14, in 2021 9.
Then, in 2022, nobody came; in 2023, all did.
%%
Version 1.2 came in March, 1.3 in May, 1.4 never.
%%
About 1,200 people, 400 dogs, and 12 cats live here.
About 1,300 people, 410 dogs, and no cats live there.
%%
He ran 100 m in 12.4 s, 200 m in 26.0 s, and then, wisely, stopped.
%%
The score was 3:2, then 3:3, then 4:3.
%%
Call 0100 555 or 0101 555, ext. 12, from 9 to 5.
%%
1. 12,50
2. 13,20
%%
§ 12 Abs. 3 Satz 1, § 14 Abs. 2, § 19
%%
Am 3.4., 5.4. und 9.4. sind wir zu, am 4.4. und 6.4. offen.
%%
Vom 1. bis 3., vom 7. bis 9., und am 12.
%%
Psalm 1, 2-3; 4, 5; 119, 12
%%
f. 12r, l. 4; f. 12v, l. 9; f. 14r, l. 1
%%
52.1234, 13.5678
%%
(1, 2), (3, 4), (5, 6)
%%
x=1; y=2; z=3
%%
+49 123 4567
%%
2024-03-12
%%
10:02
10:14
10:31
%%
$12
$14
$9
%% pieces of markup
**Note:** the key is under the mat.
**Tip:** the mat is new.
%%
### 1. Open the box

### 2. Take out the lamp

### 3. Close the box
%%
![one](1.png) ![two](2.png) ![three](3.png)
%%
[![build](b.svg)](b) [![cover](c.svg)](c) [![rope](r.svg)](r)
%%
<details>
<summary>More</summary>

Nothing, really.

</details>
%%
<br>
<br/>
<hr>
%%
<a href="#one">one</a> | <a href="#two">two</a> | <a href="#three">three</a>
%%
&lt;b&gt;one&lt;/b&gt; &amp; &lt;i&gt;two&lt;/i&gt;
%%
:one: :two: :three:
%%
\begin{itemize}
\item boats, ropes
\item knots & more
\end{itemize}
%%
= Title =

== Part ==

* one
* two
%%
.. note:: boats

   ropes, knots
%%
{{template|one|two|three}}
%%
[[one|first]], [[two|second]]
%%
[b]one[/b], [i]two[/i]
%%
> **Ann** said: yes.
> **Ben** said: no.
%%
---

one, two

---

three, four
%%
| one
| two
| three
%%
one |
two |
three |
%%
a | b | c
%%
| --- |
%%
| a |
%%
|---|---|
%%
--- | ---
%%
a | b
-
%%
text | with pipe
and text without
%%
\| one \| two \|
\| --- \| --- \|
%%
| one | two |
| --- |
| three |
%%
- a: b
- c: d
- e: f
- g: h
%%
[a],
[b],
[c]
%% single values with a comma
March 3, 2024
April 4, 2024
May 5, 2024
%%
Jan. 3, 2024
Feb. 4, 2024
Mar. 5, 2024
%%
New York, NY
Boston, MA
Austin, TX
%%
3 March 2024, Hill
4 April 2024, Mill
%%
p. 3, l. 4
p. 5, l. 9
%% more scraps
<!-- a,b
c,d -->
%%
"a": 1,
"b": 2,
"c": 3
%%
Ann: ok, see you
Ben: same here, bye
Cyd: wait, what?
%%
x -> y
y -> z
z -> x
%%
GET /a
POST /b
PUT /c
%%
Wann? Heute, 10 Uhr.
Wo? Zimmer 4, links.
Wer? Alle, bitte.
%%
Hill - Mill 2:1
Quay - Port 0:0
%%
let a = 1, b = 2;
let c = 3, d = 4;
%% other scripts
Α, Β, Γ, Δ
α, β, γ, δ
%%
Привет, как дела? Хорошо, спасибо.
Привет, как дела? Плохо, увы.
%%
一、二、三。
四、五、六。
%%
春、夏、秋、冬
東、西、南、北
%%
가, 나, 다
라, 마, 바
%%
أولا، ثانيا، ثالثا
%%
पहला, दूसरा, तीसरा
%%
Çay, kahve, su?
Su, lütfen, soğuk.
%%
Ja, nein, vielleicht.
Nein, ja, doch.
%%
oui, non, si
non, si, oui
`)
