// Tiny pieces of Markdown: headings and indented code, none of which is a table.
import { type Negative, sheet } from './negatives.ts'

export const markdownHeadings: Negative[] = sheet(String.raw`
%% headings
# one
## one
### one
#### one
##### one
###### one
%%
####### one
%%
#5 a hash

#tag
%%
\## one
%%
# one *two* \*three\*
%%
#                  one                     
%%
 ### one
  ## one
   # one
%%
    # one
%%
one
    # two
%%
## one ##
  ###   two    ###
%%
# one ##################################
##### two ##
%%
### one ###     
%%
### one ### b
%%
# one#
%%
### one \###
## one #\##
# one \#
%%
****
## one
****
%%
One two
# three
Four five
%%
## 
#
### ###
%%
One *two*
=========

One *two*
---------
%%
One *two
three*
====
%%
Word
-------------------------

Word
=
%%
   Word
---

  Word
-----

  Word
  ===
%%
    Word
    ---

    Word
---
%%
Word
   ----      
%%
Word
    ---
%%
Word
= =

Word
--- -
%%
Word  
-----
%%
Word\
----
%%
‵Word
----
‵

<a title="many
---
of dashes"/>
%%
> Word
---
%%
> one
two
===
%%
- Word
---
%%
One
Two
---
%%
---
One
---
Two
---
Three
%%

====
%%
---
---
%%
- one
-----
%%
    one
---
%%
> one
-----
%%
\> one
------
%%
One

two
---
three
%%
One
two

---

three
%%
One
two
* * *
three
%%
One
two
\---
three
%%
Title | Under
=============
%%
Title | Under
-------------
%%
a | b
%%
a | b
c | d
%% indented code
    plain
      deeper
%%
  - one

    two
%%
1.  one

    - two
%%
    <b/>
    *hello*

    - one
%%
    part1

    part2
  
 
 
    part3
%%
    part1
      
      part2
%%
Word
    other

%%
    one
two
%%
# Title
    one
Title
------
    one
----
%%
        one
    two
%%

    
    one
    

%%
    one  
`)
