// Chats, mails, tickets and notes in English, written by hand, with their tables marked.
import { type FindingCase, marked } from './finding.ts'

export const englishTexts: FindingCase[] = [
  marked(
    'invoice mail',
    'mail',
    'en',
    `Hi Priya,

as promised, the open invoices from last week:

⟦csv 4⟧Invoice,Customer,Due,Amount
R-1001,Alder & Co,2024-04-30,120.00
R-1004,"Birch, Inc",2024-05-15,99.50
R-1009,Cedar,2024-05-20,"2,410.00"
R-1011,Dogwood,2024-06-01,15.00⟦/⟧

Could you chase the second one? They promised to pay on Friday.

Thanks,
Tom`,
  ),
  marked(
    'table tight between sentences',
    'mail',
    'en',
    `Morning all,
here is who brings what to the picnic:
⟦csv 4⟧who,what,how many
Ann,salad,2
Ben,bread,4
Cyd,lemonade,6
Dee,plates,20⟦/⟧
Please tell me if something is missing.
Cheers, Ann`,
  ),
  marked(
    'two tables in one mail',
    'mail',
    'en',
    `Hello team,

Q1 by region first.

⟦markdown 3⟧| Region | Revenue | Growth |
|--------|--------:|-------:|
| North  | 120,400 | 4.1%   |
| South  | 98,120  | -1.3%  |
| West   | 77,015  | 12.0%  |⟦/⟧

And the head count, straight from the sheet:

⟦tsv 3⟧Team	Jan	Feb	Mar
Kitchen	12	12	13
Service	20	21	21
Office	4	4	5⟦/⟧

I know the Office numbers look odd; I'll check. Best, Mira`,
  ),
  marked(
    'chat with a pasted list',
    'chat',
    'en',
    `[09:12] Lena: did you get the prices?
[09:13] Raj: yes, one sec
[09:14] Raj: ⟦semicolon 3⟧item;unit;price
cement;bag;7.90
sand;ton;31.00
gravel;ton;28.50⟦/⟧
[09:15] Lena: great, thanks! that's less than I thought`,
  ),
  marked(
    'support ticket with psql output',
    'ticket',
    'en',
    `Steps to reproduce:
1. Log in as a guest
2. Open the orders page
3. Wait

What I see in the database afterwards:

\`\`\`
 ⟦psql 3⟧id | status  | total
----+---------+--------
  7 | open    |  12.50
  8 | paid    | 199.00
  9 | dropped |   0.00⟦/⟧
(3 rows)
\`\`\`

Expected: order 9 should not be there at all.`.replace('⟦psql 3⟧ id', ' ⟦psql 3⟧id'),
  ),
  marked(
    'mysql in a transcript',
    'terminal',
    'en',
    `mysql> select name, population from towns limit 3;
⟦mysql 3⟧+-----------+------------+
| name      | population |
+-----------+------------+
| Old Town  |      12040 |
| Harbour   |       8800 |
| Hill      |        450 |
+-----------+------------+⟦/⟧
3 rows in set (0.00 sec)

mysql> exit
Bye`,
  ),
  marked(
    'ls -l in a transcript',
    'terminal',
    'en',
    `$ ls -l
total 48
⟦ls 4⟧-rw-r--r--  1 ann  staff   1204 Mar  4 10:12 notes.txt
-rw-r--r--  1 ann  staff  90112 Mar  5 08:00 data.csv
drwxr-xr-x  5 ann  staff    160 Feb 28 17:45 src
-rwxr-xr-x  1 ben  staff    455 Jan 12 09:30 run.sh⟦/⟧
$ cat notes.txt
nothing here`,
  ),
  marked(
    'docker-like columns',
    'terminal',
    'en',
    `$ box ps
⟦aligned 3⟧CONTAINER ID   IMAGE          STATUS         PORTS
4f2a9c1d7e00   web:latest     Up 3 hours     0.0.0.0:80->80/tcp
99b1e0c2aa17   store:15       Up 3 hours     5432/tcp
c0ffee123456   cache:7        Exited (0)     6379/tcp⟦/⟧
$`,
  ),
  marked(
    'disk report',
    'ticket',
    'en',
    `The server is nearly full again. This is what it says today:

⟦aligned 4⟧Filesystem      Size  Used Avail Use% Mounted on
/dev/vda1        50G   47G  3.0G  95% /
/dev/vdb1       200G   20G  180G  10% /data
tmpfs           7.8G     0  7.8G   0% /dev/shm
/dev/vdc1       100G   88G   12G  88% /backup⟦/⟧

Can somebody clean up /backup please? -- Omar`,
  ),
]
