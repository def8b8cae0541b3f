// What people paste from terminals, databases and notebooks, written by hand, with the tables marked.
import { type FindingCase, marked } from './finding.ts'

export const terminalTexts: FindingCase[] = [
  marked(
    'data frame of a notebook',
    'forum',
    'en',
    `This is what I get:

\`\`\`
   ⟦aligned 3⟧name  age     city
0   Ann   31     Hill
1   Ben   28     Mill
2   Cyd   45  Harbour⟦/⟧
\`\`\`

Why is the first column without a name?`,
  ),
  marked(
    'data frame of a statistics program',
    'mail',
    'en',
    `> head(people, 3)
  ⟦aligned 3⟧name age height
1  Ann  31   1.70
2  Ben  28   1.82
3  Cyd  45   1.65⟦/⟧

That looks right to me.`,
  ),
  marked(
    'frame printer with dotted borders',
    'chat',
    'en',
    `Raj: newest version prints it like so
⟦box 2⟧┌──────┬─────┐
│ name ┆ age │
╞══════╪═════╡
│ Ann  ┆ 31  │
│ Ben  ┆ 28  │
└──────┴─────┘⟦/⟧
Raj: nicer than before`,
  ),
  marked(
    'grid table',
    'readme',
    'en',
    `Sizes
-----

⟦box 2⟧+--------+--------+
| Name   | Length |
+========+========+
| Ann    | 12     |
+--------+--------+
| Ben    | 14     |
+--------+--------+⟦/⟧

All lengths are in metres.`,
  ),
  marked(
    'simple ruled table',
    'readme',
    'en',
    `The flags are:

⟦aligned 3⟧=====  =======  ===========
Flag   Default  Meaning
=====  =======  ===========
-a     off      all boats
-l     on       long names
-q     off      be quiet
=====  =======  ===========⟦/⟧

See below for more.`,
  ),
  marked(
    'org table',
    'notes',
    'en',
    `* Boats

⟦markdown 3⟧| Name | Length | Port  |
|------+--------+-------|
| Ann  |     12 | Hill  |
| Ben  |     14 | Mill  |
| Cyd  |      9 | Quay  |⟦/⟧

* Ropes
none yet`,
  ),
  marked(
    'ticket table with double pipes',
    'ticket',
    'en',
    `h3. What is slow

⟦markdown 3⟧||Page||Seconds||Calls||
|start|0.4|12|
|orders|7.9|88|
|search|3.1|40|⟦/⟧

The orders page is the worst, by far.`,
  ),
  marked(
    'wiki table',
    'forum',
    'en',
    `Paste this into the page:

⟦mediawiki 2⟧{| class="wikitable"
! Name !! Length
|-
| Ann || 12
|-
| Ben || 14
|}⟦/⟧

Then save.`,
  ),
  marked(
    'list mode of a small database',
    'terminal',
    'en',
    `$ db boats.db
> select * from boats;
⟦pipes 4⟧1|Ann|12|Hill
2|Ben|14|Mill
3|Cyd|9|Quay
4|Dee|11|Hill⟦/⟧
> .quit`,
  ),
  marked(
    'ruled query output without borders',
    'terminal',
    'en',
    `SQL> select name, len, port from boats;

⟦aligned 3⟧NAME              LEN PORT
---------- ---------- ----------
Ann                12 Hill
Ben                14 Mill
Cyd                 9 Quay⟦/⟧

3 rows selected.`,
  ),
  marked(
    'expanded query output',
    'terminal',
    'en',
    `boats=> \\x
Expanded display is on.
boats=> select * from boats limit 2;
⟦records 2⟧-[ RECORD 1 ]----
id     | 1
name   | Ann
length | 12
-[ RECORD 2 ]----
id     | 2
name   | Ben
length | 14⟦/⟧

boats=>`,
  ),
  marked(
    'vertical query output',
    'terminal',
    'en',
    `mysql> select * from boats limit 2\\G
⟦records 2⟧*************************** 1. row ***************************
    id: 1
  name: Ann
length: 12
*************************** 2. row ***************************
    id: 2
  name: Ben
length: 14⟦/⟧
2 rows in set (0.00 sec)`,
  ),
  marked(
    'processes',
    'ticket',
    'en',
    `The machine is slow since noon:

\`\`\`
⟦aligned 4⟧USER       PID %CPU %MEM COMMAND
ann       1204 98.0  1.2 boats --all
ann       1377  0.3  0.4 sh
root         1  0.0  0.1 init
root       455  0.0  0.0 cron⟦/⟧
\`\`\`

Kill 1204?`,
  ),
  marked(
    'pods',
    'chat',
    'en',
    `Kim: is it up again?
Lee: not quite
⟦aligned 3⟧NAME                    READY   STATUS             RESTARTS   AGE
web-6d4cf56db6-x7k2p    1/1     Running            0          3h
store-0                 0/1     CrashLoopBackOff   14         3h
cache-7c9b5d8f4-abcde   1/1     Running            1          2d⟦/⟧
Kim: ah, the store again`,
  ),
  marked(
    'package list',
    'forum',
    'en',
    `My versions:

⟦aligned 4⟧Package    Version
---------- -------
boats      1.2.0
ropes      0.9.1
knots      3.0.0rc1
quay       2.4⟦/⟧

Which one is too old?`,
  ),
  marked(
    'sizes with tabs',
    'terminal',
    'en',
    `$ du -sh *
⟦tsv 4⟧4.0K	notes.txt
88M	data
1.2G	videos
160K	src⟦/⟧
$`,
  ),
  marked(
    'line counts',
    'terminal',
    'en',
    `$ wc -l *.csv
     ⟦aligned 4⟧120 boats.csv
    4088 ropes.csv
       9 knots.csv
    4217 total⟦/⟧
$ rm knots.csv`,
  ),
  marked(
    'memory',
    'ticket',
    'en',
    `Swap is used up again:

               ⟦aligned 2⟧total        used        free
Mem:            15Gi        12Gi       1.1Gi
Swap:          2.0Gi       2.0Gi          0B⟦/⟧

Since the last restart, three days ago.`,
  ),
  marked(
    'routes',
    'mail',
    'en',
    `Hi Omar,

this is the routing table of the new box.

⟦aligned 3⟧Destination     Gateway         Genmask         Iface
0.0.0.0         192.0.2.1       0.0.0.0         eth0
192.0.2.0       0.0.0.0         255.255.255.0   eth0
198.51.100.0    192.0.2.9       255.255.255.0   eth1⟦/⟧

Does the last line make sense?

Jo`,
  ),
  marked(
    'system log',
    'ticket',
    'en',
    `Logins fail. From the log of the host:

⟦log 4⟧Mar 12 10:02:11 hill sshd[1204]: Accepted key for ann
Mar 12 10:02:14 hill sshd[1209]: Failed key for ben
Mar 12 10:02:19 hill sshd[1209]: Failed key for ben
Mar 12 10:02:31 hill sshd[1209]: Connection closed⟦/⟧

Only ben is affected.`,
  ),
  marked(
    'program log with dashes',
    'ticket',
    'en',
    `Output of the job:

\`\`\`
⟦log 4⟧2024-03-12 10:02:11,204 - boats - INFO - started
2024-03-12 10:02:12,001 - boats - INFO - 120 boats read
2024-03-12 10:02:14,377 - ropes - WARNING - rope 14 is too short
2024-03-12 10:02:14,400 - boats - INFO - done⟦/⟧
\`\`\`

It should have stopped at the warning.`,
  ),
  marked(
    'access log',
    'mail',
    'en',
    `Somebody is trying all doors:

⟦log 3⟧192.0.2.7 - - [12/Mar/2024:10:02:11 +0100] "GET /admin HTTP/1.1" 404 120
192.0.2.7 - - [12/Mar/2024:10:02:11 +0100] "GET /login HTTP/1.1" 404 120
192.0.2.7 - - [12/Mar/2024:10:02:12 +0100] "GET /wp HTTP/1.1" 404 120⟦/⟧

Shall I block the address?`,
  ),
  marked(
    'key = value log',
    'chat',
    'en',
    `Noa: anything in the log?
Noa: I only see these
⟦log 3⟧time=10:02:11 level=info msg="started" boats=12
time=10:02:12 level=warn msg="short rope" boats=12
time=10:02:14 level=info msg="done" boats=11⟦/⟧
Noa: one boat less`,
  ),
  marked(
    'Build-Zeiten',
    'ticket',
    'de',
    `Der Build ist doppelt so langsam wie früher:

⟦aligned 4⟧Schritt        vorher    jetzt
Auschecken       4 s      4 s
Bauen           61 s    140 s
Testen          88 s    171 s
Packen           9 s      9 s⟦/⟧

Vor allem das Testen.`,
  ),
  marked(
    'tabla de procesos',
    'ticket',
    'es',
    `Desde ayer va lento, esto es lo que veo:
⟦aligned 3⟧PID    USUARIO   CPU   ORDEN
1204   ana       98    barcos
1377   ana        0    sh
1      root       0    init⟦/⟧
¿Lo paro?`,
  ),
  marked(
    'Ausgabe der Datenbank',
    'mail',
    'de',
    `Hallo Kai,

die Abfrage liefert jetzt das:

 ⟦psql 3⟧ort       | einwohner | höhe
-----------+-----------+-------
 Au        |      1204 |   402
 Büren     |      8800 |   611
 Dättwil   |      3007 |   480⟦/⟧
(3 Zeilen)

Fehlt da nicht einer?

Gruß Jo`,
  ),
]
