// Tiny pieces of Markdown: tabs, escapes, entities and rules, none of which is a table.
import { type Negative, sheet } from './negatives.ts'

export const markdownBlocks: Negative[] = sheet(String.raw`
%% tabs
→one→two→→three
%%
  →one→two→→three
%%
    x→y
    ü→y
%%
  - item

→text below
%%
- item

→→deep text
%%
>→→quoted code
%%
-→→list code
%%
    one
→two
%%
 - a
   - b
→ - c
%%
#→Title
%%
*→*→*→
%%
1.→first
2.→second
3.→third
%%
→- not a list
→- but code
%%
a→b
%%
a→
b→
%% backslash escapes
\!\"\#\$\%\&\'\(\)\*\+\,\-\.\/\:\;\<\=\>\?\@\[\\\]\^\_\‵\{\|\}\~
%%
\→\B\b\ \7\ψ\»
%%
\*no emphasis*
\<hr/> no tag
\[no link](/there)
\‵no code‵
1\. no list
\* no list
\# no heading
\[here]: /there "no reference"
\&uuml; no entity
%%
\\*emphasis*
%%
one\
two
%%
‵‵ \[\‵ ‵‵
%%
    \[\]
%%
~~~
\[\]
~~~
%%
<https://example.org?look=\*>
%%
<a href="/x\/)">
%%
[here]: /x\*y "ti\*tle"

[here]
%%
‵‵‵ some\+lang
text
‵‵‵
%%
C:\one\two\three
C:\one\two\four
%% entities
&nbsp; &amp; &reg; &Auml; &Scaron;
&frac12; &Hacek; &DD;
&ne; &le; &ge;
%%
&#33; &#1300; &#980; &#0;
%%
&#X23; &#XCAC; &#xcad;
%%
&nbsp &y; &#; &#x;
&#98765432;
&#fedcba0;
&NotAtAll; &hello?;
%%
&reg
%%
&MadeUp;
%%
<a href="&ouml;&uuml;.html">
%%
[x](/w&ouml;rter "w&ouml;rter")
%%
‵‵‵ w&ouml;rter
x
‵‵‵
%%
‵w&ouml;rter‵
%%
&#42;word&#42;
*word*
%%
&#42; word

* word
%%
&#9;word
%%
one&#10;&#10;two
%% precedence
- ‵one
- two‵
%%
- *a
- b*
%%
| not a table
%%
> ‵a
> b‵
%% thematic breaks
***
---
___
%%
+++
%%
===
%%
--
**
__
%%
 ***
  ***
   ***
%%
    ***
%%
Word
    ***
%%
_____________________________________
%%
 - - -
%%
 **  * ** * ** * **
%%
-     -      -      -
%%
- - - -    
%%
_ _ _ _ x

y------

---z---
%%
 *-*
%%
- one
***
- two
%%
Word
***
other
%%
Word
---
other
%%
* One
* * *
* Two
%%
- One
- * * *
%%
---
title: x
---
%%
----
====
`)
