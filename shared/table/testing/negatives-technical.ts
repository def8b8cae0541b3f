// Code of many languages, none of which is a table.
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
`)
