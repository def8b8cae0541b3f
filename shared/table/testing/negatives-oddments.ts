// Configuration, errors, equations, drawings and scraps, none of which is a table.
import { type Negative, sheet } from './negatives.ts'

export const oddments: Negative[] = sheet(String.raw`
%% configuration
[server]
host = localhost
port = 8080

[log]
level = info
%%
{
  "name": "boats",
  "version": "1.0.0",
  "scripts": { "test": "run" }
}
%%
["one", "two", "three"]
%%
[1, 2, 3]
%%
{"one": {"two": {"three": 3}}}
%%
services:
  web:
    image: web:latest
    ports:
      - "80:80"
  store:
    image: store:7
%%
*.txt
!keep.txt
build/
%%
HOST=localhost
PORT=8080
%%
server {
    listen 80;
    server_name example.org;
    location / { return 200; }
}
%%
* text=auto
*.png binary
*.csv -diff
%%
0 3 * * * /opt/backup
%%
User-agent: *
Disallow: /private/
%%
FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
CMD ["node", "main.js"]
%%
all: one two

one: one.c
	cc -o one one.c

two: two.c
	cc -o two two.c
%%
<configuration>
  <add key="a" value="1" />
</configuration>
%% errors
Traceback (most recent call last):
  File "main.py", line 12, in <module>
    run(1, 2)
  File "main.py", line 4, in run
    return a / 0
ZeroDivisionError: division by zero
%%
Error: cannot find module './one'
    at load (main.js:12:9)
    at run (main.js:44:3)
    at start (main.js:80:1)
%%
main.c:12:5: error: expected ';' before 'return'
%%
Exception in thread "main" java.lang.NullPointerException
	at org.example.Boat.sail(Boat.java:12)
	at org.example.Main.main(Main.java:4)
%%
fatal: not a git repository (or any of the parent directories): .git
%%
HTTP/1.1 404 Not Found
Content-Type: text/html
Content-Length: 120
%%
Segmentation fault (core dumped)
%%
error[E0308]: mismatched types
 --> src/main.rs:4:18
  |
4 |     let x: i32 = "one";
  |            ---   ^^^^^ expected i32, found &str
%% diffs
--- a/one.txt
+++ b/one.txt
@@ -1,3 +1,3 @@
 one
-two
+three
%%
diff --git a/one b/one
index 123abc..456def 100644
%%
1c1
< one
---
> two
%% equations
a + b = c, b + c = d, c + d = e
%%
x = 1, y = 2, z = 3
x + y + z = 6
%%
f(x, y) = x^2 + 2xy + y^2
g(x, y) = x^2 - 2xy + y^2
%%
$$\sum_{i=1}^{n} i = \frac{n(n+1)}{2}$$
%%
|x| < |y| < |z|
%%
P(A | B) = P(B | A) P(A) / P(B)
%%
2 * 3 = 6
3 * 4 = 12
4 * 5 = 20
%%
∀x ∈ A: x > 0 ∨ x < 0
%% drawings
 /\_/\
( o.o )
 > ^ <
%%
   ____
  |    |
  |____|
    ||
%%
[ one ] --> [ two ] --> [ three ]
%%
one -> two -> three
  \-> four -> five
%%
.
├── one
│   ├── two.txt
│   └── three.txt
└── four.txt
%%
+-------+      +-------+
|  one  | ---> |  two  |
+-------+      +-------+
%%
  *
 ***
*****
  |
%%
o---o---o
|   |   |
o---o---o
%%
~~~~~~~~~~~~~~
 ><>    ><>
~~~~~~~~~~~~~~
%%
+---------------------+
|  Please read this!  |
+---------------------+
%%
╔══════════════╗
║   Welcome    ║
╚══════════════╝
%%
▁▂▃▅▇▅▃▂▁
%%
[#####-----] 50%
[##########] 100%
%% links
https://example.org/a?b=1&c=2,3;d=4
https://example.org/b?b=2&c=3,4;d=5
%%
See https://example.org/one, https://example.org/two, and https://example.org/three.
%%
ann@example.org, ben@example.org, cyd@example.org
%%
ann@example.org; ben@example.org; cyd@example.org
%%
#boats #ropes #knots
%%
@ann @ben look at this, please
%%
/home/ann/one.txt
/home/ann/two.txt
/home/ben/three.txt
%%
192.0.2.1
192.0.2.2
192.0.2.3
%% front matter
---
title: Boats
author: Ann
tags: [boats, ropes]
---

Boats float.
%%
+++
title = "Boats"
date = 2024-03-12
+++

Boats float.
%% regular text with pipes
Use a | b to join two commands.
Use a || b to run b only if a fails.
%%
either | or
%%
The sign | is called a pipe, the sign ; a semicolon.
%%
(yes|no|maybe)
%%
usage: boats [-a | -b] [-c NAME | --name NAME] file...
%%
Usage: run [options] <file>
%%
Syntax: one | two [three | four]
%% oddments
,,,,
%%
;;;
%%
|||
%%
...
%%
???
!!!
%%
a
%%
-
%%
0
%%
""
%%
","
%%
 
%%
→→→
%%
, and so on, and so forth
%%
:-) :-( ;-)
%%
🙂, 🙃, 😉
%%
1.2.3
1.2.4
1.3.0
%%
Ann,
%%
Ann,
Ben,
Cyd,
%%
yes, sure
no, never
%%
A, B
C, D
%%
x; y
%%
Berlin, Germany
%%
Monday, 12 March
Tuesday, 13 March
%%
Chair, Ann Alder
Secretary, Ben Birch
%%
Love,
Ann
%%
Bob, Carol, Ted
Alice, Dan, Eve
%%
to be, or not to be
to do, or not to do
%%
red, green
blue, yellow
black, white
%%
So, well, then
but, and, or
%%
Table 1: boats and their lengths
%%
Figure 3. Ropes, knots, worries.
%%
Page 4 of 12
%%
Copyright 2024, Brightwater Ltd, all rights reserved
%%
(c) 2024 Ann; see notes; thanks
`)
