// Code, configuration, transcripts, errors, equations and drawings, none of which is a table.
import { type Negative, sheet } from './negatives.ts'

export const technical: Negative[] = sheet(String.raw`
%% javascript
import { one, two } from './one.js'
import { three, four } from './two.js'

const five = one(two, three, four)
%%
const a = [1, 2, 3]
const b = [4, 5, 6]
const c = [7, 8, 9]
%%
const sizes = { small: 1, medium: 2, large: 3 };
const names = { small: 's', medium: 'm', large: 'l' };
%%
if (a > b && c < d) {
  return a ? b : c;
} else {
  throw new Error('no, never');
}
%%
export const routes = [
  ['/', home],
  ['/boats', boats],
  ['/ropes', ropes],
]
%%
foo(a, b, c);
foo(d, e, f);
foo(g, h, i);
%%
type Point = { x: number; y: number }
type Line = { from: Point; to: Point }
%%
return value | 0 || other | 1 || third | 2
%% python
def one(a, b, c):
    return a + b, b + c, c + a

print(one(1, 2, 3))
print(one(4, 5, 6))
%%
x, y, z = 1, 2, 3
a, b, c = x, y, z
%%
for i, name in enumerate(names):
    print(i, name, sep=', ')
%%
data = {
    "ann": 1,
    "ben": 2,
    "cyd": 3,
}
%%
import os, sys, re
import json, math
from a import b, c, d
%%
>>> 1 + 1
2
>>> [x for x in range(3)]
[0, 1, 2]
%%
class Boat(Thing):
    name: str
    length: int
    ropes: list[str]
%% c
int main(int argc, char **argv) {
    int a = 1, b = 2, c = 3;
    printf("%d, %d, %d\n", a, b, c);
    return 0;
}
%%
#include <stdio.h>
#include <stdlib.h>
#define ONE 1
#define TWO 2
%%
enum { RED, GREEN, BLUE };
struct point { int x, y, z; };
%%
a[0] = 1; b[0] = 2; c[0] = 3;
a[1] = 4; b[1] = 5; c[1] = 6;
%% java
public static void main(String[] args) {
    Map<String, Integer> ages = new HashMap<>();
    ages.put("ann", 31);
    ages.put("ben", 28);
}
%%
import java.util.List;
import java.util.Map;
import java.util.Set;
%%
@Override
public String toString() {
    return name + ", " + city + ", " + age;
}
%% go
func one(a, b int) (int, error) {
	if a > b {
		return a, nil
	}
	return 0, fmt.Errorf("no: %d, %d", a, b)
}
%%
type Boat struct {
	Name   string
	Length int
	Ropes  []string
}
%% rust
fn one(a: i32, b: i32) -> Option<i32> {
    match (a, b) {
        (0, _) => None,
        (_, 0) => Some(a),
        _ => Some(a + b),
    }
}
%%
use std::collections::{HashMap, HashSet};
use std::io::{self, Read, Write};
%% sql
SELECT name, city, age
FROM people
WHERE age > 30 AND city = 'Hill'
ORDER BY name, city;
%%
CREATE TABLE boats (
  id integer primary key,
  name text not null,
  length numeric(5, 2)
);
%%
UPDATE boats SET name = 'Ann', length = 12 WHERE id = 4;
UPDATE boats SET name = 'Ben', length = 14 WHERE id = 5;
%%
SELECT count(*), max(length), min(length) FROM boats;
%% ruby
boats.each do |boat|
  puts "#{boat.name}, #{boat.length}"
end
%%
attr_reader :name, :city, :age
attr_writer :name, :city, :age
%% php
$a = array(1, 2, 3);
$b = array(4, 5, 6);
echo implode(', ', $a);
%% shell
for f in *.txt; do
  sort "$f" | uniq -c | head -n 3
done
%%
cat one.txt | sort | uniq > two.txt
cat two.txt | head | tail > three.txt
%%
export PATH=/opt/one:/opt/two:$PATH
export HOME=/home/ann
%%
$ cd boats
$ make all
$ ./run --fast
done
%%
$ git status
On branch main
Your branch is up to date.

nothing to commit, working tree clean
%%
PS C:\Users\ann> Get-Date

Tuesday, 12 March 2024 10:02:11
%%
$ ping example.org
PING example.org (192.0.2.1): 56 data bytes
64 bytes from 192.0.2.1: icmp_seq=0 ttl=56 time=11.6 ms
^C
%%
$ npm install
added 120 packages in 4s

3 packages are looking for funding
%%
ls -la | grep txt
df -h | tail -n 2
%%
rm -rf build && mkdir build && cd build && cmake .. && make -j4
%% css
.one { color: red; margin: 0 1px 2px 3px; }
.two { color: blue; margin: 4px 5px 6px 7px; }
%%
h1, h2, h3 {
  font-family: serif, sans-serif;
}
%%
transition: color 1s ease, width 2s linear, height 3s;
%% markup
<html>
<head><title>One</title></head>
<body><p>Two, three</p></body>
</html>
%%
<note>
  <to>Ann</to>
  <from>Ben</from>
  <text>bread, milk</text>
</note>
%%
<img src="a.png" width="1" height="2"><img src="b.png" width="3" height="4">
%%
<select><option>one</option><option>two</option></select>
%%
<nav><a href="/">Home</a> | <a href="/boats">Boats</a></nav>
%%
<table><tr><td><img src="logo.png"></td></tr></table>
%%
<table width="100%" cellpadding="0"><tr><td align="center"><p>Hello Ann,</p><p>thank you for your order.</p></td></tr></table>
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
