// Texts that look like tables at a glance and are none: dialogues, diaries, subtitles, code in columns, verses with gaps.
import { type Negative, sheet } from './negatives.ts'

export const lookalikes: Negative[] = sheet(`
%% sayings
“Ropes are patient.” – Ann Alder
“Boats are not.” – Ben Birch
“Neither am I.” – Cyd Cedar
%%
"The sea is wide, and so is Ben." -- Ann
"The sea is deep, unlike Ben." -- Cyd
%%
- **Fast** – it takes no time, really none, to start.
- **Small** – you will not even notice that it is there.
- **Kind** – it never complains, whatever you do to it.
%%
* Ann – who came late, as always – sat down.
* Ben – who was early, for once – stood up.
* Cyd – who had not come at all – was missed.
%%
I went – I saw – I left.
You came – you slept – you stayed.
%%
– Who is there?
– Only me.
– Then come in, and close the door.
%%
— Кто там?
— Это я, открой.
— Сейчас, подожди.
%%
— Qui est là ?
— C'est moi, ouvre.
— J'arrive, attends.
%%
12 March – rain again, so we stayed in and mended ropes, all of us, until late.
13 March – sun at last, but no wind, so we rowed, and rowed, and rowed.
14 March – home.
%%
Monday. We packed.
Tuesday. We left, late.
Wednesday. We were lost: no map, no light.
%%
Dear diary, today was long.
Dear diary, today was longer.
%% transcripts
00:01:12 Ann: So, shall we begin?
00:01:15 Ben: One moment, please, I have to find my notes.
00:01:31 Ann: Take your time.
%%
[00:12.00] The kettle sings
[00:15.50] The window steams
[00:19.10] The cat turns round
%%
1
00:00:01,000 --> 00:00:03,500
Where were you?

2
00:00:04,000 --> 00:00:06,000
Here, there, everywhere.
%%
10:02 <ann> anyone awake?
10:03 <ben> barely
10:03 * cyd yawns
10:09 <ann> then good night, all
%%
*** ann has joined #boats
<ann> hello
*** ben has left #boats
%%
Ann (10:02): hey
Ben (10:03): hey, what's up?
Ann (10:04): nothing much, you?
%%
ANN: (laughing) No!
BEN: (serious) Yes.
ANN: (not laughing) Oh.
%%
Host: Welcome back to the show.
Guest: Thank you, it is good to be here.
Host: So tell us, how did it all begin?
Guest: With a rope, as it happens.
%%
User: how do I tie a knot?
Assistant: Take the rope, make a loop, pull it through.
User: and then?
Assistant: Pull it tight.
%%
Interviewer: And now?
Ann: Now we wait.
Interviewer: For what?
Ann: For the wind.
%%
Moderator: Erste Frage?
Anna: Ja, hier.
Moderator: Bitte.
Bernd: Und ich danach.
%%
面试官：请介绍一下自己。
小李：好的，我叫小李，来自东湖。
面试官：为什么来这里？
小李：因为喜欢船。
%%
司会：では、始めましょう。
森：はい、お願いします。
司会：まず、船の話から。
%%
Q1. Is it dry? A: mostly.
Q2. Is it warm? A: hardly.
%%
Question: what is a knot?
Answer: a rope that cannot make up its mind.

Question: what is a boat?
Answer: a house that can.
%% chapters
Chapter 1: In which we leave
Chapter 2: In which we are lost
Chapter 3: In which we come home
%%
Part One – The Rope
Part Two – The Knot
Part Three – The Boat
%%
Act I: The harbour, at dawn.
Act II: The sea, at noon.
Act III: The harbour, at night.
%%
Lesson 1: hello and goodbye
Lesson 2: bread, milk, cheese
%%
Kapitel 1: Der Hafen
Kapitel 2: Das Meer
Kapitel 3: Der Sturm
%%
第一章：出发
第二章：迷路
第三章：回家
%% code in columns
int    count  = 0;
float  length = 1.5f;
char  *name   = "ann";
%%
const a    = 1
const bb   = 2
const ccc  = 3
%%
self.name   = name
self.length = length
self.port   = port
%%
mov  eax, 1
mov  ebx, 2
add  eax, ebx
ret
%%
loop:   lda  #0
        sta  count
        inc  count
        bne  loop
%%
#define RED    1
#define GREEN  2
#define BLUE   3
%%
case 'a':  return 1;
case 'b':  return 2;
default:   return 0;
%%
x = foo(a)    # first
y = bar(b)    # second
z = baz(c)    # third
%%
interface Boat {
  name: string
  length: number
  ropes: string[]
}
%%
struct Boat {
    name: String,
    length: u32,
    ropes: Vec<String>,
}
%%
data class Boat(
    val name: String,
    val length: Int,
    val port: String,
)
%%
message Boat {
  string name = 1;
  int32 length = 2;
  string port = 3;
}
%%
type Query {
  boat(id: ID!): Boat
  boats(first: Int): [Boat]
}
%%
ann = Boat("Ann", 12, "Hill")
ben = Boat("Ben", 14, "Mill")
cyd = Boat("Cyd", 9, "Quay")
%%
add("Ann", 12);
add("Ben", 14);
add("Cyd", 9);
%%
assert f(1, 2) == 3
assert f(2, 3) == 5
assert f(3, 4) == 7
%%
it('adds', () => expect(add(1, 2)).toBe(3))
it('takes', () => expect(take(3, 2)).toBe(1))
%%
self.assertEqual(a, b)
self.assertEqual(c, d)
%%
.PHONY: all clean test
%%
let xs = [1, 2, 3, 4]
let ys = xs.map(x => x * 2)
%%
margin: 0 auto;
padding: 1px 2px;
color: red;
%%
@media (max-width: 600px) { .a { display: none; } .b { display: block; } }
%%
select a, b, c from t1
union
select d, e, f from t2
%%
with x as (select 1, 2, 3), y as (select 4, 5, 6)
select * from x, y
%%
grep -E 'a|b|c' one.txt | cut -d, -f1,2 | sort -t';' -k2
%%
tar czf a.tgz a
tar czf b.tgz b
%%
curl -s https://example.org/a | jq '.x, .y'
curl -s https://example.org/b | jq '.x, .y'
%%
ok 1 - opens the box
ok 2 - closes the box
not ok 3 - finds the key
1..3
%%
[1/4] Resolving packages...
[2/4] Fetching packages...
[3/4] Linking packages...
[4/4] Building...
%%
Compiling boats v1.2.0
Compiling ropes v0.9.1
 Finished in 4.20s
%%
warning: unused variable: x
warning: unused variable: y
error: aborting
%% verses with gaps
The kettle sings    the window steams
the cat turns round    the carpet dreams
%%
        Snow on the road
   smoke
             from the roof
%%
Wir gehen,      wir stehen,
wir kommen,     wir sehen,
wir bleiben     nicht.
%%
            THE BOAT
         by Ann Alder

      a play in three acts
%%
e|-----0-----|
B|---1---1---|
G|-0-------0-|
%%
C        G        Am
The kettle sings, the window steams
F        C        G
the cat turns round, the carpet dreams
%%
r n b q k b n r
p p p p p p p p
. . . . . . . .
`)
